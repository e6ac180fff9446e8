"""Hours counted from an instant.  They are hours that pass; those of a closed local day do not count."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from oversight_core.moments import PLAIN, OpenDays

_QUARTERS = range(-12 * 4, 14 * 4 + 1)
EVERYWHERE = tuple(timezone(timedelta(minutes=15 * quarters)) for quarters in _QUARTERS)
"""Every offset from UTC that a local time may have."""

_CHANGE = timedelta(hours=2)
"""By how much a clock is put on or back, at most."""


def last_instant(start: datetime, hours: int, zone: tzinfo, days: OpenDays) -> datetime:
    """The instant at which so many counted hours have passed, in UTC.

    A day of 23 or 25 hours, when clocks are changed, has so many.  Raises `OutsideCalendar` and `OverflowError`.
    """
    left = timedelta(hours=hours)
    at = start.astimezone(UTC)
    if days.calendar == PLAIN:  # no day is left out, however many there are
        return at + left
    while True:
        local = _local_day(at, zone)
        if days.is_open(local):
            midnight = midnight_after(local, zone)
            if at + left <= midnight:
                return at + left
            left -= midnight - at
            at = midnight
        else:
            at = midnight_before(days.after(local, 1), zone)


def anywhere(start: date | datetime, hours: int, days: OpenDays) -> tuple[datetime, datetime]:
    """The earliest and the latest such instant where the time zone is not known; a day starts at any midnight of it.

    Where every day counts an instant needs no zone, and both are one.  Raises as `last_instant` does.
    """
    if isinstance(start, datetime):
        found = [last_instant(start, hours, zone, days) for zone in EVERYWHERE]
        earliest, latest = min(found), max(found)
    else:
        earliest = min(last_instant(midnight_before(start, zone), hours, zone, days) for zone in EVERYWHERE)
        latest = max(last_instant(midnight_after(start, zone), hours, zone, days) for zone in EVERYWHERE)
    if days.calendar == PLAIN:
        return earliest, latest
    return earliest - _CHANGE, latest + _CHANGE  # a closed day on which clocks are changed is shorter or longer


def midnight_after(day: date, zone: tzinfo) -> datetime:
    """When a local day ends, in UTC."""
    return midnight_before(day + timedelta(1), zone)


def midnight_before(day: date, zone: tzinfo) -> datetime:
    """When a local day begins, in UTC: at its first midnight, where clocks that are put back bring a second one."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _local_day(at: datetime, zone: tzinfo) -> date:
    """The local day at an instant: once begun it goes on, though clocks be put back to the day before."""
    day = at.astimezone(zone).date()
    return day if at < midnight_after(day, zone) else day + timedelta(1)
