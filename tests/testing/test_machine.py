"""The machine passes an application that keeps to its table, and catches every way of not doing so by name."""

from collections.abc import Callable
from itertools import pairwise
from typing import ClassVar

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from oversight_core.rules import Attempt, Citation, Force, Group, Guard, Lifecycle, Read, Rule, State
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


def test_a_crash_comes_through_with_a_note_of_where_it_happened() -> None:
    class Crashing(Parcel):
        def move(self, where: str, event: str, role: str, shown: set[str]) -> str:
            return str(1 / 0) if (where, event) == ("out", "fail") else super().move(where, event, role, shown)

    with pytest.raises(ZeroDivisionError) as raised:
        run_state_machine_as_test(machine_for(PARCEL, system=Crashing), settings=QUICK)
    assert raised.value.__notes__[0].startswith("after receive → load, 'fail' by ")


def test_the_machine_is_a_test_case_for_unittest() -> None:
    machine = machine_for(PARCEL, system=Parcel)
    assert machine.__name__ == "ParcelMachine"
    machine.TestCase.settings = QUICK
    case = machine.TestCase("runTest")
    assert case.run().wasSuccessful()
