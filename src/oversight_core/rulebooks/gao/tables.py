"""GAO's tables.  They have fewer states than the canonical ones and freer rows: whatever is open may be closed."""

from __future__ import annotations

from oversight_core.rulebooks.canonical import RESOLUTION
from oversight_core.rulebooks.canonical.conditions import VERIFIER_IS_NOT_SUPPLIER
from oversight_core.rulebooks.canonical.oversight_states import ANY_OPEN, GROUPS, STATES
from oversight_core.rulebooks.canonical.oversight_status import VERIFY_PARTIAL
from oversight_core.rulebooks.canonical.words import (
    A_50,
    ADDRESSEE,
    CONVENTION,
    GAO_LABELS,
    INTAKE,
    NOT_STATED,
    OVERSIGHT_BODY,
)
from oversight_core.rulebooks.restricting import Kept, narrowed, restricted
from oversight_core.rules.lifecycle import Lifecycle, Rule

_HELD = (
    NOT_STATED.name,
    "open_awaiting",
    "open_response_received",
    "open_partial",
    "closed_implemented",
    "closed_not_implemented",
    "closed_not_applicable",
)
_START = (NOT_STATED.name, "open_awaiting")

GAO_STATUS = Lifecycle(
    "gao_oversight_status",
    "1",
    "oversight_status",
    NOT_STATED.name,
    states=tuple(state for state in STATES if state.name in _HELD),
    rules=(
        Rule(NOT_STATED.name, "issue", "open_awaiting", OVERSIGHT_BODY, expects="report", cites=GAO_LABELS),
        Rule(_START, "receive", "open_response_received", (INTAKE, OVERSIGHT_BODY), expects="reply", cites=CONVENTION),
        VERIFY_PARTIAL,
        Rule(
            "open_partial",
            "return_to_open",
            "open_response_received",
            OVERSIGHT_BODY,
            cites=GAO_LABELS,
            means="GAO simply changes the label; the reply stays received",
        ),
        Rule(
            ANY_OPEN,
            "verify",
            "closed_implemented",
            OVERSIGHT_BODY,
            expects="verified_evidence",
            guards="verifier_is_not_supplier",
            cites=GAO_LABELS,
            means="GAO asks for no closure request",
        ),
        Rule(
            ANY_OPEN,
            "close_not_implemented",
            "closed_not_implemented",
            OVERSIGHT_BODY,
            expects="rationale",
            cites=GAO_LABELS,
        ),
        Rule(
            ANY_OPEN,
            "overtake",
            "closed_not_applicable",
            OVERSIGHT_BODY,
            expects="rationale",
            cites=CONVENTION,
            means="no longer valid",
        ),
    ),
    groups=narrowed(GROUPS, _HELD),
    guards=(VERIFIER_IS_NOT_SUPPLIER,),
    kinds="recommendation",
)

GAO_RESOLUTION = restricted(
    RESOLUTION,
    "gao_resolution",
    "1",
    states=(NOT_STATED.name, "unresolved", "resolved"),
    rows=(
        Kept("issue"),
        Rule(
            (NOT_STATED.name, "unresolved"),
            "answer_congress",
            "resolved",
            ADDRESSEE,
            expects="statement",
            cites=A_50,
            means="GAO's consent is not asked for: the agency's answer to Congress resolves it",
        ),
        Kept("revise"),
    ),
)
