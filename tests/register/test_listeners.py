"""Listeners: told of what was written, once, after it was; what they do cannot undo it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.stores.memory import MemoryStore
from oversight_core import (
    Accepted,
    Actor,
    Applied,
    Attempt,
    Candidate,
    Disposed,
    Item,
    Moment,
    NotAllowed,
    Plan,
    Reading,
    Receipt,
    Recommendation,
    Register,
    Registered,
    Reported,
    Retracted,
    Source,
    Store,
)
from oversight_core.errors import CannotRetract, Conflict, InvalidBatch, UnknownBatch

ITEMS = tuple(Item("recommendation", "city", "2024", str(number), "ice") for number in range(1, 4))
ONE, TWO, THREE = ITEMS


def said(item: Item = ONE, status: str = "in_progress", on: str = "2024-05") -> Reported:
    return Reported(item, "implementation", status, occurred_on=Moment.parse(on), stated_on=Moment.vague("late spring"))


def concur(item: Item = ONE, event: str = "concur") -> Attempt:
    return Attempt(item, event, Actor("ICE", "addressee"), Moment.parse("2024-06-01"))


def reading() -> Reading:
    return Reading((Candidate(ONE, Recommendation(text="Do it.")),), source=Source.of(b"a page"), format="test")


def in_the_record(store: Store, accepted: Accepted) -> list[Any]:
    """What stands in the store where a listener was told that it would."""
    scan = store.scan(accepted.receipt.batch - 1)
    found = [recorded for recorded in scan if recorded.position <= accepted.receipt.position]
    assert {recorded.recorder for recorded in found} == {accepted.recorder}
    assert found[-1].hash == accepted.receipt.hash
    return [recorded.entry for recorded in found]


def test_every_write_is_told_once_as_it_stands_in_the_record(store: Store) -> None:
    heard: list[Accepted] = []

    def listener(accepted: Accepted) -> None:
        assert in_the_record(store, accepted) == list(accepted.entries)  # it is there when the listener is told
        heard.append(accepted)

    register = Register(store, recorder="desk", listeners=(listener,))
    receipts: list[Receipt] = []
    assert isinstance(register.attempt(concur(), axis="position"), Applied)
    receipts.append(register.apply(register.take(reading())))
    receipts.append(register.enter([said(TWO), said(THREE), said(TWO, "planned")]))
    receipts.append(register.retract(TWO, 1, why="a slip"))
    receipts.append(register.undo(receipts[1].batch))
    receipts.append(register.dispose(THREE, [1, 1], "GRS 5.2"))
    assert [accepted.receipt for accepted in heard[1:]] == receipts
    kinds = [[type(entry) for entry in accepted.entries] for accepted in heard]
    assert kinds == [[Applied], [Registered], [Reported] * 3, [Retracted], [Retracted] * 2, [Disposed]]
    assert heard[2].items == (TWO, THREE)
    assert heard[5].entries == (Disposed(THREE, (1,), "GRS 5.2"),)
    assert {accepted.recorder for accepted in heard} == {"desk"}


def test_a_disposal_is_told_and_does_not_reach_what_was_told_before(store: Store) -> None:
    heard: list[Accepted] = []
    register = Register(store, listeners=(heard.append,))
    register.enter([said()])
    register.dispose(ONE, [1], "GRS 5.2")
    assert heard[0].entries == (said(),)
    assert register.history(ONE)[0].entry != said()


def test_what_is_refused_or_empty_is_not_told(store: Store) -> None:
    heard: list[Accepted] = []
    quiet = Register(store)
    quiet.enter([said()])
    register = Register(store, listeners=(heard.append,))
    assert isinstance(register.attempt(concur(event="verify"), axis="oversight_status"), NotAllowed)
    assert register.enter([]).batch == 0
    assert register.apply(Plan()).batch == 0
    assert register.apply(Plan(((ONE, 1, ()),))).batch == 0
    with pytest.raises(Conflict):
        register.apply(Plan(((ONE, 7, (said(),)),)))
    with pytest.raises(CannotRetract):
        register.retract(ONE, 9, why="there is none")
    with pytest.raises(InvalidBatch):
        register.dispose(ONE, [9], "GRS 5.2")
    with pytest.raises(UnknownBatch):
        register.undo(99)
    assert heard == []


def test_listeners_are_told_in_their_order() -> None:
    order: list[str] = []
    listeners = (lambda _: order.append("first"), lambda _: order.append("second"))
    Register(MemoryStore(), listeners=iter(listeners)).enter([said()])
    assert order == ["first", "second"]


def test_a_listener_that_raises_is_logged_and_the_rest_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    heard: list[Accepted] = []

    def broken(accepted: Accepted) -> None:
        raise RuntimeError("the mail server is down")

    register = Register(MemoryStore(), listeners=(broken, heard.append))
    with caplog.at_level(logging.INFO, logger="oversight_core"):
        receipt = register.enter([said(), said(TWO)])
    assert receipt.batch == 1 and len(register.history(ONE)) == 1 and len(heard) == 1
    (record,) = caplog.records
    assert record.levelno == logging.ERROR and record.name.startswith("oversight_core.register")
    assert record.exc_info and str(record.exc_info[1]) == "the mail server is down"
    assert "1 to 2" in record.getMessage()


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, SystemExit])
def test_who_ends_the_program_ends_it_and_the_record_stands(interrupt: type[BaseException]) -> None:
    heard: list[Accepted] = []
    stops = [interrupt()]

    def stopping(accepted: Accepted) -> None:
        if stops:
            raise stops.pop()

    register = Register(MemoryStore(), listeners=(stopping, heard.append))
    with pytest.raises(interrupt):
        register.enter([said()])
    assert len(register.history(ONE)) == 1 and heard == []
    register.enter([said(TWO)])
    assert [accepted.items for accepted in heard] == [(TWO,)]


def test_a_listener_may_write_and_all_hear_in_the_order_of_positions() -> None:
    heard: dict[str, list[int]] = {"first": [], "second": []}

    def follows_up(accepted: Accepted) -> None:
        heard["first"].append(accepted.receipt.position)
        if accepted.items == (ONE,):
            assert register.enter([said(TWO)]).batch == 2
            assert len(register.history(TWO)) == 1  # it is written at once, and told afterwards
            assert heard == {"first": [1], "second": []}

    register = Register(MemoryStore(), listeners=(follows_up, lambda a: heard["second"].append(a.receipt.position)))
    register.enter([said(ONE)])
    assert heard == {"first": [1, 2], "second": [1, 2]}


def test_many_follow_ups_need_no_deep_stack() -> None:
    deep = sys.getrecursionlimit() + 100

    def again(accepted: Accepted) -> None:
        if accepted.receipt.position < deep:
            register.enter([said(Item("recommendation", "city", "2024", str(accepted.receipt.position)))])

    register = Register(MemoryStore(), listeners=(again,))
    register.enter([said()])
    assert sum(1 for _ in register.store.scan()) == deep


def test_what_a_listener_was_told_is_frozen() -> None:
    accepted = Accepted(Receipt(1, b"", 1), (said(),), "desk")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        accepted.recorder = "somebody else"  # type: ignore[misc]


WRITES = st.lists(st.tuples(st.sampled_from(("enter", "retract", "dispose", "undo", "attempt")), st.integers(0, 6)))


def write(register: Register, verb: str, number: int) -> None:
    item = ITEMS[number % 3]
    match verb:
        case "enter":
            register.enter([said(one) for one in ITEMS[: number % 4]])
        case "retract":
            register.retract(item, number + 1, why="a slip")
        case "dispose":
            register.dispose(item, [number + 1], "GRS 5.2")
        case "undo":
            register.undo(number + 1)
        case _:
            register.attempt(concur(item, ("concur", "verify")[number % 2]), axis="position")


@given(writes=WRITES)
def test_what_was_told_is_what_was_written(writes: Sequence[tuple[str, int]]) -> None:
    heard: list[Accepted] = []
    store = MemoryStore()
    register = Register(store, listeners=(heard.append,))
    for verb, number in writes:
        with suppress(CannotRetract, InvalidBatch, UnknownBatch):
            write(register, verb, number)
    recorded = list(store.scan())
    assert [entry.item for accepted in heard for entry in accepted.entries] == [one.item for one in recorded]
    assert [accepted.receipt.batch for accepted in heard] == sorted({one.batch for one in recorded})
    told = {(n, type(e)) for accepted in heard for n, e in enumerate(accepted.entries, accepted.receipt.batch)}
    assert told == {(one.position, type(one.entry)) for one in recorded}
