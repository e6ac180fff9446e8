"""The canonical tables say what the prose says, and a change to one is caught by the law against it."""

from collections.abc import Callable

import attrs
import pytest

from oversight_core.rulebooks import BUILTIN
from oversight_core.rulebooks.canonical import LIFECYCLES, OVERSIGHT_STATUS, POSITION
from oversight_core.rules import Lifecycle
from oversight_core.testing import LawBroken, check_lifecycle
from oversight_core.testing.prose import PROSE, differences, moves_of

TABLES = tuple(dict.fromkeys(table for book in BUILTIN for table in book.lifecycles))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_built_in_table_keeps_every_law(table: Lifecycle) -> None:
    check_lifecycle(table)


@pytest.mark.parametrize("table", LIFECYCLES, ids=lambda table: table.name)
def test_a_canonical_table_says_what_the_prose_says(table: Lifecycle) -> None:
    assert moves_of(table) == PROSE[table.name, table.version]
    assert differences(table) == []


def test_the_prose_speaks_of_every_canonical_table() -> None:
    assert {(table.name, table.version) for table in LIFECYCLES} == set(PROSE)


def _extra(table: Lifecycle) -> Lifecycle:
    row = attrs.evolve(table.rules[0], source="awaiting", event="slip", target="not_required")
    return attrs.evolve(table, rules=(*table.rules, row))


def _forgotten(table: Lifecycle) -> Lifecycle:
    return attrs.evolve(table, rules=table.rules[:-1])


def _unasked(table: Lifecycle) -> Lifecycle:
    return attrs.evolve(table, rules=(attrs.evolve(table.rules[0], actors=("addressee",)), *table.rules[1:]))


def _back(table: Lifecycle) -> Lifecycle:
    row = attrs.evolve(table.rules[0], source="concurred", event="forget", target="awaiting")
    return attrs.evolve(table, rules=(*table.rules, row))


@pytest.mark.parametrize(
    ("plant", "law", "told"),
    [
        (_extra, "as-the-prose-says", "a row lets 'oversight_body' move 'awaiting' to 'not_required'"),
        (_forgotten, "as-the-prose-says", "the prose lets 'addressee' move 'concurred' to 'not_addressed'"),
        (_unasked, "as-the-prose-says", "a row lets 'addressee' move 'not_stated' to 'awaiting'"),
        (_back, "answered-stays-answered", "'forget' leads from concurred back to 'awaiting'"),
    ],
)
def test_a_defect_planted_in_a_canonical_table_is_caught(
    plant: Callable[[Lifecycle], Lifecycle], law: str, told: str
) -> None:
    with pytest.raises(LawBroken) as caught:
        check_lifecycle(plant(POSITION))
    assert law in caught.value.laws
    assert any(told in breach.where for breach in caught.value.breaches)


def test_another_version_may_say_something_else() -> None:
    check_lifecycle(attrs.evolve(_extra(POSITION), version="2"))


def test_every_closed_state_but_two_can_be_reopened() -> None:
    """Domain 7.2-D: any closed except superseded and withdrawn."""
    reopened = {a for a, b, _ in moves_of(OVERSIGHT_STATUS) if b == "open_awaiting"} - {"not_stated"}
    closed = set(OVERSIGHT_STATUS.members["closed"])
    assert closed - reopened == {"closed_superseded", "closed_withdrawn"}
