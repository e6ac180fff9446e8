"""One row of a clock, counted: each start once, with a note for whatever keeps the answer from being one day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta, tzinfo
from typing import Any

import attrs

from oversight_core.errors import OutsideCalendar, UnknownCalendar
from oversight_core.moments import Calendars, Moment
from oversight_core.rules.clock import Clock, Unit
from oversight_core.rules.counting import Due, count, day_of, fresh_start, is_before


@attrs.frozen
class Reckoned:
    """When something falls due, and why that is not known, or not more closely."""

    due: Due
    notes: tuple[str, ...] = ()


class Reckoner:
    """A row with the calendar and the events that it is counted by.  Every answer is kept, so each is counted once."""

    def __init__(self, row: Clock, calendars: Calendars, events: Mapping[str, Iterable[date]]) -> None:
        self.row = row
        self._calendars = calendars
        self._events = sorted(events.get(row.awaits, ())) if row.awaits else []
        self._known: dict[tuple[Moment, timedelta | None, int, Any], Reckoned] = {}

    def due(self, start: Moment, number: int = 1, zone: Any = None) -> Reckoned:
        """The `number`-th occurrence after a start; `zone` is what the item says of its zone, where it must."""
        offset = start.at.utcoffset() if start.at else None  # of one instant, another offset may have another day
        key = start, offset, number, zone
        if key not in self._known:
            self._known[key] = self._reckon(start, number, zone)
        return self._known[key]

    def _reckon(self, start: Moment, number: int, zone: Any) -> Reckoned:
        notes = []
        local = _zone(zone) if self.row.unit == Unit.HOURS else None
        try:
            days = self._calendars.days(self.row.calendar)
            due = count(self.row, start, days=days, number=number, zone=local)
        except (UnknownCalendar, OutsideCalendar) as error:
            return Reckoned(Due(None, None), (str(error),))
        if due.latest is None and start.latest is not None:
            notes.append("it lies beyond the calendar")
        if self.row.unit == Unit.HOURS and local is None and not due.exact:
            notes.append(f"the time zone {zone!r} is not known" if zone else "no time zone is stated")
        if not self.row.awaits:
            return Reckoned(due, tuple(notes))
        awaited = Due(self._first_after(due.earliest), self._first_after(due.latest))
        if awaited.latest is None:
            notes.append(f"it falls due at the first {self.row.awaits} after {due.latest or due.earliest}")
        if awaited.earliest is None and due.earliest is not None:
            awaited = Due(_next_day(due.earliest), None)
        return Reckoned(awaited, tuple(notes))

    def _first_after(self, day: date | None) -> date | None:
        return None if day is None else next((event for event in self._events if is_before(day, event)), None)

    def number_of(self, at: date, bound: Callable[[int], date | None]) -> int:
        """The first occurrence of which a bound is no earlier than a day or instant, or lies beyond the calendar.

        The bounds rise; so it doubles its step until it is past, and halves what is left.
        """

        def reached(number: int) -> bool:
            found = bound(number)
            return found is None or not is_before(found, at)

        low, high = 0, 1
        while not reached(high):
            low, high = high, high * 2
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if reached(middle) else (middle, high)
        return high

    def opening(self, start: date | None, number: int) -> date | None:
        """The end of the period at which the `number`-th occurrence of a row starts anew."""
        return None if start is None else fresh_start(self.row, start, number)


def _zone(name: Any) -> tzinfo | None:
    """A time zone by its name in the tz database; None for what is none."""
    from zoneinfo import ZoneInfo  # loads how Python was built, which only hours need

    try:
        return ZoneInfo(name) if name and isinstance(name, str) else None
    except (KeyError, ValueError, OSError):  # no such key, no key at all, or a folder of them
        return None


def _next_day(at: date) -> date | None:
    return None if day_of(at) == date.max else day_of(at) + timedelta(1)
