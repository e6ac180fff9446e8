"""The rulebooks of systems other than audit bodies: the contract, and what the sources say of each."""

from __future__ import annotations

from types import MappingProxyType

import attrs
import pytest

from oversight_adapters.testing import RuleBookSuite
from oversight_core.moments import Moment
from oversight_core.names import Actor, Item
from oversight_core.rulebooks.canonical.oversight_states import GROUPS
from oversight_core.rulebooks.canonical.risk import RISK_STAGE
from oversight_core.rulebooks.fedramp import FEDRAMP, FEDRAMP_RISK
from oversight_core.rulebooks.impact_oss import IMPACT_OSS
from oversight_core.rulebooks.oscal import OSCAL
from oversight_core.rulebooks.single_audit import SINGLE_AUDIT, SINGLE_AUDIT_DOL
from oversight_core.rulebooks.upr import UPR
from oversight_core.rules import Applied, Attempt, Exhibit, Force, GuardFailed, decide, missing_of, offered, rule_of

BOOKS = (UPR, OSCAL, IMPACT_OSS, SINGLE_AUDIT, SINGLE_AUDIT_DOL, FEDRAMP)
each_book = pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.name)

_FACTS = MappingProxyType({"owner": "the platform team", "requested_by": "the platform team", "last_supplied_by": ()})
_RISK_WORDS = {
    "oscal/risk-status": {"stage"},
    "oscal/response-lifecycle": {"implementation"},
    "oscal/risk-log": {"stage"},
}


class TestUpr(RuleBookSuite):
    speaks_on = MappingProxyType({"upr/position": {"position"}, "upr/implementation": {"implementation"}})

    @pytest.fixture
    def rulebook(self):
        return lambda: UPR


class TestOscal(RuleBookSuite):
    facts = _FACTS
    speaks_on = MappingProxyType(_RISK_WORDS)

    @pytest.fixture
    def rulebook(self):
        return lambda: OSCAL


class TestImpactOss(RuleBookSuite):
    speaks_on = MappingProxyType(
        {
            "impact-oss/support-level": {"position"},
            "impact-oss/implementation": {"implementation"},
            "impact-oss/record": {"release"},
        }
    )

    @pytest.fixture
    def rulebook(self):
        return lambda: IMPACT_OSS


class TestSingleAudit(RuleBookSuite):
    speaks_on = MappingProxyType({"single-audit/decision": {"resolution"}})

    @pytest.fixture(params=[SINGLE_AUDIT, SINGLE_AUDIT_DOL], ids=lambda book: book.name)
    def rulebook(self, request):
        return lambda: request.param


class TestFedramp(RuleBookSuite):
    facts = _FACTS
    speaks_on = MappingProxyType(_RISK_WORDS)

    @pytest.fixture
    def rulebook(self):
        return lambda: FEDRAMP


# -- words ---------------------------------------------------------------------------------------------------------


def meant(book, label):
    """What a label says, as (axis, status) and whether it is lossy."""
    (found,) = (row for words in book.vocabularies if (row := words.lookup(label)))
    return (*found.targets[0], found.lossy)


@pytest.mark.parametrize(
    ("book", "label", "axis", "status", "lossy"),
    [
        (UPR, "Supported", "position", "concurred", False),
        (UPR, "supported in part", "position", "partially_concurred", False),
        (UPR, "Noted", "position", "non_concurred", True),
        (UPR, "No action", "implementation", "not_started", False),
        (UPR, "Ongoing", "implementation", "in_progress", False),
        (UPR, "Completed", "implementation", "reported_complete", False),
        (IMPACT_OSS, "0", "position", "non_concurred", True),
        (IMPACT_OSS, "1", "position", "partially_concurred", False),
        (IMPACT_OSS, "2", "position", "concurred", False),
        (IMPACT_OSS, "null", "position", "not_required", True),
        (IMPACT_OSS, "In progress", "implementation", "in_progress", False),
        (IMPACT_OSS, "archived", "release", "archived", False),
        (OSCAL, "deviation-requested", "stage", "deviation_requested", False),
        (OSCAL, "dr-approved", "stage", "approved", False),
        (OSCAL, "recommendation", "implementation", "not_started", True),
        (SINGLE_AUDIT, "not sustained", "resolution", "resolved", True),
        (FEDRAMP, "Remediating", "stage", "remediating", False),
    ],
)
def test_a_label_speaks_on_the_axis_of_its_publisher(book, label, axis, status, lossy):
    assert meant(book, label) == (axis, status, lossy)


@each_book
def test_no_word_of_these_bodies_is_an_oversight_status(book):
    assert not [table for table in book.lifecycles if table.axis == "oversight_status"]
    assert {axis for words in book.vocabularies for row in words.rows for axis, _ in row.targets} <= {
        "position",
        "implementation",
        "resolution",
        "release",
        "stage",
    }


@each_book
def test_every_label_that_is_not_ours_says_what_is_lost(book):
    for row in book.projections:
        spoken = {axis for words in book.vocabularies if (m := words.lookup(row.label)) for axis, _ in m.targets}
        assert row.lost or row.axis in spoken
        assert all(cite.force is Force.CONVENTION for cite in row.cites)


@pytest.mark.parametrize(
    ("book", "missing"),
    [
        (OSCAL, {"closed_not_implemented", "closed_no_response"}),
        (
            IMPACT_OSS,
            {"open_response_received", "closed_not_implemented", "closed_no_response", "closed_risk_accepted"}
            | {"closed_superseded", "closed_withdrawn", "closed_not_applicable"},
        ),
        (
            UPR,
            {"open_awaiting", "open_response_received", "closed_risk_accepted"}
            | {"closed_superseded", "closed_withdrawn", "closed_not_applicable"},
        ),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_where_no_word_comes_near_there_is_no_projection(book, missing):
    every = {state for group in GROUPS for state in group.states}
    told = {status for row in book.projections if row.axis == "oversight_status" for status in row.statuses}
    assert every - told == missing


# -- moves ---------------------------------------------------------------------------------------------------------


def edges(table):
    """Every move between stated states, without its event."""
    moves = {(source, rule.target) for rule in table.rules for source in table.sources(rule)}
    return {move for move in moves if move[0] != "not_stated"}


def test_a_position_is_final_at_the_adoption():
    table = UPR.table("position", "recommendation")
    assert edges(table) == {
        ("awaiting", "concurred"),
        ("awaiting", "partially_concurred"),
        ("awaiting", "non_concurred"),
    }


def test_what_a_state_reports_goes_on_step_by_step():
    for book, first in ((UPR, "not_started"), (IMPACT_OSS, "planned")):
        table = book.table("implementation", "recommendation")
        assert edges(table) == {(first, "in_progress"), ("in_progress", "reported_complete")}


def test_a_support_level_may_be_edited_to_any_other():
    levels = {"concurred", "partially_concurred", "non_concurred", "not_required"}
    table = IMPACT_OSS.table("position", "recommendation")
    assert edges(table) == {(one, other) for one in levels for other in levels - {one}}


def test_only_an_administrator_archives():
    table = IMPACT_OSS.table("release", "progress-report")
    assert edges(table) == {("internal", "published"), ("published", "archived")}
    assert [rule.actors for rule in table.rules if rule.event == "archive"] == [("administrator",)]
    assert [rule.event for rule in table.rules if "contributor" in rule.actors] == ["enter"]


def test_a_recommendation_has_no_release_of_its_own():
    assert IMPACT_OSS.table("release", "recommendation") is None


RISK_EDGES = {
    ("open", "investigating"),
    ("investigating", "remediating"),
    ("remediating", "closed"),
    ("open", "deviation_requested"),
    ("investigating", "deviation_requested"),
    ("remediating", "deviation_requested"),
    ("deviation_requested", "deviation_approved"),
    ("deviation_requested", "remediating"),
    ("deviation_approved", "closed"),
    ("closed", "open"),
}


@pytest.mark.parametrize("table", [RISK_STAGE, FEDRAMP_RISK], ids=lambda table: table.name)
def test_a_risk_moves_as_is_the_custom(table):
    assert edges(table) == RISK_EDGES
    assert all(rule.cites[0].force is Force.CONVENTION for rule in table.rules)


RISK = Item("risk", "acme", "poam-1", "7")


def approving(by, *, asked_by=(), moved_by=(), shown=()):
    evidence = tuple(Exhibit("deviation_request", who) for who in shown)
    attempt = Attempt(
        RISK, "approve_deviation", Actor(by, "authorising_official"), Moment.parse("2024-02"), None, evidence
    )
    return decide(
        RISK_STAGE,
        "deviation_requested",
        attempt,
        facts={"last_supplied_by": frozenset(asked_by), "last_moved_by": moved_by},
    )


def test_whoever_approves_a_deviation_has_not_asked_for_it():
    assert isinstance(approving("Bo", asked_by={"Ann"}), Applied)
    assert isinstance(approving("Bo", asked_by=(), shown=("Ann",)), Applied)
    asked = (approving("Ann", asked_by={"ann"}), approving("Ann", shown=("Ann",)), approving("Ann", moved_by={"ann"}))
    for answer in asked:
        assert [type(reason) for reason in answer.reasons] == [GuardFailed]


def test_the_profile_lists_what_it_misses_and_refuses_nothing():
    plain = Attempt(RISK, "remediate", Actor("Ann", "addressee"), Moment.parse("2024-02"))
    for table, missing in ((RISK_STAGE, ("plan",)), (FEDRAMP_RISK, ("plan", "planned_response", "milestone"))):
        step = decide(table, "investigating", plain)
        assert isinstance(step, Applied)
        assert missing_of(table, step) == missing
    assert FEDRAMP.vocabularies == OSCAL.vocabularies


@pytest.mark.parametrize("event", ["sustain", "not_sustain"])
def test_a_finding_is_resolved_by_a_management_decision(event):
    table = SINGLE_AUDIT.table("resolution", "recommendation")
    assert event in offered(table, "unresolved")
    decision = (Exhibit("management_decision", "the agency"),)
    attempt = Attempt(RISK, event, Actor("the agency", "awarding_agency"), Moment.parse("2024-02"))
    assert not isinstance(decide(table, "unresolved", attempt), Applied)
    step = decide(table, "unresolved", attrs.evolve(attempt, evidence=decision))
    assert step.step.target == "resolved"
    assert rule_of(table, step.step).cites[0].provision == "2 CFR 200.521"
