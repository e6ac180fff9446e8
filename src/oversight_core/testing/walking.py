"""Walks: attempts that a table allows one after the other, and attempts that it may or may not allow.

Attempts drawn blindly are allowed about one time in a hundred; these are made from the rows.
"""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from oversight_core.names import Item
from oversight_core.rules import Applied, Attempt, Facts, Lifecycle, Rule, decide, offered
from oversight_core.testing.choices import (
    CHOICES,
    Choice,
    Named,
    dated,
    lists_of_choices,
    named_by,
    rows_from,
    suiting,
    twisted,
    variations,
)
from oversight_core.testing.dating import boundaries
from oversight_core.testing.memory import NO_FACTS, Memory, remembered

ITEM = Item("recommendation", "nobody", "in-particular", "1")


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
    named = named_by(lifecycle)
    return lists_of_choices(max_length).map(lambda choices: _legal(lifecycle, choices, named, facts, item))


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
    known: Facts | None = None,
    item: Item = ITEM,
) -> Attempt:
    """The attempt that a choice makes: as it comes, or one that would be allowed but for what the choice twists.

    `known` are the facts of the walk `after` which it comes; where none are given, those that a register remembers.
    """
    here = () if status is None or choice.twist == "other row" else rows_from(named, status, choice)
    row = here[0] if here else lifecycle.rules[choice.row % len(lifecycle.rules)]
    if choice.twist == "on":
        row = next((other for other in here if offered(lifecycle, other.target)), row)
    if status is None or not here or choice.twist == "as it comes":
        return twisted(suiting(row, choice, after, item), choice, named)
    known = remembered(after, lifecycle) if known is None else known
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
    if not row.guards:
        return suiting(row, choice, walk, item)
    applied = _allowed(lifecycle, status, row, choice, walk, known, item)
    return applied.attempt if applied else suiting(row, choice, walk, item)


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


def _legal(lifecycle: Lifecycle, choices: Sequence[Choice], named: Named, facts: Facts, item: Item) -> list[Attempt]:
    memory, walk = Memory(lifecycle, facts), list[Attempt]()
    for choice in choices:
        for row in rows_from(named, memory.status, choice):
            if applied := _allowed(lifecycle, memory.status, row, choice, walk, memory.known, item):
                walk.append(applied.attempt)
                memory.took(applied)
                break
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
