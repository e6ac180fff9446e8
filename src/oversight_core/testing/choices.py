"""Choices: a handful of small numbers, drawn blindly, and the attempt that they make of a table and a walk.

What is drawn does not depend on where the walk stands, so a failing run shrinks by leaving steps out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product

import attrs
from hypothesis import strategies as st

from oversight_core.moments import Moment
from oversight_core.names import Actor, Item
from oversight_core.rules import Attempt, Exhibit, Lifecycle, Rule
from oversight_core.testing.oracle import row_from

PEOPLE = ("Ann", "Bob", "Cho")
FIRST = date(2024, 1, 1)
STRANGER = "nobody in the table"


@attrs.frozen
class How:
    """In which role, by whom, with whose evidence, and how much later."""

    expected: bool  # whether what the row expects is shown as well
    month: bool  # whether no more than the month is said
    days: int
    role: int
    actor: str
    supplier: str


@attrs.frozen
class Choice:
    """Which row, what is wrong with the attempt if anything, and how it is made.

    Three draws and no more: Hypothesis leaves a step out of a run where it can take out all its draws at once.
    """

    row: int
    twist: str
    how: How


TWISTS = ("none", "none", "none", "other row", "other role", "less evidence", "other event")
_HOWS = tuple(How(*how) for how in product((False, True), (False, True), (0, 1, 40, 200), range(3), PEOPLE, PEOPLE))
FIRST_CHOICE = Choice(0, "none", _HOWS[0])


def _choice(drawn: tuple[int, str, int]) -> Choice:
    row, twist, how = drawn
    return Choice(row, twist, _HOWS[how])


CHOICES = st.tuples(st.integers(0, 99), st.sampled_from(TWISTS), st.integers(0, len(_HOWS) - 1)).map(_choice)


def rows_from(lifecycle: Lifecycle, status: str, choice: Choice) -> list[Rule]:
    """The rows from a status, beginning with the one that is chosen."""
    rows = [rule for rule in lifecycle.rules if row_from(lifecycle, status, rule.event) is rule]
    start = choice.row % len(rows) if rows else 0
    return rows[start:] + rows[:start]


def suiting(rule: Rule, choice: Choice, walk: Sequence[Attempt], item: Item) -> Attempt:
    """An attempt by a right actor, with the evidence that the row requires, no earlier than the walk so far."""
    kinds = (*rule.requires, *(rule.expects if choice.how.expected else ()))
    return Attempt(
        item,
        rule.event,
        Actor(choice.how.actor, rule.actors[choice.how.role % len(rule.actors)]),
        _later(choice, walk),
        evidence=tuple(Exhibit(kind, choice.how.supplier) for kind in kinds),
    )


def variations(choice: Choice) -> Iterator[Choice]:
    """The choice, and then others like it that guards may look upon more kindly."""
    yield choice
    for days, expected, actor, supplier in product((choice.how.days, 0, 400), (False, True), PEOPLE, PEOPLE):
        how = attrs.evolve(choice.how, days=days, expected=expected, month=False, actor=actor, supplier=supplier)
        yield attrs.evolve(choice, how=how)


def twisted(attempt: Attempt, choice: Choice, roles: Sequence[str]) -> Attempt:
    """The attempt as it is, or with the one thing wrong that the choice says."""
    if choice.twist == "other role":
        other = roles[choice.how.role % len(roles)]
        return attrs.evolve(attempt, actor=attrs.evolve(attempt.actor, role=other))
    if choice.twist == "less evidence":
        return attrs.evolve(attempt, evidence=attempt.evidence[1:])
    if choice.twist == "other event":
        return attrs.evolve(attempt, event=f"un{attempt.event}")
    return attempt


def _later(choice: Choice, walk: Sequence[Attempt]) -> Moment:
    days = [moment.latest for attempt in walk if (moment := attempt.occurred_on) and moment.latest]
    day = max(days, default=FIRST) + timedelta(days=choice.how.days)
    return Moment.month(day.year, day.month) if choice.how.month else Moment.day(day)
