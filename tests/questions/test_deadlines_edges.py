"""Where deadlines are easily a little wrong: orders, open ends, notes, instants, and what is done when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.questions.test_deadlines import AS_OF, DOC, REC, D, at, clock, described, issued, only, register, unmet

from oversight_core import Case, Document, Item, Moment, Placement, Recommendation, Registered, Reported, RuleBook
from oversight_core.entities import Action, CustodyHold, DateRevision, Response, Update
from oversight_core.ledger.described import Strange
from oversight_core.names import Withheld
from oversight_core.questions import deadlines, due, overdue, slippage
from oversight_core.questions.deadlines import Lapse
from oversight_core.rules import Due


def said_of(rec: object, row: object, *beside: object, on: object = AS_OF):
    """The deadlines of a recommendation and of what stands beside it."""
    cases = {REC: Case(rec, {}, rulebook="book")}
    for n, one in enumerate(beside):
        cases[Item(type(one).__name__.lower(), "gao", "gao-24-1", str(n))] = Case(one, {})
    return deadlines(cases, [RuleBook("book", "1", "clocks", (), clocks=[row])], as_of=on)  # type: ignore[arg-type]  # a date


def response(text: str) -> Response:
    return Response(answers=REC, responded_on=at(text))


def update(text: str) -> Update:
    return Update(recommendation=REC, as_of=at(text))


# -- what comes first ----------------------------------------------------------------------------------------------

moments = st.none() | st.sampled_from(
    ["2024-01-05", "2024-01", "2024-02", "2024-01-20/2024-03-01", "../2024-02-01"]
).map(at)


@given(st.lists(moments, min_size=2, max_size=5))
def test_the_first_that_may_be_due_comes_first_and_what_has_no_day_last(starts):
    cases = {
        Item("recommendation", "gao", "gao-24-1", str(n)): Case(Recommendation(issued_on=start), {}, rulebook="book")
        for n, start in enumerate(starts)
    }
    found = deadlines(cases, [RuleBook("book", "1", "clocks", (), clocks=[clock("issued_on", 30)])], as_of=AS_OF)
    bounds = [(one.due.earliest or one.due.latest or D.max, one.due.latest or D.max, one.item.number) for one in found]
    assert bounds == sorted(bounds) and len(found) == len(starts)


def test_instants_of_one_day_come_in_their_order_and_before_the_end_of_that_day():
    rows = [clock("releasable_on", 1, "hours", kinds="custody-hold", time_zone="UTC")]
    rows += [clock("releasable_on", 1, kinds="custody-hold", name="day")]
    cases = {
        Item("custody-hold", "ice", "x", str(n)): Case(
            CustodyHold(releasable_on=Moment.instant(datetime(2024, 5, 1, hour, tzinfo=UTC))), {}, rulebook="book"
        )
        for n, hour in enumerate((20, 3, 12))
    }
    found = deadlines(cases, [RuleBook("book", "1", "clocks", (), clocks=rows)], as_of=AS_OF)
    assert [one.item.number for one in found] == ["1", "2", "0", "0", "1", "2"]


# -- starts and what meets them ------------------------------------------------------------------------------------


def test_of_two_starts_known_as_closely_from_one_day_on_the_closer_known_comes_first():
    rows = clock("response:responded_on", 10)
    found = only(said_of(Recommendation(), rows, response("2024-02"), response("2024-02-01")))
    assert found.due == Due(D(2024, 2, 11), D(2024, 2, 11)) and found.notes == ()
    found = only(said_of(Recommendation(), rows, response("2024-01-20"), response("2024-01")))
    assert found.due == Due(D(2024, 1, 11), D(2024, 2, 10))


def test_what_may_have_come_after_the_start_meets_it():
    rows = clock("issued_on", 30, met_by="response:responded_on")
    rec = Recommendation(issued_on=at("2024-01-05"))
    assert said_of(rec, rows, response("2024-01-01/..")) == ()
    assert said_of(rec, rows, response("2024-01")) == ()
    assert said_of(Recommendation(issued_on=at("../2024-01-05")), rows, response("2023-01-01")) == ()
    assert len(said_of(rec, rows, response("2023"))) == 1
    assert said_of(rec, rows, response("2024-06"), on=D(2024, 6, 10)) == ()
    assert said_of(rec, rows, response("../2024-07-01"), on=D(2024, 6, 10)) == ()
    assert len(said_of(rec, rows, response("2024-06"), on=D(2024, 5, 31))) == 1


def test_instants_of_one_day_tell_whether_what_meets_came_after_the_start():
    row = clock("releasable_on", 48, "hours", kinds="custody-hold", time_zone="UTC", met_by="assumed_on")
    hold, start = Item.parse("custody-hold:ice/x/1"), datetime(2024, 5, 1, 12, tzinfo=UTC)
    for hour, left in ((11, 1), (12, 0), (13, 0)):
        what = CustodyHold(releasable_on=Moment.instant(start), assumed_on=Moment.instant(start.replace(hour=hour)))
        cases = {hold: Case(what, {}, rulebook="book")}
        assert len(deadlines(cases, [RuleBook("book", "1", "clocks", (), clocks=[row])], as_of=AS_OF)) == left


def test_a_status_of_no_stated_day_began_by_its_recording():
    rows = [clock("position=awaiting", 10)]
    found = only(register(rows, issued("2024-01-05"), Reported(REC, "position", "awaiting")).deadlines(D.max))
    assert found.due.earliest is None and found.due.latest is not None and found.start.latest is not None


def test_the_second_start_is_due_where_the_first_was_met():
    rows = [clock("position=awaiting", 10, met_by="response:responded_on")]
    said = [("awaiting", "2024-01-10"), ("concurred", "2024-01-15"), ("awaiting", "2024-03-01")]
    entries = [Reported(REC, "position", status, occurred_on=at(on)) for status, on in said]
    answer = Registered(Item.parse("response:gao/gao-24-1/1"), response("2024-01-12"), occurred_on=at("2024-01-12"))
    desk = register(rows, issued("2024-01-05"), *entries, answer)
    assert only(desk.due(D(2024, 3, 5), within=10)).due.latest == D(2024, 3, 11)
    assert desk.overdue(D(2024, 3, 5)) == () and len(desk.overdue(D(2024, 3, 12))) == 1


def test_a_start_that_lies_between_two_signals_lies_between_them_in_whichever_order_they_came():
    row = clock(("received_on", "issued_on"), 10, between=True)
    one = only(said_of(Recommendation(issued_on=at("2024-03-01")), row))
    assert one.due == Due(None, D(2024, 3, 11))
    rec = Recommendation(received_on=at("2024-02-01T09:00:00Z"), issued_on=at("2024-03-01"))
    assert only(said_of(rec, row)).due == Due(D(2024, 2, 11), D(2024, 3, 11))
    months = only(said_of(Recommendation(received_on=at("2024-01"), issued_on=at("2024-03")), row))
    assert months.due == Due(D(2024, 1, 11), D(2024, 4, 10))
    wanted = Due(D(2024, 1, 11), D(2024, 3, 11))
    for receipt, issue in (("2024-01", "2024-03-01"), ("2024-03-01", "2024-01")):
        found = only(said_of(Recommendation(received_on=at(receipt), issued_on=at(issue)), row))
        assert (found.due, found.notes) == (
            wanted,
            ("the source does not state its start, which is 2024-01-01/2024-03-01",),
        )


def test_what_starts_a_clock_counts_whichever_clock_it_names():
    asked = DateRevision(about=REC, clock="another", requested_on=at("2024-01-05"))
    cases = {REC: Case(Recommendation(), {}, rulebook="book"), Item.parse("date-revision:gao/x/1"): Case(asked, {})}
    book = RuleBook("book", "1", "clocks", (), clocks=[clock("date-revision:requested_on", 10)])
    assert only(deadlines(cases, [book], as_of=AS_OF)).due.latest == D(2024, 1, 15)


def test_items_of_a_rulebook_that_is_not_there_are_neither_due_nor_overdue():
    cases = {REC: Case(Recommendation(issued_on=at("2024-01-05")), {}, rulebook="elsewhere")}
    assert len(deadlines(cases, [], as_of=AS_OF)) == 1
    assert due(cases, [], as_of=AS_OF) == overdue(cases, [], as_of=AS_OF) == ()


# -- a day that an item states -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stated", "wanted"),
    [("../2024-04-01", Due(None, D(2024, 4, 1))), ("2024-04-01/..", Due(D(2024, 4, 1), None))],
)
def test_a_stated_day_of_which_one_end_is_known_gives_that_end(stated, wanted):
    rec, row = Recommendation(document=DOC), clock("issued_on", None, stated_in="document.response_due_on")
    cases = {REC: Case(rec, {}, rulebook="book"), DOC: Case(Document(response_due_on=at(stated)), {})}
    found = only(deadlines(cases, [RuleBook("book", "1", "clocks", (), clocks=[row])], as_of=AS_OF))
    assert found.due == wanted and found.notes
    states = [found.state(D(2024, month, 1)) for month in (3, 5)]
    assert states == (["running", "perhaps overdue"] if found.due.earliest else ["running", "overdue"])


def test_a_stated_day_needs_no_note():
    action = Item.parse("action:gao/gao-24-1/1")
    row = clock("started_on", None, stated_in="target_on", kinds="action")
    cases = {action: Case(Action(target_on=at("2024-04-01")), {}, rulebook="book")}
    found = only(deadlines(cases, [RuleBook("book", "1", "clocks", (), clocks=[row])], as_of=AS_OF))
    assert found.due.exact and found.notes == ()


@pytest.mark.parametrize(("field", "worth", "fits"), [("owner", "ICE", True), ("owner", "none", False)])
def test_a_clock_narrowed_by_a_field_runs_where_it_is_stated_so_in_whatever_case(field, worth, fits):
    row = clock("issued_on", 30, where=((field, worth), (field, "another")), kinds="action", stated_in="")
    action = Item.parse("action:gao/gao-24-1/1")
    for owner, runs in (("ice", fits), ("", False), ("else", False)):
        cases = {action: Case(Action(owner=owner), {}, rulebook="book")}
        found = deadlines(cases, [RuleBook("book", "1", "clocks", (), clocks=[row])], as_of=AS_OF)
        assert bool(found) == runs
    row = clock("placed_on", 30, where=(("mental_illness", worth),), kinds="placement")
    cases = {Item.parse("placement:ice/x/1"): Case(Placement(), {}, rulebook="book")}
    assert deadlines(cases, [RuleBook("book", "1", "clocks", (), clocks=[row])], as_of=AS_OF) == ()


# -- notes ---------------------------------------------------------------------------------------------------------


def test_what_lies_partly_beyond_the_calendar_says_so():
    found = only(said_of(Recommendation(issued_on=at("9999-12")), clock("issued_on", 30)))
    assert found.due == Due(D(9999, 12, 31), None)
    assert found.notes == ("its start is only 9999-12", "it lies beyond the calendar")


def test_what_is_awaited_is_told_until_it_is_known():
    row, rec = clock("issued_on", 180, awaits="request"), Recommendation(issued_on=at("2024-01"))
    book, cases = RuleBook("book", "1", "clocks", (), clocks=[row]), {REC: Case(rec, {}, rulebook="book")}
    found = only(deadlines(cases, [book], as_of=AS_OF))
    assert found.notes[-1] == "it falls due at the first request after 2024-07-29"
    assert found.due == Due(D(2024, 6, 30), None)
    opened = {REC: Case(Recommendation(issued_on=at("2024-01-05/..")), {}, rulebook="book")}
    assert only(deadlines(opened, [book], as_of=AS_OF)).notes[-1].endswith("the first request after 2024-07-03")
    known = only(deadlines(opened, [book], as_of=AS_OF, events={"request": [D(2025, 2, 3)]}))
    assert known.due == Due(D(2025, 2, 3), None)
    later = only(deadlines(cases, [book], as_of=AS_OF, events={"request": [D(2025, 2, 3), D(2024, 7, 10)]}))
    assert later.due == Due(D(2024, 7, 10), D(2025, 2, 3)) and later.notes == ("its start is only 2024-01",)


# -- again and again -----------------------------------------------------------------------------------------------


def test_what_perhaps_came_before_the_start_meets_the_first_period_at_most_perhaps():
    row = clock("issued_on", 10, repeats=True, met_by="update:as_of")
    found = unmet(said_of(Recommendation(issued_on=at("2024-02")), row, update("2024-02-10")))
    assert found.occurrence == 1 and found.due.earliest == D(2024, 2, 11)
    assert "which occurrence is next depends on its start" in found.notes


def test_what_met_it_by_some_day_met_perhaps_the_first_period_and_perhaps_a_later_one():
    row = clock("issued_on", 10, repeats=True, met_by="update:as_of")
    found = unmet(said_of(Recommendation(issued_on=at("2024-01-01")), row, update("../2024-01-25")))
    assert (found.occurrence, found.due) == (1, Due(D(2024, 1, 11), D(2024, 2, 10)))


def test_a_start_with_an_open_end_may_come_after_what_meets():
    row = clock("issued_on", 10, repeats=True, met_by="update:as_of")
    found = only(said_of(Recommendation(issued_on=at("2024-01-01/..")), row, update("2024-02-10")))
    assert (found.occurrence, found.due.earliest) == (1, D(2024, 1, 11))


def test_an_event_with_an_open_end_may_have_met_any_period_since():
    row = clock("issued_on", 10, repeats=True, met_by="update:as_of")
    rec = Recommendation(issued_on=at("2024-01-01"))
    found = only(said_of(rec, row, update("2024-01-05/.."), on=D(2024, 1, 25)))
    assert (found.occurrence, found.due) == (2, Due(D(2024, 1, 21), D(2024, 2, 10)))
    assert found.notes == ("which occurrence is next depends on when it was last met",)
    earlier = only(said_of(rec, row, update("2023-12-01/.."), on=D(2024, 1, 5)))
    assert (earlier.occurrence, earlier.due) == (1, Due(D(2024, 1, 11), D(2024, 1, 21)))


def test_a_day_that_is_known_counts_beside_a_span_that_ends_later():
    row = clock("issued_on", 10, repeats=True, met_by="update:as_of")
    found = unmet(said_of(Recommendation(issued_on=at("2024-01-01")), row, update("2024-01"), update("2024-01-25")))
    assert (found.occurrence, found.due) == (4, Due(D(2024, 2, 10), D(2024, 2, 10)))


def test_a_repeating_clock_whose_calendar_is_not_there_says_so():
    row = clock("issued_on", 5, "business days", calendar="us-federal", repeats=True)
    found = only(said_of(Recommendation(issued_on=at("2024-01-01")), row))
    assert found.due == Due(None, None) and any("us-federal" in note for note in found.notes)


@pytest.mark.parametrize("met_by", [(), "update:as_of"])
@pytest.mark.parametrize("ended", [2020, 2022, 2023])
def test_of_each_period_one_version_asks_and_none_is_missed_twice(met_by, ended):
    old = clock("issued_on", 30, each="fiscal year", in_force_to=at(f"{ended}-12-31"), met_by=met_by)
    new = clock("issued_on", 60, each="fiscal year", in_force_from=at(f"{ended + 1}-01-01"), met_by=met_by)
    rec, book = Recommendation(issued_on=at("2010-05-01")), RuleBook("book", "1", "clocks", (), clocks=[old, new])
    found, *coming = deadlines({REC: Case(rec, {}, rulebook="book")}, [book], as_of=AS_OF)
    if met_by:  # each 30 September from 2010 to 2023
        assert (found.due.latest, found.missed) == (D(2010, 10, 30), 14)
        assert [one.due.latest for one in coming] == [D(2024, 11, 29)]
        assert only(said_of(rec, old)).missed == ended - 2009
    else:
        assert (found.due.latest, found.missed, coming) == (D(2024, 11, 29), 0, [])
        assert said_of(rec, old) == ()
        assert only(said_of(rec, old, on=D(2015, 6, 1))).due.latest == D(2015, 10, 30)
    assert said_of(Recommendation(issued_on=at("2024-02-01")), old) == ()


def test_hours_that_repeat_are_met_by_instants():
    start = datetime(2024, 5, 1, 0, tzinfo=UTC)
    row = clock("releasable_on", 6, "hours", kinds="custody-hold", time_zone="UTC", repeats=True, met_by="assumed_on")
    hold = Item.parse("custody-hold:ice/x/1")
    for hour, wanted in ((5, 12), (6, 12), (7, 18)):
        what = CustodyHold(releasable_on=Moment.instant(start), assumed_on=Moment.instant(start.replace(hour=hour)))
        cases = {hold: Case(what, {}, rulebook="book")}
        found = only(deadlines(cases, [RuleBook("book", "1", "clocks", (), clocks=[row])], as_of=D(2024, 5, 1)))
        assert found.due.exact and found.due.latest == start.replace(hour=wanted)


def test_a_repeating_clock_that_nothing_meets_says_how_closely_its_start_is_known():
    found = only(said_of(Recommendation(issued_on=at("2024-02")), clock("issued_on", 10, repeats=True)))
    assert found.notes == ("its start is only 2024-02", "nothing tells whether it was met before")


def test_days_of_a_status_come_together_within_a_window():
    rows = [clock("position=awaiting", 6, window=10)]
    said = [("awaiting", "2024-01-01"), ("concurred", "2024-01-04"), ("awaiting", "2024-01-06")]
    entries = [Reported(REC, "position", status, occurred_on=at(on)) for status, on in said]
    assert only(register(rows, issued("2024-01-01"), *entries).deadlines(AS_OF)).due == Due(
        D(2024, 1, 8), D(2024, 1, 8)
    )
    assert register(rows, issued("2024-01-01"), *entries[:2]).deadlines(AS_OF) == ()


def test_of_days_in_a_window_whose_first_is_not_known_the_latest_day_is():
    row = clock("placed_on", 14, kinds="placement", window=21)
    cases = {Item.parse("placement:ice/x/1"): Case(Placement(placed_on=at("../2024-01-05")), {}, rulebook="book")}
    found = only(deadlines(cases, [RuleBook("book", "1", "clocks", (), clocks=[row])], as_of=AS_OF))
    assert found.due == Due(None, D(2024, 1, 18))


def test_a_stay_that_began_nobody_knows_when_breaks_no_window_of_another():
    row = clock("placed_on", 6, kinds="placement", window=20)
    cases = {
        Item("placement", "ice", "x", n): Case(Placement(person="p", placed_on=at(placed)), {}, rulebook="book")
        for n, placed in (("1", "../2023-01-04"), ("2", "2024-01-10"))
    }
    found = deadlines(cases, [RuleBook("book", "1", "clocks", (), clocks=[row])], as_of=AS_OF)
    assert {one.item.number for one in found} == {"1", "2"}


def test_a_stay_that_ended_before_it_began_is_no_stay():
    row = clock("placed_on", 3, kinds="placement", window=20)
    row = attrs.evolve(row, stops_on=("released_on",))
    stays = (("1", "2024-01-08", "2024-01-02"), ("2", "2024-01-10", None))
    cases = {
        Item("placement", "ice", "x", n): Case(
            Placement(person="p", placed_on=at(placed), released_on=released and at(released)), {}, rulebook="book"
        )
        for n, placed, released in stays
    }
    found = only(deadlines(cases, [RuleBook("book", "1", "clocks", (), clocks=[row])], as_of=AS_OF))
    assert found.due == Due(D(2024, 1, 12), D(2024, 1, 12))


def test_a_stay_that_ended_by_some_day_counts_for_a_day_at_least_and_up_to_that_day_at_most():
    row = clock("placed_on", 6, kinds="placement", window=20, stops_on="released_on")
    stays = (("1", "2024-01-01", "../2024-01-04"), ("2", "2024-01-10", None))
    cases = {
        Item("placement", "ice", "x", n): Case(
            Placement(person="p", placed_on=at(placed), released_on=released and at(released)), {}, rulebook="book"
        )
        for n, placed, released in stays
    }
    found = only(deadlines(cases, [RuleBook("book", "1", "clocks", (), clocks=[row])], as_of=AS_OF))
    assert found.due == Due(D(2024, 1, 11), D(2024, 1, 14))


# -- hours ---------------------------------------------------------------------------------------------------------


def test_why_hours_are_a_range_is_that_no_zone_is_stated_or_that_it_is_not_known():
    row = clock("releasable_on", 48, "hours", kinds="custody-hold", time_zone=":time_zone")
    for zone, note in (("", "no time zone is stated"), ("Mars/Base", "the time zone 'Mars/Base' is not known")):
        what = CustodyHold(releasable_on=at("2024-05-01"), time_zone=zone)
        cases = {Item.parse("custody-hold:ice/x/1"): Case(what, {}, rulebook="book")}
        found = only(deadlines(cases, [RuleBook("book", "1", "clocks", (), clocks=[row])], as_of=AS_OF))
        assert found.notes == ("its start is only 2024-05-01", note)


@pytest.mark.parametrize(("start", "closed"), [("2024-05-03T20:00:00Z", True), ("2024-05-06T20:00:00Z", False)])
def test_a_zone_that_the_rule_names_needs_no_word_of_the_item(start, closed):
    row = clock("received_on", 48, "hours", calendar="weekends", time_zone="America/New_York")
    found = only(said_of(Recommendation(received_on=at(start)), row))
    assert found.due.exact and found.notes == ()
    assert found.due.latest - at(start).at == timedelta(hours=96 if closed else 48)


def test_hours_between_a_day_and_an_instant_allow_for_the_zone_of_the_instant():
    row = clock(("received_on", "issued_on"), 24, "hours", between=True, time_zone="UTC")
    rec = Recommendation(received_on=at("2024-05-01"), issued_on=at("2024-05-03T01:00:00Z"))
    found = only(said_of(rec, row))
    assert found.due == Due(datetime(2024, 5, 1, tzinfo=UTC), datetime(2024, 5, 6, tzinfo=UTC))
    ends = Recommendation(received_on=at("0001-01-01T00:00:00Z"), issued_on=at("9999-12-31T23:00:00Z"))
    assert only(said_of(ends, row)).notes


def test_hours_that_repeat_and_were_met_by_an_instant_are_not_missed():
    row = clock("received_on", 6, "hours", time_zone="UTC", repeats=True, met_by="response:responded_on")
    rec = Recommendation(received_on=at("2024-05-01T00:00:00Z"))
    found = unmet(
        said_of(rec, row, response("2024-05-01T01:00:00Z"), response("2024-05-01T07:00:00Z"), on=D(2024, 5, 2))
    )
    assert (found.occurrence, found.missed) == (3, 1)


# -- extensions ----------------------------------------------------------------------------------------------------


def extension(about: Item, name: str = "a", **more: object) -> list[Registered | Reported]:
    item = Item("date-revision", "gao", "gao-24-1", name)
    what = DateRevision(about=about, after=at("2024-09-01"), **more)  # type: ignore[arg-type]  # its clock at most
    return [
        Registered(item, what, occurred_on=at("2024-01-01")),
        Reported(item, "stage", "approved", occurred_on=at("2024-02-01")),
    ]


def test_an_extension_that_names_no_clock_is_of_the_target_and_of_nothing_else():
    action = Item.parse("action:gao/gao-24-1/1")
    rows = [clock("started_on", None, stated_in="target_on", kinds="action", name="target")]
    rows += [clock("started_on", 30, kinds="action", name="report")]
    what = described(action, Action(started_on=at("2024-01-05"), target_on=at("2024-05-01")))
    found = {one.clock: one for one in register(rows, what, *extension(action)).deadlines(AS_OF)}
    assert (found["target"].due.latest, found["target"].extensions) == (D(2024, 9, 1), 1)
    assert found["target"].original.latest == D(2024, 5, 1)
    assert (found["report"].due.latest, found["report"].extensions) == (D(2024, 2, 4), 0)
    named = extension(action, clock="report")
    found = {one.clock: one for one in register(rows, what, *named).deadlines(AS_OF)}
    assert (found["target"].extensions, found["report"].extensions) == (0, 1)
    (slipped,) = register(rows, what, *named).slippage(AS_OF)
    assert (slipped.revisions, slipped.present) == (0, at("2024-05-01"))


def test_of_a_repeating_clock_an_extension_that_does_not_say_which_moves_none():
    rows = [clock("issued_on", 30, repeats=True, met_by="update:as_of")]
    found = register(rows, issued("2024-01-05"), *extension(REC, clock="clock")).deadlines(AS_OF)
    assert [(one.due == one.original, one.extensions) for one in found] == [(True, 0)] * 2


def test_of_a_repeating_clock_a_deadline_without_a_latest_day_is_named_by_none():
    row = clock("issued_on", 30, repeats=True, met_by="update:as_of")
    moved = extension(REC, clock="clock", before=at("9999-12-31"))
    what = described(REC, Recommendation(issued_on=at("9999-12")))
    assert only(register([row], what, *moved).deadlines(AS_OF)).extensions == 0


def test_of_a_clock_that_starts_anew_each_period_an_extension_moves_only_the_deadline_it_names():
    row = clock("issued_on", 30, each="fiscal year", met_by="update:as_of")
    for before, number in (("2024-10-30", 1), ("2025-10-30", 0)):
        moved = extension(REC, clock="clock", before=at(before))
        assert only(register([row], issued("2024-01-05"), *moved).deadlines(AS_OF)).extensions == number


def test_an_approved_revision_of_no_day_at_all_moves_nothing_and_is_told():
    item = Item("date-revision", "gao", "gao-24-1", "a")
    entries = [
        Registered(item, DateRevision(about=REC, clock="clock"), occurred_on=at("2024-01-01")),
        Reported(item, "stage", "approved", occurred_on=at("2024-02-01")),
    ]
    found = only(register([clock("issued_on", 30)], issued("2024-01-05"), *entries).deadlines(AS_OF))
    assert (found.due, found.extensions) == (found.original, 1) and found.notes


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        ("2024-09-01/..", Due(D(2024, 9, 1), None)),
        ("../2024-09-01", Due(None, D(2024, 9, 1))),
        ("2024-09-01T12:00:00Z", Due(datetime(2024, 9, 1, 12, tzinfo=UTC), datetime(2024, 9, 1, 12, tzinfo=UTC))),
    ],
)
def test_an_extension_gives_what_it_says_and_may_be_due_as_long_as_that_is_open(after, wanted):
    item = Item("date-revision", "gao", "gao-24-1", "a")
    entries = [
        Registered(item, DateRevision(about=REC, clock="clock", after=at(after)), occurred_on=at("2024-01-01")),
        Reported(item, "stage", "approved", occurred_on=at("2024-02-01")),
    ]
    desk = register([clock("issued_on", 30)], issued("2024-01-05"), *entries)
    found = only(desk.deadlines(AS_OF))
    assert found.due == wanted and found.original.exact and bool(found.notes) != wanted.exact
    assert desk.due(D(2024, 8, 20), within=30) == desk.deadlines(D(2024, 8, 20))


def test_an_approval_or_a_revision_that_is_retracted_moves_nothing():
    desk = register([clock("issued_on", 30)], issued("2024-01-05"), *extension(REC, clock="clock"))
    item = Item("date-revision", "gao", "gao-24-1", "a")
    assert only(desk.deadlines(AS_OF)).due.latest == D(2024, 9, 1)
    desk.retract(item, 2, why="approved by mistake")
    assert only(desk.deadlines(AS_OF)).due.latest == D(2024, 2, 4)


# -- slippage and silence ------------------------------------------------------------------------------------------


def test_how_far_a_target_slipped_has_the_bounds_that_its_dates_have():
    action = Item.parse("action:gao/gao-24-1/1")
    for target, finished, wanted in (
        ("2024-03-01", "2024-03-05/..", Lapse(4, None)),
        ("2024-03-01", "../2024-03-05", Lapse(None, 4)),
        ("../2024-03-01", "2024-03-05", Lapse(4, None)),
        ("2024-03-05", "2024-03-01", Lapse(-4, -4)),
    ):
        what = Action(target_on=at(target), finished_on=at(finished))
        (found,) = slippage({action: Case(what, {})}, as_of=AS_OF)
        assert found.late == wanted


def test_the_target_that_slipped_furthest_comes_first():
    cases, months = {}, (3, 9, 6)
    for n, month in enumerate(months):
        action, moved = Item("action", "gao", "gao-24-1", str(n)), Item("date-revision", "gao", "gao-24-1", str(n))
        cases[action] = Case(Action(target_on=at("2024-01-01")), {})
        entries = [
            Registered(moved, DateRevision(about=action, after=Moment.day(D(2024, month, 1)))),
            Reported(moved, "stage", "approved", occurred_on=at("2024-01-02")),
        ]
        cases |= register([], *entries).cases()
    assert [one.item.number for one in slippage(cases)] == ["1", "2", "0"]


def test_the_most_silent_item_comes_first_and_silence_may_be_asked_for_as_long_as_the_calendar_goes():
    items = [Item("recommendation", "gao", "gao-24-1", str(n)) for n in range(3)]
    entries = [
        described(item, Recommendation(), on) for item, on in zip(items, ("2023-03", "2023-01", "2023-02"), strict=True)
    ]
    desk = register([], *entries)
    assert [one.item.number for one in desk.stale(AS_OF, months=1)] == ["1", "2", "0"]
    assert desk.stale(AS_OF, months=10**12) == ()


# -- what was disposed of, and what nobody here knows --------------------------------------------------------------


def test_of_a_person_who_was_forgotten_nothing_is_told_and_nothing_breaks():
    rows = [
        clock("placed_on", 14, kinds="placement", where=(("person", "p-1"),), name="who"),
        clock("placed_on", 14, kinds="placement", window=21, stops_on="released_on", name="window"),
        clock("placed_on", 48, "hours", kinds="placement", time_zone=":person", name="zone"),
        clock("placed_on", None, kinds="placement", stated_in="person", name="stated"),
    ]
    gone = Placement(person=Withheld("GRS 5.1"), placed_on=at("2024-01-01"))
    cases = {Item("placement", "ice", "x", n): Case(gone, {}, rulebook="book") for n in ("1", "2")}
    found = deadlines(cases, [RuleBook("book", "1", "clocks", (), clocks=rows)], as_of=AS_OF)
    assert {one.clock for one in found} == {"window", "zone", "stated"} and len(found) == 6
    assert not any("GRS" in note for one in found for note in one.notes)
    assert all(one.due.latest == D(2024, 1, 14) for one in found if one.clock == "window")


@attrs.frozen
class Permit:
    """An entity that a plug-in brings."""

    issued_on: object = None


@attrs.frozen
class Noted:
    """What stands beside it."""

    about: Item
    issued_on: object


class Unknown(Strange):
    """The same where the plug-in is not installed: values as they were written."""

    def __init__(self, **fields: object) -> None:
        self.fields = fields

    def held(self) -> dict[str, object]:
        return self.fields


@pytest.mark.parametrize("kind", [Permit, Unknown])
@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (D(2024, 1, 5), D(2024, 2, 4)),
        (datetime(2024, 1, 5, 23, 30), D(2024, 2, 4)),
        (datetime(2024, 1, 5, 23, 30, tzinfo=UTC), D(2024, 2, 4)),
        ("2024-01-05", D(2024, 2, 4)),
        ("some day", None),
        (datetime.max.replace(tzinfo=timezone(timedelta(hours=-5))), None),
        (Withheld("GRS 5.1"), None),
        (("2024-01-05",), None),
        (7, None),
        (None, None),
    ],
)
def test_a_day_that_a_plug_in_states_starts_a_clock_and_what_is_none_does_not(kind, said, wanted):
    permit, note = Item.parse("permit:city/2024-7"), Item.parse("permit-note:city/2024-7")
    rows = [
        clock("issued_on", 30, kinds="permit", name="own"),
        clock("permit-note:issued_on", 30, kinds="permit", name="beside"),
        clock("issued_on", 30, kinds="permit", name="narrowed", where=(("issued_on", "never"),)),
        clock("issued_on", 5, "hours", kinds="permit", name="hours", time_zone=":zone"),
    ]
    beside = Noted(about=permit, issued_on=said)
    cases = {permit: Case(kind(issued_on=said), {}, rulebook="book"), note: Case(beside, {})}
    found = deadlines(cases, [RuleBook("book", "1", "clocks", (), clocks=rows)], as_of=AS_OF)
    assert {one.clock: one.due for one in found if one.clock != "hours"} == dict.fromkeys(
        ("own", "beside"), Due(wanted, wanted)
    )
    assert all(one.due.latest or "nothing known has started it" in one.notes for one in found)


@pytest.mark.parametrize("start", ["0001-01-01", "0001", "1850-06-01", "2024-01-05", "9999-12", "9999-12-31"])
@pytest.mark.parametrize("on", [D.min, D(2024, 1, 6), D.max])
def test_at_either_end_of_the_calendar_every_question_is_answered(start, on):
    rows = [
        clock("issued_on", 30),
        clock("issued_on", 30, repeats=True, name="again", met_by="update:as_of"),
        clock("issued_on", 1, "months", each="fiscal quarter", month_end="last day", name="each"),
        clock("issued_on", 48, "hours", time_zone="America/New_York", calendar="weekends", name="hours"),
        clock("issued_on", 48, "hours", time_zone=":nowhere", name="anywhere"),
    ]
    cases = {REC: Case(Recommendation(issued_on=at(start)), {}, rulebook="book")}
    books = [RuleBook("book", "1", "clocks", (), clocks=rows)]
    found = deadlines(cases, books, as_of=on)
    assert len({one.clock for one in found}) == len(rows) and all(one.due.exact or one.notes for one in found)
    assert set(overdue(cases, books, as_of=on)) | set(due(cases, books, as_of=on, within=10**12)) <= set(found)
