"""What happened to an item, in the order in which it counts, with all three dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import attrs

from oversight_core.ledger.entry import Disposed, Registered, Reported, Retracted
from oversight_core.ledger.known import counting_day, fold_order, is_dated, recorded_by, retractions, stated_day
from oversight_core.ledger.recorded import Recorded
from oversight_core.moments import NOW, AsOf, Moment
from oversight_core.rules.attempt import Applied


@attrs.frozen
class Happening:
    """One entry as a line of a timeline.

    `counts` is the day it counts from, `dated` whether a source gives that day; `what` is the kind of entry, `axis` and
    `status` say what it brought.  `label` is the source's own word for a status that was reported, the event of a step,
    the revision that was retracted, or the authority of a disposal.
    """

    recorded: Recorded
    what: str  # described, applied, reported, retracted, disposed
    axis: str
    status: str
    label: str
    counts: date
    dated: bool
    occurred_on: Moment | None
    stated_on: Moment | None
    recorded_at: datetime
    retracted: bool = False


def timeline(history: Iterable[Recorded], *, as_of: AsOf = NOW) -> tuple[Happening, ...]:
    """Every entry known as of the dates asked for, retracted ones included and marked, in fold order."""
    present = [recorded for recorded in history if recorded_by(recorded, as_of.recorded_by)]
    gone = retractions(present)
    shown = [recorded for recorded in present if _within(recorded, as_of)]
    return tuple(
        _happening(recorded, retracted=(recorded.item, recorded.revision) in gone)
        for recorded in sorted(shown, key=fold_order)
    )


def _within(recorded: Recorded, as_of: AsOf) -> bool:
    if as_of.stated_by is not None and stated_day(recorded) > as_of.stated_by:
        return False
    return as_of.on is None or counting_day(recorded) <= as_of.on


def _happening(recorded: Recorded, *, retracted: bool) -> Happening:
    entry = recorded.entry
    what, axis, status, label = "described", "", "", ""
    if isinstance(entry, Applied):
        what, axis, status, label = "applied", entry.axis, entry.step.target, entry.step.event
    elif isinstance(entry, Reported):
        what, axis, status, label = "reported", entry.axis, entry.status, entry.label
    elif isinstance(entry, Retracted):
        what, label = "retracted", f"revision {entry.revision}"
    elif isinstance(entry, Disposed):
        what, label = "disposed", entry.authority
    else:
        assert isinstance(entry, Registered)
    return Happening(
        recorded,
        what,
        axis,
        status,
        label,
        counting_day(recorded),
        is_dated(recorded),
        entry.occurred_on,
        entry.stated_on,
        recorded.recorded_at,
        retracted,
    )
