"""What a register would remember of a walk: the facts that guards may ask for."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from oversight_core.names import Words
from oversight_core.rules import Applied, Attempt, Facts, Lifecycle

NO_FACTS: Facts = MappingProxyType({})


class Memory:
    """What is known after a walk, kept while it goes: where it stands, and the facts as `remembered` tells them."""

    def __init__(self, table: Lifecycle, facts: Facts = NO_FACTS) -> None:
        self.status = table.initial
        self._given = facts
        self.known: dict[str, object] = {**remembered((), table), **facts}

    def took(self, applied: Applied) -> None:
        """One more step was taken."""
        known, on, target = self.known, applied.attempt.occurred_on, applied.step.target
        if "since" not in self._given and (target != self.status or known["since"] is None):
            known["since"] = on
        if "latest_applied" not in self._given:
            known["latest_applied"] = on
        if "supplied_by" not in self._given and applied.attempt.evidence:
            suppliers = known["supplied_by"]
            assert isinstance(suppliers, frozenset)
            known["supplied_by"] = suppliers.union(exhibit.supplied_by for exhibit in applied.attempt.evidence)
        if "last_supplied_by" not in self._given:
            known["last_supplied_by"] = frozenset(exhibit.supplied_by for exhibit in applied.attempt.evidence)
        if "last_moved_by" not in self._given:
            known["last_moved_by"] = movers(applied.attempt)
        self.status = target


def remembered(walk: Sequence[Attempt], table: Lifecycle | None = None) -> dict[str, object]:
    """The facts that a register keeps by itself: when and since when, who supplied evidence, who moved it last.

    Where the table of the walk is given, a move that stays in its state leaves `since` as it was; without it, every
    move counts.
    """
    latest = walk[-1].occurred_on if walk else None
    suppliers = frozenset(exhibit.supplied_by for attempt in walk for exhibit in attempt.evidence)
    last = frozenset(exhibit.supplied_by for exhibit in walk[-1].evidence) if walk else frozenset[Words]()
    return {
        "latest_applied": latest,
        "since": _since(walk, table) if table else latest,
        "supplied_by": suppliers,
        "last_supplied_by": last,
        "last_moved_by": movers(walk[-1]) if walk else frozenset(),
    }


def movers(attempt: Attempt) -> frozenset[Words]:
    """Who acts in an attempt, and for whom."""
    return frozenset(name for name in (attempt.actor.name, attempt.actor.on_behalf_of) if name)


def _since(walk: Sequence[Attempt], table: Lifecycle) -> object:
    """When the last move to another state was made; the first one brings a state in any case."""
    status, since = table.initial, None
    for attempt in walk:
        target = table.moves.at[status, attempt.event].step.target
        if since is None or target != status:
            since = attempt.occurred_on
        status = target
    return since
