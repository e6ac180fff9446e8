"""The axes of a recommendation together: every combination that a register lets be reached, and every move from each.

The axes are independent, so all combinations are reached, and a move on one leaves the others where they are.  What is
always so holds of each.
"""

from __future__ import annotations

from collections import deque
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, product
from typing import Any

import pytest

from oversight_core import Register
from oversight_core.entities import Recommendation
from oversight_core.ledger import Applied, Receipt, Recorded, Registered, fold
from oversight_core.moments import Moment
from oversight_core.names import Actor, Item
from oversight_core.ports import Capabilities
from oversight_core.rules import Attempt, Exhibit, Lifecycle, offered
from oversight_core.testing.invariants import broken, looked_at

ITEM = Item("recommendation", "body", "report-1", "1", "agency")
AXES = ("position", "resolution", "implementation", "oversight_status")
BOOKS = ("canonical", "gao", "ntsb", "dhs-oig")
FIRST = date(2024, 1, 1)

History = tuple[Recorded, ...]
Combination = tuple[str, ...]


class OneItem:
    """A store that holds the history of one item, which can be set; nothing else is asked of it here."""

    capabilities = Capabilities(many_writers=False, answers=frozenset({"joins"}))

    def __init__(self) -> None:
        self.held: History = ()

    def history(self, item: Item) -> History:
        return self.held

    def joins(self) -> tuple[Item, ...]:
        return ()

    def append(self, batch: Any, *, recorder: str) -> Receipt:
        for _, expected, entries in batch:
            assert expected == len(self.held)
            for n, entry in enumerate(entries, expected + 1):
                self.held += (Recorded(entry, n, n, datetime(2025, 1, 1, tzinfo=UTC), recorder, n),)
        return Receipt(len(self.held), b"", len(self.held))


def minimal(table: Lifecycle, status: str, event: str, n: int) -> Attempt:
    """An attempt with what the row requires, supplied by somebody else, and nothing more; each on a day of its own."""
    row = table.moves.at[status, event].rule
    shown = tuple(Exhibit(kind, "somebody else") for kind in row.requires)
    return Attempt(ITEM, event, Actor("Ann", row.actors[0]), Moment.day(FIRST + timedelta(n)), None, shown)


def explored(book: str, axes: tuple[str, ...]) -> dict[Combination, History]:
    """Every combination that is reached on some axes, breadth first, with the history that reached it.

    From each of them every move is stepped, and looked at.
    """
    store = OneItem()
    register = Register(store, recorder="test")  # type: ignore[arg-type]
    register.enter([Registered(ITEM, Recommendation(), rulebook=book)])
    tables = {axis: register.table(ITEM, axis) for axis in axes}
    reached = {tuple(tables[axis].initial for axis in axes): store.held}
    frontier = deque(reached)
    while frontier:
        combination = frontier.popleft()
        for n, axis in enumerate(axes):
            for event in offered(tables[axis], combination[n]):
                store.held = reached[combination]
                attempt = minimal(tables[axis], combination[n], event, len(store.held))
                decision = register.attempt(attempt, axis=axis)
                assert isinstance(decision, Applied), f"{event} from {combination[n]}: {decision}"
                after = fold(store.held)
                moved = tuple(after.status(axis).value for axis in axes)
                assert moved == (*combination[:n], decision.step.target, *combination[n + 1 :])
                if axis == "position":
                    before = fold(reached[combination])
                    assert after.statuses.get("oversight_status") == before.statuses.get("oversight_status")
                if moved not in reached:
                    reached[moved] = store.held
                    frontier.append(moved)
    for history in reached.values():
        assert not broken(looked_at({ITEM: history}, register.tables))
    return reached


def every(book: str, axes: tuple[str, ...]) -> set[Combination]:
    store = OneItem()
    register = Register(store, recorder="test")  # type: ignore[arg-type]
    register.enter([Registered(ITEM, Recommendation(), rulebook=book)])
    return set(product(*(register.table(ITEM, axis).state_names for axis in axes)))


@pytest.mark.parametrize("axes", tuple(combinations(AXES, 2)), ids=" and ".join)
@pytest.mark.parametrize("book", BOOKS)
def test_any_two_axes_are_independent(book: str, axes: tuple[str, ...]) -> None:
    assert set(explored(book, axes)) == every(book, axes)


@pytest.mark.slow
@pytest.mark.parametrize("book", BOOKS)
def test_every_combination_of_the_four_axes_is_reached_and_none_breaks_what_is_always_so(book: str) -> None:
    assert set(explored(book, AXES)) == every(book, AXES)


@pytest.mark.parametrize("book", BOOKS)
def test_no_row_of_another_axis_can_be_tried_on_the_oversight_status(book: str) -> None:
    """An event of the addressee's is none that moves the oversight status, whatever the book."""
    store = OneItem()
    register = Register(store, recorder="test")  # type: ignore[arg-type]
    register.enter([Registered(ITEM, Recommendation(), rulebook=book)])
    position = register.table(ITEM, "position")
    for status, event in position.moves.at:
        if event != "issue":
            attempt = minimal(position, status, event, 1)
            assert not register.attempt(attempt, axis="oversight_status")
    assert len(store.held) == 1
