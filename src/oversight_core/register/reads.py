"""The usual reads of a record: what its items are, where they stand, what happened to them."""

from __future__ import annotations

from collections.abc import Sequence

from oversight_core.ledger import Applied, Case, Receipt, Recorded, fold
from oversight_core.moments import NOW, AsOf, Calendars
from oversight_core.names import Item
from oversight_core.ports import Backup, Progress, Store, Verdict
from oversight_core.questions import (
    Discrepancy,
    Happening,
    Standing,
    Tally,
    discrepancies,
    standing,
    tally,
    timeline,
)
from oversight_core.register.answers import answer
from oversight_core.register.joins import Joins
from oversight_core.register.tables import Tables
from oversight_core.rules.decide import missing_of, rule_of
from oversight_core.rules.lifecycle import Lifecycle, Rule


class Reads:
    """A store with rules, to be read."""

    def __init__(self, store: Store, tables: Tables, calendars: Calendars) -> None:
        self.store = store
        self.tables = tables
        self.calendars = calendars
        self._joins = Joins(store)

    def backups(self) -> tuple[Backup, ...]:
        """The backups that the store knows of; none of one that keeps no list."""
        backups = answer(self.store, "backups")
        return tuple(backups()) if backups else ()

    def history(self, item: Item) -> Sequence[Recorded]:
        """Every entry of an item, in the order of recording."""
        return self.store.history(item)

    def histories(self, as_of: AsOf = NOW, *, progress: Progress | None = None) -> dict[Item, list[Recorded]]:
        """Every history of the record, those of the same thing joined, under the item registered earliest.

        `progress` counts entries, of a number not known.
        """
        return self._joins.histories(as_of, progress)

    def same_as(self, as_of: AsOf = NOW) -> dict[Item, Item]:
        """For each item that is joined to another, the one under which `histories` and `cases` have both."""
        return self._joins.same_as(as_of)

    def case(self, item: Item, as_of: AsOf = NOW) -> Case:
        """What an item is and where it stands."""
        return fold(self._joins.history(item, as_of), as_of)

    def cases(self, as_of: AsOf = NOW, *, kind: str = "", progress: Progress | None = None) -> dict[Item, Case]:
        """Every item of which something counts as of then, or every one of a kind, in the order of first recording.

        `progress` counts entries; where they are all read before any is folded it counts them again, then with a total.
        """
        histories = self._joins.one_by_one(as_of, progress)
        cases = ((item, fold(history, as_of)) for item, history in histories if kind in ("", item.kind))
        return {item: case for item, case in cases if case.known}

    def timeline(self, item: Item, as_of: AsOf = NOW) -> tuple[Happening, ...]:
        """What happened to an item, with all three dates."""
        return timeline(self._joins.history(item, as_of), as_of=as_of)

    def tally(self, as_of: AsOf = NOW, *, by: str = "addressee", progress: Progress | None = None) -> Tally:
        """How many recommendations stand where."""
        return tally(self.cases(as_of, progress=progress), by=by)

    def standing(
        self, axis: str, as_of: AsOf = NOW, *, kind: str = "recommendation", progress: Progress | None = None
    ) -> Standing:
        """How many items of a kind stand where on an axis, and since when they have been on it.

        The store is asked where it answers this itself and only `as_of.on` is given.
        """
        standings = answer(self.store, "standings")
        if standings and as_of == AsOf(as_of.on):
            rows = standings(axis, kind, as_of.on)
            if rows is not None:
                return Standing(axis, rows)
        return standing(self.cases(as_of, kind=kind, progress=progress), axis, kind=kind)

    def discrepancies(self, as_of: AsOf = NOW, *, progress: Progress | None = None) -> tuple[Discrepancy, ...]:
        """Where the record contradicts itself."""
        return discrepancies(self.histories(as_of, progress=progress), self.tables.find, as_of=as_of)

    def verify(self, against: Receipt | None = None) -> Verdict:
        """Whether the record is whole, and still holds what a receipt saw."""
        return self.store.verify(against)

    def table(self, item: Item, axis: str) -> Lifecycle:
        """The table that governs an axis of an item.  Raises `UnknownAxis` and `UnknownRulebook`."""
        return self.tables.of(item, axis, rulebook=self.case(item).rulebook)

    def rule(self, applied: Applied) -> Rule:
        """The row behind a step.  Raises `UnknownLifecycle` where its table, in its version, is not installed."""
        return rule_of(self.tables.named(applied.step), applied.step)

    def missing(self, applied: Applied) -> tuple[str, ...]:
        """What the row behind a step expected and did not get.  Raises as `rule` does."""
        return missing_of(self.tables.named(applied.step), applied)
