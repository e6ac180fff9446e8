"""One row of a clock, and how everything that it looks at is read from the items of one kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

import attrs

from oversight_core.ledger import Case
from oversight_core.moments import Calendars, Moment
from oversight_core.names import Item
from oversight_core.questions.deadlines.obligation import Owed
from oversight_core.questions.deadlines.owed import Said, owed
from oversight_core.questions.deadlines.reckoning import Reckoner
from oversight_core.questions.deadlines.rolling import Held
from oversight_core.questions.deadlines.signals import Read, Record, Run, in_order, person_of, runs_of
from oversight_core.questions.deadlines.starts import has_come, spanning
from oversight_core.rules.clock import Clock
from oversight_core.rules.counting import day_of
from oversight_core.rules.rulebook import RuleBook

_VALUE = "value of "
"""Columns of the values of fields are named so, apart from columns of days."""


class Version:
    """One version of a clock over the items of a kind that a rulebook governs."""

    def __init__(
        self, row: Clock, book: RuleBook, kind: str, record: Record, calendars: Calendars, events: Events, as_of: date
    ) -> None:
        self.row, self._as_of = row, as_of
        self._reckoner = Reckoner(row, calendars, events)

        def signal(name: str) -> Read:
            return record.signal(name, book, kind)

        self._met = [record.signal(name, book, kind, clock=row.name) for name in row.met_by]
        self._stops = [self._stop(name, signal, book, kind) for name in row.stops_on]
        self._held = _spells(row, record, book, kind) if row.window else None
        self._zone = row.time_zone.removeprefix(":") if row.time_zone.startswith(":") else ""
        days = {name: signal(name) for name in (*row.starts_on, row.stated_in) if name}
        fields = [name for name in (*(field for field, _ in row.where), self._zone) if name]
        self.columns: dict[str, Read] = {**days, **{_VALUE + name: record.field(name) for name in fields}}
        """What an obligation depends on besides what meets and stops it: by name, how it is read."""

    def _stop(self, name: str, signal: Callable[[str], Read], book: RuleBook, kind: str) -> Callable[..., bool]:
        """Whether a signal stops the clock for an item: a status while it lasts, anything else once it has come."""
        as_of = self._as_of
        if "=" in name:
            runs = runs_of(name, book, kind)
            on = day_of(as_of)  # statuses are folded as of a day
            return lambda item, case: any(r.since <= on and (r.until is None or on < r.until) for r in runs(case))
        read = signal(name)
        return lambda item, case: any(has_come(day, as_of) for day in read(item, case))

    def fits(self, values: Mapping[str, Any]) -> bool:
        """Whether it runs for items with such values: of each field that it narrows by, one of those it names."""
        wanted: dict[str, set[str]] = {}
        for field, worth in self.row.where:
            wanted.setdefault(field, set()).add(worth.lower())
        return all(wanted[field] & _words(values[_VALUE + field]) for field in wanted)

    def said(self, values: Mapping[str, Any]) -> Said:
        """What it is counted from, where nothing has met it."""
        row = self.row
        if row.between:
            starts = spanning(row, values[row.starts_on[0]], values[row.starts_on[-1]])
        else:
            starts = next((days for name in row.starts_on if (days := values[name])), ())
        zone = values[_VALUE + self._zone] if self._zone else row.time_zone
        return Said(starts, stated=values[row.stated_in] if row.stated_in else (), zone=zone)

    def single(self, said: Said) -> bool:
        """Whether what meets it can only end it: items of which this is said have one deadline, or none."""
        row = self.row
        return len(said.starts) < 2 and not (row.repeats or row.each or row.window)

    def owed(self, said: Said) -> Owed:
        """What it asks for where this is said."""
        return owed(self._reckoner, said, self._as_of)

    def owed_by(self, item: Item, case: Case, said: Said, unmet: Owed) -> Owed:
        """What it asks for of one item; `unmet` where nothing has met it."""
        if any(stops(item, case) for stops in self._stops):
            return ()
        met = [day for read in self._met for day in read(item, case)]
        if not met and not self._held:
            return unmet
        held = self._held(item, case) if self._held else ()
        return self.owed(attrs.evolve(said, met=tuple(sorted(met, key=in_order)), held=held))


Events = Mapping[str, Iterable[date]]
"""The days of events that a clock may await, by name."""


def _words(value: Any) -> set[str]:
    """A value of a field as words; several where it holds several, and the empty one where it is not stated."""
    if value is None or value == ():
        return {""}
    return {str(one).lower() for one in (value if isinstance(value, tuple) else (value,))}


def _spells(row: Clock, record: Record, book: RuleBook, kind: str) -> Callable[[Item, Case], tuple[Held, ...]]:
    """How the spells are read in which days come together: those of a status, or from a field to what stops the row.

    Spells of one person come together, though each be an item of its own.
    """
    name = row.starts_on[0]
    if "=" in name:
        runs = runs_of(name, book, kind)
        return lambda item, case: tuple((run.begins, _last_day(run)) for run in runs(case))
    begins, ends = record.signal(name, book, kind), [record.signal(stop, book, kind) for stop in row.stops_on]
    persons = record.persons(kind)

    def read(item: Item, case: Case) -> tuple[Held, ...]:
        found: list[Held] = []
        for own, beside in persons.get(person_of(case), ((item, case),)):
            ended = next((days[0] for end in ends if (days := end(own, beside))), None)
            found += [(day, ended) for day in begins(own, beside)]
        return tuple(found)

    return read


def _last_day(run: Run) -> Moment | None:
    return None if run.until is None else Moment.day(run.until - timedelta(1))
