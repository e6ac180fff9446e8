"""The deadlines of a record as of a day, and those of them that are due, due soon or overdue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from math import inf

from oversight_core.ledger import Case
from oversight_core.moments import Calendars, Moment
from oversight_core.names import Item
from oversight_core.questions.deadlines.columns import Columns
from oversight_core.questions.deadlines.deadline import Deadline, Timeliness, may_fall, state_of
from oversight_core.questions.deadlines.extensions import extensions
from oversight_core.questions.deadlines.running import Wanted, running
from oversight_core.questions.deadlines.signals import UNGOVERNED, Record
from oversight_core.questions.deadlines.version import Events, Version
from oversight_core.rules.counting import Due, day_of
from oversight_core.rules.rulebook import RuleBook

DUE_SOON = 30
"""How many days ahead a deadline is due soon: IMPACT OSS reminds 30 days before a report is due."""


def deadlines(
    cases: Mapping[Item, Case],
    books: Iterable[RuleBook],
    *,
    as_of: date | datetime,
    calendars: Calendars | None = None,
    events: Events | None = None,
    same_as: Mapping[Item, Item] | None = None,
) -> tuple[Deadline, ...]:
    """Every obligation that the clocks of the governing rulebooks leave open, as of a day; the first due comes first.

    `cases` are folded as of that day; an aware instant tells what is due in hours, and stands for its local day in all
    else.  `calendars` are those that may be counted by, `events` the days of what clocks await, `same_as` under which
    item one that was joined to another is counted.  Of a clock that repeats there is the first obligation that is
    unmet, and the next one where that is past.  A deadline of which no day is known is there as well and says why; so
    is an item whose rulebook is not among `books`.  Raises `UnparsableMoment` for an instant that has no time zone.
    """
    return _asked(cases, books, as_of, calendars, events, same_as, lambda due: True)


def due(
    cases: Mapping[Item, Case],
    books: Iterable[RuleBook],
    *,
    as_of: date | datetime,
    within: int = DUE_SOON,
    calendars: Calendars | None = None,
    events: Events | None = None,
    same_as: Mapping[Item, Item] | None = None,
) -> tuple[Deadline, ...]:
    """The deadlines of `deadlines` that may fall due from a day to so many days later, both counted."""
    first = day_of(as_of)
    last = first + timedelta(min(within, (date.max - first).days))
    return _asked(cases, books, as_of, calendars, events, same_as, lambda due: may_fall(due, as_of, last))


def due_soon(
    cases: Mapping[Item, Case],
    books: Iterable[RuleBook],
    *,
    as_of: date | datetime,
    calendars: Calendars | None = None,
    events: Events | None = None,
    same_as: Mapping[Item, Item] | None = None,
) -> tuple[Deadline, ...]:
    """The deadlines that may fall due within `DUE_SOON` days."""
    return due(cases, books, as_of=as_of, calendars=calendars, events=events, same_as=same_as)


def overdue(
    cases: Mapping[Item, Case],
    books: Iterable[RuleBook],
    *,
    as_of: date | datetime,
    calendars: Calendars | None = None,
    events: Events | None = None,
    same_as: Mapping[Item, Item] | None = None,
) -> tuple[Deadline, ...]:
    """The deadlines that are overdue as of a day, or perhaps are: `Deadline.state` tells which.  No marker is."""
    past = (Timeliness.OVERDUE, Timeliness.PERHAPS_OVERDUE)
    found = _asked(cases, books, as_of, calendars, events, same_as, lambda due: state_of(due, as_of) in past)
    return tuple(deadline for deadline in found if not deadline.marker)


def _asked(
    cases: Mapping[Item, Case],
    books: Iterable[RuleBook],
    as_of: date | datetime,
    calendars: Calendars | None,
    events: Events | None,
    same_as: Mapping[Item, Item] | None,
    wanted: Wanted,
) -> tuple[Deadline, ...]:
    if isinstance(as_of, datetime):
        Moment.instant(as_of)  # which raises where it has no time zone
    record, installed = Record(cases, same_as), {book.name: book for book in books}
    calendars, approved = calendars or Calendars(), extensions(record)
    found: list[Deadline] = []
    for (name, kind), pairs in _governed(record).items():
        book = installed.get(name or UNGOVERNED)
        if book is None:
            found += _unknown(name, pairs) if name and wanted(Due(None, None)) else ()
            continue
        columns = Columns(pairs)
        for clock in dict.fromkeys(row.name for row in book.clocks if kind in row.kinds):
            rows = [row for row in book.clock(clock) if kind in row.kinds]
            versions = [Version(row, book, kind, record, calendars, events or {}, as_of) for row in rows]
            found += running(versions, book.name, columns, approved=approved, wanted=wanted)
    return tuple(sorted(found, key=_in_order))


def _governed(record: Record) -> dict[tuple[str, str], list[tuple[Item, Case]]]:
    """The items by the rulebook that governs them and by kind."""
    found: dict[tuple[str, str], list[tuple[Item, Case]]] = {}
    for kind, pairs in record.by_kind.items():
        for pair in pairs:
            name = pair[1].rulebook
            if (name, kind) in found:
                found[name, kind].append(pair)
            else:
                found[name, kind] = [pair]
    return found


def _unknown(name: str, pairs: Iterable[tuple[Item, Case]]) -> Iterator[Deadline]:
    """What stands for items whose rulebook is not given: that their clocks are not known."""
    note = f"the rulebook {name!r} is not installed, so its clocks are not known"
    for item, _ in pairs:
        yield Deadline(item, name, "", "", None, Due(None, None), Due(None, None), notes=(note,))


def _in_order(deadline: Deadline) -> tuple[float, float, str, str, str, str, str, str, str, str]:
    """By the first day on which it may fall due, then by the last, then by item and clock; unknown days come last."""
    due, item = deadline.due, deadline.item
    last = _instant(due.latest)
    first = last if due.earliest is None or due.earliest is due.latest else _instant(due.earliest)
    place = item.kind, item.issuer, item.report, item.number, item.addressee, item.part
    return first, last, *place, deadline.rulebook, deadline.clock


def _instant(bound: date | None) -> float:
    """When a day ends, or an instant is, in days; the end of time for none."""
    if bound is None:
        return inf
    if not isinstance(bound, datetime):
        return bound.toordinal() + 1
    at = bound.astimezone(UTC)
    return at.toordinal() + (at - at.replace(hour=0, minute=0, second=0, microsecond=0)) / timedelta(1)
