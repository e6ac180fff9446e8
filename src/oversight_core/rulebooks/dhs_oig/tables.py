"""Tables of an inspector general: what to do is settled or not, and beside that a recommendation is open or closed."""

from __future__ import annotations

from oversight_core.rulebooks.canonical import OVERSIGHT_STATUS, RESOLUTION
from oversight_core.rulebooks.canonical.oversight_states import ANY_OPEN
from oversight_core.rulebooks.canonical.words import (
    A_50,
    CONVENTION,
    FOLLOW_UP_OFFICIAL,
    NOT_STATED,
    OIG_CLOSURE,
    OVERSIGHT_BODY,
)
from oversight_core.rulebooks.dhs_oig.sources import ig_act
from oversight_core.rulebooks.restricting import Kept, restricted
from oversight_core.rules.lifecycle import Rule

IG_STATUS = restricted(
    OVERSIGHT_STATUS,
    "ig_oversight_status",
    "1",
    states=(
        NOT_STATED.name,
        "open_awaiting",
        "open_response_received",
        "closed_implemented",
        "closed_not_implemented",
    ),
    rows=(
        Kept("issue", expects="report", cites=CONVENTION),
        Kept("issue_closed", expects=("report", "verified_evidence")),
        Kept("receive", cites=CONVENTION),
        Rule(
            ANY_OPEN,
            "verify",
            "closed_implemented",
            OVERSIGHT_BODY,
            expects=("management_decision", "verified_evidence", "closure_request"),
            guards="verifier_is_not_supplier",
            cites=OIG_CLOSURE,
            means="what was settled has been done, and money is disposed of, where there is any",
        ),
        Rule(
            ANY_OPEN,
            "close_on_decision",
            "closed_not_implemented",
            OVERSIGHT_BODY,
            requires="decision_memo",
            cites=CONVENTION,
            means="the audit follow-up official has decided against it",
        ),
        Rule(
            ANY_OPEN,
            "close_no_action_needed",
            "closed_not_implemented",
            OVERSIGHT_BODY,
            requires="management_decision",
            cites=ig_act(""),
            means="the decision is that no action is needed, and that is final action at once",
        ),
    ),
)

IG_RESOLUTION = restricted(
    RESOLUTION,
    "ig_resolution",
    "1",
    states=(NOT_STATED.name, "unresolved", "resolved"),
    rows=(
        Kept("issue"),
        Kept("agree"),
        Rule(
            (NOT_STATED.name, "unresolved"),
            "decide",
            "resolved",
            FOLLOW_UP_OFFICIAL,
            requires="decision_memo",
            cites=A_50,
            means="what is disputed is unresolved, too",
        ),
        Kept("revise"),
    ),
)
