"""Property tests of a table: a machine that steps, beside one whose rule does nothing; and whole lists at once."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from measure import OURS, Contender, Goal

from oversight_core.rulebooks.canonical import OVERSIGHT_STATUS
from oversight_core.rules import Applied, decide
from oversight_core.testing import machine_for, trials

EXAMPLES, STEPS = 60, 50
TRIVIAL, LISTS = "one rule that does nothing", f"{OURS}, whole lists"
SETTINGS = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    database=None,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


class Steps:
    """How many steps were made."""

    made = 0


class Kept:
    """The smallest application: it keeps a state, and asks the table itself."""

    def __init__(self) -> None:
        self.state = OVERSIGHT_STATUS.initial

    def status(self) -> str:
        return self.state

    def attempt(self, attempt: Any) -> bool:
        decision = decide(OVERSIGHT_STATUS, self.state, attempt)
        if isinstance(decision, Applied):
            self.state = decision.step.target
        return bool(decision)


def timed(run: Callable[[], None]) -> dict[str, float]:
    """Steps a second; a first run builds strategies, and sweeps what is swept once a table."""
    begun = perf_counter()
    run()
    first = perf_counter() - begun
    Steps.made = 0
    begun = perf_counter()
    run()
    took = perf_counter() - begun
    return {"steps/s": Steps.made / took, "first run s": first}


def trivial() -> dict[str, float]:
    class Machine(RuleBasedStateMachine):
        @rule()
        def nothing(self) -> None:
            Steps.made += 1

    return timed(lambda: run_state_machine_as_test(Machine, settings=SETTINGS))


def stepping() -> dict[str, float]:
    whole = machine_for(OVERSIGHT_STATUS, system=Kept)
    tried = whole.tried  # type: ignore[attr-defined]  # counted here, and nowhere else

    def counted(self: Any, *arguments: Any) -> Any:
        Steps.made += 1
        return tried(self, *arguments)

    whole.tried = counted  # type: ignore[attr-defined]  # as above
    return timed(lambda: run_state_machine_as_test(whole, settings=SETTINGS))


def lists() -> dict[str, float]:
    @SETTINGS
    @given(trials(OVERSIGHT_STATUS, min_length=STEPS))
    def tried(attempts: Any) -> None:
        system = Kept()
        for attempt in attempts:
            Steps.made += 1
            system.attempt(attempt)

    return timed(tried)


CONTENDERS: dict[str, Contender] = {OURS: stepping, LISTS: lists, TRIVIAL: trivial}
GOALS = (
    Goal("steps/s", TRIVIAL, at_least=1 / 1.45),
    Goal("steps/s", OURS, at_least=2.5, ours=LISTS),
)
