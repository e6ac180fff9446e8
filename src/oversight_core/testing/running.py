"""A run of an application beside its table, the first step at which the two differ, and the shortest run to show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Protocol

import attrs

from oversight_core.errors import OversightError
from oversight_core.rules import Applied, Attempt, Facts, Lifecycle, NotAllowed, decide
from oversight_core.testing.memory import Memory

MOST_LOOPS = 20
"""How many shorter runs are tried before a run is reported as it is."""


class System(Protocol):
    """What is asked of an application; mostly five lines around its own code."""

    def status(self) -> str:
        """The state it is in, by the name it has in the table."""
        ...

    def attempt(self, attempt: Attempt) -> bool:
        """Try it; say whether it was done."""
        ...


@attrs.frozen
class Differs(OversightError, AssertionError):
    """An application and the table disagree: after which moves, at which attempt, what each of them says.

    `attempt` is None where they agreed on every move and yet are in different states.
    """

    table: str
    walk: tuple[Attempt, ...]
    attempt: Attempt | None
    told: str
    did: str

    def __str__(self) -> str:
        system = f"and the system {self.did}"
        if self.attempt is None:
            return f"{after(self.walk)}: the table {self.table!r} is {self.told}, {system}"
        return f"{after(self.walk)}, {said(self.attempt)}: by the table {self.table!r} it is {self.told}, {system}"


def after(walk: Sequence[Attempt]) -> str:
    """The moves of a walk as one reads them."""
    return f"after {' → '.join(attempt.event for attempt in walk) or 'the start'}"


def said(attempt: Attempt) -> str:
    """An attempt as one reads it."""
    shown = ", ".join(exhibit.kind for exhibit in attempt.evidence) or "nothing"
    return f"{attempt.event!r} by {attempt.actor.role!r} with {shown}"


def first(differences: Iterable[Differs | None]) -> Differs | None:
    """The first of them that is one."""
    return next(filter(None, differences), None)


class Run:
    """A fresh system, the states in which it should have been so far, and the moves between them."""

    def __init__(self, table: Lifecycle, make: Callable[[], System], facts: Facts) -> None:
        self.table, self.make, self.facts = table, make, facts
        self.system = make()
        self.states = [table.initial]
        self.walk: list[Attempt] = []
        self.memory = Memory(table, facts)

    @property
    def state(self) -> str:
        """The state in which it should be."""
        return self.states[-1]

    def answer(self, attempt: Attempt) -> Applied | NotAllowed:
        """What the table says to an attempt, here and now."""
        return decide(self.table, self.state, attempt, facts=self.memory.known)

    def tries(self, attempt: Attempt) -> Differs | None:
        """Try something; the difference between what the system did and what the table says, if there is one."""
        answer = self.answer(attempt)
        done = self._did(attempt)
        if done != isinstance(answer, Applied):
            return self._differs(_told(answer), "did it" if done else "did not do it", attempt)
        if isinstance(answer, Applied):
            self.walk.append(attempt)
            self.memory.took(answer)
            self.states.append(answer.step.target)
            return self.stands() or (self._leaks() if len(self.walk) == 1 else None)
        status = self._status()
        if status != self.state:
            return self._differs(
                _told(answer), f"did not do it, yet says {status!r} instead of {self.state!r}", attempt
            )
        return None

    def tries_apart(self, attempt: Attempt) -> Differs | None:
        """As `tries`, with another system that has made the same moves; this one stays where it is."""
        other = Run(self.table, self.make, self.facts)
        difference = first(map(other.tries, (*self.walk, attempt)))
        return difference and other.shortest(difference)

    def _did(self, attempt: Attempt) -> bool:
        try:
            return bool(self.system.attempt(attempt))
        except Exception as error:  # an application may raise anything; it goes on, with the moves before it
            error.add_note(f"{after(self.walk)}, {said(attempt)}: the system raised this")
            raise

    def _status(self) -> str:
        try:
            return self.system.status()
        except Exception as error:  # an application may raise anything; it goes on, with the moves before it
            error.add_note(f"{after(self.walk)}: the system raised this, asked for its status")
            raise

    def stands(self) -> Differs | None:
        """The difference between where the system is and where it should be, if there is one."""
        status = self._status()
        if status == self.state:
            return None
        hint = "" if self.walk else "; if it does not begin there, another run has left it there"
        hint = hint if status in self.table.state_names else ", which is no state of the table"
        return self._differs(f"at {self.state!r}", f"says {status!r}{hint}")

    def _leaks(self) -> Differs | None:
        """The difference between a system that has just been made and the start, where this one has moved it too."""
        return Run(self.table, self.make, self.facts).stands()

    def shortest(self, difference: Differs) -> Differs:
        """The same difference, or one like it, after as few moves as can be: without the loops that do not matter."""
        last = () if difference.attempt is None else (difference.attempt,)
        for walk in islice(_without_loops(self.states, self.walk), MOST_LOOPS):
            other = Run(self.table, self.make, self.facts)
            if found := other.stands() or first(map(other.tries, (*walk, *last))):
                return other.shortest(found)
        return difference

    def _differs(self, told: str, did: str, attempt: Attempt | None = None) -> Differs:
        return Differs(self.table.name, tuple(self.walk), attempt, told, did)


def _without_loops(states: Sequence[str], walk: Sequence[Attempt]) -> Iterator[Sequence[Attempt]]:
    """Shorter walks to the same state: first the one without any loop, then without each loop, the longest first."""
    last = {state: n for n, state in enumerate(states)}
    if len(last) == len(states):
        return
    way = [0]
    while last[states[way[-1]]] + 1 < len(states):
        way.append(last[states[way[-1]]] + 1)
    yield [walk[after - 1] for _, after in pairwise(way)]
    loops = [(n - m, m, n) for n in range(len(states)) for m in range(n) if states[m] == states[n]]
    yield from ([*walk[:start], *walk[end:]] for _, start, end in sorted(loops, reverse=True))


def _told(answer: Applied | NotAllowed) -> str:
    return f"allowed, and leads to {answer.step.target!r}" if isinstance(answer, Applied) else str(answer)
