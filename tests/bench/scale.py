"""How the store grows: `python tests/bench/scale.py 1000000 [10000000 …]`, each size in a process of its own.

A record of so many entries is appended lazily, a thousand items at a time: each fifth entry describes a recommendation
in words, the others report where it stands.  Prints a table in Markdown; the page `scale` of the documentation holds
the one that was measured last.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.writers.jsonlines import JsonLinesWriter
from oversight_core import AsOf, Item, Moment, Recommendation, Register, Registered, Reported
from oversight_core.ports import Batch

AXIS = "oversight_status"
STATUSES = ("open", "open_partially_addressed", "open", "closed_implemented")
FIRST = date(2015, 1, 1)
TOGETHER = 1_000  # items of one batch

_day = lru_cache(None)(lambda n: Moment.day(FIRST + timedelta(n)))


def item(number: int) -> Item:
    return Item("recommendation", "oig", f"oig-{number // 20:06d}", str(number % 20 + 1), "ice")


def batch(items: int) -> Batch:
    """Five entries of each of so many items."""
    dice = random.Random(11)
    for number in range(items):
        own, day = item(number), dice.randrange(3300)
        text = f"The agency should record what inspection {number} of its facilities found, and act on it."
        entries: list[Any] = [Registered(own, Recommendation(text=text, number=own.number), occurred_on=_day(day))]
        for status in STATUSES:
            day += dice.randrange(1, 200)
            entries.append(Reported(own, AXIS, status, occurred_on=_day(day), label=status))
        yield own, 0, entries


def memory() -> float:
    """The most memory this process ever held, in MiB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def timed(do: Callable[[], Any]) -> tuple[float, Any]:
    start = perf_counter()
    found = do()
    return perf_counter() - start, found


def appended(store: SqliteStore, entries: int) -> list[float]:
    """Append everything, and say how many entries a second each tenth of it went."""
    source, rates, tenth = iter(batch(entries // 5)), [], entries // 10
    for _ in range(10):
        left, start = tenth // 5, perf_counter()
        while chunk := list(islice(source, min(TOGETHER, left))):
            store.append(chunk, recorder="scale")
            left -= len(chunk)
            if not left:
                break
        rates.append(tenth / (perf_counter() - start))
    return rates


def measured(entries: int, folder: Path) -> dict[str, float]:
    """Everything about one size; answers are checked."""
    path = folder / "record.db"
    store = SqliteStore(path)
    rates = appended(store, entries)
    store._file._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    bare = path.stat().st_size
    catching, _ = timed(store.catch_up)
    store.close()
    store = SqliteStore(path)
    register = Register(store)
    as_of = AsOf("2020-06-30")
    asking = min(timed(lambda: register.standing(AXIS, as_of))[0] for _ in range(3))
    known = [item(number) for number in random.Random(5).sample(range(entries // 5), 500)]
    loading, _ = timed(lambda: [register.case(one) for one in known])
    scanning, count = timed(lambda: sum(1 for _ in store.scan()))
    verifying, verdict = timed(store.verify)
    assert verdict.holds and count == entries, verdict
    with (folder / "record.jsonl").open("w") as out:
        exporting, _ = timed(lambda: JsonLinesWriter().write(register, out))
    return {
        "appended/s, first tenth": rates[0],
        "appended/s, last tenth": rates[-1],
        "bytes an entry": bare / entries,
        "bytes an entry, with periods": path.stat().st_size / entries,
        "caught up/s": entries / catching,
        "statuses and ages as of a day, s": asking,
        "one item, µs": loading / len(known) * 1e6,
        "scanned/s": entries / scanning,
        "verified/s": entries / verifying,
        "exported/s": entries / exporting,
        "peak memory, MiB": memory(),
    }


def main() -> None:
    """Parse the command line; `--child` is how a measurement calls back into this file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("entries", nargs="+", type=int)
    parser.add_argument("--folder", type=Path, help="where the files are made, and removed again")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(measured(options.entries[0], options.folder)))
        return
    found: dict[int, dict[str, float]] = {}
    for entries in options.entries:
        with TemporaryDirectory(dir=options.folder) as folder:
            command = [sys.executable, __file__, "--child", str(entries), "--folder", folder]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
        found[entries] = json.loads(done.stdout)
    print("\n".join(table(found)))


def table(found: dict[int, dict[str, float]]) -> Iterator[str]:
    """The sizes side by side."""
    yield "| | " + " | ".join(f"{entries:,} entries" for entries in found) + " |"
    yield "|---|" + "---:|" * len(found)
    for metric in next(iter(found.values())):
        values = (by[metric] for by in found.values())
        yield f"| {metric} | " + " | ".join(f"{v:,.2f}" if v < 10 else f"{v:,.0f}" for v in values) + " |"


if __name__ == "__main__":
    main()
