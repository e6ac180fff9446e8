"""Walks: attempts that a table allows one after the other, and attempts that it may or may not allow.

Attempts drawn blindly are allowed about one time in a hundred; these are made from the rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from hypothesis import strategies as st

from oversight_core.names import Item
from oversight_core.rules import Applied, Attempt, Facts, Lifecycle, Rule, decide, offered
from oversight_core.testing.choices import (
    CHOICES,
    Choice,
    Named,
    dated,
    named_by,
    rows_from,
    suiting,
    twisted,
    variations,
)
from oversight_core.testing.dating import boundaries

ITEM = Item("recommendation", "nobody", "in-particular", "1")
NO_FACTS: Facts = MappingProxyType({})


def walks(
    lifecycle: Lifecycle, *, max_length: int = 8, facts: Facts = NO_FACTS, item: Item = ITEM
) -> st.SearchStrategy[list[Attempt]]:
    """Attempts on one item, each allowed from the status that those before it reached; dates never go back.

    A guard sees what a register would remember of the walk (`remembered`) and the `facts` given here.  Some seventy
    people, suppliers and dates are tried on a row with guards, and then it is passed over: a row whose guards can
    never pass, or need a fact that nobody gives, is in no walk.

    >>> from hypothesis import find
    >>> from oversight_core.testing.strategies.tables import lifecycles
    >>> table = find(lifecycles(guarded=False), lambda table: True)
    >>> [attempt.event for attempt in find(walks(table), lambda walk: len(walk) == 1)]
    ['e0']
    """
    return st.lists(CHOICES, max_size=max_length).map(lambda choices: _legal(lifecycle, choices, facts, item))


def attempts(
    lifecycle: Lifecycle, status: str | None = None, *, after: Sequence[Attempt] = (), item: Item = ITEM
) -> st.SearchStrategy[Attempt]:
    """Attempts that suit a row of the table, and near misses: from elsewhere, by another, with evidence left out.

    More than half of them suit a row from `status`, where it is given and has one.  `after` is the walk so far: no
    attempt is dated before it.
    """
    named = named_by(lifecycle)
    return CHOICES.map(lambda choice: attempt_at(lifecycle, status, choice, named, after=after, item=item))


def attempt_at(
    lifecycle: Lifecycle,
    status: str | None,
    choice: Choice,
    named: Named,
    *,
    after: Sequence[Attempt] = (),
    facts: Facts = NO_FACTS,
    item: Item = ITEM,
) -> Attempt:
    """The attempt that a choice makes: as it comes, or one that would be allowed but for what the choice twists."""
    here = [] if status is None or choice.twist == "other row" else rows_from(lifecycle, status, choice)
    if choice.twist == "on":
        here.sort(key=lambda row: not offered(lifecycle, row.target))
    row = here[0] if here else lifecycle.rules[choice.row % len(lifecycle.rules)]
    if status is None or not here or choice.twist == "as it comes":
        return twisted(suiting(row, choice, after, item), choice, named)
    known = {**remembered(after, lifecycle), **facts}
    whole = passing(lifecycle, status, row, choice, after, known, item)
    if choice.twist == "boundary" and row.guards:
        return _at_a_boundary(lifecycle, status, whole, choice, after, known)
    return twisted(whole, choice, named)


def _at_a_boundary(
    lifecycle: Lifecycle, status: str, attempt: Attempt, choice: Choice, walk: Sequence[Attempt], known: Facts
) -> Attempt:
    """The attempt on a day where the answer turns, the day before or the day after; as it is where none turns it."""
    days = boundaries(lambda day: bool(decide(lifecycle, status, dated(attempt, walk, day), facts=known)))
    return dated(attempt, walk, days[choice.row % len(days)]) if days else attempt


def passing(
    lifecycle: Lifecycle,
    status: str,
    row: Rule,
    choice: Choice,
    walk: Sequence[Attempt],
    known: Facts,
    item: Item = ITEM,
) -> Attempt:
    """The first attempt on a row that is allowed, by a choice or its variations; where none is, that of the choice."""
    applied = _allowed(lifecycle, status, row, choice, walk, known, item)
    return applied.attempt if applied else suiting(row, choice, walk, item)


def remembered(walk: Sequence[Attempt], table: Lifecycle | None = None) -> dict[str, object]:
    """The facts that a register keeps by itself: `latest_applied`, `since` and `supplied_by`.

    Where the table of the walk is given, a move that stays in its state leaves `since` as it was; without it, every
    move counts.
    """
    latest = walk[-1].occurred_on if walk else None
    suppliers = frozenset(exhibit.supplied_by for attempt in walk for exhibit in attempt.evidence)
    return {"latest_applied": latest, "since": _since(walk, table) if table else latest, "supplied_by": suppliers}


def _since(walk: Sequence[Attempt], table: Lifecycle) -> object:
    """When the last move to another state was made; the first one brings a state in any case."""
    status, since = table.initial, None
    for attempt in walk:
        target = table.moves.at[status, attempt.event].step.target
        if since is None or target != status:
            since = attempt.occurred_on
        status = target
    return since


def replay(lifecycle: Lifecycle, walk: Sequence[Attempt], *, facts: Facts = NO_FACTS) -> list[Applied]:
    """The entries that a walk makes, from the initial state on.  Raises `ValueError` at a step that is not allowed."""
    status, entries = lifecycle.initial, list[Applied]()
    for n, attempt in enumerate(walk):
        answer = decide(lifecycle, status, attempt, facts={**remembered(walk[:n], lifecycle), **facts})
        if not isinstance(answer, Applied):
            raise ValueError(f"step {n + 1} of the walk, {attempt.event!r} from {status!r}, is {answer}")
        status = answer.step.target
        entries.append(answer)
    return entries


def _legal(lifecycle: Lifecycle, choices: Sequence[Choice], facts: Facts, item: Item) -> list[Attempt]:
    status, walk = lifecycle.initial, list[Attempt]()
    for choice in choices:
        known = {**remembered(walk, lifecycle), **facts}
        steps = (
            _allowed(lifecycle, status, row, choice, walk, known, item) for row in rows_from(lifecycle, status, choice)
        )
        if applied := next(filter(None, steps), None):
            walk.append(applied.attempt)
            status = applied.step.target
    return walk


def _allowed(
    lifecycle: Lifecycle, status: str, row: Rule, choice: Choice, walk: Sequence[Attempt], known: Facts, item: Item
) -> Applied | None:
    """The step that a row allows to a choice or to one of its variations."""
    for variation in variations(choice):
        answer = decide(lifecycle, status, suiting(row, variation, walk, item), facts=known)
        if isinstance(answer, Applied):
            return answer
        if not row.guards:
            break
    return None
