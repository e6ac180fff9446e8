"""Instants and days side by side: local days, local times, and questions that are asked at an instant."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.questions.test_deadlines import REC, D, at, clock, issued, only, register
from tests.questions.test_deadlines_edges import response, said_of, update

from oversight_adapters.stores.memory import MemoryStore
from oversight_core import (
    Case,
    Item,
    Moment,
    Placement,
    Recommendation,
    Register,
    Registered,
    Reported,
    RuleBook,
)
from oversight_core.entities import CustodyHold, DateRevision
from oversight_core.errors import UnparsableMoment
from oversight_core.questions import deadlines, due, overdue
from oversight_core.questions.deadlines import Timeliness
from oversight_core.rules import Due

LATE = "2024-03-31T23:30:00-04:00"
"""The last day of March where it was said, and the first of April in UTC."""


def rec(start: str) -> Recommendation:
    return Recommendation(issued_on=at(start))


# -- the local day of an instant -----------------------------------------------------------------------------------


def test_days_are_counted_from_the_local_day_of_an_instant():
    assert only(said_of(rec(LATE), clock("issued_on", 180))).due == Due(D(2024, 9, 27), D(2024, 9, 27))
    assert only(said_of(rec(LATE), clock("issued_on", 1, "fiscal quarters"))).due.latest == D(2024, 6, 30)
    awaited = only(
        said_of(
            Recommendation(received_on=at(LATE), issued_on=at(LATE)),
            clock(("received_on", "issued_on"), 1, between=True),
        )
    )
    assert awaited.due == Due(D(2024, 4, 1), D(2024, 4, 1))


@given(st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1)), st.integers(-12 * 60, 14 * 60), st.integers(1, 400))
def test_whatever_the_offset_the_day_that_is_printed_starts_the_clock(local, minutes, length):
    start = local.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    found = only(said_of(Recommendation(issued_on=Moment.instant(start)), clock("issued_on", length)))
    assert found.due.latest == date.fromisoformat(start.isoformat()[:10]) + timedelta(length)


def test_one_instant_that_is_printed_on_two_days_gives_two_deadlines():
    starts = {"1": LATE, "2": "2024-04-01T03:30:00Z"}
    cases = {
        Item("recommendation", "gao", "gao-24-1", n): Case(rec(one), {}, rulebook="book") for n, one in starts.items()
    }
    for order in (cases, dict(reversed(cases.items()))):
        found = deadlines(
            order, [RuleBook("book", "1", "clocks", (), clocks=[clock("issued_on", 30)])], as_of=D(2024, 4, 2)
        )
        assert {one.item.number: one.due.latest for one in found} == {"1": D(2024, 4, 30), "2": D(2024, 5, 1)}


def test_what_meets_a_clock_in_days_meets_it_on_its_local_day():
    row = clock("issued_on", 30, repeats=True, met_by="update:as_of")
    found = only(said_of(rec("2024-03-01"), row, update(LATE), on=D(2024, 4, 10)))
    assert (found.occurrence, found.missed) == (2, 0)  # the first was due on 31 March
    row = clock("issued_on", 30, met_by="response:responded_on")
    assert said_of(rec("2024-04-01T12:00:00-04:00"), row, response("2024-04-01"), on=D(2024, 4, 2)) == ()
    assert len(said_of(rec("2024-04-01"), row, response(LATE), on=D(2024, 4, 2))) == 1
    assert said_of(rec("2024-03-31"), row, response(LATE), on=D(2024, 3, 31)) == ()


def test_a_version_is_in_force_on_the_local_day_of_the_start():
    rows = clock("issued_on", 10, in_force_to=at("2024-03-31")), clock("issued_on", 20, in_force_from=at("2024-04-01"))
    assert [len(said_of(rec(LATE), row)) for row in rows] == [1, 0]


def test_days_in_a_window_are_local_days():
    row = clock("placed_on", 2, kinds="placement", window=5)
    cases = {Item.parse("placement:ice/x/1"): Case(Placement(placed_on=at(LATE)), {}, rulebook="book")}
    found = only(deadlines(cases, [RuleBook("book", "1", "clocks", (), clocks=[row])], as_of=D(2024, 4, 2)))
    assert found.due.latest == D(2024, 4, 1)


# -- hours in local time -------------------------------------------------------------------------------------------

HOURS = clock("releasable_on", 48, "hours", kinds="custody-hold", time_zone=":time_zone", met_by="assumed_on")
BOOK = RuleBook("book", "1", "clocks", (), clocks=[HOURS])


def held(start: str = "2024-05-01T23:00:00Z", zone: str = "America/New_York", **more: Moment) -> dict[Item, Case]:
    what = CustodyHold(releasable_on=at(start), time_zone=zone, **more)
    return {Item.parse("custody-hold:ice/x/1"): Case(what, {}, rulebook="book")}


def test_what_is_due_in_hours_is_told_in_its_own_zone():
    found = only(deadlines(held(), [BOOK], as_of=D(2024, 5, 2)))
    assert found.due.latest == datetime(2024, 5, 3, 23, tzinfo=UTC)
    assert str(found.due) == "2024-05-03T19:00-04:00"
    unknown = only(deadlines(held(zone=""), [BOOK], as_of=D(2024, 5, 2)))
    assert str(unknown.due) == "2024-05-03T23:00Z"


def test_hours_over_a_change_of_clocks_are_hours_and_compare_as_such():
    found = only(deadlines(held("2024-11-01T05:30:00Z"), [BOOK], as_of=D(2024, 11, 2)))
    assert str(found.due) == "2024-11-03T01:30-04:00"
    again = only(deadlines(held("2024-11-01T06:30:00Z"), [BOOK], as_of=D(2024, 11, 2)))
    assert str(again.due) == "2024-11-03T01:30-05:00"
    assert found.due.latest == datetime(2024, 11, 3, 5, 30, tzinfo=UTC) < again.due.latest


def test_the_day_of_what_is_due_in_hours_is_its_local_day():
    cases = held("2024-05-02T01:00:00Z")  # due on 3 May at 21:00 in New York, on 4 May in UTC
    assert len(due(cases, [BOOK], as_of=D(2024, 5, 1), within=2)) == 1
    assert due(cases, [BOOK], as_of=D(2024, 5, 4), within=2) == ()
    assert [len(overdue(cases, [BOOK], as_of=D(2024, 5, day))) for day in (3, 4)] == [0, 1]


# -- asked at an instant -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("minutes", "late"), [(-1, False), (0, False), (1, True)])
def test_at_an_instant_what_is_due_in_hours_is_late_as_soon_as_its_own_is_past(minutes, late):
    last = datetime(2024, 5, 3, 23, tzinfo=UTC)
    as_of = (last + timedelta(minutes=minutes)).astimezone(timezone(timedelta(hours=9)))
    found = only(deadlines(held(), [BOOK], as_of=as_of))
    assert (found.state(as_of) is Timeliness.OVERDUE) == late
    assert len(overdue(held(), [BOOK], as_of=as_of)) == late
    assert len(due(held(), [BOOK], as_of=as_of, within=0)) == (not late and as_of.date() == D(2024, 5, 4)) * 1
    assert len(due(held(), [BOOK], as_of=as_of)) == (not late)


def test_at_an_instant_what_is_due_in_days_stands_as_on_the_local_day():
    row = clock("issued_on", 30)
    last = at("2024-03-31T23:59:00-04:00").at
    assert only(said_of(rec("2024-03-01"), row, on=last)).state(last) is Timeliness.RUNNING
    later = last + timedelta(minutes=2)
    assert only(said_of(rec("2024-03-01"), row, on=later)).state(later) is Timeliness.OVERDUE


def test_at_an_instant_what_came_later_has_not_come():
    done = held(assumed_on=at("2024-05-02T12:00:00Z"))
    for hour, left in ((11, 1), (12, 0)):
        assert len(deadlines(done, [BOOK], as_of=datetime(2024, 5, 2, hour, tzinfo=UTC))) == left


def test_a_record_is_asked_at_an_instant_as_well():
    desk = register([clock("issued_on", 30)], issued("2024-01-05"))
    as_of = datetime(2024, 2, 5, 12, tzinfo=UTC)
    assert only(desk.overdue(as_of)).state(as_of) is Timeliness.OVERDUE
    assert desk.due(as_of) == desk.stale(as_of) == desk.slippage(as_of) == ()
    for ask in (desk.deadlines, lambda on: deadlines({}, (), as_of=on)):
        with pytest.raises(UnparsableMoment, match="time zone"):
            ask(datetime(2024, 2, 5, 12))


def test_hours_of_a_record_are_late_from_their_instant_on():

    desk = Register(MemoryStore(), rulebooks=[BOOK])
    ((item, case),) = held().items()
    desk.enter([Registered(item, case.described, rulebook="book", occurred_on=at("2024-05-01"))])
    last = datetime(2024, 5, 3, 23, tzinfo=UTC)
    assert [len(desk.overdue(last + timedelta(minutes=n))) for n in (0, 1)] == [0, 1]
    assert [len(desk.due(last + timedelta(minutes=n))) for n in (0, 1)] == [1, 0]


# -- an extension names one ----------------------------------------------------------------------------------------


def test_an_extension_moves_the_coming_obligation_where_it_names_that_one():
    row = clock("issued_on", 30, repeats=True, met_by="update:as_of")
    item = Item("date-revision", "gao", "gao-24-1", "a")

    moved = [
        Registered(
            item,
            DateRevision(about=REC, clock="clock", before=at("2024-03-01"), after=at("2024-03-20")),
            occurred_on=at("2024-02-01"),
        ),
        Reported(item, "stage", "approved", occurred_on=at("2024-02-01")),
    ]
    found = register([row], issued("2024-01-01"), *moved).deadlines(D(2024, 2, 10))
    assert [(one.due.latest, one.occurrence, one.extensions) for one in found] == [
        (D(2024, 1, 31), 1, 0),
        (D(2024, 3, 20), 2, 1),
    ]
    assert [one.occurrence for one in register([row], issued("2024-01-01"), *moved).due(D(2024, 2, 10), within=60)] == [
        2
    ]
    assert [one.occurrence for one in register([row], issued("2024-01-01"), *moved).overdue(D(2024, 2, 10))] == [1]
