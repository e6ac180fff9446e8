"""Is a table sound?  Every defect is found by name; a table that has one is refused when it is loaded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from itertools import combinations

import attrs

from oversight_core.errors import DefectiveLifecycle
from oversight_core.rules.attempt import names
from oversight_core.rules.lifecycle import Lifecycle

FINAL = ("closed", "final", "terminal")
"""A state that nothing leaves must say that it is meant so, by standing in a group of one of these names."""

SAYS_NOTHING = "not_stated"
"""The canonical initial state; a table of another making may start in any state and any group."""


class Flaw(StrEnum):
    """What can be wrong with a table; the value is the sentence, with what it is about in the gaps."""

    BLANK_NAME = "{0} number {1} has a blank name"
    DUPLICATE_NAME = "the {0} {1!r} stands twice; names of states and groups are unique"
    UNKNOWN_INITIAL = "the initial status {0!r} is not a state"
    INITIAL_IN_GROUP = "the initial state {0!r} stands in the group {1!r}; it says nothing yet, so it stands in none"
    UNKNOWN_MEMBER = "the group {0!r} holds {1!r}, which is not a state"
    EMPTY_GROUP = "the group {0!r} holds no state"
    OVERLAPPING_GROUPS = "the groups {0!r} and {1!r} share states, and neither lies within the other"
    UNKNOWN_SOURCE = "the row {0!r} starts from {1!r}, which is neither a state nor a group"
    UNKNOWN_TARGET = "the row {0!r} leads to {1!r}, which is not a state"
    AMBIGUOUS_PAIR = "several rows have the event {1!r} from {0!r}; an event names one outcome"
    UNREACHABLE = "no walk from the initial state reaches {0!r}"
    TRAP = "{0!r} is reached, and no end is reached from it; if it is an end, put it in a group named final"
    UNKNOWN_GUARD = "the row {0!r} names the guard {1!r}, which the table does not have"
    UNUSED_GUARD = "no row names the guard {0!r}"
    UNCITED_ROW = "the row {0!r} from {1} cites nothing; a convention is a citation too"
    NO_ACTORS = "the row {0!r} from {1} lets nobody act"
    SELF_DEFEATING = "the row {0!r} both requires and expects {1!r}; what it requires can never be missing"


@attrs.frozen
class Defect:
    """One thing that is wrong with a table, and what it is about."""

    flaw: Flaw
    about: tuple[str, ...]

    def __str__(self) -> str:
        return self.flaw.value.format(*self.about)


def defects(lifecycle: Lifecycle) -> tuple[Defect, ...]:
    """Everything that is wrong with a table; empty for a sound one."""
    return tuple(
        Defect(flaw, about if isinstance(about, tuple) else (about,))
        for flaw, find in CHECKS.items()
        for about in dict.fromkeys(find(lifecycle))
    )


def ensure_sound(lifecycle: Lifecycle) -> Lifecycle:
    """The table itself; raises `DefectiveLifecycle` where it has defects."""
    if found := defects(lifecycle):
        raise DefectiveLifecycle(lifecycle.name, found)
    return lifecycle


About = str | tuple[str, ...]
Check = Callable[[Lifecycle], Iterator[About]]


def _blank_names(table: Lifecycle) -> Iterator[About]:
    named = {
        "state": table.state_names,
        "group": tuple(table.members),
        "guard": tuple(guard.name for guard in table.guards),
        "event": tuple(rule.event for rule in table.rules),
    }
    for kind, some in named.items():
        yield from ((kind, str(n)) for n, name in enumerate(some, 1) if not name.strip())


def _duplicate_names(table: Lifecycle) -> Iterator[About]:
    statuses = [("state", name) for name in table.state_names] + [("group", group.name) for group in table.groups]
    counted = Counter(name for _, name in statuses)
    yield from ((kind, name) for kind, name in statuses if counted[name] > 1)
    yield from (("guard", name) for name, n in Counter(guard.name for guard in table.guards).items() if n > 1)


def _unknown_initial(table: Lifecycle) -> Iterator[About]:
    if table.initial not in table.state_names:
        yield table.initial


def _initial_in_group(table: Lifecycle) -> Iterator[About]:
    groups = table.groups if table.initial == SAYS_NOTHING else ()
    return ((table.initial, group.name) for group in groups if table.initial in group.states)


def _unknown_members(table: Lifecycle) -> Iterator[About]:
    return ((group.name, name) for group in table.groups for name in group.states if name not in table.state_names)


def _empty_groups(table: Lifecycle) -> Iterator[About]:
    return (group.name for group in table.groups if not group.states)


def _overlapping_groups(table: Lifecycle) -> Iterator[About]:
    for one, other in combinations(table.groups, 2):
        a, b = set(one.states), set(other.states)
        if a & b and not (a <= b or b <= a):
            yield one.name, other.name


def _unknown_sources(table: Lifecycle) -> Iterator[About]:
    known = {*table.state_names, *table.members}
    for rule in table.rules:
        yield from ((rule.event, name) for name in names(rule.source) or ("nothing",) if name not in known)


def _unknown_targets(table: Lifecycle) -> Iterator[About]:
    return ((rule.event, rule.target) for rule in table.rules if rule.target not in table.state_names)


def _ambiguous_pairs(table: Lifecycle) -> Iterator[About]:
    pairs = Counter((state, rule.event) for rule in table.rules for state in table.sources(rule))
    return (pair for pair, n in pairs.items() if n > 1)


def _unreachable(table: Lifecycle) -> Iterator[About]:
    reached = {table.initial} | _reachable(_onward(table), table.initial)
    return (name for name in table.state_names if name not in reached)


def _traps(table: Lifecycle) -> Iterator[About]:
    """A state that is no end itself and from which no end is reached; in a table without ends, a dead end."""
    final = {state for name in FINAL for state in table.members.get(name, ())}
    onward = _onward(table)
    reached = {table.initial} | _reachable(onward, table.initial)
    for name in table.state_names:
        ahead = _reachable(onward, name) - {name}
        if name in reached and name not in final and not (ahead & final if final else ahead):
            yield name


def _onward(table: Lifecycle) -> Mapping[str, set[str]]:
    """The states that one row leads to, from each state."""
    found: dict[str, set[str]] = {}
    for rule in table.rules:
        for state in table.sources(rule):
            found.setdefault(state, set()).add(rule.target)
    return found


def _reachable(onward: Mapping[str, set[str]], start: str) -> set[str]:
    """The states that some walk of at least one row leads to."""
    found: set[str] = set()
    frontier = [start]
    while frontier:
        news = onward.get(frontier.pop(), set()) - found
        found |= news
        frontier += news
    return found


def _unknown_guards(table: Lifecycle) -> Iterator[About]:
    known = {guard.name for guard in table.guards}
    return ((rule.event, name) for rule in table.rules for name in rule.guards if name not in known)


def _unused_guards(table: Lifecycle) -> Iterator[About]:
    used = {name for rule in table.rules for name in rule.guards}
    return (guard.name for guard in table.guards if guard.name not in used)


def _uncited_rows(table: Lifecycle) -> Iterator[About]:
    return ((rule.event, ", ".join(names(rule.source))) for rule in table.rules if not rule.cites)


def _rows_without_actors(table: Lifecycle) -> Iterator[About]:
    return ((rule.event, ", ".join(names(rule.source))) for rule in table.rules if not any(rule.actors))


def _self_defeating_rows(table: Lifecycle) -> Iterator[About]:
    return ((rule.event, kind) for rule in table.rules for kind in rule.requires if kind in rule.expects)


CHECKS: dict[Flaw, Check] = {
    Flaw.BLANK_NAME: _blank_names,
    Flaw.DUPLICATE_NAME: _duplicate_names,
    Flaw.UNKNOWN_INITIAL: _unknown_initial,
    Flaw.INITIAL_IN_GROUP: _initial_in_group,
    Flaw.UNKNOWN_MEMBER: _unknown_members,
    Flaw.EMPTY_GROUP: _empty_groups,
    Flaw.OVERLAPPING_GROUPS: _overlapping_groups,
    Flaw.UNKNOWN_SOURCE: _unknown_sources,
    Flaw.UNKNOWN_TARGET: _unknown_targets,
    Flaw.AMBIGUOUS_PAIR: _ambiguous_pairs,
    Flaw.UNREACHABLE: _unreachable,
    Flaw.TRAP: _traps,
    Flaw.UNKNOWN_GUARD: _unknown_guards,
    Flaw.UNUSED_GUARD: _unused_guards,
    Flaw.UNCITED_ROW: _uncited_rows,
    Flaw.NO_ACTORS: _rows_without_actors,
    Flaw.SELF_DEFEATING: _self_defeating_rows,
}
