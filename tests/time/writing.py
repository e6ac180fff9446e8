"""Writing a record into stores: batch by batch, as anybody would."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import count, groupby
from operator import attrgetter

from tests.time.records import Forget, Record, Said
from tests.time.said import TakeBack

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core.ledger import Entry, Receipt, Retracted
from oversight_core.names import Item

AUTHORITY = "GRS 2.8"
Store = MemoryStore | SqliteStore
Write = Callable[[Store], Receipt]


class Clock:
    """Shows what it is set to."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


def salts() -> Callable[[], bytes]:
    """The same salts for every store."""
    numbers = count()
    return lambda: next(numbers).to_bytes(32)


def write(record: Record, stores: Sequence[Store], clock: Clock) -> Iterator[list[Receipt]]:
    """Write batch after batch into every store, and give the receipts of each."""
    for clock.now, one in _writes(record):
        yield [one(store) for store in stores]


def _writes(record: Record) -> Iterator[tuple[datetime, Write]]:
    revisions: dict[Item, int] = {}
    placed: dict[int, int] = {}  # the number of a step to the revision it became
    for _, batch in groupby(record, key=attrgetter("batch")):
        steps, before = list(batch), dict(revisions)
        for step in steps:
            placed[step.number] = revisions[step.item] = revisions.get(step.item, 0) + 1
        if isinstance(steps[0].what, Forget):
            yield steps[0].clock, _disposal(steps[0].item, placed[steps[0].what.number], before)
        else:
            yield steps[0].clock, _append(steps, before, placed)


def _disposal(item: Item, revision: int, before: dict[Item, int]) -> Write:
    return lambda store: store.dispose(item, [revision], AUTHORITY, expected=before[item], recorder="records officer")


def _append(steps: Sequence[Said], before: dict[Item, int], placed: dict[int, int]) -> Write:
    by_item = [
        (item, before.get(item, 0), [_entry(step, placed) for step in those])
        for item, those in groupby(steps, key=attrgetter("item"))
    ]
    return lambda store: store.append(by_item, recorder="desk")


def _entry(step: Said, placed: dict[int, int]) -> Entry:
    what = step.what
    assert not isinstance(what, Forget)
    if isinstance(what, TakeBack):
        return Retracted(step.item, placed[what.number], "misread", what.occurred_on, what.stated_on)
    return what
