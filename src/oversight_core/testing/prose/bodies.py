"""The tables that single bodies move by, where they say less or more than the canonical ones."""

from __future__ import annotations

from oversight_core.testing.prose.acts import Act, Prose, but
from oversight_core.testing.prose.recommendations import ANSWERS, BODY, OTHERS_EVIDENCE, judged

# GAO says open, partially addressed, or one of two ways of closed; whatever is open may be closed, and partly
# addressed is taken back by simply changing it.
_GAO_OPEN = "not_stated open_awaiting open_response_received open_partial"
GAO_OVERSIGHT_STATUS: Prose = (
    Act("issue", "not_stated", "open_awaiting", BODY),
    Act("receive", "not_stated open_awaiting", "open_response_received", "intake oversight_body"),
    Act("verify_partial", _GAO_OPEN, "open_partial", BODY),
    Act("return_to_open", "open_partial", "open_response_received", BODY),
    Act("verify", _GAO_OPEN, "closed_implemented", BODY, under=OTHERS_EVIDENCE),
    Act("close_not_implemented", _GAO_OPEN, "closed_not_implemented", BODY),
    Act("overtake", _GAO_OPEN, "closed_not_applicable", BODY),
)

# For reports of GAO, what to do is settled when the agency answers Congress; nobody need agree.  Either may revise.
GAO_RESOLUTION: Prose = (
    Act("issue", "not_stated", "unresolved", BODY),
    Act("answer_congress", "not_stated unresolved", "resolved", "addressee"),
    Act("revise", "resolved", "unresolved", "oversight_body addressee"),
)

# A reply is judged, and closed as it was judged.  What is superseded is closed so whatever the verdict was: that it
# is kept stands in the label, not in the status.
_NTSB_JUDGED = "open_acceptable open_acceptable_alt open_unacceptable"
_NTSB_OPEN = f"not_stated open_awaiting open_response_received {_NTSB_JUDGED}"


def _judged(event: str, target: str) -> Act:
    act = judged(event, target)
    return Act(event, (state for state in act.sources if state != "open_partial"), target, BODY)


NTSB_OVERSIGHT_STATUS: Prose = (
    Act("issue", "not_stated", "open_awaiting", BODY),
    Act("receive", "not_stated open_awaiting", "open_response_received", "intake oversight_body"),
    _judged("assess_acceptable", "open_acceptable"),
    _judged("assess_acceptable_alt", "open_acceptable_alt"),
    _judged("assess_unacceptable", "open_unacceptable"),
    Act("verify", "open_acceptable", "closed_implemented", BODY, under=OTHERS_EVIDENCE),
    Act("verify_exceeds", "open_acceptable", "closed_exceeds", BODY, under=OTHERS_EVIDENCE),
    Act("verify_alt", "open_acceptable_alt", "closed_alt", BODY, under=OTHERS_EVIDENCE),
    Act("close_not_implemented", "open_unacceptable", "closed_not_implemented", BODY),
    Act("close_no_response", "not_stated open_awaiting", "closed_no_response", BODY),
    Act("withdraw", _NTSB_OPEN, "closed_withdrawn", BODY),
    Act("overtake", _NTSB_OPEN, "closed_not_applicable", BODY),
    Act("supersede", _NTSB_OPEN, "closed_superseded", BODY, needs="successor"),
)

# The board asks again about what it has closed, and opens it where what was done has lapsed.
CSB_OVERSIGHT_STATUS: Prose = (
    *NTSB_OVERSIGHT_STATUS,
    Act(
        "reopen",
        "closed_implemented closed_exceeds closed_alt closed_not_implemented closed_no_response closed_not_applicable",
        "open_awaiting",
        BODY,
    ),
)

# Transportation adopts all of a recommendation, a part, or refuses; it may say another of the three later.
_ADOPTED = {name: ANSWERS[name] for name in ("concur", "partially_concur", "non_concur")}
NTSB_POSITION: Prose = (
    Act("issue", "not_stated", "awaiting", BODY),
    *(
        Act(event, f"not_stated awaiting {but(' '.join(_ADOPTED.values()), answer)}", answer, "addressee")
        for event, answer in _ADOPTED.items()
    ),
)

# Whatever is open may be closed: on evidence that somebody else supplied, because the audit follow-up official has
# decided against it, or because the decision is that no action is needed.
_IG_OPEN = "not_stated open_awaiting open_response_received"
IG_OVERSIGHT_STATUS: Prose = (
    Act("issue", "not_stated", "open_awaiting", BODY),
    Act("issue_closed", "not_stated", "closed_implemented", BODY, under=OTHERS_EVIDENCE),
    Act("receive", "not_stated open_awaiting", "open_response_received", "intake oversight_body"),
    Act("verify", _IG_OPEN, "closed_implemented", BODY, under=OTHERS_EVIDENCE),
    Act("close_on_decision", _IG_OPEN, "closed_not_implemented", BODY, needs="decision_memo"),
    Act("close_no_action_needed", _IG_OPEN, "closed_not_implemented", BODY, needs="management_decision"),
)

# What a state says when the review is adopted is final; what follows it reports itself.
UPR_POSITION: Prose = (
    Act("issue", "not_stated", "awaiting", "oversight_body"),
    Act("support", "not_stated awaiting", "concurred", "addressee"),
    Act("support_in_part", "not_stated awaiting", "partially_concurred", "addressee"),
    Act("note", "not_stated awaiting", "non_concurred", "addressee"),
)
UPR_IMPLEMENTATION: Prose = (
    Act("report_no_action", "not_stated", "not_started", "addressee"),
    Act("start", "not_stated not_started", "in_progress", "addressee"),
    Act("report_complete", "in_progress", "reported_complete", "addressee"),
)

# OSCAL names the states; what leads from one to another, and by whom, is ours.  Who approves a deviation has not asked
# for it; one that is rejected leads back to work.
_NOT_ASKED = "approver_did_not_request"
_OSCAL_AT_WORK = "not_stated open investigating remediating"
RISK_STAGE: Prose = (
    Act("identify", "not_stated", "open", "oversight_body addressee"),
    Act("investigate", "not_stated open", "investigating", "addressee"),
    Act("remediate", "investigating", "remediating", "addressee"),
    Act("close", "remediating deviation_approved", "closed", "oversight_body addressee"),
    Act("request_deviation", _OSCAL_AT_WORK, "deviation_requested", "addressee"),
    Act("approve_deviation", "deviation_requested", "deviation_approved", "authorising_official", under=_NOT_ASKED),
    Act("reject_deviation", "deviation_requested", "remediating", "authorising_official", under=_NOT_ASKED),
    Act("recur", "closed", "open", "oversight_body addressee"),
)

# Unresolved and resolved, and nothing between: the two sides agree, or the audit follow-up official decides; either
# side may revise the decision.
_UNSETTLED = "not_stated unresolved"
_EITHER = "oversight_body addressee"
IG_RESOLUTION: Prose = (
    Act("issue", "not_stated", "unresolved", BODY),
    Act("agree", _UNSETTLED, "resolved", _EITHER, needs="consent", under="consent_is_the_others"),
    Act("decide", _UNSETTLED, "resolved", "follow_up_official", needs="decision_memo"),
    Act("revise", "resolved", "unresolved", _EITHER),
)

# Who made the award, or passed it through, says of each finding of a single audit whether it is sustained.
_DECIDERS = "awarding_agency pass_through_entity"
SINGLE_AUDIT_RESOLUTION: Prose = (
    Act("issue", "not_stated", "unresolved", "oversight_body"),
    Act("sustain", _UNSETTLED, "resolved", _DECIDERS, needs="management_decision"),
    Act("not_sustain", _UNSETTLED, "resolved", _DECIDERS, needs="management_decision"),
)

# A response to a risk is recommended, then planned, then completed.
OSCAL_RESPONSE: Prose = (
    Act("recommend", "not_stated", "not_started", "oversight_body addressee"),
    Act("plan", "not_stated not_started", "planned", "addressee"),
    Act("complete", "planned", "reported_complete", "addressee"),
)

# A level of support is chosen, and edited as often as one likes, by who manages the record; none is one of the levels.
# What is public is archived by an administrator.
_KEEPERS = "manager administrator"
_LEVELS = {
    "clear_level": "not_required",
    "note": "non_concurred",
    "support_in_part": "partially_concurred",
    "support": "concurred",
}
IMPACT_OSS_POSITION: Prose = tuple(
    Act(event, f"not_stated {but(' '.join(_LEVELS.values()), level)}", level, _KEEPERS)
    for event, level in _LEVELS.items()
)
IMPACT_OSS_IMPLEMENTATION: Prose = (
    Act("prepare", "not_stated", "planned", "addressee"),
    Act("start", "not_stated planned", "in_progress", "addressee"),
    Act("complete", "in_progress", "reported_complete", "addressee"),
)
IMPACT_OSS_RELEASE: Prose = (
    Act("enter", "not_stated", "internal", f"contributor {_KEEPERS}"),
    Act("publish", "not_stated internal", "published", _KEEPERS),
    Act("archive", "published", "archived", "administrator"),
)
