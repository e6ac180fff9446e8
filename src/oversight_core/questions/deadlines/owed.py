"""What a row asks of an item: from its starts and from what has met it to the obligation that is left, if one is."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from oversight_core.questions.deadlines.obligation import Obligation, Owed
from oversight_core.questions.deadlines.reckoning import Reckoner
from oversight_core.questions.deadlines.repeating import repeating
from oversight_core.questions.deadlines.rolling import Held, rolled
from oversight_core.questions.deadlines.signals import Days
from oversight_core.questions.deadlines.starts import coarse, follows, has_come, is_day
from oversight_core.rules.counting import Due, in_force

NO_START = "nothing known has started it"
NONE_STATED = "no deadline found"


@attrs.frozen
class Said:
    """What is said of an item that bears on one row: all but what stops it, which is asked before."""

    starts: Days
    met: Days = ()
    stated: Days = ()
    zone: Any = None
    held: tuple[Held, ...] = ()  # where days come together within a window


def owed(reckoner: Reckoner, said: Said, as_of: date) -> Owed:
    """What a row asks for as of a day; nothing where it is met, or was not in force at the start.

    A duty is met by what comes on or after its start.  So of several starts, the first that nothing followed counts.
    """
    row = reckoner.row
    met = tuple(one for one in said.met if has_come(one, as_of))
    if row.length is not None and (row.repeats or row.each) and said.starts:
        return repeating(reckoner, said.starts[-1], met, said.zone, as_of)
    left = [start for start in said.starts if not any(follows(one, start) for one in met)]
    if (met and not left) or (left and not in_force((row,), left[0])):
        return ()
    start = left[0] if left else None
    if row.length is None:
        return (Obligation(row, start, *_stated(said.stated)),)
    if start is None:
        return (Obligation(row, None, Due(None, None), (NO_START,)),)
    found = rolled(row, said.held, start) if row.window else reckoner.due(start, 1, said.zone)
    return () if found is None else (Obligation(row, start, found.due, (*coarse(row, start), *found.notes)),)


def _stated(stated: Days) -> tuple[Due, tuple[str, ...]]:
    """The day that an item states itself."""
    if not stated or (stated[0].earliest is None and stated[0].latest is None):
        return Due(None, None), (NONE_STATED,)
    day = stated[0]
    return Due(day.at or day.earliest, day.at or day.latest), () if is_day(day) else (f"it is stated only as {day}",)
