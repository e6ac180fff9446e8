"""Choices: a handful of small numbers, drawn blindly, and the attempt that they make of a table and a walk.

What is drawn does not depend on where the walk stands, so a failing run shrinks by leaving steps out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import count, product

import attrs
from hypothesis import strategies as st

from oversight_core.moments import Moment
from oversight_core.names import Actor, Item
from oversight_core.quick import quick
from oversight_core.rules import Attempt, Exhibit, Lifecycle, Rule
from oversight_core.testing.oracle import row_from, statuses

PEOPLE = ("Ann", "Bob", "Cho")
FIRST = date(2024, 1, 1)
STRANGER = "nobody in the table"
LADDER = (0, *(2**n for n in range(14)))
"""Days after a walk at which a condition on dates is looked at: up to some twenty years."""


@attrs.frozen
class Named:
    """The roles, kinds of evidence and events that an attempt may name: of a table, and known to the application.

    `rows` are the rows from each status of the table, in its order.
    """

    roles: tuple[str, ...]
    evidence: tuple[str, ...]
    events: tuple[str, ...]  # those of the application only
    rows: Mapping[str, tuple[Rule, ...]] = attrs.field(factory=dict, eq=False, repr=False)


def named_by(
    table: Lifecycle, *, roles: Sequence[str] = (), evidence: Sequence[str] = (), events: Sequence[str] = ()
) -> Named:
    """What a table names, and what is given beside."""
    kinds = (kind for rule in table.rules for kind in (*rule.requires, *rule.expects))
    return Named(
        (STRANGER, *dict.fromkeys((*(role for rule in table.rules for role in rule.actors), *roles))),
        (*dict.fromkeys((*kinds, *evidence)),),
        tuple(events),
        rows_by_status(table),
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


@quick
@attrs.frozen(weakref_slot=False)
class Choice:
    """Which row, what is wrong with the attempt if anything, and how it is made."""

    row: int
    twist: str
    how: How


TWISTS = (
    *("as it comes", "as it comes", "on", "on", "on", "boundary"),  # these suit a row
    *("other row", "other role", "less evidence", "other evidence", "other event"),  # and these miss it
)
_HOWS = tuple(How(*how) for how in product((False, True), (False, True), (0, 1, 40, 200), range(3), PEOPLE, PEOPLE))
FIRST_CHOICE = Choice(0, "as it comes", _HOWS[0])


ROWS = 100
_ALL = ROWS * len(TWISTS) * len(_HOWS)
NUMBERS = st.integers(0, _ALL - 1)
"""Choices as numbers: one draw each."""
SEEDS = st.integers(0, _ALL**8 - 1)
"""What an endless row of choices is made of, drawn as one: each draw costs Hypothesis more than a step costs us."""
_FURTHER = 61_543  # no divisor of it divides the number of choices, so each round makes others of the same numbers


def choice_of(number: int) -> Choice:
    """The choice that a number stands for; the smaller, the plainer."""
    number, how = divmod(number, len(_HOWS))
    row, twist = divmod(number, len(TWISTS))
    return Choice(row % ROWS, TWISTS[twist], _HOWS[how])


def endless(seed: int) -> Iterator[Choice]:
    """The choices that the digits of a number stand for, and then others made of them, round after round."""
    seeds = [seed % _ALL]
    while seed := seed // _ALL:
        seeds.append(seed % _ALL)
    for turn in count():
        for seed in seeds:
            yield choice_of((seed + turn * _FURTHER) % _ALL)


CHOICES = NUMBERS.map(choice_of)

_PACKED = 12
"""Bits of a choice where two are drawn as one number: four for the row, 0 where the step is left out."""


def _choices_of(numbers: Sequence[int]) -> list[Choice]:
    """The choices that some numbers stand for, two each."""
    packed = (part for number in numbers for part in (number >> _PACKED, number & (1 << _PACKED) - 1))
    return [Choice((part & 15) - 1, TWISTS[0], _HOWS[(part >> 4) % len(_HOWS)]) for part in packed if part & 15]


def lists_of_choices(max_length: int) -> st.SearchStrategy[list[Choice]]:
    """Up to so many choices.  Each draw costs Hypothesis more than an attempt costs us, so two are drawn at once."""
    pairs = st.lists(st.integers(0, (1 << 2 * _PACKED) - 1), max_size=(max_length + 1) // 2)
    return pairs.map(lambda numbers: _choices_of(numbers)[:max_length])


def rows_by_status(lifecycle: Lifecycle) -> dict[str, tuple[Rule, ...]]:
    """The rows from each state and group of a table, in its order."""
    return {
        status: tuple(rule for rule in lifecycle.rules if row_from(lifecycle, status, rule.event) is rule)
        for status in statuses(lifecycle)
    }


def rows_from(named: Named, status: str, choice: Choice) -> tuple[Rule, ...]:
    """The rows from a status, beginning with the one that is chosen."""
    rows = named.rows.get(status, ())
    start = choice.row % len(rows) if rows else 0
    return rows[start:] + rows[:start]


def suiting(rule: Rule, choice: Choice, walk: Sequence[Attempt], item: Item) -> Attempt:
    """An attempt by a right actor, with the evidence that the row requires, no earlier than the walk so far."""
    kinds = rule.requires + rule.expects if choice.how.expected else rule.requires
    roles = rule.actors or (STRANGER,)
    return Attempt(
        item,
        rule.event,
        _actor(choice.how.actor, roles[choice.how.role % len(roles)]),
        _later(choice, walk),
        evidence=_exhibits(kinds, choice.how.supplier),
    )


@cache
def _actor(name: str, role: str) -> Actor:
    return Actor(name, role)


@cache
def _exhibits(kinds: tuple[str, ...], supplier: str) -> tuple[Exhibit, ...]:
    return tuple(Exhibit(kind, supplier) for kind in kinds)


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
    return _moment(day, choice.how.month)


@cache
def _moment(day: date, month: bool) -> Moment:
    return Moment.month(day.year, day.month) if month else Moment.day(day)


def _last(walk: Sequence[Attempt]) -> date:
    """The day of the last move; days never go back in a walk."""
    for attempt in reversed(walk):
        if attempt.occurred_on and attempt.occurred_on.latest:
            return attempt.occurred_on.latest
    return FIRST
