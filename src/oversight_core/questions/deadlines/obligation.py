"""What a row asks of an item: from its starts and from what has met it to the obligation that is left, if one is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import attrs

from oversight_core.moments import Moment
from oversight_core.questions.deadlines.reckoning import Reckoner, is_before
from oversight_core.questions.deadlines.rolling import Held, rolled
from oversight_core.questions.deadlines.signals import Days
from oversight_core.rules.clock import Clock, Unit
from oversight_core.rules.counting import Due, in_force

NO_START = "nothing known has started it"
NONE_STATED = "no deadline found"
UNTOLD = "nothing tells whether it was met before"


@attrs.frozen
class Said:
    """What is said of an item that bears on one row: all but what stops it, which is asked before."""

    starts: Days
    met: Days = ()
    stated: Days = ()
    zone: Any = None
    held: tuple[Held, ...] = ()  # where days come together within a window


@attrs.frozen
class Obligation:
    """What is left to do under one row, and by when."""

    row: Clock
    start: Moment | None
    due: Due
    notes: tuple[str, ...] = ()
    occurrence: int = 1
    missed: int = 0


def owed(reckoner: Reckoner, said: Said, as_of: date) -> Obligation | None:
    """What a row asks for as of a day; None where it is met, or was not in force at the start.

    A duty is met by what comes on or after its start.  So of several starts, the first that nothing followed counts.
    """
    row = reckoner.row
    met = tuple(one for one in said.met if one.earliest is None or one.earliest <= as_of)
    if row.length is not None and (row.repeats or row.each) and said.starts:
        return _repeating(reckoner, said.starts[-1], met, said.zone, as_of)
    left = [start for start in said.starts if not any(_follows(one, start) for one in met)]
    if (met and not left) or (left and not in_force((row,), left[0])):
        return None
    start = left[0] if left else None
    if row.length is None:
        return Obligation(row, start, *_stated(said.stated))
    if start is None:
        return Obligation(row, None, Due(None, None), (NO_START,))
    found = rolled(row, said.held, start) if row.window else reckoner.due(start, 1, said.zone)
    return None if found is None else Obligation(row, start, found.due, (*_coarse(row, start), *found.notes))


def _repeating(reckoner: Reckoner, start: Moment, met: Days, zone: Any, as_of: date) -> Obligation | None:
    """The obligation after the period in which the last event fell that met one."""
    row = reckoner.row
    if row.each and row.in_force_from and not in_force((row,), start):
        start = _later(start, row.in_force_from)  # each period is a start of its own: it begins with the row
    elif not in_force((row,), start):
        return None
    events = [one for one in met if _follows(one, start)]

    def period(event: date | None, begins: date | None, *, early: bool) -> int:
        """In which period an event fell: one that starts anew takes what comes before its successor starts."""
        if event is None:
            return 0
        if row.each:
            return reckoner.number_of(event, lambda number: reckoner.opening(begins, number)) - 1
        return reckoner.number_of(event, lambda n: _bound(reckoner.due(start, n, zone).due, early=early))

    passed = reckoner.number_of(as_of, lambda n: _bound(reckoner.due(start, n, zone).due, early=False)) - 1
    if not row.met_by:  # whether it was ever done is nowhere said, so the next one is all there is to tell
        coming = reckoner.due(start, passed + 1, zone)
        return Obligation(row, start, coming.due, (*_coarse(row, start), *coming.notes, UNTOLD), passed + 1)
    last = max(events, key=lambda one: one.latest or date.max, default=None)
    low = high = 1
    if last is not None:
        low = period(last.at or last.earliest, start.latest, early=False) + 1 if _surely_follows(last, start) else 1
        high = max(low, period(last.at or last.latest, start.earliest, early=True) + 1)
    first, final = reckoner.due(start, low, zone), reckoner.due(start, high, zone)
    if row.each and row.in_force_to and _opens_after(reckoner.opening(start.earliest, low), row.in_force_to):
        return None  # a later version has taken over
    done = {period(one.at or one.latest, start.latest, early=False) for one in events}
    missed = passed - sum(1 <= number <= passed for number in done)
    notes = (*_coarse(row, start), *(("which occurrence is next depends on its start",) if low != high else ()))
    due = Due(first.due.earliest, final.due.latest)
    return Obligation(row, start, due, (*notes, *first.notes), low, missed)


def _stated(stated: Days) -> tuple[Due, tuple[str, ...]]:
    """The day that an item states itself."""
    if not stated or (stated[0].earliest is None and stated[0].latest is None):
        return Due(None, None), (NONE_STATED,)
    day = stated[0]
    return Due(day.at or day.earliest, day.at or day.latest), () if _is_day(day) else (f"it is stated only as {day}",)


def _follows(event: Moment, start: Moment) -> bool:
    """Whether an event may have come on or after a start; an unknown bound excludes nothing."""
    if event.latest is None or start.earliest is None:
        return True
    return not is_before(event.at or event.latest, start.at or start.earliest)


def _surely_follows(event: Moment, start: Moment) -> bool:
    """Whether an event came on or after a start, whenever in its span that was."""
    if event.earliest is None or start.latest is None:
        return False
    return not is_before(event.at or event.earliest, start.at or start.latest)


def _coarse(row: Clock, start: Moment) -> tuple[str, ...]:
    """The note that a start is no single day."""
    if _is_day(start):
        return ()
    return (f"the source does not state its start, which is {start}" if row.between else f"its start is only {start}",)


def _is_day(moment: Moment) -> bool:
    return moment.latest is not None and moment.earliest == moment.latest


def _bound(due: Due, *, early: bool) -> date | None:
    return due.earliest if early else due.latest


def _later(start: Moment, begins: Moment) -> Moment:
    return begins if start.latest and begins.earliest and start.latest < begins.earliest else start


def _opens_after(opening: date | None, ends: Moment) -> bool:
    return opening is not None and ends.latest is not None and opening > ends.latest


def spanning(row: Clock, first: Days, last: Days) -> Days:
    """The start of a row that lies between two signals, in whichever order they came; it may lack a bound."""
    earliest = first[0].earliest if first else None
    latest = last[-1].latest if last else None
    if earliest and latest and latest < earliest:
        earliest, latest = last[-1].earliest, first[0].latest
    # The local day of an instant may be the one before or after its day in UTC.
    if row.unit == Unit.HOURS and any(moment.at for moment in (*first, *last)):
        earliest, latest = earliest and earliest - timedelta(1), latest and latest + timedelta(1)
    if earliest is None and latest is None:
        return ()
    return (Moment.between(Moment.day(earliest) if earliest else None, Moment.day(latest) if latest else None),)


def together(found: list[Obligation]) -> Obligation | None:
    """What several versions ask for that may be in force, as one: the range over them; None where none asks.

    Of versions that start anew each period, the obligation that comes first.
    """
    if len(found) < 2:
        return found[0] if found else None
    dues = [one.due for one in found]
    if found[0].row.each:
        known = [one for one in found if one.due.latest is not None]
        first = min(known or found, key=lambda one: one.due.latest or date.max)
        return attrs.evolve(first, missed=sum(one.missed for one in found))
    earliest, latest = [due.earliest for due in dues], [due.latest for due in dues]
    due = Due(
        None if None in earliest else min(filter(None, earliest)), None if None in latest else max(filter(None, latest))
    )
    notes = dict.fromkeys(note for one in found for note in one.notes)
    why = "it is not known which version was in force" if found[0].start else ""
    return attrs.evolve(found[-1], due=due, notes=tuple(filter(None, (*notes, why))))
