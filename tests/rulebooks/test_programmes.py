"""The rulebooks of programmes: the contract, and what their sources say of notices, outliers and deadlines."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import product
from types import MappingProxyType
from typing import get_type_hints
from zoneinfo import ZoneInfo

import attrs
import pytest

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.testing import RuleBookSuite
from oversight_core import Register
from oversight_core.entities import KINDS, Referral
from oversight_core.errors import StandardsNotOrdered
from oversight_core.ledger import Registered
from oversight_core.moments import PLAIN, US_FEDERAL, WEEKENDS, Moment, OpenDays
from oversight_core.names import Actor, Item
from oversight_core.rulebooks.canonical import LIFECYCLES
from oversight_core.rulebooks.canonical.meeting import MEETING_STAGE
from oversight_core.rulebooks.canonical.outlier import OUTLIER_STAGE
from oversight_core.rulebooks.detainer import DETAINER
from oversight_core.rulebooks.restating import restated
from oversight_core.rulebooks.secure_communities import SECURE_COMMUNITIES
from oversight_core.rulebooks.segregation import SEGREGATION
from oversight_core.rulebooks.transfers import TRANSFERS
from oversight_core.rulebooks.transfers.notices import GOOD_FAITH, PROFILING, RELAY, SIGNIFICANT, SUBSTANTIAL
from oversight_core.rules import (
    Applied,
    Attempt,
    Belief,
    Duty,
    Exhibit,
    Force,
    GuardFailed,
    MissingFact,
    Unit,
    count,
    decide,
    in_force,
    offered,
)

BOOKS = (SEGREGATION, TRANSFERS, SECURE_COMMUNITIES, DETAINER)
CLOCKS = tuple((book, clock) for book in BOOKS for clock in book.clocks)
NOTICES = {notice.name: notice for notice in TRANSFERS.notices}
BELIEFS = tuple(dict.fromkeys(belief for notice in TRANSFERS.notices for belief in notice.suffices))
HELD = {"standard": SUBSTANTIAL, "proposition": PROFILING, "held_by": "CRCL"}

each_clock = pytest.mark.parametrize(("book", "clock"), CLOCKS, ids=lambda part: part.name)


class TestSegregation(RuleBookSuite):
    @pytest.fixture
    def rulebook(self):
        return lambda: SEGREGATION


class TestTransfers(RuleBookSuite):
    facts = MappingProxyType({"notice": RELAY.name, "requested_by": "CRCL", **HELD})

    @pytest.fixture
    def rulebook(self):
        return lambda: TRANSFERS


class TestSecureCommunities(RuleBookSuite):
    facts = MappingProxyType({"programme": ""})

    @pytest.fixture
    def rulebook(self):
        return lambda: SECURE_COMMUNITIES


class TestDetainer(RuleBookSuite):
    @pytest.fixture
    def rulebook(self):
        return lambda: DETAINER


def table(book, kind):
    return book.table("stage", kind)


def tried(book, kind, status, event, role, facts=MappingProxyType({}), who="CRCL", shown=()):
    evidence = tuple(Exhibit(exhibit, by) for exhibit, by in shown)
    attempt = Attempt(Item(kind, "x", "1"), event, Actor(who, role), Moment.parse("2015-03"), None, evidence)
    return decide(table(book, kind), status, attempt, facts=facts)


def clock(book, name):
    (row,) = book.clock(name)
    return row


def due(row, start, *, number=1, days=PLAIN, zone=UTC):
    return count(row, Moment.parse(start), days=OpenDays(days), number=number, zone=zone)


# -- notices -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("notice", TRANSFERS.notices, ids=lambda notice: notice.name)
def test_a_notice_goes_out_on_the_pairs_that_suffice_for_it_and_on_no_other(notice):
    (holder,) = notice.holders
    other = {"CRCL": "ICE", "ICE": "CRCL"}[holder]
    for belief in BELIEFS:
        facts = {"notice": notice.name, "standard": belief.standard, "proposition": belief.proposition}
        sent = tried(TRANSFERS, "referral", "cleared", "send", "sender", {**facts, "held_by": holder})
        assert isinstance(sent, Applied) is (belief in notice.suffices)
        assert not tried(TRANSFERS, "referral", "cleared", "send", "sender", {**facts, "held_by": other})


def test_a_standard_of_one_thing_does_not_suffice_of_another():
    """A substantial basis about an individual is none about an agency, and the other way round."""
    about_individual = {"notice": "crcl-tells-justice", **HELD}
    (reason,) = tried(TRANSFERS, "referral", "cleared", "send", "sender", about_individual).reasons
    assert isinstance(reason, GuardFailed) and reason.name == "basis_suffices"
    about_agency = {**HELD, "notice": RELAY.name, "proposition": NOTICES["crcl-tells-justice"].suffices[0].proposition}
    assert not tried(TRANSFERS, "referral", "cleared", "send", "sender", about_agency)


def test_no_two_beliefs_are_compared():
    for one, other in product(BELIEFS, BELIEFS):
        with pytest.raises(StandardsNotOrdered):
            assert one < other


def test_a_notice_of_no_name_and_a_belief_that_nobody_states():
    (reason,) = tried(TRANSFERS, "referral", "cleared", "send", "sender", {"notice": "hearsay", **HELD}).reasons
    assert isinstance(reason, GuardFailed)
    reasons = tried(TRANSFERS, "referral", "cleared", "send", "sender", {"notice": RELAY.name}).reasons
    assert {reason.name for reason in reasons if isinstance(reason, MissingFact)} == {*HELD}


def test_what_the_plan_says_somebody_will_do_and_what_it_says_somebody_may():
    duties = {(n.sender, n.recipient): n.duty for n in NOTICES.values() if n.name != "crcl-shares-with-ice"}
    assert duties == {
        ("ICE", "CRCL"): Duty.WILL,
        ("CRCL", "DHS"): Duty.WILL,
        ("CRCL", "ICE"): Duty.MAY,
        ("CRCL", "DHS headquarters"): Duty.WILL,
        ("CRCL", "DOJ Civil Rights Division"): Duty.WILL,
        ("CRCL", "state attorneys general or others with jurisdiction"): Duty.MAY,
    }
    assert NOTICES["crcl-shares-with-ice"].duty is Duty.WILL
    assert all(cite.force is Force.COMMITMENT for notice in NOTICES.values() for cite in notice.cites)
    assert all(set(notice.holders) == {notice.sender} for notice in NOTICES.values())


def test_concerns_about_an_agency_are_for_headquarters_whether_or_not_anybody_was_transferred():
    found = NOTICES["crcl-tells-headquarters"].suffices
    assert {belief.standard for belief in found} == {SIGNIFICANT} and len(found) == 3
    assert set(NOTICES["crcl-assists-response"].suffices) < set(found)


def test_a_register_reads_the_belief_from_the_referral():
    register = Register(MemoryStore(), rulebooks=BOOKS, recorder="test")
    pair = NOTICES["crcl-tells-justice"].suffices[0]
    for name, standard, allowed in (("a", GOOD_FAITH, True), ("b", SIGNIFICANT, False)):
        item = Item("referral", "crcl", name)
        said = Referral(notice="crcl-tells-justice", standard=standard, proposition=pair.proposition, held_by="CRCL")
        register.enter([Registered(item, said, rulebook="transfers")])
        for event in ("draft", "clear"):
            assert register.attempt(Attempt(item, event, Actor("CRCL", "sender"), None), axis="stage")
        sent = register.attempt(Attempt(item, "send", Actor("CRCL", "sender"), None), axis="stage")
        assert isinstance(sent, Applied) is allowed


# -- discretion, transfers -----------------------------------------------------------------------------------------


def asked(belief, by, who):
    """What becomes of a request that somebody made and somebody enters; CRCL holds the belief."""
    facts = {"requested_by": by, "standard": belief.standard, "proposition": belief.proposition, "held_by": "CRCL"}
    return tried(TRANSFERS, "discretion-request", "not_stated", "submit", "requester", facts, who=who)


@pytest.mark.parametrize(("by", "who"), [("CRCL", "CRCL"), (" crcl", "a clerk"), ("counsel", "CRCL"), ("", "CRCL")])
def test_a_request_that_crcl_makes_or_relays_rests_on_a_substantial_basis(by, who):
    for belief in BELIEFS:
        assert isinstance(asked(belief, by, who), Applied) is (belief in RELAY.suffices)


def test_a_request_that_others_make_needs_no_belief():
    assert all(asked(belief, "counsel", "counsel") for belief in BELIEFS)


def test_the_belief_is_that_of_the_body_that_makes_the_request():
    facts = {"requested_by": "CRCL", **HELD, "held_by": "ICE"}
    assert not tried(TRANSFERS, "discretion-request", "not_stated", "submit", "requester", facts)


def test_the_office_needs_its_basis_by_its_whole_name_too():
    whole, nothing = "Office for Civil Rights and  civil liberties", {"standard": "", "proposition": "", "held_by": ""}
    for said, who in ((whole, "Ann"), ("", whole), ("", "CRCL")):
        facts = {"requested_by": said, **nothing}
        assert not tried(TRANSFERS, "discretion-request", "not_stated", "submit", "requester", facts, who=who)
        assert tried(TRANSFERS, "discretion-request", "not_stated", "submit", "requester", {**facts, **HELD}, who=who)


@pytest.mark.parametrize(("role", "allowed"), [("requester", True), ("headquarters", True), ("field_office", False)])
def test_headquarters_looks_at_it_where_it_is_asked_or_elects_to(role, allowed):
    reviewed = tried(TRANSFERS, "discretion-request", "field_decided", "review_at_headquarters", role)
    assert isinstance(reviewed, Applied) is allowed


def test_the_field_decides_first_and_its_decision_may_stand():
    request = table(TRANSFERS, "discretion-request")
    assert offered(request, "submitted") == ("route", "withdraw")
    assert offered(request, "field_decided") == ("review_at_headquarters", "accept")
    assert offered(request, "headquarters_review") == ("decide",)


def test_discretion_is_considered_again_and_again_where_the_request_fits():
    request = table(TRANSFERS, "transfer-request")
    for status in ("consistent_with_priorities", "other_federal_interest", "discretion_considered"):
        assert offered(request, status) == ("consider_discretion",)
    assert offered(request, "not_consistent") == ()


def test_what_a_meeting_did_not_deal_with_is_carried_over():
    expects = {rule.event: rule.expects for rule in MEETING_STAGE.rules}
    assert "matters_carried_over" in expects["hold"] and "matters_carried_over" in expects["miss"]


# -- outliers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("who", "role", "other"), [("DHS", "department", "ICE"), ("ICE", "agency", "DHS")])
def test_an_outlier_is_resolved_by_department_and_agency_together(who, role, other):
    def remedied(*shown):
        return tried(SECURE_COMMUNITIES, "outlier", "substantiated", "remedy", role, who=who, shown=shown)

    assert remedied(("consent", other))
    assert not remedied()
    assert not remedied(("consent", who))


def test_an_outlier_is_a_lead_and_may_be_a_fault_in_the_data():
    assert set(offered(OUTLIER_STAGE, "flagged")) == {"find_data_issue", "triage"}
    assert offered(OUTLIER_STAGE, "data_issue") == ("recompute",)
    assert set(offered(OUTLIER_STAGE, "in_depth")) == {"explain", "substantiate"}


# -- tables --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.name)
def test_a_restated_table_differs_in_what_it_rests_on_and_in_its_conditions_alone(book):
    canonical = {plain.kinds: plain for plain in LIFECYCLES}
    for restating in book.lifecycles:
        plain = canonical[restating.kinds]
        assert restating.states == plain.states and restating.groups == plain.groups
        for row, old in zip(restating.rules, plain.rules, strict=True):
            assert attrs.evolve(row, cites=(), guards=()) == attrs.evolve(old, cites=(), guards=())
            assert set(old.guards) <= set(row.guards)


def test_a_table_is_not_restated_for_an_event_that_it_does_not_have():
    (cite,) = NOTICES["crcl-tells-justice"].cites
    with pytest.raises(ValueError, match="has no event adjourn"):
        restated(MEETING_STAGE, "meetings", cites={"adjourn": cite})


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.name)
def test_only_the_regulation_is_law(book):
    rows = [cite for t in book.lifecycles for rule in t.rules for cite in rule.cites]
    forces = {cite.force for cite in (*rows, *(cite for c in book.clocks for cite in c.cites))}
    assert (forces & {Force.STATUTE, Force.REGULATION}) == ({Force.REGULATION} if book is DETAINER else set())


# -- clocks --------------------------------------------------------------------------------------------------------


def dated(kind, field):
    return "Moment" in str(get_type_hints(KINDS[kind])[field])


@each_clock
def test_a_clock_looks_at_fields_that_exist(book, clock):
    for kind in clock.kinds:
        fields = attrs.fields_dict(KINDS[kind])
        for signal in (s for s in clock.signals if "=" not in s):
            beside, named, field = signal.rpartition(":")
            assert dated(beside if named else kind, field)
            assert not named or any("Item" in str(hint) for hint in get_type_hints(KINDS[beside]).values())
        assert fields.keys() >= {field for field, _ in clock.where}
        assert clock.unit != Unit.HOURS or clock.time_zone[1:] in fields
        assert table(book, kind) or kind == "programme"


MONDAY_OFF = date(2024, 2, 19)


@attrs.frozen
class Federal:
    """Weekends and one holiday: all that the days of this test need."""

    name: str = US_FEDERAL

    def is_open(self, day):
        return WEEKENDS.is_open(day) and day != MONDAY_OFF


def test_two_programmes_count_forty_eight_hours_by_two_calendars():
    """Releasable on a Friday at 17:00 in Chicago, before a holiday."""
    start, zone = "2024-02-16T17:00-06:00", ZoneInfo("America/Chicago")
    plain, federal = clock(SECURE_COMMUNITIES, "hold"), clock(DETAINER, "hold")
    assert (plain.calendar, federal.calendar) == ("plain", "us-federal")
    assert due(plain, start, zone=zone).latest == datetime(2024, 2, 18, 17, tzinfo=zone)
    assert due(federal, start, days=Federal(), zone=zone).latest == datetime(2024, 2, 21, 17, tzinfo=zone)
    assert all(
        row.time_zone == ":time_zone" and row.duty_holder == "law-enforcement agency" for row in (plain, federal)
    )


def test_the_facility_notifies_and_the_field_office_director_reviews():
    for term in ("length-of-stay", "14-in-21"):
        notice, review = clock(SEGREGATION, f"notice-{term}"), clock(SEGREGATION, f"review-{term}")
        assert (notice.duty_holder, review.duty_holder) == ("facility", "field office director")
        assert (notice.met_by, review.met_by) == (("placement-notice:given_on",), ("placement-review:reviewed_on",))
        assert (notice.length, notice.repeats, notice.window) == (review.length, review.repeats, review.window)


def test_days_of_a_placement():
    placed = date(2024, 1, 10)
    stay = clock(SEGREGATION, "review-length-of-stay")
    found = [due(stay, str(placed), number=n).latest for n in (1, 2, 3, 4)]
    assert found == [placed + timedelta(days) for days in (14, 30, 60, 90)]
    rolling = clock(SEGREGATION, "notice-14-in-21")
    assert (rolling.length, rolling.window, rolling.stops_on[0]) == (14, 21, "released_on")


def test_mental_illness_is_told_within_hours_and_reviewed_by_the_health_service():
    told, reviewed = clock(SEGREGATION, "notice-mental-illness"), clock(SEGREGATION, "health-review")
    assert told.where == reviewed.where == (("mental_illness", "true"),)
    assert told.starts_on == ("known_on", "placed_on") and told.met_by == ("placement-notice:given_on",)
    start = "2024-03-08T09:30-06:00"
    assert due(told, start).latest == datetime.fromisoformat("2024-03-11T09:30-06:00")
    assert (reviewed.length, reviewed.repeats, reviewed.duty_holder) == (14, True, "ICE Health Service Corps")


def test_a_benchmark_is_no_duty():
    marker, ceiling = clock(SEGREGATION, "un-benchmark"), clock(SEGREGATION, "disciplinary-ceiling")
    assert {cite.force for cite in marker.cites} == {Force.CONVENTION} and marker.length == 15
    assert ceiling.where == (("form", "disciplinary"),) and ceiling.length == 30
    assert ceiling.marker and not ceiling.duty_holder  # "in most cases", and not of every facility


def test_a_hold_may_be_lifted_until_the_person_is_handed_over_or_let_go():
    for book in (DETAINER, SECURE_COMMUNITIES):
        (rule,) = (rule for rule in book.table("stage", "custody-hold").rules if rule.event == "lift")
        assert set(rule.source) == {"not_stated", "lodged", "releasable"}
        assert {cite.force for cite in rule.cites} == {Force.CONVENTION}


def test_the_committee_is_a_commitment_of_each_facility_and_week():
    row = clock(SEGREGATION, "weekly-committee")
    assert [cite.force for cite in row.cites] == [Force.COMMITMENT, Force.CONVENTION]  # when a week begins is unsaid
    assert (row.length, row.unit, row.kinds) == (1, Unit.WEEKS, ("mandate",))


def test_the_first_report_is_due_in_a_range_for_its_start_is_not_stated():
    row = clock(SECURE_COMMUNITIES, "advisory-committee-report")
    assert row.between and row.starts_on == ("announced_on", "given_on")
    found = due(row, "2011-06-17/2011-06-25")
    assert (found.earliest, found.latest) == (date(2011, 8, 1), date(2011, 8, 9)) and not found.exact


@pytest.mark.parametrize(
    ("book", "name", "during", "outside"),
    [
        (SECURE_COMMUNITIES, "statistical-review", "2013-05-01", "2014-12-01"),
        (TRANSFERS, "quarterly-meeting", "2015-05-01", "2014-11-19"),
    ],
)
def test_a_programme_meets_or_reviews_each_quarter_while_it_is_in_force(book, name, during, outside):
    row = clock(book, name)
    assert in_force((row,), Moment.parse(during)) and not in_force((row,), Moment.parse(outside))
    dues = [due(row, "2013-05-01", number=n).latest for n in (1, 2)]
    assert dues == [date(2013, 9, 30), date(2013, 12, 31)]
    assert Force.CONVENTION in {cite.force for cite in row.cites}


def test_a_standard_stands_with_what_it_is_held_of():
    assert Belief(SUBSTANTIAL, PROFILING) in RELAY.suffices and Belief(GOOD_FAITH, PROFILING) not in RELAY.suffices


def test_a_citation_reaches_no_further_than_its_source():
    """The rule on detainers limits who holds, and the page does not say from when the hours count."""
    cited = {rule.event: rule.cites[0].force for rule in DETAINER.table("stage", "custody-hold").rules}
    assert {event for event, force in cited.items() if force is not Force.CONVENTION} == {"release"}
    held = [cite.force for cite in clock(SECURE_COMMUNITIES, "hold").cites]
    assert held == [Force.PRACTICE, Force.CONVENTION, Force.CONVENTION]
    undertakings = [rule for table in LIFECYCLES[7:] for rule in table.rules]  # all that are no recommendation's
    assert all(cite.force is Force.CONVENTION for rule in undertakings for cite in rule.cites)
