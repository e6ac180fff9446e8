"""What is due within 30 days, of 200,000 open items with ten clocks each (s), and a business day by look-up (µs)."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from time import perf_counter
from typing import TypeVar

from measure import OURS, Goal, rate

from oversight_adapters.stores.memory import MemoryStore
from oversight_core import Citation, Clock, Force, Item, Moment, Read, Recommendation, Register, Registered, RuleBook
from oversight_core.moments import WEEKENDS, Calendars, OpenDays
from oversight_core.questions import due
from oversight_core.rules import count

T = TypeVar("T")

ITEMS, SPAN, AS_OF, WITHIN = 200_000, 3300, date(2024, 6, 30), 30
FIRST = AS_OF - timedelta(SPAN)
LENGTHS = ((7, "days"), (30, "days"), (90, "days"), (180, "days"), (10, "business days"), (60, "business days"))
MONTHS = ((1, "months"), (6, "months"), (1, "years"), (4, "years"))
_day = lru_cache(None)(Moment.day)


def book() -> RuleBook:
    """Ten clocks, three of them on the day of receipt."""
    law = Citation("a rule of the bench", Force.CONVENTION, "nobody", Read.ORIGINAL)
    rows = []
    for number, (length, unit) in enumerate((*LENGTHS, *MONTHS)):
        rows.append(
            Clock(
                f"clock-{number}",
                "received_on" if number % 3 == 0 else "issued_on",
                length,
                unit,
                "agency",
                law,
                calendar="weekends" if unit == "business days" else "plain",
                kinds="recommendation",
                met_by="response:responded_on",
                month_end="same day" if unit in ("months", "years") else None,
            )
        )
    return RuleBook("bench", "1", "ten clocks", (), clocks=rows)


def entries(items: int) -> Iterator[Registered]:
    dice = random.Random(7)
    for n in range(items):
        issued = FIRST + timedelta(dice.randrange(SPAN))
        received = issued + timedelta(dice.randrange(20))
        what = Recommendation(issued_on=_day(issued), received_on=_day(received))
        item = Item("recommendation", "oig", f"oig-{n:06d}")
        yield Registered(item, what, rulebook="bench", occurred_on=_day(issued))


def register(items: int) -> Register:
    store = MemoryStore()
    store.append(((entry.item, 0, [entry]) for entry in entries(items)), recorder="bench")
    return Register(store, rulebooks=[book()])


def wanted(items: int) -> int:
    """How many are due, by a loop over items and clocks."""
    days, last, found = OpenDays(WEEKENDS), AS_OF + timedelta(WITHIN), 0
    rows = book().clocks
    for entry in entries(items):
        for row in rows:
            start = getattr(entry.entity, row.starts_on[0])
            on = count(row, start, days=days).latest
            found += on is not None and entry.entity.issued_on.latest <= AS_OF and AS_OF <= on <= last
    return found


def ours() -> dict[str, float]:
    desk = register(ITEMS)
    first, found = timed(lambda: desk.due(AS_OF, within=WITHIN))
    again, same = timed(lambda: desk.due(AS_OF, within=WITHIN))
    assert len(found) == wanted(ITEMS) and found == same
    cases = desk.cases()
    folded, pure = timed(lambda: due(cases, [book()], as_of=AS_OF, within=WITHIN))
    assert len(cases) == ITEMS and pure == found
    return {
        "due, folded, s": folded,
        "due, of a memory store, s": again,
        "the same, never read before, s": first,
        "business day, µs": 1e6 / business_days(),
    }


def timed(ask: Callable[[], T]) -> tuple[float, T]:
    """How long an answer took, and the answer, the garbage collector at work as in production."""
    gc.collect()
    start = perf_counter()
    answer = ask()
    return perf_counter() - start, answer


def business_days() -> float:
    """Business-day deadlines a second, of different starts, the calendar laid out anew each time."""
    starts = [FIRST + timedelta(n) for n in range(SPAN)] * 10

    def block(days: OpenDays) -> None:
        for start in starts:
            days.after(start, 60)

    return rate(block, len(starts), prepare=lambda: Calendars().days(WEEKENDS.name))


CONTENDERS = {OURS: ours}
GOALS = (
    Goal("due, folded, s", at_most=3.0),
    Goal("due, of a memory store, s", at_most=3.0),
    Goal("business day, µs", at_most=2.0),
)
