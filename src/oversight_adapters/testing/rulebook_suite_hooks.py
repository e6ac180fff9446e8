"""What every part of the rulebook suite builds on: the hooks of a subclass, and a rulebook that is loaded."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, ClassVar

import pytest

from oversight_adapters.testing.clauses import ClauseBroken
from oversight_core.rulebooks import BUILTIN
from oversight_core.rules import Lifecycle, RuleBook

Brought = Any
"""A rulebook, or what loads it: a function, or a descriptor of a plug-in (whatever has a `load`)."""

_REFUSED = (
    ("B2", re.compile("cites nothing")),
    ("B3", re.compile("the guard .* needs the fact")),
    ("B4", re.compile("the label .* (is empty|stands twice|says nothing|has the code)")),
    ("B6", re.compile("the clock ")),
    ("B5", re.compile("is lossy|which no table here has")),
    ("B1", re.compile("lifecycle .* is refused")),
)
"""The clause to what a rulebook that breaks it is refused for when it is made; B0 for anything else."""

ANY_KIND = "recommendation"


class RuleBookHooks:
    """What a subclass of the suite brings."""

    facts: ClassVar[Mapping[str, Any]] = {}
    """An example of each fact that the guards need and no register has by itself: name to value."""

    speaks_on: ClassVar[Mapping[str, Collection[str]]] = {}
    """The axes that the publisher of a vocabulary speaks on: name of the vocabulary to axes."""

    @pytest.fixture
    def rulebook(self) -> Brought:
        """The rulebook on trial, or better what loads it: a function or a descriptor."""
        raise NotImplementedError("bring the fixture rulebook")

    def _book(self, brought: Brought, clause: str) -> RuleBook:
        """The rulebook; where it cannot even be made, the clause for which fails, and the others are skipped."""
        try:
            return loaded(brought)
        except Exception as error:  # whatever a plug-in's own code raises when it loads its rules
            broken = next((one for one, words in _REFUSED if words.search(f"{error}")), "B0")
            if broken != clause:
                pytest.skip(f"{clause}: the rulebook does not load; see {broken}")
            raise ClauseBroken(clause, "a rulebook that loads", f"{type(error).__name__}: {error}") from error


def loaded(brought: Brought) -> RuleBook:
    """The rulebook that was brought."""
    if isinstance(brought, RuleBook):
        return brought
    load: Any = getattr(brought, "load", brought)
    book: RuleBook = load()
    return book


def beside(book: RuleBook) -> Iterable[RuleBook]:
    """The rulebook among those that ship, as it would be installed."""
    return (*(other for other in BUILTIN if other.name != book.name), book)


def kinds(table: Lifecycle) -> tuple[str, ...]:
    """The kinds of items that a table governs; one of many, where it governs any."""
    return table.kinds or (ANY_KIND,)
