"""The table spelt out: one move for each status and event, made once, so that deciding is a look-up."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import TYPE_CHECKING

import attrs

from oversight_core.rules.attempt import Guard, Step, names

if TYPE_CHECKING:
    from oversight_core.rules.lifecycle import Lifecycle, Rule


@attrs.frozen
class Move:
    """A row as it applies from one status: the step it makes, and its guards in full."""

    rule: Rule
    step: Step
    guards: tuple[Guard, ...]


@attrs.frozen
class Moves:
    """Every move of a table.

    `offered` gives the events of each status, groups included; `starts` the states from which an event is offered, and
    `actors` the roles that some row of it admits; `coarse` the groups from which it is not offered, though it is from
    some of their states.
    """

    at: Mapping[tuple[str, str], Move]
    offered: Mapping[str, tuple[str, ...]]
    starts: Mapping[str, tuple[str, ...]]
    actors: Mapping[str, tuple[str, ...]]
    coarse: frozenset[tuple[str, str]]


def spell_out(lifecycle: Lifecycle) -> Moves:
    """The moves of a table, from its states and from those groups for which one row covers every state.

    Raises `DefectiveLifecycle` where two rows claim a state and event, or a row names a guard that is not there.
    """
    rows = _rows(lifecycle)
    events = tuple(dict.fromkeys(rule.event for rule in lifecycle.rules))
    coarse = set()
    for group, event in product(lifecycle.groups, events):
        found = [rows.get((state, event)) for state in group.states]
        row = next(filter(None, found), None)
        if row is not None and all(other is row for other in found):
            rows[group.name, event] = row
        elif row is not None:
            coarse.add((group.name, event))
    known = (*lifecycle.state_names, *lifecycle.members)
    return Moves(
        at={(status, event): _move(lifecycle, status, rule) for (status, event), rule in rows.items()},
        offered={status: tuple(event for event in events if (status, event) in rows) for status in known},
        starts={event: tuple(s for s in lifecycle.state_names if (s, event) in rows) for event in events},
        actors={event: names(a for r in lifecycle.rules if r.event == event for a in r.actors) for event in events},
        coarse=frozenset(coarse),
    )


def _rows(lifecycle: Lifecycle) -> dict[tuple[str, str], Rule]:
    pairs = [((state, rule.event), rule) for rule in lifecycle.rules for state in lifecycle.sources(rule)]
    rows = dict(pairs)
    known = {guard.name for guard in lifecycle.guards}
    if len(rows) < len(pairs) or any(not known.issuperset(rule.guards) for rule in lifecycle.rules):
        from oversight_core.rules.check import ensure_sound  # on the way to an error only

        ensure_sound(lifecycle)
    return rows


def _move(lifecycle: Lifecycle, status: str, rule: Rule) -> Move:
    guards = {guard.name: guard for guard in lifecycle.guards}
    step = Step(lifecycle.name, lifecycle.version, lifecycle.axis, status, rule.event, rule.target)
    return Move(rule, step, tuple(guards[name] for name in rule.guards))
