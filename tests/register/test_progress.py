"""Progress: what it counts, and that one that raises stops everything before it is written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.stores import spool
from oversight_adapters.stores.memory import MemoryStore
from oversight_core import Accepted, Candidate, Item, Moment, Plan, Reading, Recommendation, Register, Reported, Store
from oversight_core.ledger import Registered
from oversight_core.register import joins
from oversight_core.register.counted import counted

ITEMS = tuple(Item("recommendation", "city", "2024", str(number), "ice") for number in range(12))


class Stopped(Exception):
    pass


def stop_at(limit: int) -> Callable[[int, int | None], None]:
    def progress(done: int, total: int | None) -> None:
        if done >= limit:
            raise Stopped

    return progress


def said(item: Item) -> Reported:
    return Reported(item, "implementation", "in_progress", occurred_on=Moment.parse("2024-05"))


def reading() -> Reading:
    return Reading(tuple(Candidate(item, Recommendation(text=f"Do {item.number}.")) for item in ITEMS), format="test")


PLAN = Plan(tuple((item, 0, (said(item), said(item))) for item in ITEMS))

PHASES: dict[str, Callable[[Register, Callable[[int, int | None], None]], object]] = {
    "take": lambda register, progress: register.take(reading(), progress=progress),
    "apply": lambda register, progress: register.apply(PLAN, progress=progress),
    "undo": lambda register, progress: register.undo(1, progress=progress),
}


@pytest.mark.parametrize(("verb", "total"), [("take", 12), ("apply", 24)])
def test_it_rises_to_the_total(store: Store, verb: str, total: int) -> None:
    seen: list[tuple[int, int | None]] = []
    PHASES[verb](Register(store), lambda done, of: seen.append((done, of)))
    assert seen == [(n, total) for n in range(total // 12, total + 1, total // 12)]


def test_undoing_counts_the_entries_of_the_batch(store: Store) -> None:
    register, seen = Register(store), list[tuple[int, int | None]]()
    register.apply(PLAN)
    register.undo(1, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (24, 24) and len(seen) == 12
    assert not register.cases()


@pytest.mark.parametrize("limit", [1, 12, 24])
@pytest.mark.parametrize("verb", PHASES)
def test_one_that_raises_stops_before_anything_is_written(store: Store, verb: str, limit: int) -> None:
    heard: list[Accepted] = []
    if verb == "undo":
        Register(store).apply(PLAN)
    register = Register(store, listeners=(heard.append,))
    before = [recorded.hash for recorded in store.scan()]
    with pytest.raises(Stopped):
        PHASES[verb](register, stop_at(limit if verb != "take" else min(limit, 12)))
    assert [recorded.hash for recorded in store.scan()] == before
    assert heard == [] and register.verify().holds
    assert PHASES[verb](register, lambda done, total: None) is not None  # and it can be done again, to its end
    assert len(heard) == (verb != "take")


def test_what_is_stopped_holds_no_lock(store: Store) -> None:
    register = Register(store)

    def looks_in(done: int, total: int | None) -> None:
        assert not list(store.scan())  # nothing is written while it counts, and the store can be asked and written to
        if done == 4:
            register.enter([said(Item("recommendation", "city", "2023", "1", "ice"))])
            raise Stopped

    with pytest.raises(Stopped):
        register.apply(PLAN, progress=looks_in)
    assert len(list(store.scan())) == 1


QUESTIONS: dict[str, Callable[[Register, Callable[[int, int | None], None]], object]] = {
    "histories": lambda register, progress: register.histories(progress=progress),
    "cases": lambda register, progress: register.cases(progress=progress),
    "tally": lambda register, progress: register.tally(progress=progress),
    "discrepancies": lambda register, progress: register.discrepancies(progress=progress),
}


@pytest.mark.parametrize("joined", [False, True])
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_over_the_record_can_be_watched_and_stopped(
    store: Store, question: str, joined: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(joins, "STEP", 5)
    register, seen = Register(store), list[tuple[int, int | None]]()
    register.apply(PLAN)
    if joined:
        register.enter([Registered(ITEMS[1], None, same_as=ITEMS[0])])
    entries = 24 + joined
    answer = QUESTIONS[question](register, lambda done, total: seen.append((done, total)))
    assert answer == QUESTIONS[question](Register(store), lambda done, total: None)
    assert seen[-1][0] == entries and {total for _, total in seen} <= {None, entries}
    with pytest.raises(Stopped):
        QUESTIONS[question](register, stop_at(5))


def test_standing_is_watched_where_the_cases_are_folded() -> None:
    register, seen = Register(MemoryStore()), list[int]()
    register.apply(PLAN)
    register.standing("implementation", progress=lambda done, total: seen.append(done))
    assert seen[-1] == 24


@given(sizes=st.lists(st.integers(0, 5)), every=st.integers(1, 7))
def test_counting_changes_no_part_and_loses_no_count(sizes: list[int], every: int) -> None:
    seen: list[int] = []
    parts = counted(sizes, lambda done, total: seen.append(done), size=lambda part: part, every=every)
    assert list(parts) == sizes
    assert seen == sorted(set(seen)) and (seen[-1] if seen else 0) == sum(sizes)


def test_without_somebody_who_looks_on_parts_are_what_they_were() -> None:
    assert counted(ITEMS, None) is ITEMS


def test_a_large_batch_that_is_stopped_leaves_no_file_open(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "OVERHEAD", spool.BOUND)  # so that each entry goes to the disk
    spools: list[spool.Spool] = []
    add = spool.Spool.add

    def noted(self: spool.Spool, group: spool.Group) -> None:
        spools.append(self)
        add(self, group)

    monkeypatch.setattr(spool.Spool, "add", noted)
    with pytest.raises(Stopped):
        Register(store).apply(PLAN, progress=stop_at(24))
    assert spools[0]._file is not None and spools[0]._file.closed
