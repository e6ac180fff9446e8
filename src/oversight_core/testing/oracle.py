"""What a table says, worked out the long way: no index, no shared code, nothing clever.

It shares the words of the rules with `decide` and not a line of its code, so that one checks the other.
"""

from __future__ import annotations

import attrs

from oversight_core.rules import Attempt, Facts, Lifecycle, Rule


@attrs.frozen
class Expected:
    """Where an allowed attempt leads; otherwise every reason why not, as (kind of reason, what it names)."""

    target: str | None = None
    reasons: frozenset[tuple[str, str]] = frozenset()

    def __str__(self) -> str:
        if self.target is not None:
            return f"allowed, to {self.target!r}"
        return "not allowed: " + ", ".join(f"{kind}({about})" for kind, about in sorted(self.reasons))


def expected_decision(lifecycle: Lifecycle, status: str, attempt: Attempt, facts: Facts) -> Expected:
    """What the rows of a sound table say to an attempt, read one by one."""
    reasons: set[tuple[str, str]] = set()
    row = None

    if status not in statuses(lifecycle):
        reasons.add(("UnknownStatus", status))
    else:
        found = [row_from(lifecycle, state, attempt.event) for state in states_of(lifecycle, status)]
        if found and found[0] is not None and all(other is found[0] for other in found):
            row = found[0]
        elif any(other is not None for other in found):
            reasons.add(("StatusTooCoarse", attempt.event))
        else:
            reasons.add(("WrongMoment", attempt.event))

    if row is None:
        rows = [rule for rule in lifecycle.rules if rule.event == attempt.event]
        if rows and not any(attempt.actor.role in rule.actors for rule in rows):
            reasons.add(("WrongActor", attempt.actor.role))
    else:
        if attempt.actor.role not in row.actors:
            reasons.add(("WrongActor", attempt.actor.role))
        for kind in row.requires:
            if not any(exhibit.kind == kind for exhibit in attempt.evidence):
                reasons.add(("MissingRequirement", kind))
        for name in row.guards:
            reasons |= _guard_reasons(lifecycle, name, attempt, facts)

    latest = facts.get("latest_applied")
    if latest is not None and latest.latest is not None:
        occurred = attempt.occurred_on
        if occurred is not None and occurred.latest is not None and occurred.latest < latest.latest:
            reasons.add(("OutOfOrder", ""))

    if row is None or reasons:
        return Expected(None, frozenset(reasons))
    return Expected(row.target)


def statuses(lifecycle: Lifecycle) -> list[str]:
    """The states and the groups of a table: whatever a record may hold."""
    return [state.name for state in lifecycle.states] + [group.name for group in lifecycle.groups]


def states_of(lifecycle: Lifecycle, status: str) -> list[str]:
    """The states that a status may stand for: itself, or those of the group."""
    for group in lifecycle.groups:
        if group.name == status:
            return list(group.states)
    return [status]


def row_from(lifecycle: Lifecycle, state: str, event: str) -> Rule | None:
    """The row that has an event from a state."""
    for rule in lifecycle.rules:
        if rule.event == event:
            for source in [rule.source] if isinstance(rule.source, str) else rule.source:
                if state in states_of(lifecycle, source):
                    return rule
    return None


def _guard_reasons(lifecycle: Lifecycle, name: str, attempt: Attempt, facts: Facts) -> set[tuple[str, str]]:
    for guard in lifecycle.guards:
        if guard.name == name:
            missing = {("MissingFact", need) for need in guard.needs if need not in facts}
            if missing:
                return missing
            try:
                holds = guard.test(attempt, {need: facts[need] for need in guard.needs})
            except Exception:  # a test that breaks does not hold
                holds = False
            return set() if holds else {("GuardFailed", name)}
    return set()
