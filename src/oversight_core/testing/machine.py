"""A machine that drives an application against a table and reports the first step at which the two differ."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import attrs
from hypothesis import note
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from oversight_core.errors import OversightError
from oversight_core.rules import Applied, Attempt, Facts, Lifecycle, NotAllowed, decide
from oversight_core.testing.choices import CHOICES, Choice
from oversight_core.testing.walking import NO_FACTS, attempt_at, remembered


class System(Protocol):
    """What the machine asks of an application; mostly five lines around its own code."""

    def status(self) -> str:
        """The state it is in, by the name it has in the table."""
        ...

    def attempt(self, attempt: Attempt) -> bool:
        """Try it; say whether it was done."""
        ...


@attrs.frozen
class Differs(OversightError, AssertionError):
    """An application and the table disagree: after which events, at which attempt, what each of them says."""

    table: str
    before: tuple[str, ...]
    attempt: Attempt | None
    told: str
    did: str

    def __str__(self) -> str:
        first = " → ".join(self.before) or "the start"
        system = f"and the system {self.did}"
        if self.attempt is None:
            return f"after {first}: the table {self.table!r} is {self.told}, {system}"
        return f"after {first}, {_said(self.attempt)}: by the table {self.table!r} it is {self.told}, {system}"


def machine_for(
    table: Lifecycle, *, system: Callable[[], System], facts: Facts = NO_FACTS
) -> type[RuleBasedStateMachine]:
    """A Hypothesis state machine that holds a fresh system against the table, attempt by attempt.

    Its ``TestCase`` is a test for pytest and unittest.  Guards see what a register would remember of the steps taken,
    and the `facts` given here; dates never go back.  The test fails with `Differs`, at the shortest run that shows it.
    """

    class Machine(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.system = system()
            self.state = table.initial
            self.walk: list[Attempt] = []

        @rule(choice=CHOICES)
        def attempt(self, choice: Choice) -> None:
            attempt = attempt_at(table, self.state, choice, after=self.walk)
            note(f"# {_said(attempt)}")
            answer = decide(table, self.state, attempt, facts={**remembered(self.walk), **facts})
            done = self.system.attempt(attempt)
            if done != isinstance(answer, Applied):
                raise self.differs(_told(answer), "did it" if done else "did not do it", attempt)
            if isinstance(answer, Applied):
                self.walk.append(attempt)
                self.state = answer.step.target

        @invariant()
        def statuses_agree(self) -> None:
            if (status := self.system.status()) != self.state:
                unknown = "" if status in table.state_names else ", which is no state of the table"
                raise self.differs(f"at {self.state!r}", f"says {status!r}{unknown}")

        def differs(self, told: str, did: str, attempt: Attempt | None = None) -> Differs:
            return Differs(table.name, tuple(one.event for one in self.walk), attempt, told, did)

    Machine.__name__ = Machine.__qualname__ = f"{table.name.title().replace('-', '').replace('_', '')}Machine"
    return Machine


def _said(attempt: Attempt) -> str:
    shown = ", ".join(exhibit.kind for exhibit in attempt.evidence) or "nothing"
    return f"{attempt.event!r} by {attempt.actor.role!r} with {shown}"


def _told(answer: Applied | NotAllowed) -> str:
    return f"allowed, and leads to {answer.step.target!r}" if isinstance(answer, Applied) else str(answer)
