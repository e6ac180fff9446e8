"""A canonical table under a programme's own name: its rows, of which some rest on what the programme itself says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from oversight_core.rules.attempt import Guard
from oversight_core.rules.citation import Citation
from oversight_core.rules.decide import LATEST_APPLIED
from oversight_core.rules.lifecycle import Lifecycle, Rule


def restated(
    table: Lifecycle, name: str, *, cites: Mapping[str, Citation], guards: Mapping[str, Guard] | None = None
) -> Lifecycle:
    """The table under another name; the rows of the events in `cites` rest on that, and those in `guards` ask for more.

    What the programme does not speak of rests on what it rested on before.  Raises `ValueError` for an event that the
    table does not have.
    """
    added = dict(guards or {})
    if strangers := {*cites, *added} - {rule.event for rule in table.rules}:
        raise ValueError(f"{table.name!r} has no event {', '.join(sorted(strangers))}; it cannot be restated")
    return attrs.evolve(
        table,
        name=name,
        version="1",
        rules=[_restated(rule, cites.get(rule.event), added.get(rule.event)) for rule in table.rules],
        guards=tuple(dict.fromkeys((*table.guards, *added.values()))),
        in_force_from=None,
    )


def _restated(rule: Rule, cite: Citation | None, guard: Guard | None) -> Rule:
    return attrs.evolve(
        rule,
        cites=rule.cites if cite is None else cite,
        guards=(*rule.guards, guard.name) if guard else rule.guards,
    )


def needed(tables: Iterable[Lifecycle]) -> tuple[str, ...]:
    """Every fact that some guard of the tables needs, for the rulebook to list."""
    needs = (need for table in tables for guard in table.guards for need in guard.needs)
    return tuple(dict.fromkeys((LATEST_APPLIED, *needs)))
