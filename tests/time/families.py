"""Which items are the same, worked out from the entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from oversight_core.ledger import Recorded, Registered, Retracted
from oversight_core.names import Item

History = Sequence[Recorded]
Histories = Mapping[Item, History]


def together(histories: Histories) -> list[set[Item]]:
    """Sets of items that are the same, also of such as have no history; an item by itself is a set of one."""
    sets = [{item} for item in histories]
    for pair in _pairs(histories):
        joined = [one for one in sets if one & pair]
        sets = [one for one in sets if one not in joined] + [pair.union(*joined)]
    return sets


def families(histories: Histories) -> dict[Item, list[Item]]:
    """The items that are the same, under the one that was described first."""
    known = [[item for item in one if item in histories] for one in together(histories)]
    return {min(members, key=lambda item: (_described_at(histories[item]), item)): members for members in known}


def _pairs(histories: Histories) -> Iterator[set[Item]]:
    for history in histories.values():
        gone = {recorded.entry.revision for recorded in history if isinstance(recorded.entry, Retracted)}
        for recorded in history:
            entry = recorded.entry
            if isinstance(entry, Registered) and entry.same_as and recorded.revision not in gone:
                yield {entry.item, entry.same_as}


def _described_at(history: History) -> float:
    """Where an item was first described; a join describes nothing."""
    own = (r.position for r in history if isinstance(r.entry, Registered) and not r.entry.same_as)
    return min(own, default=float("inf"))
