"""A part of a table: the states and events that one body uses of it."""

from __future__ import annotations

from collections.abc import Collection

import attrs

from oversight_core.rules.attempt import names
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule


def restricted(table: Lifecycle, states: Collection[str], events: Collection[str]) -> Lifecycle:
    """A table with these states, and of these events the rows that lead from one of them to one of them.

    The initial state stays.  A row loses the states that are gone, a group too, and what is left without any goes.

    >>> from oversight_core.rulebooks.canonical import RELEASE
    >>> part = restricted(RELEASE, ["internal", "withheld"], ["issue", "withhold"])
    >>> [(rule.source, rule.event, rule.target) for rule in part.rules]
    [('not_stated', 'issue', 'internal'), (('not_stated', 'internal'), 'withhold', 'withheld')]
    """
    kept = {table.initial, *states}
    groups = tuple(
        attrs.evolve(group, states=held)
        for group in table.groups
        if (held := tuple(state for state in group.states if state in kept))
    )
    rules = tuple(
        part for rule in table.rules if rule.event in events and (part := _part(rule, kept, groups)) is not None
    )
    used = {guard for rule in rules for guard in rule.guards}
    return attrs.evolve(
        table,
        states=tuple(state for state in table.states if state.name in kept),
        rules=rules,
        groups=groups,
        guards=tuple(guard for guard in table.guards if guard.name in used),
    )


def _part(rule: Rule, kept: Collection[str], groups: tuple[Group, ...]) -> Rule | None:
    """A row from what is left of its states; None where nothing is, or where it leads elsewhere."""
    known = {*kept, *(group.name for group in groups)}
    source = tuple(one for one in names(rule.source) if one in known)
    if not source or rule.target not in kept:
        return None
    return attrs.evolve(rule, source=source if isinstance(rule.source, tuple) else rule.source)
