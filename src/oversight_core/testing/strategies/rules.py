"""Rows and attempts that need not fit together: whatever a store may be given, or `decide` be asked."""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs
from hypothesis import strategies as st

from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.rules import Applied, Attempt, Citation, Exhibit, Force, Group, Guard, Read, Rule, State, Step
from oversight_core.testing.strategies.moments import moments
from oversight_core.testing.strategies.names import ROLES, actors, items
from oversight_core.testing.strategies.provenance import excerpts
from oversight_core.testing.strategies.text import digests, slugs, words

EVIDENCE = ("reply", "plan", "reasons", "closure_request")


def tuples(of: st.SearchStrategy[Any], *, min_size: int = 0, max_size: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    """A few of something, in a tuple as entities hold them."""
    return st.lists(of, min_size=min_size, max_size=max_size).map(tuple)


@cache
def citations() -> st.SearchStrategy[Citation]:
    """A provision of any force, read in any way."""
    return st.builds(Citation, words(min_size=1), st.sampled_from(Force), words(), st.sampled_from(Read), words())


def exhibits(*, kind: str | None = None) -> st.SearchStrategy[Exhibit]:
    """A piece of evidence."""
    kinds = st.sampled_from(EVIDENCE) | words(min_size=1) if kind is None else st.just(kind)
    return st.builds(Exhibit, kinds, words(min_size=1), st.none() | digests(), words())


def any_attempts(
    *, item: st.SearchStrategy[Item] | None = None, occurred_on: st.SearchStrategy[Moment | None] | None = None
) -> st.SearchStrategy[Attempt]:
    """An attempt at anything; `oversight_core.testing.attempts` draws those that suit a table."""
    return st.builds(
        Attempt,
        items() if item is None else item,
        slugs(),
        actors(),
        st.none() | moments() if occurred_on is None else occurred_on,
        st.none() | moments(),
        tuples(exhibits()),
        tuples(excerpts(), max_size=2),
    )


def steps(*, axis: str | None = None) -> st.SearchStrategy[Step]:
    """A move on an axis of a table that need not be installed."""
    name = slugs()
    return st.builds(Step, name, name, name if axis is None else st.just(axis), name, name, name)


def applied(*, item: st.SearchStrategy[Item] | None = None) -> st.SearchStrategy[Applied]:
    """A step, with the attempt that made it."""
    attempts = any_attempts(item=item)
    return st.builds(lambda step, attempt: Applied(step, attrs.evolve(attempt, event=step.event)), steps(), attempts)


def guards() -> st.SearchStrategy[Guard]:
    """A condition of the small repertoire that drawn tables use."""
    return st.sampled_from(GUARDS)


def states() -> st.SearchStrategy[State]:
    """A state with a meaning."""
    return st.builds(State, slugs(), words(min_size=1))


def groups() -> st.SearchStrategy[Group]:
    """A named set of states."""
    return st.builds(Group, slugs(), st.lists(slugs(), min_size=1, max_size=3, unique=True), words())


def rows() -> st.SearchStrategy[Rule]:
    """A row by itself; `lifecycles` draws whole tables."""
    kinds = st.lists(st.sampled_from(EVIDENCE), max_size=2, unique=True)
    return st.builds(
        Rule,
        slugs() | tuples(slugs(), min_size=1),
        slugs(),
        slugs(),
        st.lists(st.sampled_from(ROLES), min_size=1, max_size=2, unique=True),
        kinds,
        kinds,
        st.just(()),
        st.lists(citations(), min_size=1, max_size=2),
        words(),
    )


GUARDS = (
    Guard("dated", "the attempt says when it happened", (), lambda attempt, _: attempt.occurred_on is not None),
    Guard(
        "somebody_else",
        "who acts did not supply the evidence",
        (),
        lambda attempt, _: all(exhibit.supplied_by != attempt.actor.name for exhibit in attempt.evidence),
    ),
    Guard("none_open", "no child is open", ("open_children",), lambda _, facts: not facts["open_children"]),
)
"""Conditions of the three kinds there are: on the attempt, on its evidence, and on a fact of the record."""

STRATEGIES: dict[type, Any] = {
    Applied: applied,
    Attempt: any_attempts,
    Citation: citations,
    Exhibit: exhibits,
    Group: groups,
    Guard: guards,
    Rule: rows,
    State: states,
    Step: steps,
}
