"""Stage of a milestone: its owner does it and says so, and somebody else verifies it."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.conditions import VALIDATOR_IS_NOT_OWNER, VERIFIER_DID_NOT_SUPPLY
from oversight_core.rulebooks.canonical.words import CONVENTION, NOT_STATED, OWNER, PLAN_APPROVER, VALIDATOR, after
from oversight_core.rules.citation import Read
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

SIMORE = after(
    "SIMORE Plus, where a validating authority passes what a focal point uploads",
    Read.SECOND_HAND,
    "geneva-academy.ch tracking-tools/simore-plus",
)

_START = (NOT_STATED.name, "proposed")
_OPEN = (
    State("proposed", "its owner says what it will do"),
    State("approved", "it is part of the plan"),
    State("in_progress", "its owner works on it"),
    State("done", "its owner says that it is done; nobody else has looked"),
)

MILESTONE_STAGE = Lifecycle(
    "milestone_stage",
    "1",
    "stage",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        *_OPEN,
        State("verified", "somebody other than its owner has seen that it is done"),
        State("cancelled", "it will not be done, and is no longer part of the plan"),
    ),
    rules=(
        Rule(NOT_STATED.name, "propose", "proposed", OWNER, expects="target", cites=CONVENTION),
        Rule(_START, "approve", "approved", PLAN_APPROVER, cites=CONVENTION),
        Rule("approved", "start", "in_progress", OWNER, cites=CONVENTION),
        Rule("in_progress", "finish", "done", OWNER, expects="evidence", cites=CONVENTION),
        Rule(
            "done",
            "verify",
            "verified",
            VALIDATOR,
            expects="verified_evidence",
            guards=("validator_is_not_owner", "verifier_did_not_supply"),
            cites=SIMORE,
        ),
        Rule(
            "done",
            "reject",
            "in_progress",
            VALIDATOR,
            expects="reasons",
            guards="validator_is_not_owner",
            cites=CONVENTION,
        ),
        Rule(
            (*_START, "approved", "in_progress"),
            "cancel",
            "cancelled",
            PLAN_APPROVER,
            expects="reasons",
            cites=CONVENTION,
        ),
    ),
    groups=(
        Group("open", tuple(state.name for state in _OPEN), "it is still to do, or to verify"),
        Group("final", ("verified", "cancelled"), "nothing need follow"),
    ),
    guards=(VALIDATOR_IS_NOT_OWNER, VERIFIER_DID_NOT_SUPPLY),
    kinds="milestone",
)
