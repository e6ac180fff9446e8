"""Clocks as the prose has them, stepped day by day or minute by minute; nothing here is shared with the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo

DAY, MINUTE = timedelta(1), timedelta(minutes=1)
QUARTER_ENDS = {(12, 31), (3, 31), (6, 30), (9, 30)}
PERIOD_ENDS = {
    "fiscal quarter": QUARTER_ENDS,
    "fiscal half-year": {(3, 31), (9, 30)},
    "fiscal year": {(9, 30)},
}


def nth_day(start: date, length: int, counts: Callable[[date], bool]) -> date:
    """The length-th counting day after a start, which is not counted: one day at a time."""
    day, seen = start, 0
    while seen < length:
        day += DAY
        seen += counts(day)
    return day


def last_before(start: date, length: int, counts: Callable[[date], bool]) -> date:
    """The last counting day before day `length`; the start itself before day 1."""
    return nth_day(start, length - 1, counts)


def is_month_end(day: date) -> bool:
    return (day + DAY).month != day.month


def months_on(start: date, months: int, *, last_stays_last: bool) -> date:
    """Walk to the month that is so many months on, then to the day in it that has the same number, or to its last."""
    day, turned = start, 0
    while turned < months:
        before, day = day, day + DAY
        turned += before.month != day.month
    while True:
        if last_stays_last and is_month_end(start):
            if is_month_end(day):
                return day
        elif day.day == start.day or is_month_end(day):
            return day
        day += DAY


def period_ends(start: date, period: str, number: int, *, on_start: bool) -> date:
    """The number-th end of a fiscal period after a start, or on it where `on_start`."""
    day, seen = (start if on_start else start + DAY), 0
    while True:
        seen += (day.month, day.day) in PERIOD_ENDS[period]
        if seen == number:
            return day
        day += DAY


def hours_on(start: datetime, hours: int, zone: tzinfo, counts: Callable[[date], bool]) -> datetime:
    """The instant at which so many hours of counting local days have passed, minute by minute in UTC.

    A local day that has begun goes on although the clock be put back to the day before.
    """
    at, left = start.astimezone(UTC), hours * 60
    local = at.astimezone(zone).date()
    while left:
        local = max(local, at.astimezone(zone).date())
        left -= counts(local)
        at += MINUTE
    return at


def days_held(spells: Iterable[tuple[date, date | None]], day: date) -> bool:
    return any(first <= day and (last is None or day <= last) for first, last in spells)


def first_reached(
    spells: list[tuple[date, date | None]], days: int, window: int, since: date, limit: date
) -> date | None:
    """The first day since then that is in a spell and on which so many days of the last `window` were."""
    day = since
    while day <= limit:
        held = [day - n * DAY for n in range(window) if days_held(spells, day - n * DAY)]
        if days_held(spells, day) and len(held) >= days:
            return day
        day += DAY
    return None
