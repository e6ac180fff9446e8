"""The project's side of W4: a store filled through `append`, and the question how many recommendations stand where.

The rows of the harness become reports of an item's status on a day.  The store is filled and caught up before anything
is timed, and kept, so that each measurement asks the same file in a process of its own.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from types import SimpleNamespace

import common
import w4_asof

from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core import AsOf, Item, Moment, Register, Reported
from oversight_core.ports import Batch

FILE = common.DATA / "w4-oversight.db"
AXIS = "status"
BOUNDS = [most for most, _ in w4_asof.BUCKETS[:-1]]
NAMES = [name for _, name in w4_asof.BUCKETS]

_day = lru_cache(None)(lambda text: Moment.parse(text))


def _batch() -> Batch:
    """The rows by recommendation, in their order."""
    for number, rows in groupby(sorted(w4_asof.rows()), key=lambda row: row[0]):
        item = Item("recommendation", "oig", f"oig-{number:06d}")
        yield item, 0, [Reported(item, AXIS, status, occurred_on=_day(on)) for _, _, on, status in rows]


def _chunks(batch: Iterator, size: int) -> Iterator[list]:
    from itertools import islice

    batch = iter(batch)
    while chunk := list(islice(batch, size)):
        yield chunk


def fill(path: Path) -> None:
    """Fill the file, a thousand recommendations at a time, and catch up."""
    making = path.with_suffix(".making")
    for old in making.parent.glob(making.name + "*"):
        old.unlink()
    with SqliteStore(making) as store:
        for chunk in _chunks(iter(_batch()), 1000):
            store.append(chunk, recorder="bench")
        store.catch_up()
    os.replace(making, path)


def w4() -> SimpleNamespace:
    """Statuses and ages as of a day."""
    if not FILE.exists():
        fill(FILE)
    register = Register(SqliteStore(FILE, read_only=True))

    def as_of(text: str) -> tuple[dict[str, int], dict[str, int]]:
        day = date.fromisoformat(text)
        found = register.standing(AXIS, AsOf(day))
        ages = found.ages(day, over={"closed"}, bounds=BOUNDS)
        buckets = {name: age.items for name, age in zip(NAMES, ages, strict=True) if age.items}
        return dict(found.statuses), buckets

    return SimpleNamespace(as_of=as_of)
