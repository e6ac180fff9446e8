"""What is due under the rulebooks of audit bodies, asked of a record."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from oversight_adapters.stores.memory import MemoryStore
from oversight_core import Register
from oversight_core.entities import (
    Complaint,
    Document,
    FinalAction,
    ManagementDecision,
    Mandate,
    Recommendation,
    Response,
)
from oversight_core.ledger import Registered, Reported
from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.questions.deadlines import Timeliness

REPORT = Item("document", "body", "report")
ADVICE = Item("recommendation", "body", "report", "1")
MEMO = Item("document", "crcl", "memo")
DUTY = Item("mandate", "body", "duty")
COMPLAINT = Item("complaint", "crcl", "case")


def on(text):
    return Moment.parse(text)


def asked(day, book, said, *, reported=(), events=None):
    """The deadlines of some items under a rulebook as of a day, by the names of their clocks."""
    register = Register(MemoryStore(clock=lambda: datetime(2000, 1, 1, tzinfo=UTC)), recorder="test")
    register.enter([Registered(item, entity, rulebook=book) for item, entity in said.items()])
    register.enter([Reported(item, axis, status, occurred_on=on(then)) for item, axis, status, then in reported])
    found = register.deadlines(date.fromisoformat(day), events=events or {})
    return {one.clock: one for one in reversed(found)}  # the first one that is unmet


def days(found):
    return {name: str(deadline.due) for name, deadline in found.items()}


def advice(**said):
    return {
        REPORT: Document(type="report", issued_on=on("2023-01-10")),
        ADVICE: Recommendation(document=REPORT, **said),
    }


def test_what_runs_for_a_recommendation_of_gao():
    events = {
        "appropriations request": [date(2024, 3, 11)],
        "budget justification": [date(2023, 3, 9), date(2024, 3, 11)],
    }
    assert days(asked("2023-02-01", "gao", advice(), events=events)) == {
        "congress-statement": "2023-07-09",
        "appropriations-statement": "2024-03-11",
        "budget-justification": "2024-03-11",
        "audit-resolution": "2023-07-10",
        "four-year-rate": "2027-01-10",
    }


def test_a_report_from_the_years_in_which_the_law_changed_gives_a_range():
    said = {ADVICE: Recommendation(issued_on=on("2019-01-01"))}
    found = asked("2019-01-02", "gao", said)["congress-statement"]
    assert str(found.due) == "between 2019-03-02 and 2019-06-30"
    assert "it is not known which version was in force" in found.notes


def test_an_answer_to_congress_meets_the_statement():
    answered = [(ADVICE, "resolution", "resolved", "2023-05-05")]
    found = asked("2023-08-01", "gao", advice(), reported=answered)
    assert not {"congress-statement", "audit-resolution"} & set(found)


def test_what_gao_has_closed_as_implemented_asks_for_nothing():
    assert (
        asked("2023-08-01", "gao", advice(), reported=[(ADVICE, "oversight_status", "implemented", "2023-06-01")]) == {}
    )


def test_what_gao_has_closed_unimplemented_is_still_listed_in_the_budget():
    closed = [(ADVICE, "oversight_status", "not_implemented", "2023-06-01")]
    assert set(asked("2023-08-01", "gao", advice(), reported=closed)) == {"budget-justification"}


def test_what_runs_for_a_recommendation_of_an_inspector_general():
    assert days(asked("2023-02-01", "dhs-oig", advice())) == {
        "audit-resolution": "2023-07-10",
        "management-decision": "2023-07-10",
        "final-action": "2024-01-10",
        "component-reply": "2023-04-10",
        "closeout-letter": "not known",
        "final-action-explanation": "not known",
        "budget-justification": "between 2024-01-11 and an unknown day",
    }


@pytest.mark.parametrize("status", ["closed", "closed_implemented", "closed_not_implemented"])
def test_what_an_inspector_general_has_closed_asks_for_nothing(status):
    """A list of what is resolved and closed dates no decision and no action: nothing of it is overdue for that."""
    closed = [(ADVICE, "oversight_status", status, "2023-03-01")]
    assert asked("2026-01-01", "dhs-oig", advice(), reported=closed) == {}


def test_no_letter_is_due_on_what_was_closed_before_its_last_action_was_dated():
    said = advice() | {
        Item("final-action", "body", "f"): FinalAction(recommendation=ADVICE, completed_on=on("2023-04-01"))
    }
    closed = [(ADVICE, "oversight_status", "closed_implemented", "2023-03-01")]
    assert asked("2026-01-01", "dhs-oig", said, reported=closed) == {}


def test_what_is_opened_again_is_due_again():
    said = [(ADVICE, "oversight_status", "closed", "2023-03-01"), (ADVICE, "oversight_status", "open", "2023-05-01")]
    assert days(asked("2023-06-01", "dhs-oig", advice(), reported=said))["final-action"] == "2024-01-10"


def test_only_an_audit_of_others_is_resolved_six_months_after_receipt():
    said = advice(received_on=on("2023-02-20"))
    said[REPORT] = Document(type="non-federal-audit", issued_on=on("2023-01-10"))
    assert days(asked("2023-03-01", "dhs-oig", said))["non-federal-audit-resolution"] == "2023-08-20"


def test_a_decision_and_the_action_after_it_are_facts_that_meet_clocks():
    said = advice()
    said[Item("management-decision", "body", "d")] = ManagementDecision(
        recommendation=ADVICE, decided_on=on("2023-05-02")
    )
    reports = {"semiannual report": [date(2024, 4, 30), date(2024, 10, 31)]}
    found = asked("2023-06-01", "dhs-oig", said, events=reports)
    assert "management-decision" not in found
    assert str(found["final-action-explanation"].due) == "2024-10-31"  # the first report after a year
    said[Item("final-action", "body", "f")] = FinalAction(recommendation=ADVICE, completed_on=on("2023-11-01"))
    found = asked("2023-11-02", "dhs-oig", said, events=reports)
    assert not {"final-action", "final-action-explanation", "budget-justification"} & set(found)
    assert str(found["closeout-letter"].due) == "2023-12-01"


@pytest.mark.parametrize(
    ("day", "sent", "due"),
    [
        ("2023-11-01", (), "2024-04-30"),
        ("2024-05-02", (), "2024-04-30"),
        ("2024-05-02", ("2024-04-25",), "2024-10-31"),
        ("2024-11-15", ("2024-04-25", "2024-10-30"), "2025-04-30"),
    ],
)
def test_each_half_year_has_its_report(day, sent, due):
    said = {DUTY: Mandate(given_to="OIG", clock="semiannual-report", given_on=on("2023-10-05"))}
    said |= {Item("document", "body", one): Document(mandate=DUTY, issued_on=on(one)) for one in sent}
    found = asked(day, "dhs-oig", said)["semiannual-report"]
    assert str(found.due) == due
    assert found.state(date.fromisoformat(day)) is (Timeliness.OVERDUE if due < day else Timeliness.RUNNING)


def test_the_head_sends_the_report_on_and_then_publishes_it():
    said = {REPORT: Document(type="semiannual-report", received_on=on("2024-04-29"))}
    assert days(asked("2024-05-01", "dhs-oig", said)) == {
        "semiannual-transmittal": "2024-05-29",
        "semiannual-publication": "not known",
    }
    said[Item("response", "head", "r")] = Response(answers=REPORT, responded_on=on("2024-05-20"))
    assert days(asked("2024-06-01", "dhs-oig", said)) == {"semiannual-publication": "2024-07-19"}


def test_comment_on_a_report_was_asked_for_until_the_list_was_rewritten():
    old = {REPORT: Document(type="report", sent_on=on("2021-03-01"))}
    assert days(asked("2021-03-02", "dhs-oig", old))["report-comment"] == "2021-04-30"
    new = {REPORT: Document(type="report", sent_on=on("2023-03-01"))}
    assert "report-comment" not in asked("2023-03-02", "dhs-oig", new)


def test_ntsb_counts_from_receipt_and_an_answer_meets_it():
    said = {ADVICE: Recommendation(addressee="DOT", issued_on=on("2024-01-01"))}
    assert days(asked("2024-02-01", "ntsb", said)) == {"reply": "not known"}
    said = {ADVICE: Recommendation(addressee="DOT", issued_on=on("2024-01-01"), received_on=on("2024-01-08"))}
    assert days(asked("2024-02-01", "ntsb", said)) == {"reply": "2024-04-07"}
    assert asked("2024-05-01", "ntsb", said, reported=[(ADVICE, "position", "partially_concurred", "2024-03-03")]) == {}


@pytest.mark.parametrize(
    ("addressee", "bound"),
    [
        ("DOT", True),
        ("Department of Transportation", True),
        ("U.S. Department of Transportation", True),
        ("Secretary of Transportation", True),
        ("BNSF Railway", False),
        ("U.S. Coast Guard", False),
        ("Federal Railroad Administration", False),
        ("", False),
    ],
)
def test_the_statute_binds_the_secretary_and_nobody_else_who_gets_recommendations(addressee, bound):
    said = {ADVICE: Recommendation(addressee=addressee, received_on=on("2024-01-08"))}
    assert set(asked("2024-05-01", "ntsb", said)) == ({"reply"} if bound else set())


def test_ntsb_waits_for_no_answer_to_what_it_has_closed():
    said = {ADVICE: Recommendation(addressee="DOT", received_on=on("2024-01-08"))}
    assert set(asked("2024-05-01", "ntsb", said)) == {"reply"}
    assert asked("2024-05-01", "ntsb", said, reported=[(ADVICE, "oversight_status", "closed", "2024-02-03")]) == {}


def test_a_memo_that_states_no_day_has_no_deadline():
    found = asked("2024-01-01", "crcl", {MEMO: Document(issued_on=on("2023-08-23"))})["component-reply"]
    assert str(found.due) == "not known" and "no deadline found" in found.notes
    stated = {MEMO: Document(issued_on=on("2023-08-23"), response_due_on=on("2023-12-21"))}
    assert days(asked("2023-09-01", "crcl", stated)) == {"component-reply": "2023-12-21"}
    stated[Item("response", "ice", "r")] = Response(answers=MEMO, responded_on=on("2023-12-15"))
    assert asked("2024-01-01", "crcl", stated) == {}


def test_section_504_counts_from_act_complaint_and_letter():
    said = Complaint(track="section-504", incident_on=on("2024-01-01"), completed_on=on("2024-03-01"))
    assert days(asked("2024-03-02", "crcl", {COMPLAINT: said})) == {
        "section-504-filing": "2024-06-29",
        "section-504-findings": "2024-08-28",
        "section-504-appeal": "not known",
    }
    assert asked("2024-03-02", "crcl", {COMPLAINT: Complaint(incident_on=on("2024-01-01"))}) == {}


def test_a_complaint_that_was_not_for_crcl_gets_no_letter_of_findings():
    said = {COMPLAINT: Complaint(track="section-504", incident_on=on("2024-01-01"), completed_on=on("2024-03-01"))}
    assert asked("2025-03-02", "crcl", said, reported=[(COMPLAINT, "stage", "screened_out", "2024-03-05")]) == {}


def test_a_right_that_was_not_used_and_a_measure_are_nobody_s_to_do():
    """A complainant who does not appeal owes nothing, and neither does GAO after four years."""
    said = {COMPLAINT: Complaint(track="section-504", letter_on=on("2024-01-05"))}
    appeal = asked("2024-07-01", "crcl", said)["section-504-appeal"]
    assert str(appeal.due) == "2024-04-04" and appeal.state(date(2024, 7, 1)) is Timeliness.PASSED
    rate = asked("2028-07-01", "gao", advice())["four-year-rate"]
    assert str(rate.due) == "2027-01-10" and rate.state(date(2028, 7, 1)) is Timeliness.PASSED
    assert (appeal.duty_holder, rate.duty_holder) == ("", "")


def test_the_day_before_the_181st_is_counted_by_hand():
    """January 21 days left, then 29, 31, 30, 31, 30 and 8 are 180: in a leap year 8 July, and overdue from the 9th."""
    said = {ADVICE: Recommendation(issued_on=on("2024-01-10"))}
    found = asked("2024-07-08", "gao", said)["congress-statement"]
    assert str(found.due) == "2024-07-08" and found.state(date(2024, 7, 8)) is Timeliness.RUNNING
    assert found.state(date(2024, 7, 9)) is Timeliness.OVERDUE


def test_a_request_on_the_180th_day_is_not_later_than_it():
    said = {ADVICE: Recommendation(issued_on=on("2024-01-10"))}
    requests = {"appropriations request": [date(2024, 7, 8), date(2024, 7, 9), date(2025, 2, 3)]}
    assert str(asked("2024-05-01", "gao", said, events=requests)["appropriations-statement"].due) == "2024-07-09"


@pytest.mark.parametrize(("last", "day"), [("2012-01-20", "2012-06-30"), ("2019-01-20", "2019-09-30")])
def test_the_report_on_civil_liberties_was_quarterly_and_is_semiannual(last, day):
    """The next is due in the quarter, later in the half-year, after the one that was reported on."""
    said = {
        DUTY: Mandate(clock="civil-liberties-report", given_on=on("2007-10-01")),
        Item("document", "crcl", "last"): Document(mandate=DUTY, issued_on=on(last)),
    }
    due = asked(last, "crcl", said)["civil-liberties-report"].due
    assert due.earliest <= date.fromisoformat(day) <= due.latest
