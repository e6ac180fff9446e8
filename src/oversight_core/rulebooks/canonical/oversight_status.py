"""Oversight status: what the oversight body says has become of its recommendation.

Nothing the addressee says moves it: a reply is received, then judged.  A coarse ``open`` or ``closed`` is a group.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical.conditions import VERIFIER_IS_NOT_SUPPLIER
from oversight_core.rulebooks.canonical.oversight_states import ANY_OPEN, GROUPS, STATES
from oversight_core.rulebooks.canonical.words import (
    AUTHORISING_OFFICIAL,
    BOARD_ORDER_22,
    CLOSED_BEFORE_ISSUE,
    CONVENTION,
    GAO_LABELS,
    INTAKE,
    NOT_STATED,
    NTSB_CODES,
    OIG_CLOSURE,
    OSCAL,
    OVERSIGHT_BODY,
)
from oversight_core.rules.lifecycle import Lifecycle, Rule

_START = (NOT_STATED.name, "open_awaiting")
_JUDGED = ("open_acceptable", "open_acceptable_alt", "open_unacceptable", "open_partial")
_ENDED_FOR_GOOD = ("closed_superseded", "closed_withdrawn")

VERIFY_PARTIAL = Rule(
    ANY_OPEN,
    "verify_partial",
    "open_partial",
    OVERSIGHT_BODY,
    expects="verified_evidence",
    cites=GAO_LABELS,
    means="evidence meets a part, or a further part",
)


def _judged(event: str, target: str) -> tuple[Rule, Rule]:
    """A reply is judged; or, on something new, judged otherwise than before."""
    others = tuple(state for state in _JUDGED if state != target)
    body, cites = OVERSIGHT_BODY, NTSB_CODES
    return (
        Rule("open_response_received", event, target, body, expects=("assessment", "rationale"), cites=cites),
        Rule(others, event, target, body, expects=("assessment", "update"), cites=CONVENTION, means="judged anew"),
    )


OVERSIGHT_STATUS = Lifecycle(
    "oversight_status",
    "1",
    "oversight_status",
    NOT_STATED.name,
    states=STATES,
    rules=(
        Rule(NOT_STATED.name, "issue", "open_awaiting", OVERSIGHT_BODY, expects="memo", cites=NTSB_CODES),
        Rule(
            NOT_STATED.name,
            "issue_closed",
            "closed_implemented",
            OVERSIGHT_BODY,
            expects=("memo", "verified_evidence"),
            guards="verifier_is_not_supplier",
            cites=CLOSED_BEFORE_ISSUE,
            means="done before the report came out",
        ),
        Rule(_START, "receive", "open_response_received", (INTAKE, OVERSIGHT_BODY), expects="reply", cites=NTSB_CODES),
        *_judged("assess_acceptable", "open_acceptable"),
        *_judged("assess_acceptable_alt", "open_acceptable_alt"),
        *_judged("assess_unacceptable", "open_unacceptable"),
        VERIFY_PARTIAL,
        Rule(
            ("open_response_received", "open_acceptable", "open_partial", "open_unacceptable"),
            "verify",
            "closed_implemented",
            OVERSIGHT_BODY,
            expects=("verified_evidence", "closure_request"),
            guards="verifier_is_not_supplier",
            cites=OIG_CLOSURE,
            means="with the disposition of money, where there is any",
        ),
        Rule(
            ("open_acceptable_alt", "open_partial"),
            "verify_alt",
            "closed_alt",
            OVERSIGHT_BODY,
            expects=("verified_evidence", "closure_request"),
            guards="verifier_is_not_supplier",
            cites=NTSB_CODES,
        ),
        Rule(
            ("open_acceptable", "open_partial"),
            "verify_exceeds",
            "closed_exceeds",
            OVERSIGHT_BODY,
            expects=("verified_evidence", "closure_request"),
            guards="verifier_is_not_supplier",
            cites=NTSB_CODES,
        ),
        Rule(
            ("open_unacceptable", "open_response_received", "open_partial"),
            "close_not_implemented",
            "closed_not_implemented",
            OVERSIGHT_BODY,
            expects="rationale",
            cites=CONVENTION,
        ),
        Rule(
            _START,
            "close_no_response",
            "closed_no_response",
            OVERSIGHT_BODY,
            expects=("expired_deadline", "reminders"),
            cites=NTSB_CODES,
        ),
        Rule(ANY_OPEN, "supersede", "closed_superseded", OVERSIGHT_BODY, requires="successor", cites=NTSB_CODES),
        Rule(ANY_OPEN, "withdraw", "closed_withdrawn", OVERSIGHT_BODY, expects="reasons", cites=NTSB_CODES),
        Rule(ANY_OPEN, "overtake", "closed_not_applicable", OVERSIGHT_BODY, expects="event", cites=NTSB_CODES),
        Rule(
            ("open_unacceptable", "open_response_received"),
            "accept_risk",
            "closed_risk_accepted",
            AUTHORISING_OFFICIAL,
            requires="deviation_approval",
            expects="notice",
            cites=OSCAL,
            means="an official of the addressee accepts; the oversight body takes note",
        ),
        Rule(
            tuple(s.name for s in STATES if s.name.startswith("closed_") and s.name not in _ENDED_FOR_GOOD),
            "reopen",
            "open_awaiting",
            OVERSIGHT_BODY,
            expects="reasons",
            cites=BOARD_ORDER_22,
            means="after a failed recheck or a new finding; says nothing about what was met",
        ),
    ),
    groups=GROUPS,
    guards=(VERIFIER_IS_NOT_SUPPLIER,),
    kinds="recommendation",
)
