"""Facts that the record itself can supply to a guard, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from oversight_core.ledger import Recorded, fold
from oversight_core.ledger.known import fold_order, known
from oversight_core.moments import NOW, Moment
from oversight_core.names import Withheld
from oversight_core.rules.attempt import Applied

Known = Callable[[Sequence[Recorded], str], Any]
"""From a history and an axis, a fact."""


def _applied(history: Sequence[Recorded], axis: str) -> list[Applied]:
    moved = sorted(known(history, NOW).moved, key=fold_order)
    return [r.entry for r in moved if isinstance(r.entry, Applied) and r.entry.axis == axis]


def latest_applied(history: Sequence[Recorded], axis: str) -> Moment | None:
    """When the axis last moved by rule; None where it never did, or where no day is known."""
    dated = [entry.occurred_on for entry in _applied(history, axis) if entry.occurred_on and entry.occurred_on.latest]
    return dated[-1] if dated else None


def since(history: Sequence[Recorded], axis: str) -> Moment | None:
    """Since when the present status holds."""
    return fold(history).status(axis).since


def supplied_by(history: Sequence[Recorded], axis: str) -> frozenset[str]:
    """Who supplied evidence in any applied step of the item, whichever the axis; forgotten names are left out."""
    entries = (r.entry for r in known(history, NOW).moved if isinstance(r.entry, Applied))
    names = (exhibit.supplied_by for entry in entries for exhibit in entry.attempt.evidence)
    return frozenset(name for name in names if not isinstance(name, Withheld))


PROVIDED: Mapping[str, Known] = {"latest_applied": latest_applied, "since": since, "supplied_by": supplied_by}
"""Every fact that needs no host; a host adds its own as providers of the register."""
