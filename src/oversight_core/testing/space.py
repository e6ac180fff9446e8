"""The decision space of a table: every question that can be asked of it, guards stubbed.  It is finite.

`oversight_core.rules.space` answers them for people; these are asked to check the answers, and share no code with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, combinations, product
from typing import Any

import attrs

from oversight_core.moments import Moment
from oversight_core.names import Actor, Item
from oversight_core.rules import Attempt, Exhibit, Facts, Guard, Lifecycle, Rule
from oversight_core.testing.oracle import row_from, states_of, statuses

ITEM = Item("recommendation", "nobody", "in-particular", "1")
EARLIER, LATER = Moment.parse("2024-02-05"), Moment.parse("2024-05-29")
STRANGER = "nobody in the table"

HOLDS, FAILS, BREAKS, UNKNOWN = "holds", "fails", "breaks", "unknown"


@attrs.frozen
class Question:
    """May this happen from here?"""

    status: str
    attempt: Attempt
    facts: Facts

    def __str__(self) -> str:
        shown = ", ".join(exhibit.kind for exhibit in self.attempt.evidence) or "nothing"
        known = ", ".join(f"{name}={value}" for name, value in self.facts.items()) or "nothing"
        return (
            f"{self.attempt.event!r} from {self.status!r} by {self.attempt.actor.role!r}"
            f" with {shown}, where {known} is known"
        )


def stubbed(lifecycle: Lifecycle) -> Lifecycle:
    """The table with each guard replaced by one that does what a fact says: it holds, fails or breaks."""
    return attrs.evolve(lifecycle, guards=tuple([_stub(guard) for guard in lifecycle.guards]))


def questions(lifecycle: Lifecycle) -> Iterator[Question]:
    """Every question to a stubbed table.

    Each status (states, groups, and one that is not there), event and role; where a row answers, also each choice of
    the evidence that is asked for and each way in which its guards may come out; and each order of dates.
    """
    events = [*dict.fromkeys(rule.event for rule in lifecycle.rules), "an event that is not there"]
    for status, event in product([*statuses(lifecycle), "a status that is not there"], events):
        rows = [row for state in states_of(lifecycle, status) if (row := row_from(lifecycle, state, event))]
        roles = [*dict.fromkeys(role for rule in lifecycle.rules for role in rule.actors), STRANGER]
        for role, evidence, facts in product(roles, _choices(rows), _outcomes(lifecycle, rows)):
            for order in _ORDERS:
                attempt = Attempt(ITEM, event, Actor("Ann", role), order["occurred_on"], evidence=evidence)
                yield Question(status, attempt, {**facts, **order["facts"]})


_ORDERS: tuple[dict[str, Any], ...] = (
    {"occurred_on": LATER, "facts": {}},
    {"occurred_on": LATER, "facts": {"latest_applied": EARLIER}},
    {"occurred_on": LATER, "facts": {"latest_applied": None}},
    {"occurred_on": EARLIER, "facts": {"latest_applied": LATER}},
    {"occurred_on": None, "facts": {"latest_applied": LATER}},
)


def _choices(rows: list[Rule]) -> list[tuple[Exhibit, ...]]:
    kinds = list(dict.fromkeys(kind for row in rows for kind in (*row.requires, *row.expects)))
    chosen = chain.from_iterable(combinations(kinds, n) for n in range(len(kinds) + 1))
    return [tuple(Exhibit(kind, "Bob") for kind in some) for some in chosen]


def _outcomes(lifecycle: Lifecycle, rows: list[Rule]) -> list[dict[str, Any]]:
    """For each combination of what the guards of some rows do, the facts that make them do it."""
    names = list(dict.fromkeys(name for row in rows for name in row.guards))
    needs = {guard.name: guard.needs for guard in lifecycle.guards}
    one_by_one = [[_facts(name, needs[name], outcome) for outcome in (HOLDS, FAILS, BREAKS, UNKNOWN)] for name in names]
    return [dict(chain.from_iterable(facts.items() for facts in some)) for some in product(*one_by_one)]


def _facts(name: str, needs: tuple[str, ...], outcome: str) -> dict[str, Any]:
    if outcome == UNKNOWN:
        return {}
    return {**dict.fromkeys(needs, "known"), _cue(name): outcome}


def _cue(name: str) -> str:
    return f"what {name} does"


def _stub(guard: Guard) -> Guard:
    cue = _cue(guard.name)

    def test(_attempt: Attempt, facts: Mapping[str, Any]) -> bool:
        if set(facts) != {*guard.needs, cue}:
            raise AssertionError("a guard sees the facts it needs and no others")
        if facts[cue] == BREAKS:
            raise ValueError(f"{guard.name} breaks")
        return bool(facts[cue] == HOLDS)

    return Guard(guard.name, guard.meaning, (*guard.needs, cue), test)
