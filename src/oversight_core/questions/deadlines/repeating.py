"""The obligation that is next under a clock that falls due again and again, and how many periods passed unmet."""

from __future__ import annotations

from datetime import date, timedelta
from math import inf
from typing import Any

from oversight_core.moments import Moment
from oversight_core.questions.deadlines.obligation import Obligation
from oversight_core.questions.deadlines.reckoning import Reckoner
from oversight_core.questions.deadlines.signals import Days
from oversight_core.questions.deadlines.starts import coarse, follows, surely_follows
from oversight_core.rules.counting import Due, in_force

UNTOLD = "nothing tells whether it was met before"


def repeating(reckoner: Reckoner, start: Moment, met: Days, zone: Any, as_of: date) -> Obligation | None:
    """The obligation after the period in which the last event fell that met one."""
    row = reckoner.row
    if row.each and row.in_force_from and not in_force((row,), start):
        start = _later(start, row.in_force_from)  # each period is a start of its own: it begins with the row
    elif not in_force((row,), start):
        return None
    events = [one for one in met if follows(one, start)]

    def period(event: date | None, begins: date | None, *, early: bool) -> int:
        """In which period an event fell: one that starts anew takes what comes before its successor starts."""
        if event is None:
            return 0
        if row.each:
            return reckoner.number_of(event, lambda number: reckoner.opening(begins, number)) - 1
        return reckoner.number_of(event, lambda n: _bound(reckoner.due(start, n, zone).due, early=early))

    passed = reckoner.number_of(as_of, lambda n: _bound(reckoner.due(start, n, zone).due, early=False)) - 1
    begun = _begun(reckoner, start)
    passed = int(min(passed, begun))
    if not row.met_by and passed == begun:
        return None  # a later version has taken over
    if not row.met_by:  # whether it was ever done is nowhere said, so the next one is all there is to tell
        coming = reckoner.due(start, passed + 1, zone)
        return Obligation(row, start, coming.due, (*coarse(row, start), *coming.notes, UNTOLD), passed + 1)
    surely = [period(one.at or one.earliest, start.latest, early=False) for one in events if surely_follows(one, start)]
    perhaps = [period(one.at or one.latest or as_of, start.earliest, early=True) for one in events]
    low, high = max(surely, default=0) + 1, max((*surely, *perhaps), default=0) + 1
    first, final = reckoner.due(start, low, zone), reckoner.due(start, high, zone)
    if row.each and row.in_force_to and _opens_after(reckoner.opening(start.earliest, low), row.in_force_to):
        return None  # a later version has taken over
    done = {period(one.at or one.latest, start.latest, early=False) for one in events}
    missed = passed - sum(1 <= number <= passed for number in done)
    vague = coarse(row, start)
    depends = f"which occurrence is next depends on {'its start' if vague else 'when it was last met'}"
    notes = (*vague, *((depends,) if low != high else ()), *first.notes)
    return Obligation(row, start, Due(first.due.earliest, final.due.latest), notes, low, missed)


def _bound(due: Due, *, early: bool) -> date | None:
    return due.earliest if early else due.latest


def _later(start: Moment, begins: Moment) -> Moment:
    return begins if start.latest and begins.earliest and start.latest < begins.earliest else start


def _begun(reckoner: Reckoner, start: Moment) -> float:
    """How many periods begin while a row is in force that starts anew each period; any number where it has no end."""
    row = reckoner.row
    ends = row.in_force_to.latest if row.each and row.in_force_to else None
    if ends is None or ends == date.max:
        return inf
    return reckoner.number_of(ends + timedelta(1), lambda number: reckoner.opening(start.latest, number)) - 1


def _opens_after(opening: date | None, ends: Moment) -> bool:
    return opening is not None and ends.latest is not None and opening > ends.latest
