"""A decision stays judged under the version that was in force when it was made."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.stores.memory import MemoryStore
from oversight_core import Register
from oversight_core.entities import Complaint
from oversight_core.errors import UnknownLifecycle
from oversight_core.ledger import Applied, Registered
from oversight_core.moments import AsOf, Moment
from oversight_core.names import Actor, Item
from oversight_core.rulebooks import CANONICAL
from oversight_core.rulebooks.canonical import COMPLAINT_STAGE
from oversight_core.rules import Attempt, Exhibit, GuardFailed, MissingRequirement, NotAllowed, RuleBook

ITEM = Item("complaint", "crcl", "24-01")
START = date(2024, 7, 1)
(ONE,) = (table for table in CANONICAL.earlier if table.name == "complaint_stage")

FIRST = attrs.evolve(ONE, name="intake_stage", version="1")
SECOND = attrs.evolve(
    FIRST,
    version="2",
    rules=[
        attrs.evolve(row, requires=row.expects, expects=()) if row.event == "open" else row
        for row in FIRST.rules
        if row.event != "screen_out"
    ]
    + [attrs.evolve(row, event="turn_away", source="received") for row in FIRST.rules if row.event == "screen_out"],
    in_force_from=START,
)
"""Opening needs its record, and what was screened out is turned away, as of a day."""

BEFORE = RuleBook("canonical", "1", "As it was", (FIRST,))
AFTER = RuleBook("canonical", "2", "As it is", (SECOND,), earlier=(FIRST,))


def tried(register: Register, event: str, on: str | date | None, role: str = "intake", *shown: str) -> object:
    when = Moment.parse(str(on)) if on else None
    evidence = tuple(Exhibit(kind, "somebody else") for kind in shown)
    return register.attempt(Attempt(ITEM, event, Actor("Ann", role), when, None, evidence), axis="stage")


# -- the complaint table -------------------------------------------------------------------------------------------


def test_the_complaint_table_has_two_versions_and_the_second_begins_on_a_day() -> None:
    assert (ONE.version, COMPLAINT_STAGE.version) == ("1", "2")
    assert ONE.in_force_from is None and COMPLAINT_STAGE.in_force_from is not None


def complained(programme: str) -> Register:
    register = Register(MemoryStore(), recorder="test")
    register.enter([Registered(ITEM, Complaint(programme=programme))])
    return register


@pytest.mark.parametrize(("days", "version"), [(-3650, "1"), (-1, "1"), (0, "2"), (1, "2"), (3650, "2")])
def test_a_complaint_is_screened_out_by_the_version_of_its_day(days: int, version: str) -> None:
    begins = COMPLAINT_STAGE.in_force_from
    assert begins is not None
    register = complained("")
    screened = tried(register, "screen_out", begins + timedelta(days))
    assert isinstance(screened, Applied) and screened.step.version == version
    assert register.case(ITEM).status("stage").value == "screened_out"
    assert register.rule(screened).guards == (("outside_jurisdiction",) if version == "2" else ())
    assert register.missing(screened) == ("reasons", "notice")


def test_what_the_later_version_stops_the_earlier_one_let_through() -> None:
    """A complaint under Secure Communities, in its time and long before."""
    stopped = tried(complained("secure-communities"), "screen_out", "2012-05-01")
    assert isinstance(stopped, NotAllowed) and isinstance(stopped.reasons[0], GuardFailed)
    assert isinstance(tried(complained("secure-communities"), "screen_out", "2005-05-01"), Applied)


# -- a rule changes under a record that is kept --------------------------------------------------------------------


def test_a_record_that_is_kept_says_the_same_under_the_new_version() -> None:
    store = MemoryStore()
    old = Register(store, rulebooks=(BEFORE,), recorder="test")
    screened = tried(old, "screen_out", "2024-03-01")
    assert isinstance(screened, Applied)
    new = Register(store, rulebooks=(AFTER,), recorder="test")
    assert new.case(ITEM) == old.case(ITEM) and new.timeline(ITEM) == old.timeline(ITEM)
    assert new.case(ITEM, AsOf(on=START)) == old.case(ITEM, AsOf(on=START))
    assert new.rule(screened) == old.rule(screened) == next(r for r in FIRST.rules if r.event == "screen_out")
    assert new.missing(screened) == old.missing(screened)
    assert new.discrepancies() == old.discrepancies() == ()


def test_without_the_earlier_version_the_record_still_folds_and_its_rule_is_not_guessed() -> None:
    store = MemoryStore()
    screened = tried(Register(store, rulebooks=(BEFORE,)), "screen_out", "2024-03-01")
    assert isinstance(screened, Applied)
    bare = Register(store, rulebooks=(RuleBook("canonical", "2", "As it is", (SECOND,)),))
    assert bare.case(ITEM).status("stage").value == "screened_out"
    with pytest.raises(UnknownLifecycle, match="intake_stage"):
        bare.rule(screened)


@pytest.mark.parametrize(
    ("on", "version"),
    [
        ("2024-06-30", "1"),
        ("2024-07-01", "2"),
        ("2024-06", "1"),
        ("2024-07", "2"),
        ("2024-06-30/2024-07-01", "2"),  # a span counts from its latest day
        ("../2024-06-30", "1"),
        (None, "2"),  # without a day it counts as of now
    ],
)
def test_what_is_tried_is_decided_by_the_version_in_force_then(on: str | None, version: str) -> None:
    register = Register(MemoryStore(), rulebooks=(AFTER,))
    opened = tried(register, "open", on, "oversight_body")
    if version == "1":
        assert isinstance(opened, Applied) and opened.step.version == "1"
        assert register.missing(opened) == ("intake_record",)
    else:
        assert isinstance(opened, NotAllowed) and opened.reasons == (MissingRequirement("intake_record"),)
        opened = tried(register, "open", on, "oversight_body", "intake_record")
        assert isinstance(opened, Applied) and opened.step.version == "2"


def test_one_item_may_move_by_one_version_and_then_by_the_next() -> None:
    register = Register(MemoryStore(), rulebooks=(AFTER,))
    assert isinstance(tried(register, "receive", "2024-06-01"), Applied)
    assert not tried(register, "turn_away", "2024-06-30")
    assert not tried(register, "screen_out", "2024-07-02")
    turned = tried(register, "turn_away", "2024-07-02")
    assert isinstance(turned, Applied)
    steps = [r.entry.step for r in register.history(ITEM) if isinstance(r.entry, Applied)]
    assert [(step.version, step.event) for step in steps] == [("1", "receive"), ("2", "turn_away")]
    assert register.case(ITEM, AsOf(on=date(2024, 6, 30))).status("stage").value == "received"


def test_a_decision_that_comes_late_is_judged_by_the_rules_of_its_own_day() -> None:
    """What happened under the first version may be recorded while the second is in force."""
    register = Register(MemoryStore(), rulebooks=(AFTER,))
    late = tried(register, "screen_out", "2023-01-01")
    assert isinstance(late, Applied) and late.step.version == "1"
    assert not tried(Register(MemoryStore(), rulebooks=(AFTER,)), "screen_out", "2024-08-01")


YEARS = st.dates(date(1999, 1, 1), date(2031, 1, 1))


@given(st.lists(st.dates(date(2000, 1, 1), date(2030, 1, 1)), max_size=4, unique=True), YEARS, st.randoms())
def test_of_many_versions_the_one_that_began_last_decides(days: list[date], on: date, chance: object) -> None:
    begins = [None, *sorted(days)]
    versions = [attrs.evolve(FIRST, version=str(n), in_force_from=day) for n, day in enumerate(begins)]
    *earlier, latest = versions
    chance.shuffle(earlier)  # type: ignore[attr-defined]
    book = RuleBook("canonical", "1", "Many", (latest,), earlier=tuple(earlier))
    received = tried(Register(MemoryStore(), rulebooks=(book,)), "receive", on.isoformat())
    begun = [n for n, day in enumerate(begins) if day is None or day <= on]
    assert isinstance(received, Applied) and received.step.version == str(max(begun))


def test_before_the_first_version_was_in_force_it_is_the_first_that_decides() -> None:
    first = attrs.evolve(FIRST, version="1", in_force_from=date(2010, 1, 1))
    book = RuleBook("canonical", "1", "Two", (attrs.evolve(SECOND, version="2"),), earlier=(first,))
    received = tried(Register(MemoryStore(), rulebooks=(book,)), "receive", "2005-01-01")
    assert isinstance(received, Applied) and received.step.version == "1"
