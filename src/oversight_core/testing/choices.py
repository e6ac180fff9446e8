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
LADDER = (0, *(2**n for n in range(14)))
"""Days after a walk at which a condition on dates is looked at: up to some twenty years."""


@attrs.frozen
class Named:
    """The roles, kinds of evidence and events that an attempt may name: of a table, and known to the application."""

    roles: tuple[str, ...]
    evidence: tuple[str, ...]
    events: tuple[str, ...]  # those of the application only


def named_by(
    table: Lifecycle, *, roles: Sequence[str] = (), evidence: Sequence[str] = (), events: Sequence[str] = ()
) -> Named:
    """What a table names, and what is given beside."""
    kinds = (kind for rule in table.rules for kind in (*rule.requires, *rule.expects))
    return Named(
        (STRANGER, *dict.fromkeys((*(role for rule in table.rules for role in rule.actors), *roles))),
        (*dict.fromkeys((*kinds, *evidence)),),
        tuple(events),
    )


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


TWISTS = (
    *("as it comes", "as it comes", "on", "on", "on", "boundary"),  # these suit a row
    *("other row", "other role", "less evidence", "other evidence", "other event"),  # and these miss it
)
_HOWS = tuple(How(*how) for how in product((False, True), (False, True), (0, 1, 40, 200), range(3), PEOPLE, PEOPLE))
FIRST_CHOICE = Choice(0, "as it comes", _HOWS[0])


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
    roles = rule.actors or (STRANGER,)
    return Attempt(
        item,
        rule.event,
        Actor(choice.how.actor, roles[choice.how.role % len(roles)]),
        _later(choice, walk),
        evidence=tuple(Exhibit(kind, choice.how.supplier) for kind in kinds),
    )


def variations(choice: Choice) -> Iterator[Choice]:
    """The choice, and then others like it that guards may look upon more kindly."""
    yield choice
    for days, expected, actor, supplier in product((choice.how.days, 0, 400), (False, True), PEOPLE, PEOPLE):
        how = attrs.evolve(choice.how, days=days, expected=expected, month=False, actor=actor, supplier=supplier)
        yield attrs.evolve(choice, how=how)
    for days in LADDER:
        yield attrs.evolve(choice, how=attrs.evolve(choice.how, days=days, month=False))


def twisted(attempt: Attempt, choice: Choice, named: Named) -> Attempt:
    """The attempt as it is, or with the one thing wrong that the choice says."""
    pick = choice.how.role
    if choice.twist == "other role":
        return in_role(attempt, named.roles[(choice.row + pick) % len(named.roles)])
    if choice.twist in ("less evidence", "other evidence") and attempt.evidence:
        left_out = pick % len(attempt.evidence)
        return without(attempt, left_out, named.evidence if choice.twist == "other evidence" else ())
    if choice.twist == "other event":
        events = (f"un{attempt.event}", *named.events)
        return attrs.evolve(attempt, event=events[choice.row % len(events)])
    return attempt


def in_role(attempt: Attempt, role: str) -> Attempt:
    """The same attempt by the same person in another role."""
    return attrs.evolve(attempt, actor=attrs.evolve(attempt.actor, role=role))


def without(attempt: Attempt, left_out: int, instead: Sequence[str] = ()) -> Attempt:
    """The same attempt without one of its exhibits, or with all others that there are in its place."""
    missing, supplier = attempt.evidence[left_out].kind, attempt.evidence[left_out].supplied_by
    kept = (*attempt.evidence[:left_out], *attempt.evidence[left_out + 1 :])
    shown = {missing, *(exhibit.kind for exhibit in kept)}
    return attrs.evolve(attempt, evidence=(*kept, *(Exhibit(kind, supplier) for kind in instead if kind not in shown)))


def dated(attempt: Attempt, walk: Sequence[Attempt], days: int) -> Attempt:
    """The same attempt so many days after the walk."""
    return attrs.evolve(attempt, occurred_on=Moment.day(_last(walk) + timedelta(days=days)))


def _later(choice: Choice, walk: Sequence[Attempt]) -> Moment:
    day = _last(walk) + timedelta(days=choice.how.days)
    return Moment.month(day.year, day.month) if choice.how.month else Moment.day(day)


def _last(walk: Sequence[Attempt]) -> date:
    days = [moment.latest for attempt in walk if (moment := attempt.occurred_on) and moment.latest]
    return max(days, default=FIRST)
