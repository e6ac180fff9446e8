"""Starts: when a clock began, what came on or after that, and the note where it is no single day."""

from __future__ import annotations

from datetime import date, timedelta

from oversight_core.moments import Moment
from oversight_core.questions.deadlines.signals import Days
from oversight_core.rules.clock import Clock, Unit
from oversight_core.rules.counting import bounds_of, is_before

_SECOND, _LAST_BUT_ONE = date.min + timedelta(1), date.max - timedelta(1)


def spanning(row: Clock, first: Days, last: Days) -> Days:
    """The start of a row that lies between two signals, in whichever order they came; it may lack a bound."""
    hourly = row.unit == Unit.HOURS

    def days(moment: Moment) -> tuple[date | None, date | None]:
        return (moment.earliest, moment.latest) if hourly else bounds_of(moment)

    earliest = days(first[0])[0] if first else None
    latest = days(last[-1])[1] if last else None
    if earliest and latest and latest < earliest:
        earliest, latest = days(last[-1])[0], days(first[0])[1]
    # Where hours are counted the local day of an instant may be the one before or after its day in UTC.
    if hourly and any(moment.at for moment in (*first, *last)):
        earliest = max(earliest, _SECOND) - timedelta(1) if earliest else None
        latest = min(latest, _LAST_BUT_ONE) + timedelta(1) if latest else None
    if earliest is None and latest is None:
        return ()
    return (Moment.between(Moment.day(earliest) if earliest else None, Moment.day(latest) if latest else None),)


def follows(event: Moment, start: Moment) -> bool:
    """Whether an event may have come on or after a start; an unknown bound excludes nothing."""
    if event.latest is None or start.earliest is None:
        return True
    return not is_before(event.at or event.latest, start.at or start.earliest)


def has_come(event: Moment, as_of: date) -> bool:
    """Whether an event may have come by a day or an instant."""
    return event.earliest is None or not is_before(as_of, event.at or event.earliest)


def surely_follows(event: Moment, start: Moment) -> bool:
    """Whether an event came on or after a start, whenever in its span that was."""
    if event.earliest is None or start.latest is None:
        return False
    return not is_before(event.at or event.earliest, start.at or start.latest)


def coarse(row: Clock, start: Moment) -> tuple[str, ...]:
    """The note that a start is no single day, or no instant where hours are counted."""
    if start.at is not None or (is_day(start) and row.unit != Unit.HOURS):
        return ()
    return (f"the source does not state its start, which is {start}" if row.between else f"its start is only {start}",)


def is_day(moment: Moment) -> bool:
    """Whether a moment is a single day, or an instant of one."""
    return moment.latest is not None and moment.earliest == moment.latest
