"""Days beside instants: the day of an instant is its local one, in its own offset, as the source prints it."""

from __future__ import annotations

from datetime import date, datetime

from oversight_core.moments import Moment


def day_of(at: date) -> date:
    """A day as it is; of an instant, its local day.

    >>> str(day_of(datetime.fromisoformat("2024-03-31T23:30:00-04:00")))
    '2024-03-31'
    """
    return at.date() if isinstance(at, datetime) else at


def bounds_of(moment: Moment) -> tuple[date | None, date | None]:
    """The first and the last day of a moment; of an instant, its local day."""
    if moment.at is None:
        return moment.earliest, moment.latest
    day = moment.at.date()
    return day, day


def is_before(one: date, other: date) -> bool:
    """Whether one day or aware instant is before another; where only one is an instant, its local day is compared."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return day_of(one) < day_of(other)
