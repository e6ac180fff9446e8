"""The canonical tables and the two rulebooks, as the domain's prose has them."""

import pytest
from tests.rules.tables import ITEM

from oversight_core.moments import Moment
from oversight_core.names import Actor, Withheld
from oversight_core.rulebooks import BUILTIN
from oversight_core.rulebooks.canonical import (
    COMPLAINT_STAGE,
    IMPLEMENTATION,
    LIFECYCLES,
    OVERSIGHT_STATUS,
    POSITION,
    RELEASE,
    RESOLUTION,
    REVIEW_STAGE,
)
from oversight_core.rulebooks.gao import GAO_STATUS
from oversight_core.rules import (
    Applied,
    Attempt,
    Exhibit,
    Force,
    GuardFailed,
    MissingRequirement,
    StatusTooCoarse,
    WrongMoment,
    decide,
    defects,
    missing_of,
    missing_steps,
    offered,
    rule_of,
    space,
)
from oversight_core.rules.attempt import names

ALL = tuple({table.name: table for book in BUILTIN for table in book.lifecycles}.values())
each_table = pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)


def tried(table, status, event, actor="GAO", role="oversight_body", shown=()):
    evidence = tuple(Exhibit(kind, by) for kind, by in shown)
    attempt = Attempt(ITEM, event, Actor(actor, role), Moment.parse("2024-02"), None, evidence)
    return decide(table, status, attempt)


def answered(event, status="awaiting", shown=()):
    return tried(POSITION, status, event, "ICE", "addressee", shown)


# -- shape ---------------------------------------------------------------------------------------------------------


@each_table
def test_each_table_is_sound(table):
    assert defects(table) == ()


@each_table
def test_nothing_is_stated_at_first_and_nothing_leads_back(table):
    assert table.initial == "not_stated"
    assert all(rule.target != "not_stated" for rule in table.rules)


@each_table
def test_an_event_names_one_outcome(table):
    targets = {}
    for rule in table.rules:
        assert targets.setdefault(rule.event, rule.target) == rule.target


@each_table
def test_a_record_may_begin_in_the_middle(table):
    """Rows leaving the first stated state leave `not_stated` too."""
    first = table.rules[0].target
    assert names(table.rules[0].source) == ("not_stated",)
    assert set(offered(table, first)) <= set(offered(table, "not_stated"))


@each_table
def test_every_state_and_condition_says_what_it_means(table):
    assert all(named.meaning for named in (*table.states, *table.guards))


@each_table
def test_two_tables_of_one_axis_govern_different_kinds(table):
    others = [other for other in LIFECYCLES if other is not table and other.axis == table.axis]
    if table in LIFECYCLES and others:
        assert table.kinds and not any(set(table.kinds) & set(other.kinds) for other in others)


@each_table
def test_groups_nest_or_stand_apart(table):
    sets = [set(group.states) for group in table.groups]
    assert all(a <= b or b <= a or a.isdisjoint(b) for a in sets for b in sets)


@each_table
def test_no_group_is_covered_by_several_rows_to_one_target(table):
    """Whether one row or several with one target count as covering a group makes no difference here."""
    for group in table.groups:
        for event in {rule.event for rule in table.rules} - set(offered(table, group.name)):
            targets = [event in offered(table, state) for state in group.states]
            assert not all(targets)


@pytest.mark.parametrize("table", LIFECYCLES, ids=lambda table: table.name)
def test_only_what_binds_more_than_one_body_is_more_than_a_convention(table):
    forces = {cite.provision: cite.force for rule in table.rules for cite in rule.cites}
    strong = {provision for provision, force in forces.items() if force is not Force.CONVENTION}
    assert strong <= {"OMB Circular A-50", "Good Accounting Obligation in Government Act, Pub. L. 115-414"}


@each_table
def test_every_decision_has_its_row_or_its_reasons(table):
    for question, decision in space(table):
        if isinstance(decision, Applied):
            assert question.role in table.moves.at[question.status, question.event].rule.actors
        else:
            assert decision.reasons


# -- position ------------------------------------------------------------------------------------------------------


def test_agreeing_without_a_plan_is_allowed_and_the_plan_is_listed():
    assert missing_of(POSITION, answered("concur", shown=[("reply", "ICE")])) == ("plan",)
    assert missing_of(POSITION, answered("concur")) == ("reply", "plan")


@pytest.mark.parametrize(
    ("event", "target"),
    [
        ("concur", "concurred"),
        ("partially_concur", "partially_concurred"),
        ("non_concur", "non_concurred"),
        ("neither_agree_nor_disagree", "neither_agreed_nor_disagreed"),
        ("not_address", "not_addressed"),
    ],
)
def test_an_answer_given_again_is_its_revision(event, target):
    assert answered(event).step.target == answered(event, "not_stated").step.target == target
    assert isinstance(answered(event, target).reasons[0], WrongMoment)
    others = [state for state in dict(POSITION.members)["answered"] if state != target]
    for state in others:
        revised = answered(event, state)
        assert revised.step.target == target and missing_of(POSITION, revised) == ("reply", "reasons")


def test_what_is_answered_is_never_awaiting_again():
    assert [rule.source for rule in POSITION.rules if rule.target == "awaiting"] == ["not_stated"]


def test_only_the_addressee_answers():
    assert not tried(POSITION, "awaiting", "concur")
    department = Actor("DHS", "addressee", on_behalf_of="ICE")
    assert decide(POSITION, "awaiting", Attempt(ITEM, "concur", department, None))


def test_no_position_moves_the_oversight_status():
    assert not {rule.event for rule in POSITION.rules} & {rule.event for rule in OVERSIGHT_STATUS.rules} - {"issue"}
    assert all("addressee" not in rule.actors for rule in OVERSIGHT_STATUS.rules)


# -- oversight status ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("event", ["verify", "verify_exceeds"])
def test_who_supplied_the_evidence_does_not_verify_it(event):
    own, other = [("verified_evidence", "gao ")], [("verified_evidence", "ICE")]
    (reason,) = tried(OVERSIGHT_STATUS, "open_partial", event, shown=own).reasons
    assert isinstance(reason, GuardFailed) and reason.name == "verifier_is_not_supplier"
    assert missing_of(OVERSIGHT_STATUS, tried(OVERSIGHT_STATUS, "open_partial", event, shown=other)) == (
        "closure_request",
    )
    assert tried(OVERSIGHT_STATUS, "open_partial", event, shown=[("verified_evidence", Withheld("schedule"))])
    assert tried(OVERSIGHT_STATUS, "open_partial", event)  # without evidence: allowed, and listed


def test_speaking_for_the_supplier_is_being_the_supplier():
    stand_in = Actor("DHS", "oversight_body", on_behalf_of="ICE")
    attempt = Attempt(ITEM, "verify", stand_in, None, None, (Exhibit("verified_evidence", "ICE"),))
    assert not decide(OVERSIGHT_STATUS, "open_partial", attempt)


def test_what_replaces_a_recommendation_must_be_named():
    assert tried(OVERSIGHT_STATUS, "open", "supersede").reasons == (MissingRequirement("successor"),)
    assert tried(OVERSIGHT_STATUS, "open", "supersede", shown=[("successor", "GAO")])


def test_from_a_coarse_open_only_what_holds_for_every_open_state():
    assert set(offered(OVERSIGHT_STATUS, "open")) == {"verify_partial", "supersede", "withdraw", "overtake"}
    assert tried(OVERSIGHT_STATUS, "open", "verify").reasons == (StatusTooCoarse("open", "verify"),)
    assert offered(OVERSIGHT_STATUS, "implemented") == ("reopen",)


def test_superseded_and_withdrawn_are_not_reopened():
    closed = set(dict(OVERSIGHT_STATUS.members)["closed"])
    reopened = {state for state in closed if "reopen" in offered(OVERSIGHT_STATUS, state)}
    assert closed - reopened == {"closed_superseded", "closed_withdrawn"}


def test_what_is_missing_between_awaiting_and_implemented():
    steps = missing_steps(OVERSIGHT_STATUS, "open_awaiting", "implemented")
    assert [step.event for step in steps] in (["receive", "verify"], ["verify_partial", "verify"])
    assert steps[-1].expects == ("verified_evidence", "closure_request")


# -- the others ----------------------------------------------------------------------------------------------------


def test_a_dispute_is_settled_by_agreement_or_by_the_official():
    assert tried(RESOLUTION, "unresolved", "agree").reasons == (MissingRequirement("consent"),)
    assert tried(RESOLUTION, "disputed", "agree", "ICE", "addressee", [("consent", "GAO")]).step.target == "resolved"
    decided = tried(RESOLUTION, "disputed", "decide", "CFO", "follow_up_official", [("decision_memo", "CFO")])
    assert decided.step.target == "resolved"
    assert {cite.force for cite in rule_of(RESOLUTION, decided.step).cites} == {Force.POLICY}


@pytest.mark.parametrize("status", ["unresolved", "disputed"])
def test_nobody_consents_for_the_other_side(status):
    for own in ("ICE", " ice", "Ice"):
        (reason,) = tried(RESOLUTION, status, "agree", "ICE", "addressee", [("consent", own)]).reasons
        assert isinstance(reason, GuardFailed) and reason.name == "consent_is_the_others"
    assert tried(RESOLUTION, status, "agree", "ICE", "addressee", [("consent", "ICE"), ("consent", "OIG")])
    assert tried(RESOLUTION, status, "agree", "ICE", "addressee", [("consent", Withheld("schedule"))])
    stand_in = Actor("DHS", "addressee", on_behalf_of="ICE")
    assert not decide(RESOLUTION, status, Attempt(ITEM, "agree", stand_in, None, None, (Exhibit("consent", "ice"),)))


def test_management_reports_and_the_oversight_body_returns():
    done = tried(IMPLEMENTATION, "planned", "report_complete", "ICE", "addressee")
    assert done.step.target == "reported_complete"
    assert missing_of(IMPLEMENTATION, done) == ("closure_request", "evidence")
    assert tried(IMPLEMENTATION, "reported_complete", "return").step.target == "in_progress"
    assert tried(IMPLEMENTATION, "unfinished", "decline", "ICE", "addressee").step.source == "unfinished"


def test_a_promise_to_publish_is_kept_or_withdrawn():
    assert tried(RELEASE, "not_stated", "promise", "CRCL").step.target == "promised"
    assert tried(RELEASE, "promised", "withdraw_promise", "CRCL").step.target == "withheld"
    assert not tried(RELEASE, "promised", "publish", "CRCL")


def test_a_complaint_offered_to_the_inspector_general_comes_back_with_a_declination():
    assert tried(COMPLAINT_STAGE, "opened", "retain", "CRCL").step.target == "retained"
    assert tried(COMPLAINT_STAGE, "offered_oig", "retain", "CRCL").reasons == (MissingRequirement("declination"),)
    retained = tried(COMPLAINT_STAGE, "offered_oig", "retain", "CRCL", shown=[("declination", "OIG")])
    assert missing_of(COMPLAINT_STAGE, retained) == ("retention_memo",)


@pytest.mark.parametrize("status", ["analysis", "issued", "response_received", "follow_up"])
def test_a_review_may_issue_one_memo_after_another(status):
    assert tried(REVIEW_STAGE, status, "issue", "CRCL").step.target == "issued"


def test_states_that_a_clock_brings_are_no_states():
    states = {state for table in ALL for state in table.state_names}
    assert not states & {"overdue", "no_response", "no_reply", "review_due", "must_release"}


# -- GAO -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("event", ["verify", "close_not_implemented", "verify_partial", "overtake"])
def test_gao_may_do_to_any_open_recommendation_what_it_does_to_one(event):
    assert event in offered(GAO_STATUS, "open") and event in offered(GAO_STATUS, "not_stated")


def test_gao_closes_without_a_closure_request():
    closed = tried(GAO_STATUS, "open", "verify", shown=[("verified_evidence", "ICE")])
    assert missing_of(GAO_STATUS, closed) == ()
    assert not tried(GAO_STATUS, "open", "verify", shown=[("verified_evidence", "GAO")])


def test_gao_takes_partly_addressed_back_by_changing_the_label():
    assert tried(GAO_STATUS, "open_partial", "return_to_open").step.target in dict(GAO_STATUS.members)["open"]
    assert not tried(OVERSIGHT_STATUS, "open_partial", "return_to_open")


def test_every_status_of_gao_is_a_canonical_one():
    assert set(GAO_STATUS.state_names) <= set(OVERSIGHT_STATUS.state_names)
    assert {group.name for group in GAO_STATUS.groups} == {group.name for group in OVERSIGHT_STATUS.groups}
    for name, states in GAO_STATUS.members.items():
        assert set(states) == set(OVERSIGHT_STATUS.members[name]) & set(GAO_STATUS.state_names)


def test_the_canonical_book_comes_first_and_holds_each_axis():
    assert BUILTIN[0].name == "canonical" and BUILTIN[0].lifecycles == LIFECYCLES
    assert {table.axis for table in LIFECYCLES} == {
        "position", "resolution", "implementation", "oversight_status", "release", "stage",
    }  # fmt: skip
