"""Trials: whole lists of attempts that a table may or may not allow, drawn at once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from hypothesis import strategies as st

from oversight_core.names import Item
from oversight_core.rules import Applied, Attempt, Facts, Lifecycle, decide
from oversight_core.testing.choices import SEEDS, Choice, Named, endless, named_by
from oversight_core.testing.memory import NO_FACTS, Memory
from oversight_core.testing.walking import ITEM, attempt_at


def trials(
    lifecycle: Lifecycle,
    *,
    min_length: int = 0,
    max_length: int = 50,
    facts: Facts = NO_FACTS,
    item: Item = ITEM,
) -> st.SearchStrategy[list[Attempt]]:
    """Whole lists of attempts on one item, made one after the other; the table may allow each of them or not.

    It tries what the machine of `machine_for` tries by chance, several times faster, for a list is drawn at once.

    >>> from hypothesis import find
    >>> from oversight_core.testing.strategies.tables import lifecycles
    >>> table = find(lifecycles(guarded=False), lambda table: True)
    >>> [attempt.event for attempt in find(trials(table), lambda tried: len(tried) == 2)]
    ['e0', 'une0']
    """
    named = named_by(lifecycle)

    def tried(drawn: tuple[int, int]) -> list[Attempt]:
        length, seed = drawn
        return _tried(lifecycle, islice(endless(seed), length), named, facts, item)

    return st.tuples(st.integers(min_length, max_length), SEEDS).map(tried)


def _tried(lifecycle: Lifecycle, choices: Iterable[Choice], named: Named, facts: Facts, item: Item) -> list[Attempt]:
    memory, walk, out = Memory(lifecycle, facts), list[Attempt](), list[Attempt]()
    for choice in choices:
        known = memory.known
        attempt = attempt_at(lifecycle, memory.status, choice, named, after=walk, known=known, item=item)
        answer = decide(lifecycle, memory.status, attempt, facts=known)
        if isinstance(answer, Applied):
            walk.append(attempt)
            memory.took(answer)
        out.append(attempt)
    return out
