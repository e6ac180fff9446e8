"""Undoing: what takes back all that is left of a batch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oversight_core.errors import UnknownBatch
from oversight_core.ledger import Recorded, Retracted
from oversight_core.ledger.known import retractions
from oversight_core.names import Item
from oversight_core.ports import Progress, Store
from oversight_core.register.counted import counted
from oversight_core.register.joins import by_item

Row = tuple[Item, int, tuple[Retracted, ...]]


def undoing(store: Store, batch: int, *, why: str, progress: Progress | None) -> list[Row]:
    """The retractions of every entry of a batch that still counts, item by item; raises `UnknownBatch` for none."""
    written = by_item(_written(store, batch))
    total = sum(map(len, written.values()))
    parts = counted(written.items(), progress, total=total, size=lambda part: len(part[1]))
    rows = [row for item, part in parts if (row := _row(item, part, store.history(item), why))[2]]
    if not rows:
        raise UnknownBatch(batch)
    return rows


def _written(store: Store, batch: int) -> Iterator[Recorded]:
    for recorded in store.scan(batch - 1):
        if recorded.batch != batch:
            return
        yield recorded


def _row(item: Item, part: Sequence[Recorded], history: Sequence[Recorded], why: str) -> Row:
    gone = retractions(history)
    left = [r.revision for r in part if (item, r.revision) not in gone and r.mark.counts]
    return item, len(history), tuple(Retracted(item, revision, why) for revision in left)
