"""Where a table and the prose differ: every question to the table is answered from the prose, without `decide`."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from oversight_core.rules import Applied, Guard, Lifecycle, NotAllowed, Rule
from oversight_core.rules.space import Outcome, Question, answer, questions, stubbed
from oversight_core.testing.oracle import states_of
from oversight_core.testing.prose.acts import Act, Prose


def foreseen(prose: Prose, lifecycle: Lifecycle, question: Question) -> str | None:
    """Where the prose lets a question to a table lead; None where it lets nothing happen.

    From a group only what may be done from each of its states on the same terms.
    """
    found = [_act(prose, state, question.event) for state in states_of(lifecycle, question.status)]
    first = found[0]
    if first is None or any(act is None or _terms(act) != _terms(first) for act in found):
        return None
    holding = {name for name, outcome in question.guards if outcome is Outcome.HOLDS}
    met = question.role in first.who and holding.issuperset(first.under) and set(question.shown).issuperset(first.needs)
    return first.target if met else None


def _act(prose: Prose, state: str, event: str) -> Act | None:
    return next((act for act in prose if act.event == event and state in act.sources), None)


def _terms(act: Act) -> tuple[object, ...]:
    return act.target, set(act.who), set(act.needs), set(act.under)


def differing(prose: Prose, lifecycle: Lifecycle) -> Iterator[str]:
    """Each name that only one of the two has, and each question that they answer differently."""
    for what, ours, theirs in _vocabulary(prose, lifecycle):
        yield from (f"the prose speaks of the {what} {name!r}, and no row does" for name in sorted(ours - theirs))
        yield from (f"a row speaks of the {what} {name!r}, and the prose does not" for name in sorted(theirs - ours))
    stub = stubbed(lifecycle)
    for question in questions(_asking(prose, lifecycle), lifecycle):
        led, leads = _led(answer(stub, question)), foreseen(prose, lifecycle, question)
        if led != leads:
            yield f"{question}: the prose says {_said(leads)}, the table {_said(led)}"


def _asking(prose: Prose, lifecycle: Lifecycle) -> Lifecycle:
    """A table with a row for each act, so that what it would be asked is asked too.  It decides nothing."""
    rules = [Rule(act.sources, act.event, act.target, act.who, requires=act.needs, guards=act.under) for act in prose]
    conditions = dict.fromkeys(name for act in prose for name in act.under)
    guards = [Guard(name, "", (), lambda attempt, facts: False) for name in conditions]
    return attrs.evolve(lifecycle, rules=rules, guards=guards)


def _vocabulary(prose: Prose, table: Lifecycle) -> Iterator[tuple[str, set[str], set[str]]]:
    """The states, events, roles, requirements and conditions of the two: a question asks for no others."""
    yield "state", {s for act in prose for s in (*act.sources, act.target)}, set(table.state_names)
    yield "event", {act.event for act in prose}, {rule.event for rule in table.rules}
    yield "role", {role for act in prose for role in act.who}, {role for rule in table.rules for role in rule.actors}
    yield "evidence", {n for act in prose for n in act.needs}, {n for rule in table.rules for n in rule.requires}
    yield "condition", {n for act in prose for n in act.under}, {n for rule in table.rules for n in rule.guards}


def _led(decision: Applied | NotAllowed) -> str | None:
    return decision.step.target if isinstance(decision, Applied) else None


def _said(target: str | None) -> str:
    return "no" if target is None else f"it leads to {target!r}"
