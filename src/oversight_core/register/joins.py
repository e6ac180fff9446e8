"""Items that are the same: histories joined by `same_as`, an equivalence, from its recording on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from oversight_core.ledger import Recorded, Registered
from oversight_core.ledger.known import recorded_by, retractions
from oversight_core.moments import AsOf
from oversight_core.names import Item
from oversight_core.ports import Progress, Store
from oversight_core.register.answers import answer
from oversight_core.register.counted import counted

_NEVER = 2**63

STEP = 1000
"""Who looks on is told at every so many entries that are read."""


def by_item(scan: Iterable[Recorded]) -> dict[Item, list[Recorded]]:
    """The entries of a scan by item, in the order in which items first appear."""
    out: dict[Item, list[Recorded]] = {}
    for recorded in scan:
        out.setdefault(recorded.item, []).append(recorded)
    return out


def is_join(recorded: Recorded) -> bool:
    """Whether an entry says that its item is the same as another."""
    if recorded.mark.kind != "registered":
        return False
    return isinstance(recorded.entry, Registered) and recorded.entry.same_as is not None


def roots(pairs: Iterable[tuple[Item, Item]], order: Mapping[Item, int]) -> dict[Item, Item]:
    """For each item that is joined to another, the one of its kin that comes first in `order`."""
    first: dict[Item, Item] = {}

    def root(item: Item) -> Item:
        while first.get(item, item) != item:
            item = first[item]
        return item

    for pair in pairs:
        early, late = sorted(map(root, pair), key=lambda item: (order.get(item, _NEVER), item))
        first[late] = early
    return {item: root(item) for pair in pairs for item in pair}


def joined(histories: Mapping[Item, Sequence[Recorded]], as_of: AsOf) -> dict[Item, list[Recorded]]:
    """Histories of the same thing as one, under the item that was registered earliest.

    `histories` are in the order in which items first appear in the record.
    """
    to = same(histories, as_of)
    out: dict[Item, list[Recorded]] = {}
    for item, history in histories.items():
        out.setdefault(to.get(item, item), []).extend(history)
    return {item: sorted(history, key=lambda r: r.position) for item, history in out.items()} if to else out


def same(histories: Mapping[Item, Sequence[Recorded]], as_of: AsOf) -> dict[Item, Item]:
    """For each item that is joined to another, the one of its kin that was registered earliest."""
    pairs = [pair for history in histories.values() for pair in _pairs(history, as_of)]
    return roots(pairs, _registered_first(histories, {item for pair in pairs for item in pair}, as_of))


def _registered_first(histories: Mapping[Item, Sequence[Recorded]], items: set[Item], as_of: AsOf) -> dict[Item, int]:
    """Where each item was first described, as recorded by then; a join describes nothing, and no entry comes last."""
    order = {}
    for item in items & histories.keys():
        present = [r for r in histories[item] if recorded_by(r, as_of.recorded_by)]
        described = (r.position for r in present if r.mark.kind == "registered" and not is_join(r))
        order[item] = next(described, _NEVER - 1 if present else _NEVER)
    return order


def _pairs(history: Sequence[Recorded], as_of: AsOf) -> list[tuple[Item, Item]]:
    if not any(map(is_join, history)):
        return []
    present = [recorded for recorded in history if recorded_by(recorded, as_of.recorded_by)]
    gone = retractions(present)
    links = (r.entry for r in present if (r.item, r.revision) not in gone)
    return [(e.item, e.same_as) for e in links if isinstance(e, Registered) and e.same_as is not None]


def _length(part: tuple[Item, Sequence[Recorded]]) -> int:
    return len(part[1])


class Joins:
    """The joins of a store, and histories as they join them.

    One that answers `joins` itself is asked at each look; of any other, the record is scanned once and then caught up.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: tuple[frozenset[Item], int] = frozenset(), 0  # joined items, and how far the record was scanned

    def kin(self, item: Item, as_of: AsOf) -> list[Item]:
        """The items whose histories make up an item's, itself included."""
        items = self._joined()
        if not items:
            return [item]
        pairs = [pair for one in items for pair in _pairs(self._store.history(one), as_of)]
        to = roots(pairs, {})
        return [other for other in to if to[other] == to[item]] if item in to else [item]

    def history(self, item: Item, as_of: AsOf) -> Sequence[Recorded]:
        """The history of an item together with those it is joined to."""
        kin = self.kin(item, as_of)
        if kin == [item]:
            return self._store.history(item)
        return sorted((r for one in kin for r in self._store.history(one)), key=lambda recorded: recorded.position)

    def same_as(self, as_of: AsOf) -> dict[Item, Item]:
        """For each item that is joined to another, the one under which `histories` has them."""
        kin = {other for item in self._joined() for other in self.kin(item, as_of)}
        return same({item: self._store.history(item) for item in kin}, as_of)

    def histories(self, as_of: AsOf, progress: Progress | None) -> dict[Item, list[Recorded]]:
        """Every history of the record, joined; `progress` counts entries as they are read."""
        histories = by_item(counted(self._store.scan(), progress, every=STEP))
        return joined(histories, as_of) if self._joined() else histories

    def one_by_one(self, as_of: AsOf, progress: Progress | None) -> Iterable[tuple[Item, Sequence[Recorded]]]:
        """As `histories`, but straight from a store that gives them one by one, where none need be joined.

        `progress` counts the entries of those that the caller is done with.
        """
        straight = answer(self._store, "histories")
        if straight and not self._joined():
            return counted(straight(), progress, size=_length, every=STEP)
        histories = self.histories(as_of, progress)
        total = sum(map(len, histories.values()))
        return counted(histories.items(), progress, total=total, size=_length, every=STEP)

    def _joined(self) -> frozenset[Item]:
        """The items that some entry joins to another.  What is known is replaced whole: other threads may look on."""
        if joins := answer(self._store, "joins"):
            return frozenset(joins())
        items, seen = self._known
        new = []
        for recorded in self._store.scan(seen):
            if is_join(recorded):
                new.append(recorded.item)
            seen = recorded.position
        items = items.union(new)
        self._known = items, seen
        return items
