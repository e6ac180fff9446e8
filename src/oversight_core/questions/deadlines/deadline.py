"""One deadline of one item, as of a day: what somebody must do, by when, and how surely that is known."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

import attrs

from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.quick import quick
from oversight_core.rules.citation import Citation
from oversight_core.rules.counting import Due, is_before


class Timeliness(StrEnum):
    """How a deadline stands on a day."""

    RUNNING = "running"
    OVERDUE = "overdue"
    PERHAPS_OVERDUE = "perhaps overdue"  # its earliest day is past and its latest is not, or is not known
    NOT_KNOWN = "not known"  # nothing gives it a day
    PASSED = "passed"  # of a marker, which asks nothing of anybody


_OF_A_MARKER = {Timeliness.OVERDUE: Timeliness.PASSED, Timeliness.PERHAPS_OVERDUE: Timeliness.RUNNING}


@quick
@attrs.frozen(weakref_slot=False)
class Deadline:
    """What a clock asks of somebody about an item, and by when.

    `start` is what started it, None where nothing known has.  `due` is the last day or instant in time, approved
    extensions included; `original` is the same as first counted, which no extension changes.  For a clock that repeats
    this is its `occurrence`-th deadline: the one after the period in which it was last met, or the next one where that
    is past.  Of the first, `missed` counts the periods that have passed unmet, its own included.  `notes` say why a
    range is a range, and what is not known.  A `marker` asks nothing of anybody.
    """

    item: Item
    rulebook: str
    clock: str
    duty_holder: str
    start: Moment | None
    due: Due
    original: Due
    cites: tuple[Citation, ...] = ()
    means: str = ""
    extensions: int = 0
    occurrence: int = 1
    missed: int = 0
    notes: tuple[str, ...] = ()
    marker: bool = False

    def state(self, on: date | datetime) -> Timeliness:
        """How it stands on a day, or at an aware instant; what is overdue has passed where it is a marker.

        A deadline is overdue from the day after its last one, in local time; one in hours, at an instant, as soon as
        its last instant is past.
        """
        found = state_of(self.due, on)
        return _OF_A_MARKER.get(found, found) if self.marker else found


def state_of(due: Due, on: date | datetime) -> Timeliness:
    """How what falls due then stands on a day or at an instant."""
    earliest, latest = due.earliest, due.latest
    if latest is not None and is_before(latest, on):
        return Timeliness.OVERDUE
    if earliest is not None and is_before(earliest, on):
        return Timeliness.PERHAPS_OVERDUE
    return Timeliness.NOT_KNOWN if earliest is None and latest is None else Timeliness.RUNNING


def may_fall(due: Due, first: date | datetime, last: date) -> bool:
    """Whether something may fall due from a day or an instant to a day, both counted; not so what nothing gives a day.

    The day of an instant is its local one.
    """
    earliest, latest = due.earliest, due.latest
    if earliest is None and latest is None:
        return False
    return not (
        (earliest is not None and is_before(last, earliest)) or (latest is not None and is_before(latest, first))
    )
