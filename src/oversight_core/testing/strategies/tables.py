"""Small tables: sound ones of every shape, and sound ones with one defect planted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import strategies as st

from oversight_core.rules import Group, Guard, Lifecycle, Rule, State
from oversight_core.rules.check import Flaw
from oversight_core.testing.strategies.names import ROLES
from oversight_core.testing.strategies.rules import EVIDENCE, GUARDS, citations

Edge = tuple[int, int]

_ACTORS = st.lists(st.sampled_from(ROLES[:3]), min_size=1, max_size=2, unique=True)
_KINDS = st.lists(st.sampled_from(EVIDENCE), max_size=3, unique=True)
_CONDITIONS = st.lists(st.sampled_from([guard.name for guard in GUARDS]), max_size=2, unique=True)


@st.composite
def lifecycles(draw: st.DrawFn, *, max_states: int = 5, guarded: bool = True) -> Lifecycle:
    """A sound table: every state is reached, what nothing leaves is final, and whatever is not leads to what is.

    `guarded` allows rows with conditions, one of which needs the fact ``open_children``.
    """
    size = draw(st.integers(2, max_states))
    names = [f"s{n}" for n in range(size)]
    edges = draw(_edges(size))
    sweep = draw(st.lists(st.sampled_from(names[1:]), unique=True, max_size=size - 1))
    final = {names[n] for n in _ends(size, edges, [names.index(name) for name in sweep])}
    grouped = final <= {*sweep} or final >= {*sweep} or final.isdisjoint(sweep)
    groups = [Group("swept", sorted(sweep), "left by one row for all")] if sweep and grouped else []
    groups += [Group("final", sorted(final), "nothing need follow")] if final else []
    rows = [draw(_row(names[source], f"e{n}", names[target], guarded)) for source, target, n in _numbered(edges)]
    if sweep:
        rows.append(draw(_row("swept" if grouped else tuple(sorted(sweep)), "sweep", names[1], guarded)))
    used = {name for row in rows for name in row.guards}
    return Lifecycle(
        "drawn",
        "1",
        draw(st.sampled_from(("position", "stage"))),
        names[0],
        [State(name, f"the meaning of {name}") for name in names],
        rows,
        groups,
        [guard for guard in GUARDS if guard.name in used],
    )


@st.composite
def _edges(draw: st.DrawFn, size: int) -> list[Edge]:
    """Moves from which every state is reached from the first: a tree, and some more."""
    tree = [(draw(st.integers(0, n - 1)), n) for n in range(1, size)]
    anywhere = st.tuples(st.integers(0, size - 1), st.integers(0, size - 1))
    return tree + draw(st.lists(anywhere, max_size=size))


def _numbered(edges: list[Edge]) -> list[tuple[int, int, int]]:
    """Each move with the number of its event, which counts among the moves from its source: sources share events."""
    return [(a, b, sum(start == a for start, _ in edges[:i])) for i, (a, b) in enumerate(edges)]


def _ends(size: int, edges: list[Edge], swept: list[int]) -> list[int]:
    """The states that no move leaves for another state; and, where there are any, those from which none is reached."""
    moves = {*edges, *((start, 1) for start in swept)}
    dead = {n for n in range(1, size) if not any(a == n and b != n for a, b in moves)}
    leads_on = set(dead)
    while more := {a for a, b in moves if b in leads_on} - leads_on:
        leads_on |= more
    return [n for n in range(size) if n in dead or (dead and n not in leads_on)]


@st.composite
def _row(draw: st.DrawFn, source: str | tuple[str, ...], event: str, target: str, guarded: bool) -> Rule:
    kinds = draw(_KINDS)
    cut = draw(st.integers(0, len(kinds)))
    conditions = draw(_CONDITIONS) if guarded else []
    return Rule(source, event, target, draw(_ACTORS), kinds[:cut], kinds[cut:], conditions, draw(citations()))


def defective_lifecycles() -> st.SearchStrategy[tuple[Flaw, Lifecycle]]:
    """A table that was sound until one defect was planted in it, and the flaw that must be found."""
    plant = st.sampled_from(sorted(PLANTS))
    return st.builds(lambda flaw, table: (flaw, PLANTS[flaw](table)), plant, lifecycles())


def _with_states(table: Lifecycle, *more: State) -> Lifecycle:
    return attrs.evolve(table, states=(*table.states, *more))


def _with_rows(table: Lifecycle, *more: Rule) -> Lifecycle:
    return attrs.evolve(table, rules=(*table.rules, *more))


def _with_groups(table: Lifecycle, *more: Group) -> Lifecycle:
    return attrs.evolve(table, groups=(*table.groups, *more))


def _first_row(table: Lifecycle, **changes: Any) -> Lifecycle:
    first, *rest = table.rules
    return attrs.evolve(table, rules=(attrs.evolve(first, **changes), *rest))


def _new_row(table: Lifecycle, source: str | tuple[str, ...] = "", target: str = "") -> Rule:
    first = table.rules[0]
    return attrs.evolve(first, source=source or table.initial, event="planted", target=target or first.target)


_LOST = State("lost", "nothing leads here, or away")
_SILENT = State("not_stated", "no source says anything yet")
_NEVER = Guard("never_named", "no row names it", (), lambda _attempt, _facts: True)

PLANTS: dict[Flaw, Callable[[Lifecycle], Lifecycle]] = {
    Flaw.BLANK_NAME: lambda table: _first_row(table, event=" "),
    Flaw.DUPLICATE_NAME: lambda table: _with_states(table, table.states[0]),
    Flaw.UNKNOWN_INITIAL: lambda table: attrs.evolve(table, initial="nowhere"),
    Flaw.INITIAL_IN_GROUP: lambda table: _with_groups(
        attrs.evolve(_with_states(table, _SILENT), initial=_SILENT.name), Group("early", _SILENT.name)
    ),
    Flaw.UNKNOWN_MEMBER: lambda table: _with_groups(table, Group("odd", "nowhere")),
    Flaw.EMPTY_GROUP: lambda table: _with_groups(table, Group("empty", ())),
    Flaw.OVERLAPPING_GROUPS: lambda table: _with_groups(
        _with_states(table, _LOST), Group("left", ("s0", "s1")), Group("right", ("s1", "lost"))
    ),
    Flaw.UNKNOWN_SOURCE: lambda table: _with_rows(table, _new_row(table, source="nowhere")),
    Flaw.UNKNOWN_TARGET: lambda table: _with_rows(table, _new_row(table, target="nowhere")),
    Flaw.AMBIGUOUS_PAIR: lambda table: _with_rows(table, attrs.evolve(table.rules[0], means="again")),
    Flaw.UNREACHABLE: lambda table: _with_states(table, _LOST),
    Flaw.TRAP: lambda table: _with_rows(_with_states(table, _LOST), _new_row(table, target="lost")),
    Flaw.UNKNOWN_GUARD: lambda table: _first_row(table, guards=("nobody_wrote_it",)),
    Flaw.UNUSED_GUARD: lambda table: attrs.evolve(table, guards=(*table.guards, _NEVER)),
    Flaw.UNCITED_ROW: lambda table: _first_row(table, cites=()),
    Flaw.NO_ACTORS: lambda table: _first_row(table, actors=()),
    Flaw.SELF_DEFEATING: lambda table: _first_row(table, requires="plan", expects="plan"),
}
"""A defect of every kind, and how it is planted in a sound table."""

STRATEGIES: dict[type, Any] = {Lifecycle: lifecycles}
