"""Deadlines as an iCalendar file (RFC 5545), one event each, which calendar programs read.

The same deadlines as of the same day give the same bytes, and an event keeps its identity when its day moves: a program
that reads the file again moves the event and adds none.  Words of documents are one harmless line each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from os import PathLike
from typing import TYPE_CHECKING

import attrs

from oversight_adapters.calendars.errors import CalendarsNotInstalled
from oversight_adapters.calendars.wording import background, day_or_time, sentence
from oversight_adapters.writers.files import whole_file
from oversight_adapters.writers.safe import one_line, shortened
from oversight_adapters.writers.wording import words
from oversight_core.names import Item
from oversight_core.questions.deadlines.deadline import Deadline, Timeliness

if TYPE_CHECKING:
    from icalendar import Event
    from icalendar.prop import vInline

MAKER = "-//oversight-core//deadlines//EN"
SUMMARY = 160
"""How many characters a title has at most; the description says all."""

Called = Callable[[Item], str]
"""What people call an item."""


@attrs.frozen
class Events:
    """A calendar file: its text, how many events it holds, and how many deadlines are left out, having no day."""

    text: str = attrs.field(repr=False)
    events: int
    left_out: int


def to_ics(deadlines: Iterable[Deadline], *, as_of: date, called: Called = str) -> Events:
    """Deadlines as the text of a calendar file, as of a day.

    Days are whole days, deadlines in hours are instants in UTC.  A range stands on its earliest day, and says until
    when it may be.  Raises `CalendarsNotInstalled`.
    """
    try:
        from icalendar import Calendar
    except ImportError:
        raise CalendarsNotInstalled("an .ics file", "the library icalendar") from None
    held = tuple(deadlines)
    dated = [one for one in held if _first(one) is not None]
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for deadline in sorted(dated, key=_order):
        calendar.add_component(_event(deadline, as_of, called))
    return Events(calendar.to_ical().decode(), len(dated), len(held) - len(dated))


def write_ics(deadlines: Iterable[Deadline], path: str | PathLike[str], *, as_of: date, called: Called = str) -> Events:
    """The same into a file: all of it, or what stood there stays.

    Raises `CalendarsNotInstalled` and `oversight_adapters.writers.files.UnwritableFile`.
    """
    made = to_ics(deadlines, as_of=as_of, called=called)
    with whole_file(path) as out:
        out.write(made.text)
    return made


def _event(deadline: Deadline, as_of: date, called: Called) -> Event:
    from icalendar import Event

    first = _first(deadline)
    assert first is not None  # those without a day are left out before
    event = Event()
    event.add("uid", _identity(deadline))
    event.add("dtstamp", as_of.astimezone(UTC) if isinstance(as_of, datetime) else datetime.combine(as_of, time(), UTC))
    event.add("dtstart", first.astimezone(UTC) if isinstance(first, datetime) else first)
    if not isinstance(first, datetime) and first < date.max:
        event.add("dtend", first + timedelta(1))  # the first day on which it is over, as the standard has it
    event.add("summary", _text(_summary(deadline, as_of, called)))
    event.add("description", _text("\n".join(_description(deadline, as_of, called))))
    event.add("transp", "TRANSPARENT")  # whoever has a deadline is not busy all day
    return event


def _text(said: str) -> vInline:
    """Words as RFC 5545 escapes them; icalendar itself would make a new line of a backslash before a capital N."""
    from icalendar.prop import vInline

    for mark, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        said = said.replace(mark, escaped)
    return vInline(said)


def _first(deadline: Deadline) -> date | None:
    """The day or instant on which it stands: its earliest, else its latest."""
    return deadline.due.latest if deadline.due.earliest is None else deadline.due.earliest


def _order(deadline: Deadline) -> tuple[str, Item, str, int]:
    return f"{_first(deadline)}", deadline.item, deadline.clock, deadline.occurrence


def _identity(deadline: Deadline) -> str:
    """One name for one deadline, wherever its day moves to."""
    parts = (deadline.item, deadline.rulebook, deadline.clock, deadline.occurrence)
    named = "|".join(map(str, parts)).encode(errors="surrogatepass")  # half a letter is a name as good as any
    return f"{sha256(named).hexdigest()[:32]}@oversight-core"


def _summary(deadline: Deadline, as_of: date, called: Called) -> str:
    """A title: what, by whom, about what; that it may be later stands before all that."""
    due = deadline.due
    until = "" if due.exact or due.earliest is None else f"from {due.earliest:%Y-%m-%d} on, "
    if until and due.latest is not None:
        until = f"perhaps until {day_or_time(due.latest)}, "
    late = "OVERDUE, " if deadline.state(as_of) is Timeliness.OVERDUE else ""
    whose = "a marker" if deadline.marker else one_line(deadline.duty_holder)
    what = f"{late}{until}{one_line(words(deadline.clock))}: {whose}"
    return shortened(f"{what} · {one_line(called(deadline.item))}", SUMMARY)


def _description(deadline: Deadline, as_of: date, called: Called) -> Iterator[str]:
    yield f"{sentence(deadline, as_of)}."
    yield from background(deadline)
    name, item = one_line(called(deadline.item)), str(deadline.item)
    yield from dict.fromkeys((name, item))
    yield f"rulebook {one_line(deadline.rulebook)}, as of {day_or_time(as_of)}"
