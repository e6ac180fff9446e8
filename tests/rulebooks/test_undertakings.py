"""Milestones, changes of dates, deviations: who did it, asked for it or showed it does not decide on it."""

from __future__ import annotations

from typing import Any

import pytest

from oversight_adapters.stores.memory import MemoryStore
from oversight_core import Actor, Applied, Attempt, Exhibit, GuardFailed, Item, MissingFact, Moment, Register
from oversight_core.entities import DateRevision, Deviation, Milestone
from oversight_core.ledger import Registered
from oversight_core.rulebooks.canonical import DATE_REVISION_STAGE, DEVIATION_STAGE, MILESTONE_STAGE
from oversight_core.rules import Lifecycle, NotAllowed, decide, missing_of
from oversight_core.testing import check_lifecycle

MILESTONE = Item("milestone", "ice", "plan-2024", "3")


def described(item: Item, entity: Any) -> Register:
    register = Register(MemoryStore())
    register.enter([Registered(item, entity)])
    return register


class Desk:
    """Who does what to one item, day after day."""

    def __init__(self, item: Item, entity: Any) -> None:
        self.item, self.register, self._day = item, described(item, entity), 1

    def tries(self, event: str, name: str, role: str, *shown: tuple[str, str], for_: str = "") -> Applied | NotAllowed:
        self._day += 1
        evidence = tuple(Exhibit(kind, by) for kind, by in shown)
        actor, on = Actor(name, role, for_), Moment.parse(f"2027-01-{self._day:02}")
        return self.register.attempt(Attempt(self.item, event, actor, on, None, evidence), axis="stage")


def finished() -> Desk:
    desk = Desk(MILESTONE, Milestone(text="Install the cameras", owner="Facility Office"))
    assert desk.tries("propose", "Facility Office", "owner", ("target", "Facility Office"))
    assert desk.tries("approve", "Val", "plan_approver", ("plan", "Val"))
    assert desk.tries("start", "Facility Office", "owner")
    assert desk.tries("finish", "Facility Office", "owner", ("evidence", "Photo Desk"))
    return desk


def failed(answer: Applied | NotAllowed) -> list[str]:
    assert isinstance(answer, NotAllowed)
    return [reason.name for reason in answer.reasons if isinstance(reason, GuardFailed)]


@pytest.mark.parametrize("table", [MILESTONE_STAGE, DATE_REVISION_STAGE, DEVIATION_STAGE], ids=lambda table: table.name)
def test_each_keeps_every_law(table: Lifecycle) -> None:
    check_lifecycle(table)


# -- milestones ------------------------------------------------------------------------------------------------------


def test_a_milestone_is_verified_by_somebody_who_neither_owns_nor_showed_it() -> None:
    desk = finished()
    assert failed(desk.tries("verify", "facility  OFFICE", "validator")) == ["validator_is_not_owner"]
    assert failed(desk.tries("verify", "Ann", "validator", for_="Facility Office")) == ["validator_is_not_owner"]
    assert failed(desk.tries("verify", "photo desk", "validator")) == ["verifier_did_not_supply"]
    own = desk.tries("verify", "Ann", "validator", ("verified_evidence", "Ann"))
    assert failed(own) == ["verifier_did_not_supply"]
    done = desk.tries("verify", "Val", "validator")  # who approved the plan, and showed it then, may verify
    assert isinstance(done, Applied) and done.step.target == "verified"
    assert missing_of(MILESTONE_STAGE, done) == ("verified_evidence",)


def test_who_rejects_with_reasons_may_verify_what_is_then_done() -> None:
    desk = finished()
    assert failed(desk.tries("reject", "Facility Office", "validator")) == ["validator_is_not_owner"]
    assert desk.tries("reject", "Val", "validator", ("reasons", "Val"))
    assert desk.tries("finish", "Facility Office", "owner", ("evidence", "Facility Office"))
    assert desk.tries("verify", "Val", "validator")


def test_without_a_description_nobody_knows_the_owner() -> None:
    register = Register(MemoryStore())
    for event, role in (("propose", "owner"), ("approve", "plan_approver"), ("start", "owner"), ("finish", "owner")):
        assert register.attempt(Attempt(MILESTONE, event, Actor("ICE", role), None), axis="stage")
    answer = register.attempt(Attempt(MILESTONE, "verify", Actor("CRCL", "validator"), None), axis="stage")
    assert isinstance(answer, NotAllowed) and answer.reasons == (MissingFact("owner", "validator_is_not_owner"),)


@pytest.mark.parametrize("event", ["verify", "reject"])
def test_who_reported_it_done_does_not_judge_it_though_no_field_says_so(event: str) -> None:
    desk = Desk(MILESTONE, Milestone(text="Install the cameras"))
    assert desk.tries("propose", "Bo", "owner")
    assert desk.tries("approve", "Val", "plan_approver") and desk.tries("start", "Bo", "owner")
    assert desk.tries("finish", "Bo", "owner")
    assert failed(desk.tries(event, "bo", "validator")) == ["validator_is_not_owner"]
    assert desk.tries(event, "Val", "validator")


def test_what_is_done_or_ended_is_not_cancelled() -> None:
    def cancels(status: str) -> bool:
        return bool(decide(MILESTONE_STAGE, status, Attempt(MILESTONE, "cancel", Actor("P", "plan_approver"), None)))

    states = MILESTONE_STAGE.state_names
    assert [s for s in states if cancels(s)] == ["not_stated", "proposed", "approved", "in_progress"]


# -- requests --------------------------------------------------------------------------------------------------------

REQUESTS = {
    "date-revision": (DateRevision, "requester", "approver", "deny"),
    "deviation": (Deviation, "addressee", "authorising_official", "reject"),
}


@pytest.mark.parametrize("kind", REQUESTS)
@pytest.mark.parametrize("no", [False, True])
def test_who_asked_does_not_decide(kind: str, no: bool) -> None:
    cls, asks, decides, refuse = REQUESTS[kind]
    event = refuse if no else "approve"
    desk = Desk(Item(kind, "ice", "plan-2024", "3"), cls(requested_by="ICE"))
    assert desk.tries("request", "ICE", asks)
    assert failed(desk.tries(event, "ice", decides)) == ["approver_is_not_requester"]
    assert failed(desk.tries(event, "Ann", decides, for_="ICE")) == ["approver_is_not_requester"]
    assert not desk.tries(event, "CRCL", asks)
    assert desk.tries(event, "CRCL", decides)
    assert not desk.tries("withdraw", "ICE", asks)


@pytest.mark.parametrize("kind", REQUESTS)
def test_who_asked_may_withdraw_and_real_requests_need_no_paper(kind: str) -> None:
    cls, asks, decides, _ = REQUESTS[kind]
    item = Item(kind, "ice", "plan-2024", "3")
    assert Desk(item, cls()).tries("withdraw", "ICE", asks)
    assert Desk(item, cls()).tries("approve", "CRCL", decides)  # who asked is not stated
    asked = Desk(item, cls())
    assert asked.tries("request", "Bo", asks, for_="ICE")  # nor is it here, and yet it is known who did
    assert failed(asked.tries("approve", "Bo", decides)) == ["approver_is_not_requester"]
    assert failed(asked.tries("approve", "ice", decides)) == ["approver_is_not_requester"]
    assert asked.tries("approve", "CRCL", decides)
    undescribed = Register(MemoryStore()).attempt(Attempt(item, "approve", Actor("CRCL", decides), None), axis="stage")
    assert isinstance(undescribed, NotAllowed)
    assert undescribed.reasons == (MissingFact("requested_by", "approver_is_not_requester"),)
