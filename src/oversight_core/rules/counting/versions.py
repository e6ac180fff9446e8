"""Which rows of a clock are in force for a start: one, or several where the day of the change is not known."""

from __future__ import annotations

from collections.abc import Iterable

from oversight_core.moments import Moment
from oversight_core.rules.clock import Clock
from oversight_core.rules.counting.local import bounds_of


def in_force(rows: Iterable[Clock], start: Moment) -> tuple[Clock, ...]:
    """The rows that may be in force for a start.  A start without a day excludes none.

    >>> from oversight_core.rules import Citation
    >>> act = Citation("an act", "statute", "agencies", "original")
    >>> old = Clock("answer", "issued_on", 60, "days", "agency", act, calendar="plain", kinds="report",
    ...     in_force_to=Moment.parse("2018"))
    >>> in_force([old], Moment.parse("2017-05")) == (old,), in_force([old], Moment.parse("2019"))
    (True, ())
    """
    return tuple(row for row in rows if not _before(start, row.in_force_from) and not _before(row.in_force_to, start))


def _before(one: Moment | None, other: Moment | None) -> bool:
    """Whether one is over before the other can have begun."""
    if one is None or other is None:
        return False
    ends, begins = bounds_of(one)[1], bounds_of(other)[0]
    return ends is not None and begins is not None and ends < begins


def may_overlap(one: Clock, other: Clock) -> bool:
    """Whether both rows may be in force on a day on which no change between them is known to have been under way."""
    return not (_follows(one, other) or _follows(other, one))


def _follows(one: Clock, other: Clock) -> bool:
    """Whether a row begins no earlier than the other ends; the day of the change may be known to a span only."""
    begins, ends = one.in_force_from, other.in_force_to
    return begins is not None and ends is not None and (begins == ends or _before(ends, begins))
