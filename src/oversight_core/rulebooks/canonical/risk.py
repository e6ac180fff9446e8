"""Stage of a risk: it is found, looked into and remedied; or an official takes it as it is, which is a deviation.

OSCAL names these states and says nothing of what may follow what: every row is a convention.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical.conditions import is_among, own
from oversight_core.rulebooks.canonical.words import ADDRESSEE, AUTHORISING_OFFICIAL, NOT_STATED, OSCAL, OVERSIGHT_BODY
from oversight_core.rules.attempt import Attempt, Facts, Guard
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

_START = (NOT_STATED.name, "open")
_AT_WORK = (
    State("open", "it has been found"),
    State("investigating", "it is being looked into"),
    State("remediating", "something is being done about it"),
    State("deviation_requested", "somebody asks to leave it as it is"),
)


def _approver_did_not_request(attempt: Attempt, facts: Facts) -> bool:
    asked = (*facts["last_moved_by"], *facts["last_supplied_by"])
    return not is_among(attempt.actor, asked) and not any(own(attempt, "deviation_request"))


APPROVER_DID_NOT_REQUEST = Guard(
    "approver_did_not_request",
    "whoever decides has neither made nor supplied the request, and does not act for who did",
    ("last_moved_by", "last_supplied_by"),
    _approver_did_not_request,
)

RISK_STAGE = Lifecycle(
    "risk_stage",
    "1",
    "stage",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        *_AT_WORK,
        State("deviation_approved", "the authorising official takes it as it is"),
        State("closed", "nothing more is to be done about it"),
    ),
    rules=(
        Rule(NOT_STATED.name, "identify", "open", (OVERSIGHT_BODY, ADDRESSEE), expects="observation", cites=OSCAL),
        Rule(_START, "investigate", "investigating", ADDRESSEE, expects="status_update", cites=OSCAL),
        Rule("investigating", "remediate", "remediating", ADDRESSEE, expects="plan", cites=OSCAL),
        Rule(
            (*_START, "investigating", "remediating"),
            "request_deviation",
            "deviation_requested",
            ADDRESSEE,
            expects=("deviation_request", "reasons"),
            cites=OSCAL,
        ),
        Rule(
            "deviation_requested",
            "approve_deviation",
            "deviation_approved",
            AUTHORISING_OFFICIAL,
            guards=APPROVER_DID_NOT_REQUEST.name,
            cites=OSCAL,
        ),
        Rule(
            "deviation_requested",
            "reject_deviation",
            "remediating",
            AUTHORISING_OFFICIAL,
            expects="reasons",
            guards=APPROVER_DID_NOT_REQUEST.name,
            cites=OSCAL,
        ),
        Rule(
            ("remediating", "deviation_approved"),
            "close",
            "closed",
            (OVERSIGHT_BODY, ADDRESSEE),
            expects="evidence",
            cites=OSCAL,
        ),
        Rule(
            "closed",
            "recur",
            "open",
            (OVERSIGHT_BODY, ADDRESSEE),
            expects="observation",
            cites=OSCAL,
            means="it is there again",
        ),
    ),
    groups=(
        Group("unfinished", tuple(state.name for state in _AT_WORK), "it is still to be dealt with"),
        Group("final", "closed", "nothing need follow"),
    ),
    guards=(APPROVER_DID_NOT_REQUEST,),
    kinds="risk",
)
