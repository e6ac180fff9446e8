"""What is due under the rulebooks of programmes, asked of a record."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import attrs
import pytest

from oversight_adapters.stores.memory import MemoryStore
from oversight_core import Register
from oversight_core.entities import (
    CustodyHold,
    Document,
    Mandate,
    Meeting,
    Placement,
    PlacementNotice,
    PlacementReview,
    Programme,
    StatisticalReview,
)
from oversight_core.ledger import Registered, Reported
from oversight_core.moments import Moment
from oversight_core.moments.calendars import Calendars
from oversight_core.names import Item
from oversight_core.questions.deadlines import Timeliness

STAY = Item("placement", "ice", "stay")
PROGRAMME = Item("programme", "dhs", "programme")
MANDATE = Item("mandate", "ice", "mandate")
HOLD = Item("custody-hold", "ice", "hold")

PLAIN_ONLY = Calendars()


def on(text):
    return Moment.parse(text)


def open_on(day, book, said, calendars=PLAIN_ONLY, *, reported=()):
    """The deadlines of some items under a rulebook as of a day, by the names of their clocks."""
    store = MemoryStore(clock=lambda: datetime(2000, 1, 1, tzinfo=UTC))
    register = Register(store, recorder="test", calendars=calendars)
    register.enter([Registered(item, entity, rulebook=book) for item, entity in said.items()])
    register.enter([Reported(item, axis, status, occurred_on=on(then)) for item, axis, status, then in reported])
    found = register.deadlines(date.fromisoformat(day))
    return {one.clock: one for one in reversed(found)}  # the first one that is unmet


def stay(**said):
    return Placement(facility="one", placed_on=on("2024-01-10"), time_zone="America/Chicago", **said)


def review(day):
    return {Item("placement-review", "ice", day): PlacementReview(placement=STAY, reviewed_on=on(day))}


def test_every_clock_of_a_placement_runs_for_it():
    found = open_on("2024-01-12", "segregation", {STAY: stay(form="disciplinary", mental_illness=True)})
    days = {name: deadline.due.latest for name, deadline in found.items()}
    told = days.pop("notice-mental-illness")
    assert told == datetime(2024, 1, 14, 6, tzinfo=UTC)  # a placement of which only the day is known
    assert {name: str(day) for name, day in days.items()} == {
        "notice-14-in-21": "2024-01-23",
        "review-14-in-21": "2024-01-23",
        "notice-length-of-stay": "2024-01-24",
        "review-length-of-stay": "2024-01-24",
        "health-review": "2024-01-24",
        "un-benchmark": "2024-01-25",
        "disciplinary-ceiling": "2024-02-09",
    }


@pytest.mark.parametrize("ill", [False, None])
def test_the_clocks_of_the_mentally_ill_run_for_nobody_else(ill):
    found = open_on("2024-01-12", "segregation", {STAY: stay(form="administrative", mental_illness=ill)})
    assert not {"notice-mental-illness", "health-review", "disciplinary-ceiling"} & found.keys()


def test_what_becomes_known_later_counts_from_then():
    known = stay(mental_illness=True, known_on=on("2024-01-20T12:00-06:00"))
    found = open_on("2024-01-21", "segregation", {STAY: known})
    assert found["notice-mental-illness"].due.latest == datetime(2024, 1, 23, 18, tzinfo=UTC)


def test_a_review_meets_the_reviews_and_leaves_the_notices():
    found = open_on("2024-01-25", "segregation", {STAY: stay(), **review("2024-01-23")})
    assert str(found["review-length-of-stay"].due) == "2024-02-09"  # day 14 is met, and day 30 is next
    assert found["notice-length-of-stay"].state(date(2024, 1, 25)) is Timeliness.OVERDUE
    notice = PlacementNotice(placement=STAY, given_on=on("2024-01-23"))
    told = open_on("2024-01-25", "segregation", {STAY: stay(), Item("placement-notice", "ice", "n"): notice})
    assert str(told["notice-length-of-stay"].due) == "2024-02-09"
    assert str(told["review-length-of-stay"].due) == "2024-01-24"


def test_a_review_that_names_its_clock_meets_that_one_alone():
    done = {"placement": STAY, "reviewed_on": on("2024-01-23")}
    reviews = {Item("placement-review", "ice", "r"): PlacementReview(**done, by="field office director")}
    ill = {STAY: stay(mental_illness=True)}
    assert str(open_on("2024-01-25", "segregation", ill | reviews)["health-review"].due) == "2024-02-07"
    reviews = {Item("placement-review", "ice", "r"): PlacementReview(**done, clock="review-length-of-stay")}
    found = open_on("2024-01-25", "segregation", ill | reviews)
    assert str(found["review-length-of-stay"].due) == "2024-02-09"
    assert found["health-review"].state(date(2024, 1, 25)) is Timeliness.OVERDUE


def test_a_marker_passes_and_nobody_is_late():
    store = MemoryStore(clock=lambda: datetime(2000, 1, 1, tzinfo=UTC))
    register = Register(store, recorder="test")
    register.enter([Registered(STAY, stay(), rulebook="segregation")])
    day = date(2024, 3, 1)
    found = {one.clock: one for one in register.deadlines(day)}
    assert found["un-benchmark"].state(day) is Timeliness.PASSED and found["un-benchmark"].duty_holder == ""
    assert found["un-benchmark"].state(date(2024, 1, 25)) is Timeliness.RUNNING
    late = {one.clock for one in register.overdue(day)}
    assert "un-benchmark" not in late and "notice-length-of-stay" in late


def test_nothing_is_due_of_a_stay_that_has_ended():
    assert open_on("2024-03-30", "segregation", {STAY: stay(released_on=on("2024-01-20"))}) == {}


def test_nothing_is_due_under_a_directive_that_was_not_there_yet():
    before = Placement(placed_on=on("2013-09-03"), mental_illness=True, time_zone="America/Chicago")
    assert set(open_on("2013-09-10", "segregation", {STAY: before})) == {"un-benchmark"}
    since = attrs.evolve(before, placed_on=on("2013-09-04"))
    assert str(open_on("2013-09-10", "segregation", {STAY: since})["notice-length-of-stay"].due) == "2013-09-18"


def test_a_committee_meets_each_week_of_its_mandate():
    mandate = Mandate(given_to="one", clock="weekly-committee", given_on=on("2024-05-29"))
    met = {Item("meeting", "ice", "m"): Meeting(series=MANDATE, held_on=on("2024-06-03"))}
    found = open_on("2024-06-08", "segregation", {MANDATE: mandate, **met})
    assert str(found["weekly-committee"].due) == "2024-06-12"
    assert open_on("2024-06-08", "segregation", {MANDATE: Mandate(given_on=on("2024-05-29"))}) == {}
    early = attrs.evolve(mandate, given_on=on("2024-02-05"))  # when it was recommended, and not agreed to yet
    assert open_on("2024-06-08", "segregation", {MANDATE: early}) == {}


def test_the_first_report_is_perhaps_overdue_until_every_start_is():
    mandate = Mandate(clock="advisory-committee-report", announced_on=on("2011-06-17"), given_on=on("2011-06-30"))
    found = open_on("2011-08-05", "secure-communities", {MANDATE: mandate})["advisory-committee-report"]
    assert str(found.due) == "between 2011-08-01 and 2011-08-14"
    assert found.state(date(2011, 8, 5)) is Timeliness.PERHAPS_OVERDUE and found.notes
    report = {Item("document", "ice", "report"): Document(mandate=MANDATE, issued_on=on("2011-09-15"))}
    assert open_on("2011-10-01", "secure-communities", {MANDATE: mandate, **report}) == {}


@pytest.mark.parametrize(
    ("book", "clock", "kind", "event", "day", "due"),
    [
        (
            "secure-communities",
            "statistical-review",
            "statistical-review",
            StatisticalReview(programme=PROGRAMME, held_on=on("2012-02-10")),
            "2012-03-01",
            "2012-06-30",
        ),
        (
            "transfers",
            "quarterly-meeting",
            "meeting",
            Meeting(series=PROGRAMME, held_on=on("2015-01-15")),
            "2015-03-01",
            "2015-06-30",
        ),
    ],
)
def test_each_quarter_is_dealt_with_in_the_one_that_follows(book, clock, kind, event, day, due):
    begun = Programme(activated_on=on("2011-12-01") if book == "secure-communities" else on("2014-12-01"))
    found = open_on(day, book, {PROGRAMME: begun, Item(kind, "dhs", "first"): event})
    assert (str(found[clock].due), found[clock].missed) == (due, 0)
    over = Programme(activated_on=begun.activated_on, discontinued_on=on(day))
    assert open_on(day, book, {PROGRAMME: over}) == {}


@pytest.mark.parametrize("book", ["secure-communities", "detainer"])
def test_a_hold_is_counted_by_the_calendar_of_its_rulebook_and_by_no_other(book):
    """The federal days are not given here: so the regulation's deadline is not known, and the plain one is."""
    held = CustodyHold(releasable_on=on("2024-02-16T17:00-06:00"), time_zone="America/Chicago")
    found = open_on("2024-02-17", book, {HOLD: held})["hold"]
    if book == "detainer":
        assert found.due.latest is None and "us-federal" in found.notes[0]
    else:
        assert found.due.latest == datetime(2024, 2, 18, 23, tzinfo=UTC)
    done = CustodyHold(releasable_on=held.releasable_on, released_on=on("2024-02-17"), time_zone=held.time_zone)
    assert open_on("2024-02-18", book, {HOLD: done}) == {}


def test_a_hold_that_was_lifted_is_not_counted_though_the_person_was_releasable():
    held = CustodyHold(releasable_on=on("2024-02-16T17:00-06:00"), time_zone="America/Chicago")
    steps = [(HOLD, "stage", "releasable", "2024-02-16"), (HOLD, "stage", "lifted", "2024-02-17")]
    assert set(open_on("2024-02-20", "secure-communities", {HOLD: held}, reported=steps[:1])) == {"hold"}
    assert open_on("2024-02-20", "secure-communities", {HOLD: held}, reported=steps) == {}


HAND_COUNTED = [  # Eastern time; what is left out is between brackets
    ("2024-03-08T17:00-05:00", "2024-03-12T17:00-04:00"),  # Friday 7 h [clocks go forward] Monday 24 h, Tuesday 17 h
    ("2024-11-01T20:00-04:00", "2024-11-05T20:00-05:00"),  # Friday 4 h [clocks go back] Monday 24 h, Tuesday 20 h
    ("2025-05-23T15:30-04:00", "2025-05-28T15:30-04:00"),  # Friday 8.5 h [Memorial Day] Tuesday 24 h, Wednesday 15.5 h
    ("2024-11-09T10:00-05:00", "2024-11-14T00:00-05:00"),  # [Saturday to Veterans Day] Tuesday 24 h, Wednesday 24 h
]


@pytest.mark.parametrize(("releasable", "due"), HAND_COUNTED)
def test_a_hold_over_a_long_weekend_is_as_counted_by_hand(releasable, due):
    calendars = pytest.importorskip("oversight_adapters.calendars")
    held = CustodyHold(releasable_on=on(releasable), time_zone="America/New_York")
    days = Calendars((calendars.us_federal(),))
    found = open_on(releasable[:10], "detainer", {HOLD: held}, days)["hold"]
    assert found.due.latest == datetime.fromisoformat(due)
    plain = open_on(releasable[:10], "secure-communities", {HOLD: held})["hold"]
    assert plain.due.latest == datetime.fromisoformat(releasable) + timedelta(hours=48)
