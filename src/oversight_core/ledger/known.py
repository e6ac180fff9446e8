"""Which entries count: what was recorded, stated and not retracted by the dates that are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

import attrs

from oversight_core.ledger.mark import Mark
from oversight_core.ledger.recorded import Recorded
from oversight_core.moments import AsOf
from oversight_core.names import Item


def recording_day(recorded: Recorded) -> date:
    """The day of recording, in UTC."""
    at = recorded.recorded_at
    return (at if at.tzinfo is UTC else at.astimezone(UTC)).date()


def counting_day(recorded: Recorded) -> date:
    """The day an entry counts from: the latest it can have happened, else its recording."""
    return recorded.mark.latest or recording_day(recorded)


def is_dated(recorded: Recorded) -> bool:
    """Whether its source gives an entry a day to count from."""
    return recorded.mark.latest is not None


def stated_day(recorded: Recorded) -> date:
    """The day its source said so, else its recording."""
    stated = recorded.mark.stated_on
    return stated.latest if stated and stated.latest else recording_day(recorded)


def recorded_by(recorded: Recorded, limit: datetime | int | None) -> bool:
    """Whether an entry was in the record by an instant or a position."""
    if limit is None:
        return True
    return recorded.position <= limit if isinstance(limit, int) else recorded.recorded_at <= limit


@attrs.frozen
class Known:
    """What counts of a history, by kind, each in fold order: by counting day, then by position."""

    described: tuple[Recorded, ...]
    moved: tuple[Recorded, ...]  # Applied, and Reported with a status
    unmapped: tuple[Recorded, ...]  # Reported under a label that no vocabulary maps


def retractions(history: Iterable[Recorded]) -> frozenset[tuple[Item, int]]:
    """The (item, revision) pairs that some entry of the history retracts."""
    marked = ((recorded, recorded.mark.retracts) for recorded in history)
    return frozenset((recorded.item, revision) for recorded, revision in marked if revision)


def fold_order(recorded: Recorded) -> tuple[date, int]:
    """The order in which entries are folded."""
    return counting_day(recorded), recorded.position


Placed = tuple[date, int, Recorded, Mark]
"""An entry in its place in the fold: its counting day, its position, itself, and its mark."""


def placed(history: Iterable[Recorded], as_of: AsOf) -> list[Placed]:
    """The entries that count as of the dates asked for, in fold order.

    A retraction acts from its recording, whatever its other dates; so `recorded_by` alone decides whether it counts.
    """
    limit, stated_by, on = as_of.recorded_by, as_of.stated_by, as_of.on
    out: list[Placed] = []
    gone: set[tuple[Item, int]] = set()
    for recorded in history:
        if limit is not None and not recorded_by(recorded, limit):
            continue
        mark = recorded.mark
        if mark.retracts:
            gone.add((recorded.item, mark.retracts))
        if not mark.counts:
            continue
        day = mark.latest or recording_day(recorded)
        if (on is None or day <= on) and (stated_by is None or stated_day(recorded) <= stated_by):
            out.append((day, recorded.position, recorded, mark))
    if gone:
        out = [one for one in out if (one[2].item, one[2].revision) not in gone]
    if len(out) > 1:
        out.sort()
    return out


def known(history: Iterable[Recorded], as_of: AsOf) -> Known:
    """What counts as of the dates asked for, by kind."""
    counts = placed(history, as_of)
    described = (recorded for _, _, recorded, mark in counts if mark.kind == "registered")
    moved = (recorded for _, _, recorded, mark in counts if mark.moves)
    unmapped = (recorded for _, _, recorded, mark in counts if mark.kind == "reported" and not mark.moves)
    return Known(tuple(described), tuple(moved), tuple(unmapped))
