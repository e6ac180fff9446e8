"""Status counts and ages as of a day over 100,000 reports of 20,000 items, beside SQL written by hand (ms)."""

from __future__ import annotations

import random
import sqlite3
import statistics
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from measure import OURS, Contender, Goal

from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core import AsOf, Item, Moment, Register, Reported

ITEMS, STATUSES = 20_000, ("issued", "concurred", "in_progress", "implemented", "closed")
FIRST, AS_OF = date(2015, 1, 1), date(2023, 6, 30)
BOUNDS = (90, 180, 365, 730)
SPANS, WINDOW = "a table of spans, by hand", "a window query, by hand"

Answer = tuple[dict[str, int], list[int]]
"""How many stand where, and how many of those that are not closed are in each bucket of ages."""

_day = lru_cache(None)(Moment.day)


def rows() -> Iterator[tuple[int, int, date, str]]:
    """Item, number, day and status."""
    dice = random.Random(11)
    for item in range(ITEMS):
        day = FIRST + timedelta(dice.randrange(3300))
        for number, status in enumerate(STATUSES):
            yield item, number, day, status
            day += timedelta(dice.randrange(1, 260))


def wanted() -> Answer:
    """The answer by a plain loop."""
    counts: Counter[str] = Counter()
    ages: Counter[int] = Counter()
    for _, own in groupby(rows(), key=lambda row: row[0]):
        past = [(day, status) for _, _, day, status in own if day <= AS_OF]
        if past:
            counts[past[-1][1]] += 1
            if past[-1][1] != "closed":
                old = (AS_OF - past[0][0]).days
                ages[sum(old > bound for bound in BOUNDS)] += 1
    return dict(counts), [ages[n] for n in range(len(BOUNDS) + 1)]


def split(found: list[tuple[str, int, int]]) -> Answer:
    """Rows of status, age in days and how many, as an answer."""
    counts: Counter[str] = Counter()
    ages: Counter[int] = Counter()
    for status, old, items in found:
        counts[status] += items
        if status != "closed":
            ages[sum(old > bound for bound in BOUNDS)] += items
    return dict(counts), [ages[n] for n in range(len(BOUNDS) + 1)]


def ours(folder: Path) -> Callable[[], Answer]:
    store = SqliteStore(folder / "record.db")
    parts = ((Item("recommendation", "oig", f"oig-{n:06d}"), list(own)) for n, own in groupby(rows(), lambda r: r[0]))
    batch = ((item, 0, [Reported(item, "status", r[3], occurred_on=_day(r[2])) for r in own]) for item, own in parts)
    store.append(batch, recorder="bench")
    store.catch_up()
    register = Register(store)

    def ask() -> Answer:
        found = register.standing("status", AsOf(AS_OF))
        ages = found.ages(AS_OF, over={"closed"}, bounds=BOUNDS)
        return dict(found.statuses), [age.items for age in ages]

    return ask


SPAN_QUERY = """
SELECT status, CAST(julianday(:day) - julianday(issued) AS INTEGER), sum(n) FROM (
  SELECT status, issued, count(*) AS n FROM span WHERE since <= :day AND until > :day GROUP BY 1, 2) GROUP BY 1, 2
"""
WINDOW_QUERY = """
SELECT status, CAST(julianday(:day) - julianday(issued) AS INTEGER), count(*) FROM (
  SELECT status, first_value(day) OVER w AS issued, row_number() OVER (PARTITION BY item ORDER BY number DESC) AS last
  FROM event WHERE day <= :day WINDOW w AS (PARTITION BY item ORDER BY number)) WHERE last = 1 GROUP BY 1, 2
"""


def by_hand(query: str) -> Callable[[Path], Callable[[], Answer]]:
    def make(folder: Path) -> Callable[[], Answer]:
        db = sqlite3.connect(folder / "record.db")
        db.execute("CREATE TABLE event (item INTEGER, number INTEGER, day TEXT, status TEXT)")
        db.executemany("INSERT INTO event VALUES (?, ?, ?, ?)", ((i, n, d.isoformat(), s) for i, n, d, s in rows()))
        db.executescript("""
            CREATE INDEX event_cover ON event (item, number, day, status);
            CREATE TABLE span AS SELECT item, day AS since, coalesce(lead(day) OVER w, '9999-12-31') AS until, status,
              first_value(day) OVER w AS issued FROM event WINDOW w AS (PARTITION BY item ORDER BY number);
            CREATE INDEX span_cover ON span (since, until, status, issued);
            ANALYZE;
        """)
        return lambda: split(db.execute(query, {"day": AS_OF.isoformat()}).fetchall())

    return make


def contender(make: Callable[[Path], Callable[[], Answer]]) -> Contender:
    def measure() -> dict[str, float]:
        with TemporaryDirectory() as folder:
            ask = make(Path(folder))
            assert ask() == wanted(), (ask(), wanted())
            times = []
            for _ in range(9):
                start = perf_counter()
                ask()
                times.append(perf_counter() - start)
        return {"asked, ms": statistics.median(times) * 1000}

    return measure


CONTENDERS = {
    OURS: contender(ours),
    SPANS: contender(by_hand(SPAN_QUERY)),
    WINDOW: contender(by_hand(WINDOW_QUERY)),
}
GOALS = (Goal("asked, ms", SPANS, at_most=1.3), Goal("asked, ms", WINDOW, at_most=0.2))
