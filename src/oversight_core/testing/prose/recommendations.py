"""The four axes of a recommendation."""

from __future__ import annotations

from oversight_core.testing.prose.acts import Act, Prose, but

# The addressee speaks, or who speaks for it; an answer may be revised to any other, and nothing that was answered is
# awaited again.
ANSWERS = {
    "concur": "concurred",
    "partially_concur": "partially_concurred",
    "non_concur": "non_concurred",
    "neither_agree_nor_disagree": "neither_agreed_nor_disagreed",
    "not_address": "not_addressed",
}
_ANSWERED = " ".join(ANSWERS.values())
POSITION: Prose = (
    Act("issue", "not_stated", "awaiting", "oversight_body"),
    Act("issue_without_reply", "not_stated", "not_required", "oversight_body"),
    *(
        Act(event, f"not_stated awaiting {but(_ANSWERED, answer)}", answer, "addressee")
        for event, answer in ANSWERS.items()
    ),
)

# Auditor and management agree, and either may bring the other's consent; the audit follow-up official decides a
# dispute; either may revise the decision.
_EITHER = "oversight_body addressee"
RESOLUTION: Prose = (
    Act("issue", "not_stated", "unresolved", "oversight_body"),
    Act(
        "agree",
        "not_stated unresolved disputed",
        "resolved",
        _EITHER,
        needs="consent",
        under="consent_is_the_others",
    ),
    Act("dispute", "not_stated unresolved", "disputed", "oversight_body"),
    Act("decide", "disputed", "resolved", "follow_up_official", needs="decision_memo"),
    Act("revise", "resolved", "unresolved", _EITHER),
)

# As management reports it; only the oversight body sends back what was reported complete.
IMPLEMENTATION: Prose = (
    Act("issue", "not_stated", "not_started", "oversight_body"),
    Act("plan", "not_stated not_started", "planned", "addressee"),
    Act("start", "not_stated not_started planned", "in_progress", "addressee"),
    Act("hold", "in_progress", "on_hold", "addressee"),
    Act("resume", "on_hold", "in_progress", "addressee"),
    Act("report_complete", "not_stated not_started planned in_progress", "reported_complete", "addressee"),
    Act("return", "reported_complete", "in_progress", "oversight_body"),
    Act("decline", "not_stated not_started planned in_progress on_hold", "no_action_planned", "addressee"),
    Act("reconsider", "no_action_planned", "planned", "addressee"),
)

# What is open may be met in part, superseded, withdrawn or overtaken; what is closed may be reopened, unless it was
# superseded or withdrawn.  Small bodies have no intake: they receive replies themselves.  Who verifies is never who
# supplied the evidence.
JUDGED = "open_acceptable open_acceptable_alt open_unacceptable open_partial"
OPEN = f"not_stated open_awaiting open_response_received {JUDGED}"
OTHERS_EVIDENCE = "verifier_is_not_supplier"
_REOPENED = (
    "closed_implemented closed_alt closed_exceeds closed_not_implemented closed_no_response closed_not_applicable "
    "closed_risk_accepted"
)
BODY = "oversight_body"


def judged(event: str, target: str) -> Act:
    """A reply is judged; or, on something new, judged otherwise than before."""
    return Act(event, f"open_response_received {but(JUDGED, target)}", target, BODY)


OVERSIGHT_STATUS: Prose = (
    Act("issue", "not_stated", "open_awaiting", BODY),
    Act("issue_closed", "not_stated", "closed_implemented", BODY, under=OTHERS_EVIDENCE),
    Act("receive", "not_stated open_awaiting", "open_response_received", "intake oversight_body"),
    judged("assess_acceptable", "open_acceptable"),
    judged("assess_acceptable_alt", "open_acceptable_alt"),
    judged("assess_unacceptable", "open_unacceptable"),
    Act("verify_partial", OPEN, "open_partial", BODY),
    Act(
        "verify",
        "open_response_received open_acceptable open_partial open_unacceptable",
        "closed_implemented",
        BODY,
        under=OTHERS_EVIDENCE,
    ),
    Act("verify_alt", "open_acceptable_alt open_partial", "closed_alt", BODY, under=OTHERS_EVIDENCE),
    Act("verify_exceeds", "open_acceptable open_partial", "closed_exceeds", BODY, under=OTHERS_EVIDENCE),
    Act(
        "close_not_implemented",
        "open_unacceptable open_response_received open_partial",
        "closed_not_implemented",
        BODY,
    ),
    Act("close_no_response", "not_stated open_awaiting", "closed_no_response", BODY),
    Act("supersede", OPEN, "closed_superseded", BODY, needs="successor"),
    Act("withdraw", OPEN, "closed_withdrawn", BODY),
    Act("overtake", OPEN, "closed_not_applicable", BODY),
    Act(
        "accept_risk",
        "open_unacceptable open_response_received",
        "closed_risk_accepted",
        "authorising_official",
        needs="deviation_approval",
    ),
    Act("reopen", _REOPENED, "open_awaiting", BODY),
)
