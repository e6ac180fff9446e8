"""At the desk, items that are the same are one: as of any three dates, and as of a past recording for good."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

import pytest
from tests.effort import effort
from tests.time.families import Histories, together
from tests.time.records import random_as_of, random_record
from tests.time.trying import is_past, same_but_words
from tests.time.writing import Clock, salts, write

from oversight_adapters.stores.memory import MemoryStore
from oversight_core import Register
from oversight_core.entities import Recommendation
from oversight_core.ledger import Recorded, Registered, Reported
from oversight_core.moments import AsOf
from oversight_core.names import Item
from oversight_core.testing.laws.ledger import naive
from oversight_core.testing.oracle_fold import NaiveCase, naive_fold

Cases = dict[Item, NaiveCase]
"""What is known of everything; a family is named by whichever of its items sorts first."""


def told(desk: Register, as_of: AsOf) -> Cases:
    """What the desk says."""
    histories = {item: desk.history(item) for item in {recorded.item for recorded in desk.store.scan()}}
    name = {item: min(family) for family in together(_by_then(histories, as_of)) for item in family}
    return {name.get(item, item): naive(case) for item, case in desk.cases(as_of).items()}


def worked_out(histories: Histories, as_of: AsOf) -> Cases:
    """The same, from the entries that were recorded by then."""
    known = _by_then(histories, as_of)
    cases = {
        min(family): naive_fold([r for item in family for r in known.get(item, ())], as_of)
        for family in together(known)
    }
    return {item: case for item, case in cases.items() if case.described is not None or case.statuses or case.unmapped}


def _by_then(histories: Histories, as_of: AsOf) -> Histories:
    then = {item: [r for r in history if _recorded(r, as_of)] for item, history in histories.items()}
    return {item: history for item, history in then.items() if history}


def _recorded(recorded: Recorded, as_of: AsOf) -> bool:
    by = as_of.recorded_by
    return by is None or (recorded.position <= by if isinstance(by, int) else recorded.recorded_at <= by)


def ask(seed: str) -> None:
    dice = Random(seed)
    record = random_record(dice, items=12, longest=8)
    questions = [random_as_of(dice, record) for _ in range(6)]
    clock = Clock()
    store = MemoryStore(clock=clock, salt=salts())
    desk = Register(store)
    early: dict[AsOf, Cases] = {}
    for (receipt,) in write(record, [store], clock):
        early |= {q: told(desk, q) for q in questions if q not in early and is_past(q, store, receipt)}
    histories = {step.item: store.history(step.item) for step in record}
    for as_of in questions:
        late = told(desk, as_of)
        assert late == worked_out(histories, as_of), (seed, as_of)
        assert as_of not in early or same_but_words(early[as_of], late), (seed, as_of)


@pytest.mark.parametrize("n", range(20))
def test_what_the_desk_says(n: int) -> None:
    ask(f"desk {n}")


@pytest.mark.slow
def test_what_the_desk_says_of_many() -> None:
    for n in range(effort(ci=500, nightly=5_000)):
        ask(f"many {n}")


def test_under_which_name_a_family_was_told_does_not_change() -> None:
    one, other = (Item("recommendation", "gao", "gao-24-106233", number, "ice") for number in ("1", "2"))
    store = MemoryStore(clock=lambda: datetime(2024, 1, 1, tzinfo=UTC))
    store.append([(one, 0, [Reported(one, "stage", "open"), Registered(one, None, same_as=other)])], recorder="desk")
    before = Register(store).cases(AsOf(recorded_by=2)).keys()
    store.append([(other, 0, [Registered(other, Recommendation(number="2"))])], recorder="desk")
    assert Register(store).cases(AsOf(recorded_by=2)).keys() == before
