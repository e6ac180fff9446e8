"""The deadlines of a record as of a day, for people, as lines of JSON, and as a calendar file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from difflib import get_close_matches

import attrs

from oversight_adapters.calendars import brought, write_ics
from oversight_adapters.calendars.wording import NOT_FOUND, asks, background, sentence
from oversight_adapters.cli import out
from oversight_adapters.cli.called import called
from oversight_adapters.cli.desk import adapters, open_register, rulebooks
from oversight_adapters.cli.emptiness import why_none_runs
from oversight_adapters.cli.exits import FileFailed, WrongUse
from oversight_adapters.cli.lines import Line
from oversight_adapters.cli.options import Dates, day
from oversight_adapters.cli.progress import counting, working
from oversight_adapters.cli.seen import Seen, View
from oversight_adapters.cli.tables import FILE, book_in
from oversight_adapters.readers.facts import plain
from oversight_adapters.writers.files import UnwritableFile
from oversight_core.moments import Calendars
from oversight_core.names import Item
from oversight_core.questions.deadlines import Deadline, Timeliness, deadlines
from oversight_core.rules import Due, RuleBook
from oversight_core.rules.vocabulary import fold

FEW = 5
"""How many items without a day are named one by one."""

Wanted = Callable[[Deadline, date], bool]


@attrs.frozen
class Asked:
    """The deadlines that are wanted as of a day, and those of which no day is known."""

    on: date
    found: tuple[Deadline, ...]
    undated: tuple[Deadline, ...]
    running: int
    view: View
    why_none: tuple[str, ...] = ()

    def called(self, item: Item) -> str:
        """An item as people call it, and its full name where many may be called so."""
        name = called(self.view, item) if item in self.view.cases else str(item)
        return name if item.kind == "recommendation" or name == str(item) else f"{name} ({item})"


def ask(
    store: str, dates: Dates, wanted: Wanted, *, kind: str | None, rulebook: str | None, event: Iterable[str]
) -> Asked:
    """Ask a record for its deadlines, as of today unless a day or an instant is given.

    `kind` and `rulebook` narrow the answer; a rulebook in a file takes the place of the installed one of its name.
    `event` are days of what clocks await.  Raises `WrongUse` for a kind, a rulebook or an event that is not there.
    """
    as_of = dates.moments()
    if as_of.on is None:
        as_of = attrs.evolve(as_of, on=date.today())
    on = dates.instant() or as_of.on
    assert on is not None  # it was given just now
    book = _book(rulebook) if rulebook else None
    brings = (book,) if book else ()
    events = events_of(event, (*rulebooks(), *brings))
    with open_register(store, books=brings, calendars=Calendars(brought())) as register:
        with counting("reading the record") as progress:
            view = View.of(Seen.of(register, as_of, progress=progress), as_of)
        books, same_as = register.tables.books.values(), register.same_as(as_of)
    _is_kind(kind, view)
    with working("counting days"):
        held = deadlines(view.cases, books, as_of=on, calendars=register.calendars, events=events, same_as=same_as)
    asked = [one for one in held if (not kind or one.item.kind == kind) and (book is None or one.rulebook == book.name)]
    return Asked(
        on,
        tuple(one for one in asked if wanted(one, on)),
        tuple(one for one in asked if one.state(on) is Timeliness.NOT_KNOWN),
        len(asked),
        view,
        () if asked else tuple(why_none_runs(view, as_of, kind=kind, rulebook=book.name if book else "")),
    )


def events_of(said: Iterable[str], books: Iterable[RuleBook]) -> dict[str, list[date]]:
    """The days of events that clocks await, each NAME=DAY.  Raises `WrongUse`, and `UnparsableMoment` for no date."""
    awaited = {fold(clock.awaits): clock.awaits for book in books for clock in book.clocks if clock.awaits}
    found: dict[str, list[date]] = {}
    for text in said:
        name, _, written = text.partition("=")
        if fold(name) not in awaited:
            raise WrongUse(
                f"no clock awaits {name.strip()!r}; what clocks await: {', '.join(sorted(awaited.values()))}"
            )
        on = day(written)
        if on.earliest is None or on.earliest != on.latest:
            raise WrongUse(f"the day of {name.strip()!r} is a single day, such as 2025-02-03, not {written.strip()!r}")
        found.setdefault(awaited[fold(name)], []).append(on.earliest)
    return found


def _book(name: str) -> RuleBook:
    if name.endswith(FILE):
        return book_in(name)
    books = {book.name: book for book in rulebooks()}
    if (found := books.get(name.replace("_", "-"))) is not None:
        return found
    near = get_close_matches(name, books, n=3) or list(books)
    raise WrongUse(f"no rulebook is called {name!r}; did you mean {', '.join(near)}?")


def _is_kind(kind: str | None, view: View) -> None:
    kinds = sorted({*adapters().kinds, *(item.kind for item in view.cases)})
    if kind and kind not in kinds:
        near = get_close_matches(kind, kinds, n=3) or kinds
        raise WrongUse(f"there is no kind {kind!r}; did you mean {', '.join(near)}?")


def tell(asked: Asked, title: str, nothing: str) -> None:
    """Deadlines for people: a sentence each and what is behind it, then those of which no day is known."""
    if not asked.running:
        for n, said in enumerate(asked.why_none):
            out.line(said, indent=2 if n else 0)
        return
    out.line(title if asked.found else nothing, style="bold" if asked.found else "")
    named: Item | None = None
    for deadline in asked.found:
        if deadline.item != named:
            out.numbered(asked.view.order.get(deadline.item, ""), asked.called(deadline.item))
        named = deadline.item
        out.line(sentence(deadline, asked.on), indent=6)
        for said in background(deadline):
            out.line(said, indent=8, style="dim")
    if asked.undated:
        out.heading("Without a day")
        for said in _undated(asked):
            out.line(said, indent=2)


def _undated(asked: Asked) -> Iterator[str]:
    """Clocks that have no day, with why, and for which items; a sentence for each clock and reason."""
    by_reason: dict[tuple[str, str], list[Deadline]] = {}
    for one in asked.undated:
        why = "; ".join(one.notes) or NOT_FOUND
        by_reason.setdefault((asks(one), why), []).append(one)
    for (what, why), held in by_reason.items():
        items = list(dict.fromkeys(one.item for one in held))
        some = "; ".join(asked.called(item) for item in items[:FEW])
        more = f" and {len(items) - FEW} more" if len(items) > FEW else ""
        found = "" if why == NOT_FOUND else f"{NOT_FOUND}, "
        yield f"{what}: {found}{why} ({some}{more})"


def lines(asked: Asked) -> Iterator[Line]:
    """The same as lines of JSON; those without a day come last."""
    undated = set(asked.undated)
    for deadline in (*(one for one in asked.found if one not in undated), *asked.undated):
        yield line(deadline, asked.on)


def line(deadline: Deadline, on: date) -> Line:
    """A deadline as a line of JSON; an instant is in local time, and ``null`` is a bound that nothing gives."""
    return {
        "type": "deadline",
        "item": str(deadline.item),
        "rulebook": deadline.rulebook,
        "clock": deadline.clock,
        "duty_holder": deadline.duty_holder,
        "means": deadline.means,
        "start": plain(deadline.start),
        "due": _bounds(deadline.due),
        "original": _bounds(deadline.original),
        "as_of": on.isoformat(),
        "state": str(deadline.state(on)),
        "extensions": deadline.extensions,
        "occurrence": deadline.occurrence,
        "missed": deadline.missed,
        "notes": list(deadline.notes),
        "cites": [str(citation) for citation in deadline.cites],
    }


def _bounds(due: Due) -> Line:
    return {"earliest": _bound(due.earliest), "latest": _bound(due.latest)}


def _bound(bound: date | None) -> str | None:
    if isinstance(bound, datetime):
        return bound.isoformat().replace("+00:00", "Z")
    return bound.isoformat() if bound else None


def write(asked: Asked, path: str) -> tuple[int, int]:
    """Write a calendar file: how many events are in it, and how many deadlines are left out.  Raises `FileFailed`."""
    held: Sequence[Deadline] = (*asked.found, *asked.undated)
    try:
        with working("writing the calendar"):
            made = write_ics(held, path, as_of=asked.on, called=asked.called)
    except UnwritableFile as error:
        raise FileFailed(error.path, "unwritable", f"it cannot be written ({error.why})") from None
    return made.events, made.left_out
