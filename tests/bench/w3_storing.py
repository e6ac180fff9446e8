"""20,000 entries of 2,000 items put durably into SQLite, hashed and chained, and folded again."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import statistics
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from types import SimpleNamespace
from typing import NamedTuple

import contender_w3
from measure import OURS, Contender, Goal

ITEMS, EACH = 2_000, 10
PATH = ["draft", "issued", "concurred", *["in_progress", "implemented"] * 3, "closed"]
PER_ITEM, RAW, RAW_PER_ITEM = f"{OURS}, an item a time", "sqlite3", "sqlite3, an item a time"


class Event(NamedTuple):
    """What happened, as the peers keep it."""

    source: str
    target: str
    on: date
    actor: str
    note: str
    document: str


Streams = Mapping[str, list[Event]]


def streams() -> Streams:
    """Ten events of each item."""
    first = date(2020, 1, 1)
    return {
        f"oig-{n:06d}": [
            Event(
                PATH[max(step - 1, 0)],
                PATH[step],
                first + timedelta(n % 900 + 30 * step),
                "oig" if step % 2 else "ice",
                f"note {step} of item {n}: progress report received",
                f"oig-{n % 3000:05d}.txt",
            )
            for step in range(EACH)
        ]
        for n in range(ITEMS)
    }


def raw(path: str, streams: Streams, *, commit: str) -> SimpleNamespace:
    """What SQLite itself takes: no hash, no chain, no check."""
    db = sqlite3.connect(path, isolation_level=None)
    db.executescript(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE event (item TEXT NOT NULL, "
        "revision INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (item, revision)) WITHOUT ROWID"
    )

    def rows(item: str) -> Iterator[tuple[str, int, str]]:
        for revision, event in enumerate(streams[item], 1):
            yield item, revision, json.dumps(event._asdict(), default=str)

    def append() -> None:
        if commit == "one":
            db.execute("BEGIN")
        for item in streams:
            if commit == "each":
                db.execute("BEGIN")
            db.executemany("INSERT INTO event VALUES (?, ?, ?)", rows(item))
            if commit == "each":
                db.execute("COMMIT")
        if commit == "one":
            db.execute("COMMIT")

    def folded(bodies: list[str]) -> contender_w3.State:
        last = json.loads(bodies[-1])
        return last["target"], date.fromisoformat(last["on"]), len(bodies)

    def load(item: str) -> contender_w3.State:
        found = db.execute("SELECT body FROM event WHERE item = ? ORDER BY revision", (item,))
        return folded([body for (body,) in found])

    return SimpleNamespace(
        append=append, load=load, replay=lambda: {item: load(item) for item in streams}, close=db.close
    )


@contextmanager
def filled(make: Callable[..., SimpleNamespace], commit: str) -> Iterator[tuple[SimpleNamespace, Streams, Path, float]]:
    """A contender that has appended everything, and how long that took."""
    given = streams()
    with TemporaryDirectory() as folder:
        path = Path(folder, "record.db")
        lib = make(str(path), given, commit=commit)
        start = perf_counter()
        lib.append()
        yield lib, given, path, perf_counter() - start


def contender(make: Callable[..., SimpleNamespace], commit: str) -> Contender:
    def measure() -> dict[str, float]:
        with filled(make, commit) as (lib, given, path, took):
            wanted = {item: (events[-1].target, events[-1].on, len(events)) for item, events in given.items()}
            times = []
            for item in random.Random(5).sample(sorted(given), 1000):
                start = perf_counter()
                found = lib.load(item)
                times.append(perf_counter() - start)
                assert found == wanted[item], (item, found)
            start = perf_counter()
            states = lib.replay()
            folding = perf_counter() - start
            assert states == wanted
            with sqlite3.connect(path) as db:
                db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            size, count = os.path.getsize(path), ITEMS * EACH
            lib.close()
        return {
            "appended/s": count / took,
            "ten back, µs": statistics.median(times) * 1e6,
            "folded/s": count / folding,
            "bytes an entry": size / count,
        }

    return measure


CONTENDERS = {
    RAW: contender(raw, "one"),
    RAW_PER_ITEM: contender(raw, "each"),
    OURS: contender(contender_w3.lib, "one"),
    PER_ITEM: contender(contender_w3.lib, "each"),
}
GOALS = (
    Goal("appended/s", RAW, at_least=0.4),
    Goal("appended/s", RAW_PER_ITEM, at_least=0.6, ours=PER_ITEM),
    Goal("ten back, µs", at_most=60),
    Goal("folded/s", RAW, at_least=0.4),
    Goal("bytes an entry", at_most=506),
)
