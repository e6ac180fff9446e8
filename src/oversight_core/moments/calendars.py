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

_STRIDE = 366
_FEW_OPEN = 40
"""A calendar is looked through for this many years for one open day: one that is always closed ends there."""


class OpenDays:
    """The open days of a calendar, laid out once in a growing list, so that counting is a look-up.

    >>> days = OpenDays(WEEKENDS)
    >>> friday = date(2024, 2, 2)
    >>> str(days.after(friday, 1)), days.between(friday, date(2024, 2, 9))
    ('2024-02-05', 5)
    """

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self._laid = _Laid((), 0, 0)

    def after(self, day: date, count: int) -> date:
        """The `count`-th open day after a day, which is not counted itself.  Raises `OutsideCalendar`."""
        start = day.toordinal()
        laid, idle = self._covering(start, start + 1), 0
        place = bisect_right(laid.open, start) + count - 1
        while place >= len(laid.open):
            wider = self._further(start, laid, _STRIDE + count)
            idle = 0 if len(wider.open) > len(laid.open) else idle + 1
            if idle > _FEW_OPEN:
                raise OutsideCalendar(self.calendar.name, day)
            laid = wider
            place = bisect_right(laid.open, start) + count - 1
        return date.fromordinal(laid.open[place])

    def between(self, first: date, last: date) -> int:
        """How many open days lie after one day, up to and including another; 0 where that comes earlier."""
        start, end = first.toordinal(), last.toordinal()
        if end <= start:
            return 0
        laid = self._covering(start, end + 1)
        return bisect_right(laid.open, end) - bisect_right(laid.open, start)

    def is_open(self, day: date) -> bool:
        """Whether a day is open."""
        ordinal = day.toordinal()
        laid = self._covering(ordinal, ordinal + 1)
        place = bisect_left(laid.open, ordinal)
        return place < len(laid.open) and laid.open[place] == ordinal

    def _further(self, start: int, laid: _Laid, stride: int) -> _Laid:
        """Laid out by so many more days, or by fewer where the calendar ends within them.  Raises `OutsideCalendar`."""
        try:
            return self._covering(start, laid.last + stride)
        except OutsideCalendar:
            if stride == 1:
                raise
            return self._further(start, laid, stride // 2)

    def _covering(self, first: int, last: int) -> _Laid:
        """The days laid out, at least from `first` up to `last`.  What is laid out is replaced, never changed."""
        laid = self._laid
        if laid.first <= first and last <= laid.last and laid.last:
            return laid
        if last > date.max.toordinal() + 1:
            raise OutsideCalendar(self.calendar.name, date.max)
        if not laid.last:
            laid = _Laid((), first, first)
        before = self._opened(first, laid.first)
        after = self._opened(laid.last, last)
        laid = _Laid((*before, *laid.open, *after), min(first, laid.first), max(last, laid.last))
        self._laid = laid
        return laid

    def _opened(self, first: int, last: int) -> list[int]:
        is_open, day = self.calendar.is_open, date.fromordinal
        return [ordinal for ordinal in range(first, last) if is_open(day(ordinal))]


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


@attrs.frozen
class _Laid:
    """Ordinals of the open days from `first` up to, not including, `last`."""

    open: tuple[int, ...]
    first: int
    last: int
