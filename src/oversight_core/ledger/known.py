"""Which entries count: what was recorded, stated and not retracted by the dates that are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

import attrs

from oversight_core.ledger.entry import Disposed, Entry, Recorded, Registered, Reported, Retracted
from oversight_core.moments import AsOf
from oversight_core.names import Item
from oversight_core.rules.attempt import Applied


def recording_day(recorded: Recorded) -> date:
    """The day of recording, in UTC."""
    return recorded.recorded_at.astimezone(UTC).date()


def counting_day(recorded: Recorded) -> date:
    """The day an entry counts from: the latest it can have happened, else its recording."""
    occurred = recorded.entry.occurred_on
    if occurred is None or occurred.latest is None:
        return recording_day(recorded)
    return occurred.latest


def is_dated(entry: Entry) -> bool:
    """Whether its source gives an entry a day to count from."""
    return entry.occurred_on is not None and entry.occurred_on.latest is not None


def stated_day(recorded: Recorded) -> date:
    """The day its source said so, else its recording."""
    stated = recorded.entry.stated_on
    if stated is None or stated.latest is None:
        return recording_day(recorded)
    return stated.latest


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


def retractions(recorded: Iterable[Recorded]) -> frozenset[tuple[Item, int]]:
    """The (item, revision) pairs that some entry of the history retracts."""
    return frozenset((r.item, r.entry.revision) for r in recorded if isinstance(r.entry, Retracted))


def fold_order(recorded: Recorded) -> tuple[date, int]:
    """The order in which entries are folded."""
    return counting_day(recorded), recorded.position


def known(history: Iterable[Recorded], as_of: AsOf) -> Known:
    """The entries that count as of the dates asked for.

    A retraction acts from its recording, whatever its other dates; so `recorded_by` alone decides whether it counts.
    """
    present = [recorded for recorded in history if recorded_by(recorded, as_of.recorded_by)]
    gone = retractions(present)
    described, moved, unmapped = [], [], []
    for recorded in present:
        entry = recorded.entry
        if isinstance(entry, Retracted | Disposed) or (gone and (recorded.item, recorded.revision) in gone):
            continue
        if as_of.stated_by is not None and stated_day(recorded) > as_of.stated_by:
            continue
        if as_of.on is not None and counting_day(recorded) > as_of.on:
            continue
        if isinstance(entry, Registered):
            described.append(recorded)
        elif isinstance(entry, Applied) or entry.status:
            moved.append(recorded)
        else:
            unmapped.append(recorded)
    return Known(*(tuple(sorted(kind, key=fold_order)) for kind in (described, moved, unmapped)))


def overlap(first: Entry, second: Entry) -> bool:
    """Whether two entries can have happened on one day; an unknown bound excludes nothing."""
    one, other = first.occurred_on, second.occurred_on
    return one is None or other is None or one.overlaps(other)


def states_of(entry: Applied | Reported) -> tuple[str, tuple[str, ...]]:
    """The status an entry brings, and the states it may stand for: several where a group was reported."""
    if isinstance(entry, Applied):
        return entry.step.target, (entry.step.target,)
    return entry.status, entry.states or (entry.status,)
