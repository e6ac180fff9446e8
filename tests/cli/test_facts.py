"""A fact that a condition needs and the record does not hold can be given with an attempt."""

from __future__ import annotations

import pytest
from tests.cli.conftest import Run

from oversight_adapters.cli import desk
from oversight_adapters.cli.exits import DONE, PROBLEMS, WRONG_USE
from oversight_adapters.cli.facts_given import given
from oversight_core.moments import Moment
from oversight_core.rulebooks import BUILTIN
from oversight_core.rules import Citation, Guard, Lifecycle, Rule, RuleBook, State

OURS = Citation("our handbook", "convention", "", "original")
INFORMED = Guard("informed", "the union was informed", "union_informed", lambda attempt, facts: facts["union_informed"])
UNCHANGED = Guard("unchanged", "its text is the same", "text", lambda attempt, facts: bool(facts["text"]))
TABLE = Lifecycle(
    "wall",
    "1",
    "wall",
    "bare",
    (State("bare", "nothing on it"), State("painted", "done")),
    (
        Rule("bare", "paint", "painted", "painter", cites=OURS, guards=("informed", "unchanged")),
        Rule("painted", "strip", "bare", "painter", cites=OURS),
    ),
    guards=(INFORMED, UNCHANGED),
    kinds="recommendation",
)
BOOK = RuleBook("walls", "1", "Walls", (TABLE,), facts=("latest_applied", "union_informed", "text"))
PAINT = ("attempt", "22", "paint", "--actor", "Ann", "--role", "painter")


@pytest.fixture
def walls(demo: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The record of the demo, with a table whose condition needs a fact of the world."""
    monkeypatch.setattr(desk, "rulebooks", lambda: [*BUILTIN, BOOK])
    return demo


def test_a_missing_fact_is_told_with_how_to_give_it(walls: Run) -> None:
    told = walls(*PAINT)
    assert told.code == PROBLEMS
    assert (
        "needs the fact 'union_informed', which nobody supplied; give it with --fact union_informed=VALUE" in told.out
    )


@pytest.mark.parametrize(("said", "code"), [("yes", DONE), ("no", PROBLEMS), ("false", PROBLEMS)])
def test_a_fact_that_is_given_decides(walls: Run, said: str, code: int) -> None:
    told = walls(*PAINT, "--fact", f"Union informed={said}")
    assert told.code == code, told
    assert ("the union was informed" in told.out) == (code == PROBLEMS)


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        ("union_informed", "a fact is NAME=VALUE, such as owner=ICE, not 'union_informed'"),
        ("=yes", "a fact is NAME=VALUE"),
        ("union_informed= ", "a fact is NAME=VALUE"),
        ("union_infromed=yes", "no condition of wall needs the fact 'union_infromed'; did you mean union_informed?"),
        ("supplied_by=ICE", "the record itself says 'supplied_by'; correct it there"),
        ("text=painted", "the record itself says 'text'; correct it there"),
    ],
)
def test_a_fact_that_says_nothing_is_wrong_use(walls: Run, fact: str, sentence: str) -> None:
    told = walls(*PAINT, "--fact", fact)
    assert (told.code, told.out) == (WRONG_USE, "")
    assert told.sentence.startswith(sentence)
    assert "paint" not in walls("timeline", "22").out


def test_values_are_taken_as_what_they_say() -> None:
    assert given(["a=Yes", "b=12", "c=2024-04-30", 'd="2024-04-30"', "e=ICE", "f=x", "f=y=z"]) == {
        "a": True,
        "b": 12,
        "c": Moment.parse("2024-04-30"),
        "d": "2024-04-30",
        "e": "ICE",
        "f": ("x", "y=z"),
    }
