"""The table: states, groups of states, and one row for every move that may happen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from oversight_core.rules.attempt import Guard, names
from oversight_core.rules.citation import Citation, citations
from oversight_core.rules.moves import Moves, spell_out


@attrs.frozen
class State:
    """A state and what it means."""

    name: str
    meaning: str


@attrs.frozen
class Group:
    """A named set of states; two groups nest or stand apart."""

    name: str
    states: tuple[str, ...] = attrs.field(converter=names)
    meaning: str = ""


@attrs.frozen
class Rule:
    """One row.  (source, event) is unique: an event names its outcome.

    `source` is a state, several, or a group; `actors` are roles, any of which may act; an attempt without what it
    `requires` is not allowed; without what it `expects` it is allowed, and that is listed as missing.
    """

    source: str | tuple[str, ...]
    event: str
    target: str
    actors: tuple[str, ...] = attrs.field(converter=names)
    requires: tuple[str, ...] = attrs.field(default=(), converter=names)
    expects: tuple[str, ...] = attrs.field(default=(), converter=names)
    guards: tuple[str, ...] = attrs.field(default=(), converter=names)
    cites: tuple[Citation, ...] = attrs.field(default=(), converter=citations)
    means: str = ""


def _states(value: Iterable[State]) -> tuple[State, ...]:
    return tuple(value)


def _rules(value: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(value)


def _groups(value: Iterable[Group]) -> tuple[Group, ...]:
    return tuple(value)


def _guards(value: Iterable[Guard]) -> tuple[Guard, ...]:
    return tuple(value)


@attrs.frozen
class Lifecycle:
    """A table of rules for one axis, with a version; its defects are found by `oversight_core.rules.check`.

    `kinds` are the kinds of items that it governs; where none is named, it governs any.  Where it takes the place of an
    earlier version, `in_force_from` says from which day on.
    """

    name: str
    version: str
    axis: str
    initial: str
    states: tuple[State, ...] = attrs.field(converter=_states)
    rules: tuple[Rule, ...] = attrs.field(converter=_rules)
    groups: tuple[Group, ...] = attrs.field(default=(), converter=_groups)
    guards: tuple[Guard, ...] = attrs.field(default=(), converter=_guards)
    kinds: tuple[str, ...] = attrs.field(default=(), converter=names)
    in_force_from: date | None = None

    _moves: Moves | None = attrs.field(default=None, init=False, eq=False, repr=False)

    @property
    def moves(self) -> Moves:
        """The table spelt out, once.  Raises `DefectiveLifecycle` where it cannot be."""
        if self._moves is None:
            object.__setattr__(self, "_moves", spell_out(self))
            assert self._moves is not None
        return self._moves

    @property
    def state_names(self) -> tuple[str, ...]:
        """The names of all states, in table order."""
        return tuple(state.name for state in self.states)

    def governs(self, kind: str) -> bool:
        """Whether items of a kind move by this table."""
        return not self.kinds or kind in self.kinds

    @property
    def members(self) -> Mapping[str, tuple[str, ...]]:
        """Group name to the states in it."""
        return {group.name: group.states for group in self.groups}

    def sources(self, rule: Rule) -> tuple[str, ...]:
        """The states a rule starts from, each once, with groups spelt out."""
        members = self.members
        return tuple(dict.fromkeys(state for name in names(rule.source) for state in members.get(name, (name,))))
