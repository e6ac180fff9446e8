"""Signals: what starts, meets or stops a clock, read from an item, from its statuses and from the items beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

import attrs

from oversight_core.errors import UnparsableMoment
from oversight_core.ledger import Case
from oversight_core.ledger.described import Strange, value_of
from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.rules.rulebook import RuleBook

Days = tuple[Moment, ...]
"""When a signal was given, earliest first; empty where it is not known to have been."""

UNGOVERNED = "canonical"
"""The rulebook of items that name none."""

Read = Callable[[Item, Case], Any]
"""What an item and its case say of one thing."""


class Record:
    """The cases of a record, and which of them name which item.

    `same_as` says under which item one that was joined to another is counted.
    """

    def __init__(self, cases: Mapping[Item, Case], same_as: Mapping[Item, Item] | None = None) -> None:
        self.cases = cases
        self._same_as = same_as or {}
        self._naming: dict[str, dict[Item, list[Case]]] = {}
        self.by_kind: dict[str, list[tuple[Item, Case]]] = {}
        for item, case in cases.items():
            self.by_kind.setdefault(item.kind, []).append((item, case))

    def named(self, item: Any) -> Case | None:
        """The case of an item that a field names."""
        return self.cases.get(self.own(item)) if isinstance(item, Item) else None

    def own(self, item: Item) -> Item:
        """The item under which an item is counted."""
        return self._same_as.get(item, item)

    def naming(self, kind: str) -> Mapping[Item, list[Case]]:
        """The cases of a kind by the items that they name in any field."""
        if kind not in self._naming:
            found: dict[Item, list[Case]] = {}
            for _, case in self.by_kind.get(kind, ()):
                for item in dict.fromkeys(map(self.own, _named_by(case.described))):
                    found.setdefault(item, []).append(case)
            self._naming[kind] = found
        return self._naming[kind]

    def persons(self, kind: str) -> Mapping[str, list[tuple[Item, Case]]]:
        """The items of a kind by the person whom they are about."""
        found: dict[str, list[tuple[Item, Case]]] = {}
        for item, case in self.by_kind.get(kind, ()):
            if person := person_of(case):
                found.setdefault(person, []).append((item, case))
        return found

    def field(self, path: str) -> Read:
        """How a field of an item is read, or, after a dot, one of the item that it names."""
        first, _, then = path.partition(".")
        if not then:
            return lambda item, case: value_of(case.described, first)

        def read(item: Item, case: Case) -> Any:
            beside = self.named(value_of(case.described, first))
            return None if beside is None else value_of(beside.described, then)

        return read

    def signal(self, signal: str, book: RuleBook, kind: str, *, clock: str = "") -> Read:
        """How the days of a signal are read from items of a kind that a rulebook governs: it gives `Days`.

        Where a `clock` is named, items that name this one count only where they name no other clock that they answer.
        """
        if "=" in signal:
            begun = runs_of(signal, book, kind)
            return lambda item, case: tuple(run.begins for run in begun(case))
        if ":" in signal:
            beside, _, date_of = signal.partition(":")
            return self._beside(beside, date_of, clock)
        field = self.field(signal)

        def read(item: Item, case: Case) -> Days:
            value = field(item, case)
            if isinstance(value, Moment):
                return (value,)
            return () if value is None else _dated(value)

        return read

    def _beside(self, kind: str, field: str, clock: str) -> Read:
        naming = self.naming(kind)

        def answers(described: Any) -> bool:
            named = value_of(described, "clock")
            return not (clock and named) or named == clock

        def read(item: Item, case: Case) -> Days:
            described = [beside.described for beside in naming.get(item, ()) if answers(beside.described)]
            values = (value_of(one, field) for one in described)
            return tuple(sorted((day for value in values for day in _dated(value)), key=in_order))

        return read


def _dated(value: Any) -> Days:
    """When something was, as a field says it: a plug-in's may hold days, and spelt ones where its class is not here."""
    try:
        match value:
            case Moment():
                return (value,)
            case datetime():
                return (Moment.day(value.date()) if value.tzinfo is None else Moment.instant(value),)
            case date():
                return (Moment.day(value),)
            case str():
                return (Moment.parse(value),)
    except UnparsableMoment:  # words, or an instant that is beyond the calendar in UTC
        return ()
    return ()


def person_of(case: Case) -> str:
    """The pseudonym of the person whom an item is about; empty where it has none, or it was forgotten."""
    person = value_of(case.described, "person")
    return person if isinstance(person, str) else ""


@attrs.frozen
class Run:
    """A time in which a status held, from when it began to the day before `until` (None: it holds)."""

    begins: Moment
    since: date
    until: date | None


def runs_of(signal: str, book: RuleBook | None, kind: str) -> Callable[[Case], list[Run]]:
    """How the times are read in which a status, or one of a group of a rulebook's table, held.

    What is undated happened by its recording: so its start has no earliest day.
    """
    axis, _, status = signal.partition("=")
    table = book.table(axis, kind) if book else None
    members = table.members if table else {}
    wanted = {status, *members.get(status, ())}

    def holds(value: str) -> bool:
        return value in wanted or (value in members and wanted.issuperset(members[value]))

    def read(case: Case) -> list[Run]:
        runs: list[Run] = []
        open_ = False
        for value, day, begun in case.spells(axis):
            if holds(value) and not open_:
                runs.append(Run(begun or Moment.between(None, Moment.day(day)), day, None))
            elif open_ and not holds(value):
                runs[-1] = attrs.evolve(runs[-1], until=day)
            open_ = holds(value)
        return runs

    return read


def in_order(moment: Moment) -> tuple[date, date, str]:
    """Moments in the order of their days; one without bounds comes last."""
    return moment.earliest or moment.latest or date.max, moment.latest or date.max, str(moment)


def _named_by(entity: Any) -> Iterator[Item]:
    """The items that an entity names."""
    if isinstance(entity, Strange):
        values = list(entity.held().values())
    elif attrs.has(type(entity)):
        values = [getattr(entity, field.name) for field in attrs.fields(type(entity))]
    else:
        return
    for value in values:
        if isinstance(value, Item):
            yield value
        elif isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, Item))
