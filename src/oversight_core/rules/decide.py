"""The one verb: may this happen?  Total and pure; the answer is an entry of the ledger, or every reason why not."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from oversight_core.errors import UnknownLifecycle, UnknownRule
from oversight_core.moments import Moment
from oversight_core.rules.attempt import Applied, Attempt, Facts, Guard, Step
from oversight_core.rules.lifecycle import Lifecycle, Rule
from oversight_core.rules.reasons import (
    GuardFailed,
    MissingFact,
    MissingRequirement,
    NotAllowed,
    OutOfOrder,
    Reason,
    StatusTooCoarse,
    UnknownStatus,
    WrongActor,
    WrongMoment,
)

LATEST_APPLIED = "latest_applied"
"""The fact that says when the axis last moved by rule: a `Moment`, or None where it never did."""

_NOTHING: Facts = MappingProxyType({})


def decide(lifecycle: Lifecycle, status: str, attempt: Attempt, *, facts: Facts = _NOTHING) -> Applied | NotAllowed:
    """Whether the table allows an attempt from a status, which is a state or a group of states.

    From a group only a row that holds for all its states is offered.  Where there is a row, every way in which the
    attempt falls short of it is listed; where there is none, that, and whether the attempt is out of order.

    >>> from oversight_core.rules import Citation, Force, Read, Rule, State
    >>> from oversight_core.names import Actor, Item
    >>> practice = Citation("our handbook", Force.CONVENTION, "", Read.ORIGINAL)
    >>> door = Lifecycle("door", "1", "door", "shut", (State("shut", "closed"), State("open", "ajar")),
    ...     (Rule("shut", "unlock", "open", "porter", requires="key", cites=practice),
    ...      Rule("open", "lock", "shut", "porter", cites=practice)))
    >>> print(decide(door, "shut", Attempt(Item("door", "house", "front"), "unlock", Actor("Ann", "guest"), None)))
    not allowed: the role 'guest' may not do this; who may: porter; evidence of the kind 'key' is required, not offered
    """
    move = lifecycle.moves.at.get((status, attempt.event))
    reasons: list[Reason] = []
    if move is None:
        reasons.append(_no_row(lifecycle, status, attempt.event))
    else:
        rule = move.rule
        if attempt.actor.role not in rule.actors:
            reasons.append(WrongActor(attempt.actor.role, rule.actors))
        if rule.requires:
            reasons.extend(map(MissingRequirement, _not_shown(rule.requires, attempt)))
        for guard in move.guards:
            if objections := _objections(guard, attempt, facts):
                reasons.extend(objections)
    if LATEST_APPLIED in facts and (late := _out_of_order(attempt.occurred_on, facts[LATEST_APPLIED])):
        reasons.append(late)
    if reasons or move is None:
        return NotAllowed(tuple(reasons))
    return Applied(move.step, attempt)


def offered(lifecycle: Lifecycle, status: str) -> tuple[str, ...]:
    """The events that the table offers from a status, in table order; none from a status it does not know."""
    return lifecycle.moves.offered.get(status, ())


def rule_of(lifecycle: Lifecycle, step: Step) -> Rule:
    """The row behind a step.

    Raises `UnknownLifecycle` where the step was made under another table or version, and `UnknownRule` where this
    table has no such row.
    """
    if (lifecycle.name, lifecycle.version) != (step.lifecycle, step.version):
        raise UnknownLifecycle(step.lifecycle, step.version)
    move = lifecycle.moves.at.get((step.source, step.event))
    if move is None or move.step != step:
        raise UnknownRule(step.lifecycle, step.version, step.source, step.event)
    return move.rule


def missing_of(lifecycle: Lifecycle, applied: Applied) -> tuple[str, ...]:
    """What the row behind an applied step expected and did not get.  Raises as `rule_of` does."""
    return tuple(_not_shown(rule_of(lifecycle, applied.step).expects, applied.attempt))


def _not_shown(kinds: tuple[str, ...], attempt: Attempt) -> list[str]:
    shown = [exhibit.kind for exhibit in attempt.evidence]
    return [kind for kind in kinds if kind not in shown]


def _no_row(lifecycle: Lifecycle, status: str, event: str) -> Reason:
    moves = lifecycle.moves
    if status not in moves.offered:
        return UnknownStatus(status, tuple(moves.offered))
    if (status, event) in moves.coarse:
        return StatusTooCoarse(status, event)
    return WrongMoment(event, status, moves.starts.get(event, ()), moves.offered[status])


def _objections(guard: Guard, attempt: Attempt, facts: Facts) -> Sequence[Reason]:
    """Nothing where the guard holds; a test that breaks does not hold, and says how it broke."""
    seen = _NOTHING
    if guard.needs:
        if missing := [MissingFact(name, guard.name) for name in guard.needs if name not in facts]:
            return missing
        seen = {name: facts[name] for name in guard.needs}
    try:
        return () if guard.test(attempt, seen) else (GuardFailed(guard.name, guard.meaning),)
    except Exception as error:
        return (GuardFailed(guard.name, guard.meaning, f"{type(error).__name__}: {error}"),)


def _out_of_order(occurred_on: Moment | None, latest: Moment | None) -> OutOfOrder | None:
    """A moment counts from its latest day; without one it is recorded as of now, and so is never too early."""
    if occurred_on is None or occurred_on.latest is None or latest is None or latest.latest is None:
        return None
    return OutOfOrder(occurred_on, latest) if occurred_on.latest < latest.latest else None
