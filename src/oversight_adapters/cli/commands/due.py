"""`oversight due` and `oversight overdue`: who must do what by when, and on what that rests."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from cyclopts import Parameter

from oversight_adapters.calendars.wording import counted, day_or_time
from oversight_adapters.cli import out
from oversight_adapters.cli.deadlines import Asked, ask, lines, tell, write
from oversight_adapters.cli.options import DEFAULT_STORE, PRESENT, Dates, Json, Store
from oversight_adapters.cli.spans import last_day
from oversight_adapters.cli.targets import not_the_record, only_a_calendar
from oversight_core.questions.deadlines import Deadline, Timeliness
from oversight_core.questions.deadlines.deadline import may_fall
from oversight_core.rules.counting import day_of

Ics = Annotated[
    str | None, Parameter(help="Write them into this calendar file (.ics) as well; nothing but a calendar is replaced.")
]
Kind = Annotated[str | None, Parameter(help="Only those of items of this kind, such as recommendation.")]
Book = Annotated[
    str | None,
    Parameter(help="Only those of this rulebook; a file that ends in .toml takes the place of the installed one."),
]
Event = Annotated[
    tuple[str, ...],
    Parameter(help="When something came that a clock awaits, NAME=DAY; may be repeated."),
]


def due(
    *,
    within: str = "30d",
    kind: Kind = None,
    rulebook: Book = None,
    event: Event = (),
    ics: Ics = None,
    store: Store = DEFAULT_STORE,
    dates: Dates = PRESENT,
    json: Json = False,
) -> None:
    """Show what may fall due soon, as of today unless you give a day: who must do what by when, and why.

    Parameters
    ----------
    within:
        How far ahead: a number of days, or 30d, 6w, 3m, 1y; the first and the last day count.
    """

    def wanted(deadline: Deadline, on: date) -> bool:
        return may_fall(deadline.due, on, last_day(within, day_of(on)))

    _check(ics, store)
    last_day(within, date.today())  # what is wrong with it is told before the record is read
    asked = ask(store, dates, wanted, kind=kind, rulebook=rulebook, event=event)
    until = f"from {day_or_time(asked.on)} to {last_day(within, day_of(asked.on))}"
    _answer(asked, f"May fall due {until}", f"nothing falls due {until}", ics=ics, json=json)


def overdue(
    *,
    kind: Kind = None,
    rulebook: Book = None,
    event: Event = (),
    ics: Ics = None,
    store: Store = DEFAULT_STORE,
    dates: Dates = PRESENT,
    json: Json = False,
) -> None:
    """Show what is late, or may be, as of today unless you give a day: who was to do what by when, and why."""
    _check(ics, store)
    asked = ask(store, dates, _is_late, kind=kind, rulebook=rulebook, event=event)
    on = day_or_time(asked.on)
    _answer(asked, f"Overdue as of {on}", f"nothing is overdue as of {on}", ics=ics, json=json)


def _check(ics: str | None, store: str) -> None:
    """Raise `WrongUse` where a calendar would replace something else; before the record is read."""
    if ics is not None:
        not_the_record(ics, store)
        only_a_calendar(ics)


def _is_late(deadline: Deadline, on: date) -> bool:
    return deadline.state(on) in (Timeliness.OVERDUE, Timeliness.PERHAPS_OVERDUE)


def _answer(asked: Asked, title: str, nothing: str, *, ics: str | None, json: bool) -> None:
    if json:
        for line in lines(asked):
            out.json_line(line)
    else:
        tell(asked, title, nothing)
    if ics is None:
        return
    events, left_out = write(asked, ics)
    if json:
        out.json_line({"type": "calendar", "output": ics, "events": events, "left_out": left_out})
    else:
        out.line()
        left = f"{counted(left_out, 'deadline')} without a day {'is' if left_out == 1 else 'are'} left out"
        out.line(f"{ics} is written: {counted(events, 'event')}; {left}")
