"""How would one get from here to there?  The shortest way through a table."""

from __future__ import annotations

from oversight_core.rules.lifecycle import Lifecycle, Rule


def missing_steps(lifecycle: Lifecycle, source: str, target: str) -> tuple[Rule, ...] | None:
    """The fewest rows that lead from one status to another, each with what it requires and expects.

    Either may be a group: a walk starts from the group as a whole, as `decide` does, and ends in any of its states.
    Empty where the source is the target or lies within it, None where no walk leads there.  Of equally short walks the
    one earliest in the table is given.

    >>> from oversight_core.rulebooks.canonical.implementation import IMPLEMENTATION
    >>> [rule.event for rule in missing_steps(IMPLEMENTATION, "no_action_planned", "reported_complete")]
    ['reconsider', 'report_complete']
    """
    members, moves = lifecycle.members, lifecycle.moves
    goal = {target, *members.get(target, ())}
    if source == target or goal.issuperset(members.get(source, (source,))):
        return ()
    walks: dict[str, tuple[Rule, ...]] = {source: ()}
    frontier = [source]
    while frontier:
        ahead = []
        for status in frontier:
            for event in moves.offered.get(status, ()):
                rule = moves.at[status, event].rule
                if rule.target not in walks:
                    walks[rule.target] = (*walks[status], rule)
                    ahead.append(rule.target)
        if reached := [status for status in ahead if status in goal]:
            return walks[reached[0]]
        frontier = ahead
    return None
