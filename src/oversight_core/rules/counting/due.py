"""When a clock falls due, given when it started: a day, an instant, or a range of them that is as wide as the start."""

from __future__ import annotations

from datetime import date, datetime, timezone, tzinfo

import attrs

from oversight_core.moments import Moment, OpenDays
from oversight_core.rules.clock import Clock, Unit
from oversight_core.rules.counting.days import anchors, last_day
from oversight_core.rules.counting.hours import anywhere, last_instant, midnight_after, midnight_before
from oversight_core.rules.counting.local import bounds_of


@attrs.frozen
class Due:
    """The earliest and the latest that a deadline can be: days, or aware instants where hours are counted.

    Instants have the offset of the local time that they are counted in, where that is known; else they are in UTC.
        None is a bound that nothing gives.  Both are equal where the start is a single day or instant.
    """

    earliest: date | None
    latest: date | None

    @property
    def exact(self) -> bool:
        """Whether it is one day or instant."""
        return self.earliest == self.latest and self.latest is not None

    def __str__(self) -> str:
        if self.exact:
            return _printed(self.latest)
        if self.earliest is None and self.latest is None:
            return "not known"
        return f"between {_printed(self.earliest)} and {_printed(self.latest)}"


def _printed(bound: date | None) -> str:
    if bound is None:
        return "an unknown day"
    return bound.isoformat(timespec="minutes").replace("+00:00", "Z") if isinstance(bound, datetime) else str(bound)


def count(clock: Clock, start: Moment, *, days: OpenDays, number: int = 1, zone: tzinfo | None = None) -> Due:
    """When the `number`-th occurrence of a clock falls due; `zone` is the local time of an hour clock.

    Days are counted from the local day of an instant.  A start that is only a month gives the range from what its first
    day gives to what its last day gives; hours in a zone that is not known give the range over all zones.  A bound that
    the start does not have, or that lies beyond the calendar, is None.  Raises `OutsideCalendar`.

    >>> from oversight_core.moments import PLAIN
    >>> from oversight_core.rules import Citation
    >>> law = Citation("49 U.S.C. 1135(a)", "statute", "Transportation answering NTSB", "second hand", "a copy")
    >>> reply = Clock("reply", "received_on", 90, "days", "Transportation", law, calendar="plain", kinds="document")
    >>> print(count(reply, Moment.parse("2024-02"), days=OpenDays(PLAIN)))
    between 2024-05-01 and 2024-05-29
    """
    if clock.unit == Unit.HOURS:
        first, last = (start.at, start.at) if start.at else (start.earliest, start.latest)
        ends = _instants(clock, first, days, number, zone)
        return Due(ends[0], ends[1] if first is last else _instants(clock, last, days, number, zone)[1])
    first_day, final_day = bounds_of(start)
    earliest = _last(clock, first_day, days, number)
    return Due(earliest, earliest if first_day is final_day else _last(clock, final_day, days, number))


def fresh_start(clock: Clock, start: date, number: int) -> date | None:
    """The end of the `number`-th period at which a clock starts anew; None where that is beyond the calendar."""
    try:
        return anchors(clock, start, number)
    except OverflowError:
        return None


def _last(clock: Clock, start: date | None, days: OpenDays, number: int) -> date | None:
    if start is None:
        return None
    try:
        if clock.each is not None:
            return last_day(clock, anchors(clock, start, number), 1, days)
        return last_day(clock, start, number, days)
    except OverflowError:
        return None


def _instants(
    clock: Clock, start: date | None, days: OpenDays, number: int, zone: tzinfo | None
) -> tuple[datetime, datetime] | tuple[None, None]:
    """The earliest and the latest instant that hours end on, counted from an instant or from anywhere in a day."""
    if start is None:
        return None, None
    hours = clock.units(number)
    try:
        if zone is None:
            return anywhere(start, hours, days)
        if isinstance(start, datetime):
            first = last = last_instant(start, hours, zone, days)
        else:
            first = last_instant(midnight_before(start, zone), hours, zone, days)
            last = last_instant(midnight_after(start, zone), hours, zone, days)
        return _local(first, zone), _local(last, zone)
    except OverflowError:
        return None, None


def _local(at: datetime, zone: tzinfo) -> datetime:
    """An instant in the offset that its zone then has; as of two in one zone Python compares only what clocks show."""
    local = at.astimezone(zone)
    offset = local.utcoffset()
    assert offset is not None  # every zone has one
    return local.replace(tzinfo=timezone(offset), fold=0)
