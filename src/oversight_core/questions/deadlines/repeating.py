"""What is left to do under a clock that falls due again and again, and how many periods passed unmet."""

from __future__ import annotations

from datetime import date, timedelta
from math import inf
from typing import Any

from oversight_core.moments import Moment
from oversight_core.questions.deadlines.obligation import Obligation, Owed
from oversight_core.questions.deadlines.reckoning import Reckoner
from oversight_core.questions.deadlines.signals import Days
from oversight_core.questions.deadlines.starts import coarse, follows, surely_follows
from oversight_core.rules.counting import Due, bounds_of, in_force

UNTOLD = "nothing tells whether it was met before"


def repeating(reckoner: Reckoner, start: Moment, met: Days, zone: Any, as_of: date) -> Owed:
    """The obligation after the period in which the last event fell that met one, and the next where that is past."""
    row = reckoner.row
    if row.each and row.in_force_from and not in_force((row,), start):
        start = _later(start, row.in_force_from)  # each period is a start of its own: it begins with the row
    elif not in_force((row,), start):
        return ()
    events = [one for one in met if follows(one, start)]
    opens, opened = bounds_of(start)

    def period(event: date | None, begins: date | None, *, early: bool) -> int:
        """In which period an event fell: one that starts anew takes what comes before its successor starts."""
        if event is None:
            return 0
        if row.each:
            return reckoner.number_of(event, lambda number: reckoner.opening(begins, number)) - 1
        return reckoner.number_of(event, lambda n: _bound(reckoner.due(start, n, zone).due, early=early))

    passed = reckoner.number_of(as_of, lambda n: _bound(reckoner.due(start, n, zone).due, early=False)) - 1
    begun = _begun(reckoner, opened)
    is_over = passed >= begun  # a later version has taken over
    passed = int(min(passed, begun))
    coming = reckoner.due(start, passed + 1, zone)
    vague = coarse(row, start)
    if not row.met_by:  # whether it was ever done is nowhere said, so the next one is all there is to tell
        untold = Obligation(row, start, coming.due, (*vague, *coming.notes, UNTOLD), passed + 1)
        return () if is_over else (untold,)
    surely = [period(one.at or one.earliest, opened, early=False) for one in events if surely_follows(one, start)]
    perhaps = [period(one.at or one.latest or as_of, opens, early=True) for one in events]
    low, high = max(surely, default=0) + 1, max((*surely, *perhaps), default=0) + 1
    if row.each and row.in_force_to and _opens_after(reckoner.opening(opens, low), row.in_force_to):
        return ()
    done = {period(one.at or one.latest, opened, early=False) for one in events}
    missed = passed - sum(1 <= number <= passed for number in done)
    depends = f"which occurrence is next depends on {'its start' if vague else 'when it was last met'}"
    first, final = reckoner.due(start, low, zone), reckoner.due(start, high, zone)
    notes = (*vague, *((depends,) if low != high else ()), *first.notes)
    due = Due(first.due.earliest, final.due.latest)
    unmet = Obligation(row, start, due, notes, low, missed, ahead=low > passed and not is_over)
    if high > passed or is_over:
        return (unmet,)
    return unmet, Obligation(row, start, coming.due, (*vague, *coming.notes), passed + 1, ahead=True)


def _bound(due: Due, *, early: bool) -> date | None:
    return due.earliest if early else due.latest


def _later(start: Moment, begins: Moment) -> Moment:
    ends = bounds_of(start)[1]
    return begins if ends and begins.earliest and ends < begins.earliest else start


def _begun(reckoner: Reckoner, begins: date | None) -> float:
    """How many periods begin while a row is in force that starts anew each period; any number where it has no end."""
    row = reckoner.row
    ends = row.in_force_to.latest if row.each and row.in_force_to else None
    if ends is None or ends == date.max:
        return inf
    return reckoner.number_of(ends + timedelta(1), lambda number: reckoner.opening(begins, number)) - 1


def _opens_after(opening: date | None, ends: Moment) -> bool:
    return opening is not None and ends.latest is not None and opening > ends.latest
