"""How many items stand where: the same from the store, from the fold, and from a plain count."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core import AsOf, Item, Moment, Register, Registered, Reported, Standing
from oversight_core.questions import standing

AXIS = "oversight_status"
FIRST = date(2024, 1, 1)

days = st.integers(0, 40).map(lambda n: FIRST + timedelta(n))
reports = st.lists(
    st.tuples(st.sampled_from(["a", "b", "c", "d"]), days, st.sampled_from(["open", "closed_implemented", "closed"])),
    max_size=14,
)


def item(name: str) -> Item:
    return Item("recommendation", "gao", f"gao-24-{name}", "1")


def fill(store, said):
    for name, on, status in said:
        entry = Reported(item(name), AXIS, status, occurred_on=Moment.day(on))
        store.append([(entry.item, len(store.history(entry.item)), [entry])], recorder="test")
    return Register(store)


def march():
    return datetime(2024, 3, 1, tzinfo=UTC)


@given(reports, st.none() | days)
def test_the_store_and_the_fold_count_alike(tmp_path_factory, said, on):
    memory = fill(MemoryStore(clock=march), said)
    with SqliteStore(tmp_path_factory.mktemp("record") / "a.db", clock=march) as store:
        found = fill(store, said).standing(AXIS, AsOf(on))
        assert found == memory.standing(AXIS, AsOf(on)) == standing(memory.cases(AsOf(on)), AXIS)
    last = {name: status for name, day, status in sorted(said, key=lambda one: one[1]) if on is None or day <= on}
    assert found.statuses == Counter(last.values())


@given(
    st.lists(st.tuples(st.sampled_from(["open", "closed"]), days, st.integers(1, 5)), max_size=9),
    st.lists(st.integers(0, 50), max_size=4),
    days,
)
def test_buckets_follow_each_other_and_hold_what_is_not_over_once(rows, bounds, on):
    ages = Standing(AXIS, rows).ages(on, over={"closed"}, bounds=bounds)
    assert sum(age.items for age in ages) == sum(items for status, _, items in rows if status == "open")
    assert ages[0].least == 0 and ages[-1].most is None
    assert all(one.most + 1 == other.least for one, other in pairwise(ages))
    for age in ages:
        within = (max((on - day).days, 0) for status, day, items in rows if status == "open" for _ in range(items))
        assert age.items == sum(age.least <= old and (age.most is None or old <= age.most) for old in within)


def test_items_that_are_the_same_count_once(tmp_path):
    with SqliteStore(tmp_path / "a.db") as store:
        register = fill(store, [("a", FIRST, "open"), ("b", FIRST, "closed")])
        assert register.standing(AXIS).statuses == {"open": 1, "closed": 1}
        store.append([(item("a"), 1, [Registered(item("a"), None, same_as=item("b"))])], recorder="test")
        found = register.standing(AXIS)
        assert sum(found.statuses.values()) == 1 and found == standing(register.cases(), AXIS)


@pytest.mark.parametrize("as_of", [AsOf(stated_by="2024-01"), AsOf(recorded_by=1)])
def test_what_was_known_once_is_asked_of_the_entries(tmp_path, as_of):
    with SqliteStore(tmp_path / "a.db") as store:
        register = fill(store, [("a", FIRST, "open"), ("a", date(2024, 2, 1), "closed")])
        assert register.standing(AXIS, as_of) == standing(register.cases(as_of), AXIS)


def test_only_items_of_the_kind_that_is_asked_for_count(tmp_path):
    with SqliteStore(tmp_path / "a.db") as store:
        register = fill(store, [("a", FIRST, "open")])
        assert register.standing(AXIS, kind="review").rows == ()
