"""The machine passes an application that keeps to its table, and catches every way of not doing so by name."""

from collections.abc import Callable
from itertools import pairwise
from typing import ClassVar

import pytest
from hypothesis import Phase, seed, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from oversight_core.moments import Moment
from oversight_core.rules import Attempt, Citation, Force, Group, Guard, Lifecycle, Read, Rule, State
from oversight_core.testing.choices import FIRST
from oversight_core.testing.machine import Differs, System, machine_for

HANDBOOK = Citation("our handbook, section 3", Force.CONVENTION, "", Read.ORIGINAL)
PARCEL = Lifecycle(
    "parcel",
    "1",
    "delivery",
    "announced",
    (
        State("announced", "the sender has said that it will come"),
        State("stored", "it lies at the depot"),
        State("out", "it is on a van"),
        State("delivered", "somebody has it"),
        State("returned", "the sender has it back"),
    ),
    (
        Rule("announced", "receive", "stored", "depot", cites=HANDBOOK),
        Rule("stored", "load", "out", "driver", cites=HANDBOOK),
        Rule("out", "fail", "stored", "driver", requires="card", cites=HANDBOOK),
        Rule("out", "deliver", "delivered", "driver", requires="signature", guards="witnessed", cites=HANDBOOK),
        Rule("stored", "send_back", "returned", "depot", expects="reason", cites=HANDBOOK),
    ),
    (Group("final", ("delivered", "returned")),),
    (
        Guard(
            "witnessed",
            "who signs is not the driver",
            (),
            lambda attempt, _: all(exhibit.supplied_by != attempt.actor.name for exhibit in attempt.evidence),
        ),
    ),
)
QUICK = settings(
    max_examples=150,
    stateful_step_count=25,
    database=None,
    deadline=None,
    phases=[Phase.generate, Phase.shrink],
)


class Parcel:
    """An application as somebody would write it, without our library in sight."""

    def __init__(self) -> None:
        self.where = "announced"

    def status(self) -> str:
        return self.where

    def attempt(self, attempt: Attempt) -> bool:
        shown = {exhibit.kind: exhibit.supplied_by for exhibit in attempt.evidence}
        target = self.move(self.where, attempt.event, attempt.actor.role, set(shown))
        if target == "delivered" and shown.get("signature") == attempt.actor.name:
            return False
        self.where = target or self.where
        return bool(target)

    def move(self, where: str, event: str, role: str, shown: set[str]) -> str:
        match where, event, role:
            case "announced", "receive", "depot":
                return "stored"
            case "stored", "load", "driver":
                return "out"
            case "out", "fail", "driver" if "card" in shown:
                return "stored"
            case "out", "deliver", "driver" if "signature" in shown:
                return "delivered"
            case "stored", "send_back", "depot":
                return "returned"
        return ""


class Extra(Parcel):
    def move(self, where: str, event: str, role: str, shown: set[str]) -> str:
        if (where, event) == ("returned", "load"):
            return "out"
        return super().move(where, event, role, shown)


class Forgotten(Parcel):
    def move(self, where: str, event: str, role: str, shown: set[str]) -> str:
        return "" if event == "fail" else super().move(where, event, role, shown)


class AnybodyMay(Parcel):
    def move(self, where: str, event: str, role: str, shown: set[str]) -> str:
        return super().move(where, event, "driver" if event == "deliver" else role, shown)


class NoSignature(Parcel):
    def move(self, where: str, event: str, role: str, shown: set[str]) -> str:
        return super().move(where, event, role, shown | {"signature"})


class SelfSigned(Parcel):
    def attempt(self, attempt: Attempt) -> bool:
        target = self.move(self.where, attempt.event, attempt.actor.role, {one.kind for one in attempt.evidence})
        self.where = target or self.where
        return bool(target)


class Tired(Parcel):
    loads = 0

    def move(self, where: str, event: str, role: str, shown: set[str]) -> str:
        target = super().move(where, event, role, shown)
        self.loads += target == "out"
        return "" if target == "out" and self.loads > 2 else target


class Stuck(Parcel):
    def attempt(self, attempt: Attempt) -> bool:
        before = self.where
        done = super().attempt(attempt)
        self.where = before if attempt.event == "send_back" else self.where
        return done


class Elsewhere(Parcel):
    def status(self) -> str:
        return "in transit" if self.where == "out" else self.where


class StartsLate(Parcel):
    def __init__(self) -> None:
        self.where = "stored"


class Shared(Parcel):
    depot: ClassVar[dict[str, str]] = {}

    def __init__(self) -> None:
        self.depot.setdefault("the parcel", "announced")

    @property
    def where(self) -> str:
        return self.depot["the parcel"]

    @where.setter
    def where(self, where: str) -> None:
        self.depot["the parcel"] = where


def test_an_application_that_keeps_to_its_table_passes() -> None:
    run_state_machine_as_test(machine_for(PARCEL, system=Parcel), settings=QUICK)


@pytest.mark.parametrize(
    ("system", "told"),
    [
        (Extra, r"after receive → send_back, 'load' by 'driver' with nothing: .* not allowed.*the system did it"),
        (Forgotten, r"after receive → load, 'fail' by 'driver' with card: .* leads to 'stored', .* did not do it"),
        (AnybodyMay, r"'deliver' by '.*' with signature: .*the role .* may not do this.*the system did it"),
        (NoSignature, r"'deliver' by 'driver' with nothing: .*'signature' is required.*the system did it"),
        (SelfSigned, r"'deliver' by 'driver' with signature: .*'witnessed' does not hold.*the system did it"),
        (Tired, r"after receive → load → fail → load → fail, 'load' by 'driver' with nothing: .* leads to 'out'"),
        (Stuck, r"after receive → send_back: .* is at 'returned', and the system says 'stored'"),
        (Elsewhere, r"after receive → load: .* at 'out', .* says 'in transit', which is no state of the table"),
        (StartsLate, r"after the start: the table 'parcel' is at 'announced', and the system says 'stored'"),
        (Shared, r"after the start: .* at 'announced', .* says 'stored'; .* another run has left it there"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_a_planted_bug_is_reported_at_the_first_step_that_shows_it(system: Callable[[], System], told: str) -> None:
    with pytest.raises(Differs, match=told):
        run_state_machine_as_test(machine_for(PARCEL, system=system), settings=QUICK)


STAGES = tuple(f"stage_{n}" for n in range(9))
LINE = Lifecycle(
    "line",
    "1",
    "work",
    STAGES[0],
    tuple(State(name, "a stage of the work") for name in STAGES),
    tuple(
        Rule(one, f"to_{other}", other, ("cutter", "sewer"), requires=("slip", "tag"), cites=HANDBOOK)
        for one, other in pairwise(STAGES)
    ),
    (Group("final", STAGES[-1]),),
)


@pytest.mark.parametrize("place", range(1, len(STAGES) - 1))
@pytest.mark.parametrize("missed", ["moment", "role", "evidence"])
def test_a_slip_in_one_square_is_found_whatever_is_drawn(place: int, missed: str) -> None:
    here, back, on = STAGES[place], f"to_{STAGES[place]}", f"to_{STAGES[place + 1]}"

    class Line:
        at = 0

        def status(self) -> str:
            return STAGES[self.at]

        def attempt(self, attempt: Attempt) -> bool:
            role, shown = attempt.actor.role, {exhibit.kind for exhibit in attempt.evidence}
            if missed == "moment" and (self.status(), attempt.event, role) == (here, back, "sewer"):
                return True
            offered = self.at + 1 < len(STAGES) and attempt.event == f"to_{STAGES[self.at + 1]}"
            slips = self.status() == here and attempt.event == on
            anybody = slips and missed == "role" and role not in ("cutter", "sewer")
            unasked = {"tag"} if slips and missed == "evidence" and role == "sewer" else set()
            done = offered and (anybody or role in ("cutter", "sewer")) and shown | unasked >= {"slip", "tag"}
            self.at += done
            return done

    few = settings(QUICK, max_examples=15, derandomize=True)
    with pytest.raises(Differs, match=r"by '(sewer|nobody in the table)' with .* not allowed"):
        run_state_machine_as_test(machine_for(LINE, system=Line), settings=few)


def days_between(one: Moment | None, other: Moment | None) -> int:
    assert one
    assert one.latest
    assert other
    assert other.latest
    return (other.latest - one.latest).days


LOOP = Lifecycle(
    "loop",
    "1",
    "work",
    "begun",
    (State("begun", "it has begun"), State("sent", "it is sent"), State("done", "it is done")),
    (
        Rule("begun", "send", "sent", "clerk", requires="paper", cites=HANDBOOK),
        Rule("sent", "ask", "sent", "helper", cites=HANDBOOK),
        Rule("sent", "end", "done", "chief", requires="report", guards=("another", "in_time"), cites=HANDBOOK),
    ),
    (Group("final", "done"),),
    (
        Guard(
            "another",
            "who ends it has supplied nothing",
            ("supplied_by",),
            lambda attempt, facts: attempt.actor.name not in facts["supplied_by"],
        ),
        Guard(
            "in_time",
            "within thirty days",
            ("latest_applied",),
            lambda attempt, facts: days_between(facts["latest_applied"], attempt.occurred_on) <= 30,
        ),
    ),
)


class Kept:
    """An application of the loop that keeps to it; each `slip` is one way of not doing so."""

    slip = ""

    def __init__(self) -> None:
        self.state, self.steps, self.last = "begun", 0, FIRST
        self.helpers: set[str] = set()

    def status(self) -> str:
        return self.state

    def attempt(self, attempt: Attempt) -> bool:
        assert attempt.occurred_on is not None
        assert attempt.occurred_on.latest is not None
        shown = {exhibit.kind for exhibit in attempt.evidence}
        target = self.target(attempt, shown, (attempt.occurred_on.latest - self.last).days)
        if target:
            self.state, self.steps, self.last = target, self.steps + 1, attempt.occurred_on.latest
            self.helpers |= {str(exhibit.supplied_by) for exhibit in attempt.evidence}
        return bool(target)

    def target(self, attempt: Attempt, shown: set[str], days: int) -> str:
        slip = self.slip
        match self.state, attempt.event, attempt.actor.role:
            case "begun", "send", "clerk" if "paper" in shown:
                return "sent"
            case "sent", "ask", "helper" if not (slip == "tired" and self.steps > 8):
                return "sent"
            case "sent", "end", ("chief" | "owner") as role if role == "chief" or slip == "owner":
                paper = (
                    "report" in shown or (slip == "late" and self.steps > 8) or (slip == "other" and "paper" in shown)
                )
                other = attempt.actor.name not in self.helpers or slip == "same"
                return "done" if paper and other and days <= 30 + (slip == "day") - (slip == "early") else ""
            case "begun", "drop", _ if slip == "drop":
                return "done"
        return ""


@pytest.mark.parametrize("slip", ["same", "day", "early", "other", "late", "tired", "owner", "drop"])
@pytest.mark.parametrize("seed_", range(20))
def test_a_slip_is_a_difference_and_nothing_else_whatever_is_drawn(slip: str, seed_: int) -> None:
    """Not once does Hypothesis take the application for flaky: what is tried hangs on what is drawn alone."""
    slipping = type("Slipping", (Kept,), {"slip": slip})
    with pytest.raises(Differs):
        _run(machine_for(LOOP, system=slipping, roles=("owner",), events=("drop",)), seed_)


@pytest.mark.parametrize("seed_", range(5))
def test_a_difference_that_only_chance_finds_is_told_the_same_way(seed_: int) -> None:
    class OddDay(Kept):
        def target(self, attempt: Attempt, shown: set[str], days: int) -> str:
            return "" if days == 40 and self.steps else super().target(attempt, shown, days)

    with pytest.raises(Differs, match=r"'ask' by 'helper' with nothing: .* did not do it"):
        _run(machine_for(LOOP, system=OddDay), seed_)


def _run(machine: type[RuleBasedStateMachine], number: int) -> None:
    case = machine.TestCase
    case.settings = settings(case.settings, database=None, deadline=None, derandomize=False)
    seed(number)(case)
    case("runTest").runTest()


def test_the_application_that_keeps_to_the_loop_passes() -> None:
    run_state_machine_as_test(machine_for(LOOP, system=Kept, roles=("owner",), events=("drop",)), settings=QUICK)


def test_a_refusal_that_leaves_a_trace_is_told_with_what_was_refused() -> None:
    class Trace(Parcel):
        def attempt(self, attempt: Attempt) -> bool:
            done = super().attempt(attempt)
            self.where = "returned" if (self.where, attempt.event) == ("stored", "deliver") else self.where
            return done

    with pytest.raises(Differs, match=r"after receive, 'deliver' by 'driver' with .* yet says 'returned' instead of"):
        run_state_machine_as_test(machine_for(PARCEL, system=Trace), settings=QUICK)


def test_a_crash_comes_through_with_a_note_of_where_it_happened() -> None:
    class Crashing(Parcel):
        def move(self, where: str, event: str, role: str, shown: set[str]) -> str:
            return str(1 / 0) if (where, event) == ("out", "fail") else super().move(where, event, role, shown)

    with pytest.raises(ZeroDivisionError) as raised:
        run_state_machine_as_test(machine_for(PARCEL, system=Crashing), settings=QUICK)
    assert raised.value.__notes__[0].startswith("after receive → load, 'fail' by ")


def test_a_crash_on_being_asked_for_the_status_has_a_note_too() -> None:
    class Speechless(Parcel):
        def status(self) -> str:
            return {"announced": "announced", "stored": "stored"}[super().status()]

    with pytest.raises(KeyError) as raised:
        run_state_machine_as_test(machine_for(PARCEL, system=Speechless), settings=QUICK)
    assert raised.value.__notes__[0] == "after receive → load: the system raised this, asked for its status"


def test_the_machine_is_a_test_case_for_unittest() -> None:
    machine = machine_for(PARCEL, system=Parcel)
    assert machine.__name__ == "ParcelMachine"
    machine.TestCase.settings = QUICK
    case = machine.TestCase("runTest")
    assert case.run().wasSuccessful()
