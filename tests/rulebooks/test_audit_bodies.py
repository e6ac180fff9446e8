"""The bodies that audit, investigate and inspect: they keep the rulebook contract, and say what their sources say."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

import pytest

from oversight_adapters.plugins import Adapters
from oversight_adapters.testing import RuleBookSuite
from oversight_core.errors import DefectiveLifecycle, UnknownRulebook
from oversight_core.moments import PLAIN, Moment, OpenDays
from oversight_core.names import Actor, Item
from oversight_core.rulebooks import BUILTIN, CRCL, CSB, DHS_OIG, GAO, NTSB, find
from oversight_core.rulebooks.canonical import IMPLEMENTATION, OVERSIGHT_STATUS, POSITION, RELEASE
from oversight_core.rulebooks.dhs_oig import IG_RESOLUTION, IG_STATUS
from oversight_core.rulebooks.gao import GAO_RESOLUTION
from oversight_core.rulebooks.ntsb import NTSB_POSITION, NTSB_STATUS
from oversight_core.rulebooks.restricting import Kept, restricted
from oversight_core.rules import (
    Attempt,
    Exhibit,
    Force,
    GuardFailed,
    Read,
    count,
    decide,
    in_force,
    missing_of,
    offered,
)

CSB_STATUS = CSB.lifecycles[0]
BODIES = (CRCL, GAO, DHS_OIG, NTSB, CSB)


class TestCrcl(RuleBookSuite):
    facts = MappingProxyType({"programme": ""})
    speaks_on = MappingProxyType(
        {
            "crcl/position": {"position"},
            "crcl/action": {"implementation"},
            "crcl/release": {"release"},
            "crcl/review": {"stage"},
        }
    )

    @pytest.fixture
    def rulebook(self):
        return lambda: CRCL


class TestGao(RuleBookSuite):
    speaks_on = MappingProxyType({"gao/status": {"oversight_status"}, "gao/position": {"position"}})

    @pytest.fixture
    def rulebook(self):
        return Adapters().rulebooks["gao"]


class TestDhsOig(RuleBookSuite):
    speaks_on = MappingProxyType(
        {
            "dhs-oig/status": {"resolution", "oversight_status"},
            "dhs-oig/position": {"position"},
            "ig-dashboard/status": {"resolution", "oversight_status"},
            "fdic-oig/resolved": {"resolution"},
            "fdic-oig/status": {"oversight_status"},
            "oversight-gov/status": {"oversight_status"},
        }
    )

    @pytest.fixture
    def rulebook(self):
        return lambda: DHS_OIG


class TestNtsb(RuleBookSuite):
    speaks_on = MappingProxyType(
        {"ntsb/codes": {"oversight_status"}, "ntsb/other-codes": {"oversight_status"}, "ntsb/position": {"position"}}
    )

    @pytest.fixture
    def rulebook(self):
        return lambda: NTSB


class TestCsb(RuleBookSuite):
    speaks_on = MappingProxyType({"csb/status": {"oversight_status"}})

    @pytest.fixture
    def rulebook(self):
        return lambda: CSB


def tried(table, status, event, role="oversight_body", shown=(), name="the body"):
    evidence = tuple(Exhibit(kind, by) for kind, by in shown)
    item = Item("recommendation", "any", "one")
    return decide(table, status, Attempt(item, event, Actor(name, role), Moment.parse("2024-02"), None, evidence))


def words(book, vocabulary):
    return next(found for found in book.vocabularies if found.name == vocabulary)


def due(clock, start):
    """The last day of the only row of a clock that is in force for a start."""
    (row,) = in_force(clock, Moment.parse(start))
    return str(count(row, Moment.parse(start), days=OpenDays(PLAIN)))


# -- which there are -----------------------------------------------------------------------------------------------


def test_a_rulebook_is_found_with_hyphens_and_with_underscores():
    for book in BUILTIN:
        assert find(book.name) is book and find(book.name.replace("-", "_")) is book
    with pytest.raises(UnknownRulebook):
        find("dhs oig")


@pytest.mark.parametrize("book", BODIES, ids=lambda book: book.name)
def test_their_statuses_are_canonical_ones(book):
    for table, whole in ((table, OVERSIGHT_STATUS) for table in book.lifecycles if table.axis == "oversight_status"):
        assert set(table.state_names) <= set(whole.state_names)
        for name, states in table.members.items():
            assert set(states) == set(whole.members[name]) & set(table.state_names)


# -- labels as pages print them ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("book", "vocabulary", "label", "status"),
    [
        (GAO, "gao/status", "Open--Partially Addressed", "open_partial"),  # the export has two hyphens
        (GAO, "gao/status", "Open – Partially Addressed", "open_partial"),
        (GAO, "gao/status", "Closed-implemented", "implemented"),
        (GAO, "gao/status", "Closed-not implemented", "not_implemented"),
        (GAO, "gao/status", "Closed – No Longer Valid", "no_longer_valid"),
        (GAO, "gao/position", "no longer concurs", "non_concurred"),
        (GAO, "gao/position", "neither agreed nor disagreed", "neither_agreed_nor_disagreed"),
        (CRCL, "crcl/position", "nonconcurred", "non_concurred"),
        (CRCL, "crcl/position", "non–concurred", "non_concurred"),
        (CRCL, "crcl/position", "disagree", "non_concurred"),
        (CRCL, "crcl/action", "agreed", "planned"),
        (DHS_OIG, "dhs-oig/status", "open", "open"),
        (DHS_OIG, "dhs-oig/position", "concurred", "concurred"),
        (DHS_OIG, "dhs-oig/position", "did not concur", "non_concurred"),
        (NTSB, "ntsb/codes", "Closed – Unacceptable/No Response", "closed_no_response"),
    ],
)
def test_a_label_is_known_as_it_is_printed(book, vocabulary, label, status):
    assert [on for _, on in words(book, vocabulary).lookup(label).targets] == [status]


def test_resolved_and_open_is_the_same_in_either_order():
    statuses = words(DHS_OIG, "dhs-oig/status")
    assert statuses.lookup("resolved and open").targets == statuses.lookup("open and resolved").targets


def test_a_word_that_gao_is_not_known_to_print_is_not_said_to_be_its_own():
    for label in ("not addressed", "disagreed", "non-concurred"):
        row = words(GAO, "gao/position").lookup(label)
        assert row.note and {cite.force for cite in row.cites} == {Force.CONVENTION}


# -- what the canonical rows rest on ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "event", "source"),
    [
        (POSITION, "not_address", "convention of this library"),  # no body is known to print it of a reply
        (IMPLEMENTATION, "decline", "convention, after Pub. L. 115-414, the GAO-IG Act"),  # it binds agencies only
        (OVERSIGHT_STATUS, "issue", "convention, after NTSB status codes"),  # CRCL has no oversight status
        (OVERSIGHT_STATUS, "issue_closed", "convention, after DHS OIG's list of reports, with OIG-17-60"),
        (OVERSIGHT_STATUS, "reopen", "convention, after CSB Board Order 22"),
        (RELEASE, "withhold", "convention, after reports that unitedstates/inspectors-general lists as unreleased"),
    ],
)
def test_a_row_rests_on_what_its_source_says_and_on_nothing_stronger(table, event, source):
    (cite,) = next(rule for rule in table.rules if rule.event == event).cites
    assert cite.provision.startswith(source) and cite.force is Force.CONVENTION


def test_no_canonical_row_on_oversight_status_is_after_crcl():
    assert not [cite for rule in OVERSIGHT_STATUS.rules for cite in rule.cites if "CRCL" in cite.provision]


@pytest.mark.parametrize("table", [POSITION, IMPLEMENTATION, OVERSIGHT_STATUS, RELEASE], ids=lambda table: table.name)
def test_no_statute_is_law_for_whoever_uses_a_canonical_table(table):
    assert {cite.force for rule in table.rules for cite in rule.cites} == {Force.CONVENTION}


# -- CRCL ----------------------------------------------------------------------------------------------------------


def test_nothing_of_crcl_speaks_of_an_oversight_status():
    assert all(table.axis != "oversight_status" for table in CRCL.lifecycles)
    assert all(axis != "oversight_status" for v in CRCL.vocabularies for row in v.rows for axis, _ in row.targets)
    assert all("oversight_status" not in signal for clock in CRCL.clocks for signal in clock.signals)
    (issued,) = [row for row in CRCL.projections if row.axis == "oversight_status"]
    assert issued.label == "issued" and issued.lost


def test_what_crcl_closes_is_a_review():
    assert words(CRCL, "crcl/review").lookup("closed").targets == (("stage", "closed"),)


def test_a_reply_to_crcl_has_the_deadline_its_memo_states_and_no_other():
    (clock,) = CRCL.clock("component-reply")
    assert clock.length is None and clock.stated_in == "response_due_on"
    assert all(cite.force is Force.CONVENTION for cite in clock.cites)


def test_the_rule_of_dhs_on_section_504_is_remembered_and_its_siblings_were_read():
    for name in ("section-504-filing", "section-504-findings", "section-504-appeal"):
        (clock,) = CRCL.clock(name)
        assert [(cite.force, cite.read) for cite in clock.cites] == [
            (Force.CONVENTION, Read.ORIGINAL),
            (Force.CONVENTION, Read.RECOLLECTION),
        ]


@pytest.mark.parametrize(
    ("name", "start", "last"),
    [
        ("section-504-filing", "2024-01-01", "2024-06-29"),
        ("section-504-findings", "2023-12-31", "2024-06-28"),
        ("section-504-appeal", "2024-12-02", "2025-03-02"),
        ("civil-liberties-report", "2010-02-01", "2010-06-30"),
        ("civil-liberties-report", "2019-10-01", "2020-09-30"),
        ("annual-report", "2019-10-01", "2021-09-30"),
    ],
)
def test_what_crcl_owes_and_is_owed(name, start, last):
    assert due(CRCL.clock(name), start) == last


# -- GAO -----------------------------------------------------------------------------------------------------------


def test_the_statement_to_congress_was_due_before_day_61_and_is_before_day_181():
    rows = GAO.clock("congress-statement")
    assert due(rows, "2015-01-01") == "2015-03-02"  # the 60th day
    assert due(rows, "2023-01-01") == "2023-06-30"  # the 180th
    assert len(in_force(rows, Moment.parse("2019-05-05"))) == 2  # no source says on which day it changed


def test_an_answer_to_congress_resolves_what_gao_recommends():
    assert tried(GAO_RESOLUTION, "unresolved", "answer_congress", "addressee").step.target == "resolved"
    assert "decide" not in offered(GAO_RESOLUTION, "unresolved")


def test_gao_measures_after_four_years_and_nobody_is_bound_to_it():
    (clock,) = GAO.clock("four-year-rate")
    assert [(cite.force, cite.read) for cite in clock.cites] == [(Force.CONVENTION, Read.RECOLLECTION)]
    assert due((clock,), "2020-02-29") == "2024-02-29"


def test_the_second_statement_waits_for_a_request():
    (clock,) = GAO.clock("appropriations-statement")
    assert (clock.length, clock.unit, clock.awaits) == (180, "days", "appropriations request")


# -- inspectors general --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ("Open-Unresolved", {"resolution": "unresolved", "oversight_status": "open"}),
        ("OPEN – RESOLVED", {"resolution": "resolved", "oversight_status": "open"}),
        ("resolved and closed", {"resolution": "resolved", "oversight_status": "closed"}),
        ("open and resolved", {"resolution": "resolved", "oversight_status": "open"}),
        ("yes", {"resolution": "resolved"}),
        ("No", {"resolution": "unresolved"}),
    ],
)
def test_resolved_and_open_are_two_axes(label, says):
    (row,) = [row for v in DHS_OIG.vocabularies if (row := v.lookup(label))]
    assert dict(row.targets) == says


def test_closed_means_what_its_publisher_means():
    meant = {v.name: dict(row.targets)["oversight_status"] for v in DHS_OIG.vocabularies if (row := v.lookup("Closed"))}
    assert meant.pop("ig-dashboard/status") == "implemented"
    assert set(meant.values()) == {"closed"} and len(meant) == 3


def test_agreement_or_the_official_resolves_and_a_revised_decision_undoes_it():
    agreed = tried(IG_RESOLUTION, "unresolved", "agree", shown=[("consent", "ICE")])
    assert agreed.step.target == "resolved" and missing_of(IG_RESOLUTION, agreed) == ("management_decision",)
    assert not tried(IG_RESOLUTION, "unresolved", "agree", shown=[("consent", "the body")])
    decided = tried(IG_RESOLUTION, "unresolved", "decide", "follow_up_official", [("decision_memo", "DHS")])
    assert decided.step.target == "resolved"
    assert tried(IG_RESOLUTION, "resolved", "revise").step.target == "unresolved"


def test_evidence_closes_and_who_supplied_it_does_not_verify_it():
    own, others = [("verified_evidence", "OIG")], [("verified_evidence", "ICE")]
    (reason,) = tried(IG_STATUS, "open", "verify", shown=own, name="OIG").reasons
    assert isinstance(reason, GuardFailed) and reason.name == "verifier_is_not_supplier"
    closed = tried(IG_STATUS, "open", "verify", shown=others, name="OIG")
    assert closed.step.target == "closed_implemented"
    assert missing_of(IG_STATUS, closed) == ("management_decision", "closure_request")


@pytest.mark.parametrize(
    ("event", "shown"), [("close_on_decision", "decision_memo"), ("close_no_action_needed", "management_decision")]
)
def test_a_decision_closes_what_was_not_done(event, shown):
    assert not tried(IG_STATUS, "open", event)
    assert tried(IG_STATUS, "open", event, shown=[(shown, "ICE")]).step.target == "closed_not_implemented"


@pytest.mark.parametrize(
    ("name", "start", "last"),
    [
        ("audit-resolution", "2023-08-31", "2024-02-29"),
        ("non-federal-audit-resolution", "2023-05-10", "2023-11-10"),
        ("management-decision", "2023-05-10", "2023-11-10"),
        ("final-action", "2023-05-10", "2024-05-10"),
        ("component-reply", "2023-08-23", "2023-11-21"),
        ("closeout-letter", "2024-01-31", "2024-03-01"),
        ("report-comment", "2020-01-01", "2020-03-01"),
        ("semiannual-report", "2023-10-01", "2024-04-30"),
        ("semiannual-report", "2024-04-01", "2024-10-31"),
        ("semiannual-transmittal", "2024-04-30", "2024-05-30"),
        ("semiannual-publication", "2024-05-30", "2024-07-29"),
        ("flagrant-problem", "2024-12-27", "2025-01-03"),
    ],
)
def test_what_is_due_after_a_report_of_an_inspector_general(name, start, last):
    assert due(DHS_OIG.clock(name), start) == last


def test_the_sixty_days_for_comment_end_with_the_list_they_stood_in():
    assert in_force(DHS_OIG.clock("report-comment"), Moment.parse("2023-01-01")) == ()


def test_no_letter_of_transmittal_and_no_circular_passes_for_law():
    cited = {cite.provision: cite.force for clock in DHS_OIG.clocks for cite in clock.cites}
    assert cited["DHS Directive 077-01"] is Force.DIRECTIVE
    assert cited["OMB Circular A-50"] is Force.POLICY
    assert cited["convention, after DHS OIG transmittal of OIG-17-119"] is Force.CONVENTION


# -- NTSB and CSB --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("OAR", "open_awaiting"),
        ("ORR", "open_response_received"),
        ("OAA", "open_acceptable"),
        ("OAAR", "open_acceptable_alt"),
        ("OUA", "open_unacceptable"),
        ("CEX", "closed_exceeds"),
        ("CAA", "closed_implemented"),
        ("CAAA", "closed_alt"),
        ("CUA", "closed_not_implemented"),
        ("CUAN", "closed_no_response"),
        ("CR", "closed_withdrawn"),
        ("CNLA", "closed_not_applicable"),
        ("CS", "closed_superseded"),
        ("CAAS", "closed_superseded"),
        ("CAAAS", "closed_superseded"),
        ("CUAS", "closed_superseded"),
    ],
)
def test_each_code_of_ntsb(code, status):
    row = words(NTSB, "ntsb/codes").lookup(code)
    assert row.targets == (("oversight_status", status),)
    assert row.lossy == (code in {"CAAS", "CAAAS", "CUAS"})  # the verdict they keep is not in our status


def test_the_same_code_means_something_else_on_another_page():
    one, other = words(NTSB, "ntsb/codes"), words(NTSB, "ntsb/other-codes")
    assert one.scheme != other.scheme
    assert one.lookup("OAR").targets == (("oversight_status", "open_awaiting"),)
    assert other.lookup("OAR").targets == (("oversight_status", "open_acceptable"),)
    assert other.lookup("OAA").label == "Open – Acceptable Action"
    assert other.lookup("CUAN") is None


def edges(table):
    return {(s, rule.target) for rule in table.rules for s in table.sources(rule) if s != "not_stated"}


JUDGED = ("open_acceptable", "open_acceptable_alt", "open_unacceptable")
NATIVE = {
    ("open_awaiting", "open_response_received"),
    *(("open_response_received", to) for to in JUDGED),
    *((one, to) for one in JUDGED for to in JUDGED if one != to),
    ("open_acceptable", "closed_implemented"),
    ("open_acceptable", "closed_exceeds"),
    ("open_acceptable_alt", "closed_alt"),
    ("open_unacceptable", "closed_not_implemented"),
    ("open_awaiting", "closed_no_response"),
    *(
        (one, to)
        for one in ("open_awaiting", "open_response_received", *JUDGED)
        for to in ("closed_withdrawn", "closed_not_applicable", "closed_superseded")
    ),
}


def test_ntsb_moves_by_its_own_edges_and_no_others():
    assert edges(NTSB_STATUS) == NATIVE


def test_csb_moves_as_ntsb_does_and_opens_what_it_finds_lapsed():
    more = edges(CSB_STATUS) - NATIVE
    assert edges(CSB_STATUS) >= NATIVE and {to for _, to in more} == {"open_awaiting"}
    assert {one for one, _ in more} == set(CSB_STATUS.members["closed"]) - {"closed_superseded", "closed_withdrawn"}
    assert not any(row.code for row in words(CSB, "csb/status").rows)


def test_adopting_needs_a_timetable_and_refusing_reasons():
    for event, missing in (
        ("concur", ("timetable",)),
        ("partially_concur", ("accepted_part", "timetable", "reasons")),
        ("non_concur", ("reasons",)),
    ):
        answer = tried(NTSB_POSITION, "awaiting", event, "addressee", [("reply", "Transportation")])
        assert missing_of(NTSB_POSITION, answer) == missing


def test_only_the_first_answer_to_ntsb_rests_on_the_statute():
    for rule in NTSB_POSITION.rules:
        forces = {cite.force for cite in rule.cites}
        assert (forces == {Force.STATUTE}) == ("awaiting" in NTSB_POSITION.sources(rule)), rule


def test_ntsb_is_answered_within_90_days_of_receipt():
    assert due(NTSB.clock("reply"), "2024-01-01") == "2024-03-31"
    assert NTSB.clock("reply")[0].starts_on == ("received_on",)


# -- restricting ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", [NTSB_STATUS, CSB_STATUS], ids=lambda table: table.name)
def test_a_restriction_lets_nothing_happen_that_the_whole_does_not(table):
    whole = {(s, r.event, r.target) for r in OVERSIGHT_STATUS.rules for s in OVERSIGHT_STATUS.sources(r)}
    assert {(s, r.event, r.target) for r in table.rules for s in table.sources(r)} < whole


@pytest.mark.parametrize("row", [Kept("dance"), Kept("concur", "not_required"), Kept("not_address")])
def test_what_is_not_there_cannot_be_kept(row):
    with pytest.raises(DefectiveLifecycle, match=f"it keeps '{row.event}'.*has no such row"):
        restricted(POSITION, "less", "1", states=("not_stated", "awaiting", "concurred"), rows=[Kept("issue"), row])


def test_clocks_name_their_calendar_and_only_decisions_rest_on_law_that_was_read():
    assert {clock.calendar for book in BODIES for clock in book.clocks} == {"plain"}
    recalled = {c.name for book in BODIES for c in book.clocks for cite in c.cites if cite.read is Read.RECOLLECTION}
    assert recalled == {
        "four-year-rate",
        "non-federal-audit-resolution",
        "management-decision",
        "final-action",
        "civil-liberties-report",
        "section-504-filing",
        "section-504-findings",
        "section-504-appeal",
    }


def test_a_clock_that_ends_with_closing_says_that_this_is_a_convention():
    """No law that was read says that what a body has closed is asked for no longer."""
    rows = [row for book in BODIES for row in book.clocks if "oversight_status=closed" in row.stops_on]
    silent = {row.name for row in rows if not any("nothing is asked for what its body" in str(c) for c in row.cites)}
    assert rows and silent == {"four-year-rate"}  # a measure, which asks for nothing


def test_names_of_clocks_are_hyphenated():
    assert all("_" not in row.name and row.name.islower() for book in BUILTIN for row in book.clocks)


def test_a_month_gives_a_range():
    (row,) = DHS_OIG.clock("component-reply")
    found = count(row, Moment.parse("2024-02"), days=OpenDays(PLAIN))
    assert (found.earliest, found.latest) == (date(2024, 5, 1), date(2024, 5, 29))
