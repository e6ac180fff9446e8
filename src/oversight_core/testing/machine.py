"""A machine that drives an application against a table and reports the first step at which the two differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from hypothesis import Phase, note, settings
from hypothesis.control import current_build_context
from hypothesis.stateful import RuleBasedStateMachine, rule

from oversight_core.rules import Attempt, Facts, Lifecycle, offered
from oversight_core.testing.choices import SEEDS, Choice, Named, endless, named_by
from oversight_core.testing.memory import NO_FACTS
from oversight_core.testing.running import Differs, Run, System, first, said
from oversight_core.testing.stories import stories
from oversight_core.testing.sweeping import sweep
from oversight_core.testing.walking import attempt_at

__all__ = ["Differs", "System", "machine_for"]


def machine_for(
    table: Lifecycle,
    *,
    system: Callable[[], System],
    facts: Facts = NO_FACTS,
    roles: Iterable[str] = (),
    evidence: Iterable[str] = (),
    events: Iterable[str] = (),
) -> type[RuleBasedStateMachine]:
    """A Hypothesis state machine that holds fresh systems against the table, attempt by attempt.

    Its ``TestCase`` is a test for pytest and unittest.  First, and without chance, every state is come to by every row
    that leads there, and everything is tried in it: each event in each role, and each row with one thing amiss at a
    time; then chance takes longer walks.  Guards see what a register would remember of the steps taken, and the
    `facts` given here; dates never go back.  `roles`, kinds of `evidence` and `events` that only the application
    knows are tried as well, and must be refused.  The test fails with `Differs`, after the shortest run found.
    """
    named = named_by(table, roles=tuple(roles), evidence=tuple(evidence), events=tuple(events))

    class Machine(_Machine):
        def fresh(self) -> Run:
            return Run(table, system, facts)

        def attempted(self, choice: Choice) -> Differs | None:
            if difference := swept():
                note("# found before anything was left to chance")
            return difference or self.tried(choice, named)

    @cache  # it does not hang on what is drawn: what is found in one run is found in all
    def swept() -> Differs | None:
        return _swept(lambda: Run(table, system, facts), named)

    Machine.__name__ = Machine.__qualname__ = f"{table.name.title().replace('-', '').replace('_', '')}Machine"
    unexplained = tuple(phase for phase in settings().phases if phase is not Phase.explain)
    Machine.TestCase.settings = settings(  # `Differs` explains better, and one story is enough
        Machine.TestCase.settings, phases=unexplained, report_multiple_bugs=False
    )
    return Machine


def _swept(fresh: Callable[[], Run], named: Named) -> Differs | None:
    """The first difference that shows without chance: after each story, everything that may be tried there."""
    for story in stories(fresh().table, fresh().facts):
        run = fresh()
        if found := run.stands() or first(map(run.tries, story.walk)):
            return run.shortest(found)
        for attempt in dict.fromkeys(sweep(run.table, story, run.facts, named)):
            tries = run.tries_apart if run.answer(attempt) else run.tries
            if found := tries(attempt):
                return run.shortest(found)
    return None


class _Machine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.run = self.fresh()
        self.told: list[Attempt | None] = []  # put into words where they are shown, and nowhere else
        # drawn here: `initialize` builds its strategies anew for each run, which takes longer than a dozen steps
        self.choices = endless(current_build_context().data.draw(SEEDS))

    def fresh(self) -> Run:
        """A run that has not begun."""
        raise NotImplementedError

    def attempted(self, choice: Choice) -> Differs | None:
        """What comes of a choice, or has come of the sweep before."""
        raise NotImplementedError

    @rule()
    def attempt(self) -> None:
        """Try something.

        Nothing is asked of a system before something is drawn, and there is one place to fail: Hypothesis takes it for
        the same failure then, also where runs share their state.
        """
        if difference := self.attempted(next(self.choices)):
            for attempt in self.told:
                note(f"# {said(attempt)}" if attempt else "# nothing more is offered: another begins")
            raise difference.with_traceback(None)

    def tried(self, choice: Choice, named: Named) -> Differs | None:
        """What comes of a choice.  A run that has come to an end makes way for another: here it would be refused."""
        run = self.run
        if choice.twist in ("as it comes", "on", "boundary") and not offered(run.table, run.state):
            self.told.append(None)
            self.run = self.fresh()
            return None
        attempt = attempt_at(run.table, run.state, choice, named, after=run.walk, known=run.memory.known)
        self.told.append(attempt)
        difference = (None if run.walk else run.stands()) or run.tries(attempt)
        return difference and run.shortest(difference)
