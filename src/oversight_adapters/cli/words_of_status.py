"""Which statuses a word means: a state or group of ours, or a body's own label for one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

import attrs

from oversight_adapters.cli.exits import WrongUse
from oversight_adapters.cli.tables import Found
from oversight_core.rules import Lifecycle
from oversight_core.rules.vocabulary import fold

Meant = tuple[Lifecycle, str]
"""A table, and a status in it."""


@attrs.frozen
class Words:
    """The words of some rulebooks, folded, with every status that each means."""

    known: dict[str, tuple[str, dict[Meant, None]]]

    @classmethod
    def of(cls, found: Iterable[Found]) -> Words:
        """The states and groups of tables, and the labels of the rulebooks that bring them."""
        made = cls({})
        for one in found:
            for table in one.tables:
                for status in (*table.state_names, *table.members):
                    made._add(status, (table, status))
            for vocabulary in one.book.vocabularies:
                for row in vocabulary.rows:
                    for axis, status in row.targets:
                        for table in one.tables:
                            if table.axis == axis and status in (*table.state_names, *table.members):
                                made._add(row.label, (table, status))
                                made._add(row.code, (table, status))
        return made

    def _add(self, word: str, meant: Meant) -> None:
        if word:
            self.known.setdefault(fold(word), (word, {}))[1][meant] = None

    def meant(self, word: str) -> list[Meant]:
        """Every status that a word means.  Raises `WrongUse` with near hits where it means none."""
        if fold(word) in self.known:
            return list(self.known[fold(word)][1])
        near = get_close_matches(fold(word), self.known, n=4, cutoff=0.5)
        hint = "; did you mean " + ", ".join(repr(self.known[one][0]) for one in near) + "?" if near else ""
        raise WrongUse(f"no table has the status {word!r}, and no body prints it as a label{hint}")
