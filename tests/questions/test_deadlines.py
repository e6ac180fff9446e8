"""What the clocks of the governing rulebook ask of items, and what each answer says of how it is known."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.stores.memory import MemoryStore
from oversight_core import (
    AsOf,
    Citation,
    Clock,
    Document,
    Force,
    Item,
    Moment,
    Placement,
    Read,
    Recommendation,
    Register,
    Registered,
    Reported,
    Response,
    RuleBook,
    Update,
)
from oversight_core.entities import Action, DateRevision, PlacementNotice
from oversight_core.errors import NoDay
from oversight_core.questions import deadlines, due, overdue
from oversight_core.questions.deadlines import Deadline, Timeliness
from oversight_core.rulebooks.canonical import OVERSIGHT_STATUS, POSITION
from oversight_core.rules import Due

LAW = Citation("a rule of this test", Force.CONVENTION, "nobody", Read.ORIGINAL)
REC, DOC = Item.parse("recommendation:gao/gao-24-1/1"), Item.parse("document:gao/gao-24-1")
AS_OF = date(2024, 6, 1)
D = date


def clock(starts_on: str | tuple[str, ...], length: int | None, unit: str = "days", **more: object) -> Clock:
    basis = {"calendar": "plain", "kinds": "recommendation", "name": "clock", **more}
    name = basis.pop("name")
    return Clock(name, starts_on, length, unit, "agency", LAW, **basis)  # type: ignore[arg-type]  # each test names columns


def at(text: str) -> Moment:
    return Moment.parse(text)


def register(clocks: list[Clock], *entries: Registered | Reported, **more: object) -> Register:
    book = RuleBook("book", "1", "clocks", (POSITION, OVERSIGHT_STATUS), clocks=clocks)
    found = Register(MemoryStore(), rulebooks=[book], **more)  # type: ignore[arg-type]  # calendars only
    found.enter(entries)
    return found


def described(item: Item, what: object, on: str = "2024-01-01") -> Registered:
    return Registered(item, what, rulebook="book", occurred_on=at(on))


def issued(text: str) -> Registered:
    return described(REC, Recommendation(issued_on=at(text)))


def only(found: tuple[Deadline, ...]) -> Deadline:
    (one,) = found
    return one


def unmet(found: tuple[Deadline, ...]) -> Deadline:
    """The first obligation of a clock that repeats, the next one coming after it."""
    first, coming = found
    assert first.occurrence < coming.occurrence and (coming.missed, first.clock) == (0, coming.clock)
    return first


def test_a_start_that_is_only_a_month_says_so():
    desk = register([clock("issued_on", 90)], issued("2024-02"))
    found = only(desk.deadlines(AS_OF))
    assert found.due == found.original == Due(D(2024, 5, 1), D(2024, 5, 29))
    assert found.notes == ("its start is only 2024-02",)
    assert [found.state(D(2024, 5, day)) for day in (1, 2, 29, 30)] == [
        Timeliness.RUNNING,
        Timeliness.PERHAPS_OVERDUE,
        Timeliness.PERHAPS_OVERDUE,
        Timeliness.OVERDUE,
    ]
    assert [len(desk.due(D(2024, 4, day), within=30)) for day in (1, 30)] == [1, 1]
    assert not desk.due(D(2024, 3, 31), within=30) and not desk.due(D(2024, 5, 30), within=30)


def test_a_status_that_is_known_to_a_month_starts_no_finer():
    said = Reported(REC, "position", "awaiting", occurred_on=at("2024-02"))
    found = only(register([clock("position=awaiting", 10)], issued("2024-01-05"), said).deadlines(AS_OF))
    assert found.due == Due(D(2024, 2, 11), D(2024, 3, 10))


def test_a_group_begins_with_any_state_of_it_and_a_reopened_item_starts_anew():
    rows = [clock("oversight_status=open", 30, met_by="oversight_status=closed")]
    said = [("open_awaiting", "2024-01-02"), ("closed_implemented", "2024-01-20"), ("open_awaiting", "2024-03-01")]
    entries = [Reported(REC, "oversight_status", status, occurred_on=at(on)) for status, on in said]
    desk = register(rows, issued("2024-01-02"), *entries)
    assert [only(desk.deadlines(D(2024, 1, 10))).due.latest, only(desk.deadlines(AS_OF)).due.latest] == [
        D(2024, 2, 1),
        D(2024, 3, 31),
    ]
    assert desk.deadlines(D(2024, 2, 15)) == ()


def test_what_met_it_before_it_began_does_not():
    draft = Registered(Item.parse("response:gao/gao-24-1/1"), Response(answers=REC, responded_on=at("2023-12-01")))
    rows = [clock("issued_on", 30, met_by="response:responded_on")]
    cases = register(rows, issued("2024-01-05"), draft).cases()
    book = RuleBook("book", "1", "clocks", (), clocks=rows)
    assert only(deadlines(cases, [book], as_of=AS_OF)).due.latest == D(2024, 2, 4)


def test_each_item_states_its_own_day_or_there_is_none():
    rows = [clock("issued_on", None, stated_in="document.response_due_on")]
    rec = described(REC, Recommendation(issued_on=at("2024-01-05"), document=DOC))
    none = only(register(rows, rec, described(DOC, Document())).deadlines(AS_OF))
    assert (none.due, none.notes) == (Due(None, None), ("no deadline found",))
    assert none.state(AS_OF) is Timeliness.NOT_KNOWN
    stated = only(register(rows, rec, described(DOC, Document(response_due_on=at("2024-04")))).deadlines(AS_OF))
    assert stated.due == Due(D(2024, 4, 1), D(2024, 4, 30))


def test_a_start_between_two_days_gives_a_range_and_one_that_is_not_known_none():
    rows = [clock(("received_on", "issued_on"), 45, between=True)]
    both = described(REC, Recommendation(received_on=at("2024-01-10"), issued_on=at("2024-01-20")))
    assert only(register(rows, both).deadlines(AS_OF)).due == Due(D(2024, 2, 24), D(2024, 3, 5))
    half = described(REC, Recommendation(received_on=at("2024-01-10")))
    assert only(register(rows, half).deadlines(AS_OF)).due == Due(D(2024, 2, 24), None)
    neither = only(register(rows, described(REC, Recommendation())).deadlines(AS_OF))
    assert (neither.start, neither.due, neither.notes) == (None, Due(None, None), ("nothing known has started it",))


VERSIONS = [
    clock("issued_on", 61, bound="before", in_force_to=at("2017/2022")),
    clock("issued_on", 181, bound="before", in_force_from=at("2017/2022")),
]


@pytest.mark.parametrize(
    ("start", "wanted"),
    [
        ("2016-01-01", Due(D(2016, 3, 1), D(2016, 3, 1))),
        ("2023-01-01", Due(D(2023, 6, 30), D(2023, 6, 30))),
        ("2019-01-01", Due(D(2019, 3, 2), D(2019, 6, 30))),
    ],
)
def test_the_version_in_force_at_the_start_counts_and_where_it_may_be_either_the_answer_is_a_range(start, wanted):
    found = only(register(VERSIONS, issued(start)).deadlines(AS_OF))
    assert found.due == wanted
    assert ("it is not known which version was in force" in found.notes) == (not wanted.exact)


@pytest.mark.parametrize(("on", "within"), [(D(2024, 5, 1), 30), (D(2024, 3, 10), 0), (D(2024, 6, 29), 0)])
def test_what_may_be_due_under_one_version_or_another_is_due_on_every_day_between(on, within):
    rows = [
        clock("issued_on", 61, bound="before", in_force_to=at("2023/2025")),
        clock("issued_on", 181, bound="before", in_force_from=at("2023/2025")),
    ]
    desk = register(rows, issued("2024-01-02"))
    assert desk.due(on, within=within) == desk.deadlines(on)
    assert only(desk.deadlines(on)).due == Due(D(2024, 3, 2), D(2024, 6, 30))


def revision(name: str, stage: str, after: str, on: str, **more: object) -> list[Registered | Reported]:
    item = Item("date-revision", "gao", "gao-24-1", name)
    what = DateRevision(about=REC, clock="clock", after=at(after), **more)  # type: ignore[arg-type]  # a date at most
    return [Registered(item, what, occurred_on=at("2024-01-01")), Reported(item, "stage", stage, occurred_on=at(on))]


def test_an_approved_extension_moves_the_day_and_never_the_original():
    entries = [
        *revision("a", "approved", "2024-05-01", "2024-02-10"),
        *revision("b", "denied", "2024-09-01", "2024-03-10"),
        *revision("c", "approved", "2024-07", "2024-04-10"),
    ]
    desk = register([clock("issued_on", 30)], issued("2024-01-31"), *entries)
    for on, latest, number in ((D(2024, 2, 1), D(2024, 3, 1), 0), (D(2024, 3, 11), D(2024, 5, 1), 1)):
        found = only(desk.deadlines(on))
        assert (found.due.latest, found.extensions) == (latest, number)
    found = only(desk.deadlines(AS_OF))
    assert found.due == Due(D(2024, 7, 1), D(2024, 7, 31)) and found.extensions == 2
    assert found.original == Due(D(2024, 3, 1), D(2024, 3, 1))
    assert desk.overdue(AS_OF) == () and len(desk.due(AS_OF, within=30)) == 1


def test_an_extension_that_names_no_single_day_says_so():
    coarse, vague = revision("a", "approved", "2024-05", "2024-02-10"), Moment.vague("soon")
    item = Item("date-revision", "gao", "gao-24-1", "b")
    words = Registered(item, DateRevision(about=REC, clock="clock", after=vague), occurred_on=at("2024-01-01"))
    none = [words, Reported(item, "stage", "approved", occurred_on=at("2024-03-01"))]
    rows = [clock("issued_on", 30)]
    found = only(register(rows, issued("2024-01-31"), *coarse).deadlines(AS_OF))
    assert found.notes == ("it is extended only to 2024-05",)
    found = only(register(rows, issued("2024-01-31"), *none).deadlines(AS_OF))
    assert (found.due, found.extensions) == (found.original, 1)
    assert found.notes == ("an approved extension names no day",)
    found = only(register(rows, issued("2024-01-31"), *coarse, *none).deadlines(AS_OF))
    assert found.due == Due(D(2024, 5, 1), D(2024, 5, 31)) and len(found.notes) == found.extensions == 2


def test_an_extension_of_a_repeating_clock_moves_only_the_deadline_it_names():
    rows = [clock("issued_on", 30, repeats=True, met_by="update:as_of")]
    moved = revision("a", "approved", "2024-02-20", "2024-01-10", before=at("2024-01-31"))
    update = Registered(
        Item.parse("update:gao/gao-24-1/1"),
        Update(recommendation=REC, as_of=at("2024-01-20")),
        occurred_on=at("2024-01-20"),
    )
    desk = register(rows, issued("2024-01-01"), update, *moved)
    before, after = only(desk.deadlines(D(2024, 1, 15))), only(desk.deadlines(D(2024, 1, 25)))
    assert (before.due.latest, before.extensions) == (D(2024, 2, 20), 1)
    assert (after.due.latest, after.extensions, after.occurrence) == (D(2024, 3, 1), 0, 2)


def test_a_repeating_clock_that_nothing_meets_tells_the_next_one():
    found = only(register([clock("issued_on", 1, "weeks", repeats=True)], issued("2024-01-01")).deadlines(AS_OF))
    assert (found.due.latest, found.missed) == (D(2024, 6, 3), 0)


def placement(name: str, placed: str, released: str = "") -> Registered:
    out = at(released) if released else None
    what = Placement(person="p-1", placed_on=at(placed), released_on=out)
    return described(Item("placement", "ice", "stay", name), what, placed)


def test_days_of_one_person_come_together_within_a_window():
    rows = [
        clock("placed_on", 14, kinds="placement", window=21, stops_on="released_on", met_by="placement-notice:given_on")
    ]
    stays = placement("a", "2024-01-01", "2024-01-10"), placement("b", "2024-01-15")
    found = only(register(rows, *stays).deadlines(AS_OF))
    assert found.item.number == "b" and found.due == Due(D(2024, 1, 18), D(2024, 1, 18))
    given = PlacementNotice(placement=stays[1].item, given_on=at("2024-01-17"))
    notice = Registered(Item.parse("placement-notice:ice/stay/b"), given, occurred_on=at("2024-01-17"))
    assert register(rows, *stays, notice).deadlines(AS_OF) == ()
    coarse = placement("b", "2024-01")
    assert only(register(rows, coarse).deadlines(AS_OF)).due == Due(D(2024, 1, 14), D(2024, 2, 13))


def test_a_clock_that_awaits_an_event_is_due_at_the_first_one_after():
    desk = register([clock("issued_on", 180, awaits="request")], issued("2024-01-01"))
    events = {"request": [D(2024, 6, 29), D(2025, 2, 3)]}
    assert only(desk.deadlines(AS_OF, events=events)).due == Due(D(2025, 2, 3), D(2025, 2, 3))
    waiting = only(desk.deadlines(AS_OF))
    assert waiting.due == Due(D(2024, 6, 30), None)
    assert waiting.notes == ("it falls due at the first request after 2024-06-29",)


@pytest.mark.parametrize("zone", ["", "Nowhere/At_All", "../../etc/passwd", "America"])
def test_hours_without_a_zone_are_a_range_and_say_why(zone):
    rows = [clock("placed_on", 48, "hours", kinds="placement", calendar="weekends", time_zone=":field_office")]
    what = Placement(placed_on=Moment.instant(datetime(2024, 3, 1, 20, tzinfo=UTC)), field_office=zone)
    found = only(register(rows, described(Item.parse("placement:ice/stay/a"), what)).deadlines(AS_OF))
    assert not found.due.exact and "zone" in found.notes[-1]
    assert found.due.earliest <= datetime(2024, 3, 5, 20, tzinfo=UTC) <= found.due.latest


def test_a_calendar_that_is_not_given_gives_no_day_and_a_rulebook_that_is_not_installed_says_so():
    rows = [clock("issued_on", 5, "business days", calendar="us-federal")]
    found = only(register(rows, issued("2024-01-02")).deadlines(AS_OF))
    assert found.due == Due(None, None) and "calendars" in found.notes[0]
    stray = Registered(
        REC, Recommendation(issued_on=at("2024-01-02")), rulebook="elsewhere", occurred_on=at("2024-01-02")
    )
    (note,) = only(register(rows, stray).deadlines(AS_OF)).notes
    assert "'elsewhere' is not installed" in note


def test_items_that_are_the_same_count_once_and_what_names_either_counts():
    other = Item.parse("recommendation:ice/list-7/1")
    rows = [clock("issued_on", 30, met_by="response:responded_on")]
    entries = [issued("2024-01-05"), described(other, Recommendation(issued_on=at("2024-01-05")))]
    same = Registered(other, None, same_as=REC, occurred_on=at("2024-01-05"))
    assert len(register(rows, *entries).deadlines(AS_OF)) == 2
    assert len(register(rows, *entries, same).deadlines(AS_OF)) == 1
    response = Registered(
        Item.parse("response:ice/list-7/1"),
        Response(answers=other, responded_on=at("2024-01-20")),
        occurred_on=at("2024-01-20"),
    )
    assert register(rows, *entries, same, response).deadlines(AS_OF) == ()


def test_a_deadline_is_asked_for_at_a_day():
    desk = register([clock("issued_on", 30)], issued("2024-01-05"))
    for ask in (desk.deadlines, desk.due, desk.due_soon, desk.overdue, desk.stale, desk.slippage):
        with pytest.raises(NoDay, match="at a day"):
            ask()
    assert desk.deadlines(AsOf(AS_OF)) == desk.deadlines(AS_OF)


def test_silence_is_told_with_its_last_day_and_ends_with_a_word_from_beside():
    update = Registered(Item.parse("update:gao/gao-24-1/1"), Update(recommendation=REC), occurred_on=at("2024-03-01"))
    closed = Reported(REC, "oversight_status", "closed_implemented", occurred_on=at("2023-05-01"))
    base = described(REC, Recommendation(issued_on=at("2023-01-31")), "2023-01-31")
    assert [one.since for one in register([], base).stale(D(2024, 2, 1))] == [D(2023, 1, 31)]
    assert register([], base).stale(D(2024, 1, 31)) == ()
    assert register([], base, update).stale(D(2025, 3, 1)) == ()
    assert register([], base, closed).stale(D(2025, 3, 1)) == ()


def test_slippage_tells_the_first_target_and_the_present_one():
    item = Item.parse("action:gao/gao-24-1/1")
    what = Action(target_on=at("2024-03-01"), finished_on=at("2024-06-10"))
    moved = Item.parse("date-revision:gao/gao-24-1/1")
    entries = [
        described(item, what),
        Registered(moved, DateRevision(about=item, after=at("2024-05")), occurred_on=at("2024-02-01")),
        Reported(moved, "stage", "approved", occurred_on=at("2024-02-01")),
    ]
    (found,) = register([], *entries).slippage(D(2024, 7, 1))
    assert (found.original, found.present, found.revisions) == (at("2024-03-01"), at("2024-05"), 1)
    assert (found.slipped.least, found.slipped.most) == (61, 91)
    assert (found.late.least, found.late.most) == (10, 40)
    (unfinished,) = register([], *entries).slippage(D(2024, 6, 1))
    assert unfinished.finished is None and unfinished.late is None


MIXED = [
    clock("issued_on", 30, name="days", met_by="response:responded_on"),
    clock("issued_on", 14, name="often", repeats=True, met_by="response:responded_on"),
    clock(("received_on", "issued_on"), 10, "business days", name="open", calendar="weekends"),
    clock("position=awaiting", 20, name="status", stops_on="position=answered"),
    clock("issued_on", 1, "months", name="each", each="fiscal quarter", month_end="last day"),
]
dates = st.none() | st.integers(0, 200).map(lambda n: Moment.day(D(2024, 1, 1) + timedelta(n))) | st.just(at("2024-02"))
whats = st.lists(st.tuples(dates, dates, dates, dates), min_size=1, max_size=5)


@given(whats, st.integers(0, 300), st.integers(0, 60))
def test_what_is_due_or_overdue_is_what_all_deadlines_say_and_items_stand_alone(rows, day, within):
    on = D(2024, 1, 1) + timedelta(day)
    book = RuleBook("book", "1", "clocks", (POSITION,), clocks=MIXED)
    desk, parts = Register(MemoryStore(), rulebooks=[book]), []
    for n, (issue, receipt, awaited, answer) in enumerate(rows):
        item, beside = Item("recommendation", "gao", f"gao-24-{n}"), Item("response", "gao", f"gao-24-{n}")
        desk.enter([Registered(item, Recommendation(issued_on=issue, received_on=receipt), rulebook="book")])
        desk.enter([Registered(beside, Response(answers=item, responded_on=answer))])
        if awaited:
            desk.enter([Reported(item, "position", "awaiting", occurred_on=awaited)])
        parts.append((item, beside))
    cases = desk.cases()
    found = deadlines(cases, [book], as_of=on)
    alone = [deadlines({item: cases[item] for item in part}, [book], as_of=on) for part in parts]
    assert set(found) == {one for part in alone for one in part} and len(found) == sum(map(len, alone))
    past = (Timeliness.OVERDUE, Timeliness.PERHAPS_OVERDUE)
    assert overdue(cases, [book], as_of=on) == tuple(one for one in found if one.state(on) in past)
    last = on + timedelta(within)
    may_be = tuple(
        one
        for one in found
        if (one.due.earliest or one.due.latest) and (one.due.earliest or on) <= last and (one.due.latest or on) >= on
    )
    assert due(cases, [book], as_of=on, within=within) == may_be
