"""Which items are the same, worked out from the entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from oversight_core.ledger import Recorded, Registered, Retracted
from oversight_core.names import Item

History = Sequence[Recorded]


def families(histories: Mapping[Item, History]) -> dict[Item, list[Item]]:
    """The items that are the same, under the one that was described first; an item by itself is its own family."""
    together = [{item} for item in histories]
    for one, other in _pairs(histories):
        joined = [family for family in together if family & {one, other}]
        together = [family for family in together if family not in joined] + [set().union({one, other}, *joined)]
    whole = [[item for item in family if item in histories] for family in together]
    return {min(members, key=lambda item: (_described_at(histories[item]), item)): members for members in whole}


def _pairs(histories: Mapping[Item, History]) -> Iterator[tuple[Item, Item]]:
    for history in histories.values():
        gone = {recorded.entry.revision for recorded in history if isinstance(recorded.entry, Retracted)}
        for recorded in history:
            entry = recorded.entry
            if isinstance(entry, Registered) and entry.same_as and recorded.revision not in gone:
                yield entry.item, entry.same_as


def _described_at(history: History) -> float:
    """Where an item was first described; a join describes nothing."""
    own = (r.position for r in history if isinstance(r.entry, Registered) and not r.entry.same_as)
    return min(own, default=float("inf"))
