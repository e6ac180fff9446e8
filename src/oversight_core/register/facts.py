"""Facts that the record itself can supply to a guard, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from oversight_core.ledger import Recorded, fold
from oversight_core.ledger.known import counting_day, is_dated, known
from oversight_core.moments import NOW, Moment
from oversight_core.names import Item, Withheld
from oversight_core.ports import FactProvider
from oversight_core.rules.attempt import Applied
from oversight_core.rules.lifecycle import Lifecycle

Provided = Callable[[Sequence[Recorded], str], Any]
"""From a history and an axis, a fact."""


def _applied(history: Sequence[Recorded], axis: str) -> list[Recorded]:
    return [r for r in known(history, NOW).moved if r.mark.kind == "applied" and r.mark.axis == axis]


def latest_applied(history: Sequence[Recorded], axis: str) -> Moment | None:
    """When the axis last moved by rule: its recording, where no day is stated; None where it never did."""
    moved = _applied(history, axis)
    if not moved:
        return None
    last = moved[-1]
    return last.mark.occurred_on if is_dated(last) else Moment.day(counting_day(last))


def since(history: Sequence[Recorded], axis: str) -> Moment | None:
    """Since when the present status holds."""
    return fold(history).status(axis).since


def supplied_by(history: Sequence[Recorded], axis: str) -> frozenset[str]:
    """Who supplied evidence in any applied step of the item, whichever the axis; forgotten names are left out."""
    return _suppliers(r for r in known(history, NOW).moved if r.mark.kind == "applied")


def last_supplied_by(history: Sequence[Recorded], axis: str) -> frozenset[str]:
    """Who supplied evidence in the latest applied step of the axis; forgotten names are left out."""
    return _suppliers(_applied(history, axis)[-1:])


def last_moved_by(history: Sequence[Recorded], axis: str) -> frozenset[str]:
    """Who took the latest applied step of the axis, and for whom; forgotten names are left out."""
    taken = (recorded.entry for recorded in _applied(history, axis)[-1:])
    actors = (entry.attempt.actor for entry in taken if isinstance(entry, Applied))
    names = (name for actor in actors for name in (actor.name, actor.on_behalf_of))
    return frozenset(name for name in names if name and not isinstance(name, Withheld))


def _suppliers(moved: Iterable[Recorded]) -> frozenset[str]:
    taken = (recorded.entry for recorded in moved if isinstance(recorded.entry, Applied))
    names = (exhibit.supplied_by for entry in taken for exhibit in entry.attempt.evidence)
    return frozenset(name for name in names if not isinstance(name, Withheld))


PROVIDED: Mapping[str, Provided] = {
    "latest_applied": latest_applied,
    "since": since,
    "supplied_by": supplied_by,
    "last_supplied_by": last_supplied_by,
    "last_moved_by": last_moved_by,
}
"""Every fact that needs no host; a host adds its own as providers of the register."""


def facts_of(
    history: Sequence[Recorded], table: Lifecycle, item: Item, providers: Mapping[str, FactProvider]
) -> dict[str, Any]:
    """Only the facts that some guard of the table needs, and when its axis last moved; a host's go before ours.

    A fact that is named for a field of the item is what the record says in that field.
    """
    wanted = {"latest_applied"} | {need for guard in table.guards for need in guard.needs}
    facts = {name: PROVIDED[name](history, table.axis) for name in wanted if name in PROVIDED}
    if wanted - facts.keys():
        described = fold(history).described
        facts |= {name: getattr(described, name) for name in wanted - facts.keys() if hasattr(described, name)}
    return facts | {name: providers[name](item, table.axis) for name in wanted if name in providers}
