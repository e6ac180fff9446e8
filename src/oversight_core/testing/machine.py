"""A machine that drives an application against a table and reports the first step at which the two differ."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from hypothesis import Phase, note, settings
from hypothesis.stateful import RuleBasedStateMachine, rule

from oversight_core.rules import Facts, Lifecycle, offered
from oversight_core.testing.choices import CHOICES, Choice
from oversight_core.testing.running import Differs, Run, System, said
from oversight_core.testing.sweeping import sweep
from oversight_core.testing.walking import NO_FACTS, attempt_at

__all__ = ["Differs", "System", "machine_for"]


def machine_for(
    table: Lifecycle, *, system: Callable[[], System], facts: Facts = NO_FACTS
) -> type[RuleBasedStateMachine]:
    """A Hypothesis state machine that holds fresh systems against the table, attempt by attempt.

    Its ``TestCase`` is a test for pytest and unittest.  From each state that a run comes to, every event is tried in
    every role, and with each piece of evidence left out, for sure; the rest is chance.  Guards see what a register
    would remember of the steps taken, and the `facts` given here; dates never go back.  The test fails with `Differs`,
    after the shortest run found.
    """

    class Machine(_Machine):
        def fresh(self) -> Run:
            return Run(table, system, facts)

    Machine.swept = set()
    Machine.__name__ = Machine.__qualname__ = f"{table.name.title().replace('-', '').replace('_', '')}Machine"
    unexplained = tuple(phase for phase in settings().phases if phase is not Phase.explain)
    Machine.TestCase.settings = settings(Machine.TestCase.settings, phases=unexplained)  # `Differs` explains better
    return Machine


class _Machine(RuleBasedStateMachine):
    swept: ClassVar[set[str]]

    def __init__(self) -> None:
        super().__init__()
        self.run = self.fresh()

    def fresh(self) -> Run:
        """A run that has not begun."""
        raise NotImplementedError

    @rule(choice=CHOICES)
    def attempt(self, choice: Choice) -> None:
        """Try something.  Where no run has been before, everything is tried first.

        Nothing is asked of a system before something is drawn, and there is one place to fail: Hypothesis takes it for
        the same failure then, also where runs share their state.
        """
        run = self.run
        if difference := run.stands() or self.amiss() or self.tried(choice):
            raise run.shortest(difference)

    def amiss(self) -> Differs | None:
        """The first square of this state that is not as in the table.  Where all of them are, it is not asked again."""
        run = self.run
        if run.state not in self.swept:
            for attempt in sweep(run.table, after=run.walk):
                tries = run.tries_apart if run.answer(attempt) else run.tries
                if difference := tries(attempt):
                    return difference
            self.swept.add(run.state)
        return None

    def tried(self, choice: Choice) -> Differs | None:
        """What comes of a choice.  A run that has come to an end makes way for another: here it would be refused."""
        run = self.run
        if choice.twist == "none" and not offered(run.table, run.state):
            note("# nothing more is offered: another begins")
            self.run = self.fresh()
            return None
        attempt = attempt_at(run.table, run.state, choice, after=run.walk)
        note(f"# {said(attempt)}")
        return run.tries(attempt)
