"""Hours counted from an instant.  They are hours that pass; those of a closed local day do not count."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from oversight_core.moments import OpenDays


def last_instant(start: datetime, hours: int, zone: tzinfo, days: OpenDays) -> datetime:
    """The instant at which so many counted hours have passed, in UTC.

    A day of 23 or 25 hours, when clocks are changed, has so many.  Raises `OutsideCalendar` and `OverflowError`.
    """
    left = timedelta(hours=hours)
    at = start.astimezone(UTC)
    while True:
        local = at.astimezone(zone).date()
        midnight = midnight_after(local, zone)
        if days.is_open(local):
            if at + left <= midnight:
                return at + left
            left -= midnight - at
            at = midnight
        else:
            at = midnight_after(days.after(local, 1) - timedelta(1), zone)


def midnight_after(day: date, zone: tzinfo) -> datetime:
    """When a local day ends, in UTC."""
    return datetime.combine(day + timedelta(1), time(), zone).astimezone(UTC)
