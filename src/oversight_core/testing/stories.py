"""Walks to every state of a table by every row that leads there: what chance comes by now and then, once for sure."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

import attrs

from oversight_core.rules import Attempt, Facts, Lifecycle, decide
from oversight_core.testing.choices import FIRST_CHOICE, PEOPLE, Choice
from oversight_core.testing.memory import remembered
from oversight_core.testing.walking import passing

LONG = 12
"""How many moves a story goes round before it goes on, to see what has been done too often."""


@attrs.frozen
class Story:
    """A walk and the states that it comes through; `new` where no story before has come to the last of them."""

    walk: tuple[Attempt, ...]
    states: tuple[str, ...]
    new: bool = False

    @property
    def state(self) -> str:
        """Where it has come to."""
        return self.states[-1]


def stories(table: Lifecycle, facts: Facts) -> Iterator[Story]:
    """The shortest first; all on one day by one person, then day by day by two who take turns, then round and round."""
    known = set[str]()
    start = Story((), (table.initial,))
    for story in _spread(table, facts, start):
        yield attrs.evolve(story, new=story.state not in known)
        known.add(story.state)
    yield from _spread(table, facts, start, turns=True)
    for story in _rounds(table, facts, start):
        yield from _to_each_state(table, facts, story)


def _spread(table: Lifecycle, facts: Facts, start: Story, *, turns: bool = False) -> Iterator[Story]:
    """From a story on, breadth first, along every row that comes after another."""
    yield start
    seen, waiting = {("", start.state)}, deque([start])
    while waiting:
        for story in _next(table, facts, waiting.popleft(), turns=turns):
            yield story
            way = (story.walk[-1].event, story.state)
            if way not in seen:
                seen.add(way)
                waiting.append(story)


def _to_each_state(table: Lifecycle, facts: Facts, start: Story) -> Iterator[Story]:
    seen = set[str]()
    for story in _spread(table, facts, start, turns=True):
        if story.state not in seen:
            seen.add(story.state)
            yield story


def _rounds(table: Lifecycle, facts: Facts, start: Story) -> Iterator[Story]:
    """Long stories, each of which goes the same round again and again; no state is in two of the rounds."""
    been = set[str]()
    for story in _to_each_state(table, facts, start):
        long = story
        while story.state not in been and len(long.walk) < LONG and (again := _again(table, facts, long)):
            long = again
        if len(long.walk) >= LONG:
            been.update(long.states[len(story.states) :])
            yield long


def _again(table: Lifecycle, facts: Facts, story: Story) -> Story | None:
    """The story, gone on to where it is now by the shortest way."""
    further = _spread(table, facts, story, turns=True)
    return next((other for other in further if other.walk != story.walk and other.state == story.state), None)


def _next(table: Lifecycle, facts: Facts, story: Story, *, turns: bool) -> Iterator[Story]:
    known = {**remembered(story.walk, table), **facts}
    choice = _in_turn(story.walk) if turns else FIRST_CHOICE
    for event in table.moves.offered[story.state]:
        move = table.moves.at[story.state, event]
        attempt = passing(table, story.state, move.rule, choice, story.walk, known)
        if decide(table, story.state, attempt, facts=known):
            yield Story((*story.walk, attempt), (*story.states, move.step.target))


def _in_turn(walk: Sequence[Attempt]) -> Choice:
    """The next of two people, counted by how often something was shown."""
    person = PEOPLE[sum(bool(attempt.evidence) for attempt in walk) % 2]
    return attrs.evolve(FIRST_CHOICE, how=attrs.evolve(FIRST_CHOICE.how, days=1, actor=person, supplier=person))
