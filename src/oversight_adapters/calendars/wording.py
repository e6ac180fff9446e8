"""A deadline in sentences: who must do what by when, since when it is late, and what that rests on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from oversight_adapters.writers.safe import one_line
from oversight_adapters.writers.wording import words
from oversight_core.questions.deadlines.deadline import Deadline, Timeliness
from oversight_core.rules import Due

NOT_FOUND = "no deadline found"
"""What is said where nothing gives a day."""


def day_of(bound: date | None) -> date | None:
    """The day of a bound; of an instant, its day in UTC."""
    return bound.astimezone(UTC).date() if isinstance(bound, datetime) else bound


def day_or_time(bound: date) -> str:
    """A day, or an instant to the minute in UTC.

    >>> day_or_time(date(2024, 5, 1)), day_or_time(datetime(2024, 5, 1, 14, 30, tzinfo=UTC))
    ('2024-05-01', '2024-05-01 14:30 UTC')
    """
    return f"{bound.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if isinstance(bound, datetime) else str(bound)


def when(due: Due) -> str:
    """The last day or time, a range in words.

    >>> when(Due(date(2024, 5, 1), date(2024, 5, 29))), when(Due(None, None))
    ('2024-05-01 at the earliest and 2024-05-29 at the latest', 'a day that is not known')
    """
    first, last = due.earliest, due.latest
    if first is not None and last is not None:
        return day_or_time(last) if due.exact else f"{day_or_time(first)} at the earliest and {_at_latest(last)}"
    if first is not None:
        return f"{day_or_time(first)} at the earliest, no latest day being known"
    return _at_latest(last) if last is not None else "a day that is not known"


def _at_latest(last: date) -> str:
    return f"{day_or_time(last)} at the latest"


def sentence(deadline: Deadline, on: date) -> str:
    """Who must do what by when, as of a day; since when it is late, where it is."""
    holder = one_line(deadline.duty_holder)
    what = one_line(words(deadline.clock)) + (f": {one_line(deadline.means)}" if deadline.means else "")
    by = when(deadline.due)
    match deadline.state(on):
        case Timeliness.OVERDUE:
            days = _days(deadline.due.latest, on)
            late = f"and is late since {on - timedelta(days - 1)}, by {days} day{'s' * (days != 1)}"
            said = f"{holder} was to act by {by}, {late} ({what})"
        case Timeliness.PERHAPS_OVERDUE:
            late = f"and may be late since {on - timedelta(_days(deadline.due.earliest, on) - 1)}"
            said = f"{holder} was to act by {by}, {late} ({what})"
        case Timeliness.PASSED:
            said = f"passed on {by}: {what} (a marker; nobody must act)"
        case Timeliness.RUNNING if deadline.marker:
            said = f"passes on {by}: {what} (a marker; nobody must act)"
        case Timeliness.NOT_KNOWN if deadline.marker:
            said = f"{what} (a marker; nobody must act): when it passes is not known: {NOT_FOUND}"
        case Timeliness.NOT_KNOWN:
            said = f"{holder} must act, and by when is not known: {NOT_FOUND} ({what})"
        case _:
            said = f"{holder} must act by {by} ({what})"
    return said[:1].upper() + said[1:]


def _days(last: date | None, on: date) -> int:
    """How many days lie between the last day in time and another."""
    day = day_of(last)
    assert day is not None  # a state that is late has a day
    return (on - day).days


def background(deadline: Deadline) -> Iterator[str]:
    """What it was counted from, what was changed or missed, what is not known, and what it rests on; a line each."""
    if deadline.start is not None:
        yield f"counted from {one_line(deadline.start)}"
    if times := deadline.extensions:
        yield f"first due {when(deadline.original)}; {times} extension{'s' * (times != 1)} approved"
    if deadline.occurrence > 1 or deadline.missed:
        periods = "1 period has" if deadline.missed == 1 else f"{deadline.missed} periods have"
        missed = f"; {periods} passed unmet" if deadline.missed else ""
        yield f"occurrence {deadline.occurrence} of a clock that repeats{missed}"
    yield from map(one_line, deadline.notes)
    yield from (f"rests on {one_line(citation)}" for citation in deadline.cites)
