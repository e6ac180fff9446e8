"""The one verb: may this happen?  Total and pure; the answer is an entry of the ledger, or every reason why not."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import attrs

from oversight_core.errors import UnknownLifecycle, UnknownRule
from oversight_core.moments import as_moment
from oversight_core.quick import maker
from oversight_core.rules.attempt import Applied, Attempt, Facts, Step
from oversight_core.rules.lifecycle import Lifecycle, Rule
from oversight_core.rules.moves import Move, Moves
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
"""The fact that says when the axis last moved by rule: a moment, or a day or text for one; None where it never did."""

_NOTHING: Facts = MappingProxyType({})
_entry = maker(Applied)


def decide(
    lifecycle: Lifecycle, status: str, attempt: Attempt, *, facts: Facts | None = _NOTHING
) -> Applied | NotAllowed:
    """Whether the table allows an attempt from a status, which is a state or a group of states.

    From a group an event is offered only where one and the same row covers all its states: rows of their own that lead
    to the same target may cite and expect different things, and then the status is too coarse to say which holds.

    Where there is a row, every way in which the attempt falls short of it is listed; where there is none, that, whether
    no row of the event admits the role, and whether the attempt is out of order.  An attempt that came with lists is
    decided, and kept, with tuples.

    >>> from oversight_core.rules import Citation, Force, Read, Rule, State
    >>> from oversight_core.names import Actor, Item
    >>> practice = Citation("our handbook", Force.CONVENTION, "", Read.ORIGINAL)
    >>> door = Lifecycle("door", "1", "door", "shut", (State("shut", "closed"), State("open", "ajar")),
    ...     (Rule("shut", "unlock", "open", "porter", requires="key", cites=practice),
    ...      Rule("open", "lock", "shut", "porter", cites=practice)))
    >>> print(decide(door, "shut", Attempt(Item("door", "house", "front"), "unlock", Actor("Ann", "guest"), None)))
    not allowed: the role 'guest' may not do this; who may: porter; evidence of the kind 'key' is required, not offered
    """
    moves = lifecycle._moves or lifecycle.moves  # a property call is dear here
    move = moves.at.get((status, attempt.event))
    if facts is None:
        facts = _NOTHING
    if type(attempt.evidence) is not tuple or type(attempt.excerpts) is not tuple:
        attempt = attrs.evolve(attempt, evidence=tuple(attempt.evidence), excerpts=tuple(attempt.excerpts))
    reasons = _no_row(moves, status, attempt) if move is None else _shortfalls(move, attempt, facts)
    latest, moment = facts.get(LATEST_APPLIED), attempt.occurred_on
    try:
        # A moment counts from its latest day; one without is recorded as of now, and so is never too early.
        if latest and moment and latest.latest and moment.latest and moment.latest < latest.latest:
            reasons.append(OutOfOrder(moment, latest))
    except AttributeError:  # the fact is no moment: a day perhaps, or text
        reasons += _out_of_order(moment, latest)
    if reasons or move is None:
        return NotAllowed(tuple(reasons))
    return _entry(move.step, attempt)


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
    shown = {exhibit.kind for exhibit in applied.attempt.evidence}
    return tuple(kind for kind in rule_of(lifecycle, applied.step).expects if kind not in shown)


def _no_row(moves: Moves, status: str, attempt: Attempt) -> list[Reason]:
    """Why there is no row, and whether this role could act in any row of the event."""
    event, role = attempt.event, attempt.actor.role
    reasons: list[Reason] = []
    if status not in moves.offered:
        reasons.append(UnknownStatus(status, tuple(moves.offered)))
    elif (status, event) in moves.coarse:
        reasons.append(StatusTooCoarse(status, event))
    else:
        reasons.append(WrongMoment(event, status, moves.starts.get(event, ()), moves.offered[status]))
    admitted = moves.actors.get(event)
    if admitted is not None and role not in admitted:
        reasons.append(WrongActor(role, admitted))
    return reasons


def _out_of_order(moment: Any, latest: Any) -> list[Reason]:
    """Whether a moment is too early, where a day or text stands for one; what says no moment leaves the order open."""
    try:
        on, after = as_moment(moment), as_moment(latest)
    except Exception as error:  # a host's fact may be anything; what is no moment is a reason, not an error
        meaning = f"the fact {LATEST_APPLIED!r} is a moment, a day, or text that says one"
        return [GuardFailed("in_order", meaning, f"{type(error).__name__}: {error}")]
    return [OutOfOrder(on, after)] if on.latest and after.latest and on.latest < after.latest else []


def _shortfalls(move: Move, attempt: Attempt, facts: Facts) -> list[Reason]:
    """Every way in which an attempt falls short of its row.  Plain loops, for this is the hot path."""
    reasons: list[Reason] = []
    rule = move.rule
    if attempt.actor.role not in rule.actors:
        reasons.append(WrongActor(attempt.actor.role, rule.actors))
    for kind in rule.requires:
        for exhibit in attempt.evidence:
            if exhibit.kind == kind:
                break
        else:
            reasons.append(MissingRequirement(kind))
    for guard in move.guards:
        test, seen, known = guard.test, {}, True
        for name in guard.needs:
            try:
                seen[name] = facts[name]
            except KeyError:
                known = False
                reasons.append(MissingFact(name, guard.name))
        try:
            if known and not test(attempt, seen):
                reasons.append(GuardFailed(guard.name, guard.meaning))
        except Exception as error:  # a test that breaks does not hold, and says how it broke
            reasons.append(GuardFailed(guard.name, guard.meaning, f"{type(error).__name__}: {error}"))
    return reasons
