"""A deadline in sentences: who must do what by when, since when it is late, and what that rests on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from oversight_adapters.writers.safe import one_line
from oversight_adapters.writers.wording import words
from oversight_core.questions.deadlines.deadline import Deadline, Timeliness
from oversight_core.rules import Due
from oversight_core.rules.counting import day_of

NOT_FOUND = "no deadline found"
"""What is said where nothing gives a day."""


def day_or_time(bound: date) -> str:
    """A day, or an instant to the minute in its local time.

    >>> day_or_time(date(2024, 5, 1)), day_or_time(datetime.fromisoformat("2024-05-01T14:30:00Z"))
    ('2024-05-01', '2024-05-01 14:30 UTC')
    """
    if not isinstance(bound, datetime):
        return str(bound)
    return bound.isoformat(" ", "minutes").replace("+00:00", " UTC")


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
    """Who must do what by when, as of a day or an instant; since when it is late, where it is."""
    if not deadline.clock:
        return f"{one_line(deadline.rulebook)} asks for nothing that is known: {NOT_FOUND}"
    holder = one_line(deadline.duty_holder)
    what = one_line(words(deadline.clock)) + (f": {one_line(deadline.means)}" if deadline.means else "")
    by = when(deadline.due)
    match deadline.state(on):
        case Timeliness.OVERDUE:
            assert deadline.due.latest is not None  # what is late has a day
            since, by_how_much = _late(deadline.due.latest, on)
            said = f"{holder} was to act by {by}, and is late since {since}, by {by_how_much} ({what})"
        case Timeliness.PERHAPS_OVERDUE:
            assert deadline.due.earliest is not None  # what may be late has a first day
            since, _ = _late(deadline.due.earliest, on)
            said = f"{holder} was to act by {by}, and may be late since {since} ({what})"
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


def _late(last: date, on: date) -> tuple[str, str]:
    """Since when something is late, and by how much: in days, or in hours where both are instants."""
    if isinstance(last, datetime) and isinstance(on, datetime):
        hours = (on - last) // timedelta(hours=1)
        return day_or_time(last), counted(hours, "hour") if hours else "less than an hour"
    day = day_of(last)
    return f"{day + timedelta(1)}", counted((day_of(on) - day).days, "day")


def counted(number: int, what: str) -> str:
    """A number of things.

    >>> counted(1, "day"), counted(2, "day")
    ('1 day', '2 days')
    """
    return f"{number} {what}{'s' * (number != 1)}"


def asks(deadline: Deadline) -> str:
    """What is asked of whom, where no day is known."""
    if not deadline.clock:
        return f"whatever {one_line(deadline.rulebook)} asks for"
    whose = "a marker; nobody must act" if deadline.marker else f"for {one_line(deadline.duty_holder)} to see to"
    return f"{one_line(words(deadline.clock))}, {whose} ({one_line(deadline.rulebook)})"


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
