"""Which complaints lie outside ordinary intake: by programme and day, never by a guess."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.stores.memory import MemoryStore
from oversight_core import Actor, Applied, Attempt, GuardFailed, Item, MissingFact, Moment, Register
from oversight_core.entities import Complaint
from oversight_core.ledger import Registered
from oversight_core.rulebooks import CANONICAL
from oversight_core.rulebooks.canonical import COMPLAINT_STAGE, COMPLAINT_STAGE_1
from oversight_core.rulebooks.canonical.jurisdiction import TAKING, outside_jurisdiction
from oversight_core.rules import NotAllowed, changed_decisions, decide
from oversight_core.testing import check_lifecycle

COMPLAINT = Item("complaint", "crcl", "27-1")
PROGRAMMES = ["", "secure-communities", "transfers", "no such programme"]


def naive(programme: str, day: date) -> bool:
    """Whether it lies outside on a day, from the two seeds: the first page is undated, of 2011, and was copied then."""
    if programme == "secure-communities":
        return not date(2011, 1, 1) <= day < date(2014, 11, 20)
    return programme != "transfers" or day < date(2014, 11, 20)


@given(st.sampled_from(PROGRAMMES), st.dates(date(2009, 1, 1), date(2028, 1, 1)), st.integers(0, 400))
def test_it_lies_outside_only_if_it_does_on_every_day(programme: str, first: date, days: int) -> None:
    last = first + timedelta(days)
    on = Moment.parse(f"{first}/{last}") if days else Moment.day(first)
    every = all(naive(programme, first + timedelta(n)) for n in range(days + 1))
    assert outside_jurisdiction(programme, on) is every


@pytest.mark.parametrize("on", [None, Moment.vague("late last year"), Moment.parse("2010/.."), Moment.parse("../2013")])
def test_a_day_that_is_not_known_is_not_guessed(on: Moment | None) -> None:
    assert [outside_jurisdiction(programme, on) for programme in PROGRAMMES[:2]] == [True, False]


@pytest.mark.parametrize("name", ["Secure Communities", "SECURE  COMMUNITIES", "secure-communities"])
def test_a_programme_is_known_however_its_name_is_spelt(name: str) -> None:
    assert not outside_jurisdiction(name, Moment.parse("2012-05-01"))


def test_no_two_programmes_have_one_name() -> None:
    names = [name for taking in TAKING for name in taking.names]
    assert len(names) == len(set(names)) and all(taking.cites.binds for taking in TAKING)


# -- the table -------------------------------------------------------------------------------------------------------


def screened(complaint: Complaint | None, on: str) -> Applied | NotAllowed:
    register = Register(MemoryStore())
    if complaint:
        register.enter([Registered(COMPLAINT, complaint, ("programme", "channel"))])
    return register.attempt(Attempt(COMPLAINT, "screen_out", Actor("intake", "intake"), Moment.parse(on)), axis="stage")


def test_a_complaint_under_a_programme_in_force_is_not_screened_out() -> None:
    answer = screened(Complaint(programme="transfers"), "2027-01")
    assert isinstance(answer, NotAllowed)
    assert [reason.name for reason in answer.reasons if isinstance(reason, GuardFailed)] == ["outside_jurisdiction"]
    assert screened(Complaint(programme="secure-communities"), "2027-01")
    assert screened(Complaint(channel="mail"), "2027-01")


def test_whether_it_was_made_under_one_must_be_known() -> None:
    answer = screened(None, "2027-01")
    assert isinstance(answer, NotAllowed) and answer.reasons == (MissingFact("programme", "outside_jurisdiction"),)


def test_what_happened_before_the_table_changed_is_judged_as_it_was_then() -> None:
    for on, version in (("2010-12-31", "1"), ("2011-01", "2"), ("2011-01-01", "2")):
        answer = screened(Complaint(programme=""), on)
        assert isinstance(answer, Applied) and answer.step.version == version


def test_the_versions_differ_in_screening_out_and_in_what_the_inspector_general_takes() -> None:
    check_lifecycle(COMPLAINT_STAGE_1)
    assert CANONICAL.earlier == (COMPLAINT_STAGE_1,) and COMPLAINT_STAGE.in_force_from == date(2011, 1, 1)
    changed = {
        (one.question.status, one.question.event) for one in changed_decisions(COMPLAINT_STAGE_1, COMPLAINT_STAGE)
    }
    assert {event for _, event in changed} == {"screen_out", "take"} and ("opened", "take") in changed
    old, new = (
        {r.event: attrs.evolve(r, guards=()) for r in t.rules if r.event != "take"}
        for t in (COMPLAINT_STAGE_1, COMPLAINT_STAGE)
    )
    assert old == new


def test_the_inspector_general_comes_first_and_need_not_be_offered_a_complaint() -> None:
    attempt = Attempt(COMPLAINT, "take", Actor("DHS OIG", "inspector_general"), Moment.parse("2023-05"))
    assert isinstance(decide(COMPLAINT_STAGE, "opened", attempt), Applied)
    assert isinstance(decide(COMPLAINT_STAGE, "offered_oig", attempt), Applied)
    assert not isinstance(decide(COMPLAINT_STAGE_1, "opened", attempt), Applied)
    assert not isinstance(decide(COMPLAINT_STAGE, "retained", attempt), Applied)
