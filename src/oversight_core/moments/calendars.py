"""Calendars: which days count.  A business day is found by look-up, not by going from day to day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date
from typing import Protocol, runtime_checkable

import attrs

from oversight_core.errors import OutsideCalendar, UnknownCalendar


@runtime_checkable
class Calendar(Protocol):
    """Any object that has a name and knows which days are open.

    It may raise `OutsideCalendar` for a day that it does not know; it must always answer alike for the same day.
    """

    @property
    def name(self) -> str:
        """What rules call it, such as ``us-federal``."""
        ...

    def is_open(self, day: date) -> bool:
        """Whether a day counts."""
        ...


@attrs.frozen
class Weekly:
    """A calendar that closes on the same days of every week, by `date.weekday`: 0 is Monday.

    >>> WEEKENDS.is_open(date(2024, 2, 3)), PLAIN.is_open(date(2024, 2, 3))
    (False, True)
    """

    name: str
    closed: frozenset[int] = frozenset()

    def is_open(self, day: date) -> bool:
        """Whether it is none of the closed days of the week."""
        return day.weekday() not in self.closed


PLAIN = Weekly("plain")
"""Every day counts."""

WEEKENDS = Weekly("weekends", frozenset({5, 6}))
"""Saturdays and Sundays do not count; holidays do."""

US_FEDERAL = "us-federal"
"""The name of the calendar without weekends, federal holidays and one-off closings; an adapter brings the days."""

CALENDAR_NAMES = (PLAIN.name, WEEKENDS.name, US_FEDERAL)
"""The calendars that rules which ship may name."""

_FEW_OPEN = 40
"""A calendar is looked through for this many years for one open day: one that is always closed ends there."""


class OpenDays:
    """The open days of a calendar, each year laid out once, so that counting is a look-up.

    >>> days = OpenDays(WEEKENDS)
    >>> friday = date(2024, 2, 2)
    >>> str(days.after(friday, 1)), days.between(friday, date(2024, 2, 9))
    ('2024-02-05', 5)
    """

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self._years: dict[int, _Year] = {}

    def after(self, day: date, count: int) -> date:
        """The `count`-th open day after a day, which is not counted itself.  Raises `OutsideCalendar`."""
        start = day.toordinal()
        year = self._years.get(day.year)
        if year is not None and year.first <= start + 1:  # mostly it lies in the same year, one look away
            found = bisect_right(year.open, start) + count - 1
            if found < len(year.open):
                return date.fromordinal(year.open[found])
        return self._further(start, day, count)

    def _further(self, start: int, day: date, left: int) -> date:
        """As `after`, from year to year."""
        idle = 0
        for number in range(day.year, date.max.year + 1):
            year = self._years.get(number) or self._lay_out(number)
            place = bisect_right(year.open, start)
            found = place + left - 1
            is_here = found < len(year.open)
            if not year.knows(start + 1, year.open[found] + 1 if is_here else year.end):
                break
            if is_here:
                return date.fromordinal(year.open[found])
            left -= len(year.open) - place
            idle = idle + 1 if place == len(year.open) else 0
            if idle > _FEW_OPEN:
                break
        raise OutsideCalendar(self.calendar.name, day)

    def between(self, first: date, last: date) -> int:
        """How many open days lie after one day, up to and including another; 0 where that comes earlier.

        Raises `OutsideCalendar`.
        """
        start, end, found = first.toordinal(), last.toordinal(), 0
        for number in range(first.year, last.year + 1):
            year = self._years.get(number) or self._lay_out(number)
            if not year.knows(start + 1, end + 1):
                raise OutsideCalendar(self.calendar.name, first)
            found += max(0, bisect_right(year.open, end) - bisect_right(year.open, start))
        return found

    def is_open(self, day: date) -> bool:
        """Whether a day is open.  Raises `OutsideCalendar`."""
        ordinal = day.toordinal()
        year = self._years.get(day.year) or self._lay_out(day.year)
        if not year.knows(ordinal, ordinal + 1):
            raise OutsideCalendar(self.calendar.name, day)
        place = bisect_left(year.open, ordinal)
        return place < len(year.open) and year.open[place] == ordinal

    def _lay_out(self, number: int) -> _Year:
        """The days of a year: those that the calendar knows, one after the other, up to the first that it does not."""
        begin, end = date(number, 1, 1).toordinal(), date(number, 12, 31).toordinal() + 1
        open_: list[int] = []
        first, last = begin, begin
        for ordinal in range(begin, end):
            try:
                if self.calendar.is_open(date.fromordinal(ordinal)):
                    open_.append(ordinal)
            except OutsideCalendar:
                if last > first:
                    break
                first = ordinal + 1
            last = ordinal + 1
        year = self._years[number] = _Year(tuple(open_), begin, end, first, last)
        return year


@attrs.frozen
class _Year:
    """Ordinals of the open days of a year from `begin` up to `end`, of which `first` up to `last` are known."""

    open: tuple[int, ...]
    begin: int
    end: int
    first: int
    last: int

    def knows(self, first: int, last: int) -> bool:
        """Whether those days of the year are known that lie from a day up to another."""
        first, last = max(first, self.begin), min(last, self.end)
        return first >= last or (self.first <= first and last <= self.last)


class Calendars:
    """The calendars that may be counted by, each laid out once: the plain ones, and those that are brought.

    >>> Calendars().days("weekends").calendar.name
    'weekends'
    """

    def __init__(self, brought: Iterable[Calendar] = ()) -> None:
        self._days = {calendar.name: OpenDays(calendar) for calendar in (PLAIN, WEEKENDS, *brought)}

    def days(self, name: str) -> OpenDays:
        """The open days of a calendar.  Raises `UnknownCalendar`."""
        try:
            return self._days[name]
        except KeyError:
            raise UnknownCalendar(name, tuple(self._days)) from None
