"""Every question that can be put to a table, and the answer.  It is finite once guards are stubbed."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import chain, combinations, product

import attrs

from oversight_core.names import Actor, Item
from oversight_core.rules.attempt import Applied, Attempt, Exhibit, Facts, Guard
from oversight_core.rules.decide import decide
from oversight_core.rules.lifecycle import Lifecycle, Rule
from oversight_core.rules.reasons import NotAllowed

STRANGER = "nobody"
"""A role that no row lets act."""

_ANYTHING = Item("item", "space", "any")


class Outcome(StrEnum):
    """How a stubbed guard comes out."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "unknown"  # a fact that it needs is not there


Outcomes = tuple[tuple[str, Outcome], ...]
Needs = dict[str, tuple[str, ...]]


@attrs.frozen
class Question:
    """May this event happen from this status, by this role, with this shown and these guards coming out so?"""

    status: str
    event: str
    role: str
    shown: tuple[str, ...] = ()
    guards: Outcomes = ()

    def __str__(self) -> str:
        shown = f" showing {', '.join(self.shown)}" if self.shown else ""
        guards = "".join(f", {name} {outcome}" for name, outcome in self.guards)
        return f"{self.event} from {self.status} by {self.role}{shown}{guards}"


def space(lifecycle: Lifecycle) -> Iterator[tuple[Question, Applied | NotAllowed]]:
    """Every question to a table with its decision: statuses, events and roles; and, where a row answers, each choice
    of what it requires and each way its guards may come out.  Lazy; the same order every time."""
    stub = stubbed(lifecycle)
    return ((question, answer(stub, question)) for question in questions(lifecycle))


def questions(*lifecycles: Lifecycle) -> Iterator[Question]:
    """Every question that one of these tables, versions of each other perhaps, could answer in its own way."""
    statuses = dict.fromkeys(status for table in lifecycles for status in (*table.state_names, *table.members))
    events = dict.fromkeys(rule.event for table in lifecycles for rule in table.rules)
    roles = dict.fromkeys(role for table in lifecycles for rule in table.rules for role in rule.actors)
    needs = {guard.name: guard.needs for table in lifecycles for guard in table.guards}
    for status, event in product(statuses, events):
        rows = [move.rule for table in lifecycles if (move := table.moves.at.get((status, event)))]
        for role, shown, guards in product((*roles, STRANGER), _shown(rows), _outcomes(rows, needs)):
            yield Question(status, event, role, shown, guards)


def stubbed(lifecycle: Lifecycle) -> Lifecycle:
    """The table with guards that come out as a question says."""
    return attrs.evolve(lifecycle, guards=tuple(_stub(guard) for guard in lifecycle.guards))


def answer(stub: Lifecycle, question: Question) -> Applied | NotAllowed:
    """What a stubbed table decides."""
    evidence = tuple(Exhibit(kind, STRANGER) for kind in question.shown)
    attempt = Attempt(_ANYTHING, question.event, Actor(question.role, question.role), None, None, evidence)
    needs = {guard.name: guard.needs for guard in stub.guards}
    facts: dict[str, bool | None] = {}
    for name, outcome in question.guards:
        facts |= {_cue(name): outcome is Outcome.HOLDS}
        facts |= {need: None for need in needs.get(name, ()) if outcome is not Outcome.UNKNOWN and need != _cue(name)}
    return decide(stub, question.status, attempt, facts=facts)


def _cue(name: str) -> str:
    return f"how {name} comes out"


def _stub(guard: Guard) -> Guard:
    cue = _cue(guard.name)

    def test(_attempt: Attempt, facts: Facts) -> bool:
        return bool(facts[cue])

    return attrs.evolve(guard, needs=(*guard.needs, cue), test=test)


def _shown(rows: list[Rule]) -> list[tuple[str, ...]]:
    kinds = tuple(dict.fromkeys(kind for row in rows for kind in row.requires))
    return list(chain.from_iterable(combinations(kinds, n) for n in range(len(kinds) + 1)))


def _outcomes(rows: list[Rule], needs: Needs) -> list[Outcomes]:
    """Each way the guards of some rows may come out."""
    named = dict.fromkeys(name for row in rows for name in row.guards)
    ways = product(*(product((name,), Outcome) for name in named))
    return [way for way in ways if _can_be(way, needs)]


def _can_be(way: Outcomes, needs: Needs) -> bool:
    """Whether some facts bring it about: a guard is not unknown when the others' facts are all it needs."""
    known = {need for name, outcome in way if outcome is not Outcome.UNKNOWN for need in needs[name]}
    return not any(known.issuperset(needs[name]) for name, outcome in way if outcome is Outcome.UNKNOWN)
