"""Which table governs an axis of an item, and what a body's labels mean."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from oversight_core.errors import UnknownAxis, UnknownLifecycle, UnknownRulebook
from oversight_core.ledger import Reported
from oversight_core.names import Item
from oversight_core.rules.attempt import Step
from oversight_core.rules.lifecycle import Lifecycle
from oversight_core.rules.rulebook import RuleBook
from oversight_core.rules.vocabulary import Vocabulary

CANONICAL = "canonical"
"""The name of the rulebook that holds where an item names none, or the named one has no table for an axis."""


class Tables:
    """The installed rulebooks, by name, axis and vocabulary."""

    def __init__(self, rulebooks: Iterable[RuleBook]) -> None:
        self.books = {book.name: book for book in rulebooks}
        self._vocabularies = {v.name: v for book in self.books.values() for v in book.vocabularies}

    def vocabulary(self, name: str) -> Vocabulary | None:
        """The vocabulary of that name; None where no rulebook brings it."""
        return self._vocabularies.get(name)

    def governing(self, item: Item, named: str = "") -> str:
        """The name of the rulebook that governs an item: the one that is named, else that of its issuer, else none.

        Raises `UnknownRulebook` where the one that is named is not installed.
        """
        if named and named not in self.books:
            raise UnknownRulebook(named, tuple(self.books))
        return named or (item.issuer if item.issuer in self.books else "")

    def reads_more(self, reported: Reported) -> bool:
        """Whether a report makes of the label that it quotes what its vocabulary, where it is installed, does not."""
        words = self._vocabularies.get(reported.vocabulary) if reported.label and reported.status else None
        if words is None:
            return False
        row = words.lookup(reported.label)
        return row is None or (reported.axis, reported.status) not in row.targets

    def of(self, item: Item, axis: str, *, rulebook: str = "", on: date | None = None) -> Lifecycle:
        """The table for an axis of an item: its rulebook's, else the canonical one, else the only one there is.

        With a day, the version that was in force then.  Raises `UnknownRulebook` and `UnknownAxis`.
        """
        return self._in_force(self._present(item, axis, rulebook), on)

    def _in_force(self, table: Lifecycle, on: date | None) -> Lifecycle:
        """The version of a table that was in force on a day: the latest that had begun, else the first there was."""
        if on is None or table.in_force_from is None or on >= table.in_force_from:
            return table
        versions = {old.version: old for book in self.books.values() for old in book.earlier if old.name == table.name}
        begun = sorted(versions.values(), key=lambda old: old.in_force_from or date.min, reverse=True)
        return next((old for old in begun if (old.in_force_from or date.min) <= on), begun[-1] if begun else table)

    def _present(self, item: Item, axis: str, rulebook: str) -> Lifecycle:
        if rulebook and rulebook not in self.books:
            raise UnknownRulebook(rulebook, tuple(self.books))
        for name in (rulebook, CANONICAL):
            for table in self._fitting(name, axis, item):
                return table
        rest = [table for name in self.books for table in self._fitting(name, axis, item)]
        if rest and all(table == rest[0] for table in rest):  # several books may speak of one table
            return rest[0]
        governed = {t.axis for book in self.books.values() for t in book.lifecycles if t.governs(item.kind)}
        raise UnknownAxis(axis, tuple(sorted(governed)), item.kind)

    def _fitting(self, name: str, axis: str, item: Item) -> list[Lifecycle]:
        tables = self.books[name].lifecycles if name in self.books else ()
        return [table for table in tables if table.axis == axis and table.governs(item.kind)]

    def find(self, item: Item, axis: str, rulebook: str = "") -> Lifecycle | None:
        """The table for an axis of an item; None where none is installed."""
        try:
            return self.of(item, axis, rulebook=rulebook)
        except (UnknownAxis, UnknownRulebook):
            return None

    def named(self, step: Step) -> Lifecycle:
        """The table that a step was made under, in its version.  Raises `UnknownLifecycle`."""
        for book in self.books.values():
            for table in (*book.lifecycles, *book.earlier):
                if (table.name, table.version) == (step.lifecycle, step.version):
                    return table
        raise UnknownLifecycle(step.lifecycle, step.version)

    def members(self, item: Item, axis: str, *, status: str, rulebook: str = "") -> tuple[str, ...]:
        """The states that a group stands for; none where the status is a state."""
        table = self.find(item, axis, rulebook=rulebook)
        return table.members.get(status, ()) if table else ()
