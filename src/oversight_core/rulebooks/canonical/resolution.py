"""Resolution: disagreement over what to do is settled, by agreement or by the audit follow-up official.

*How* it was settled is the event, not another state.  For audit-type bodies only.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical.conditions import CONSENT_IS_THE_OTHERS
from oversight_core.rulebooks.canonical.words import (
    A_50,
    ADDRESSEE,
    CONVENTION,
    FOLLOW_UP_OFFICIAL,
    NOT_STATED,
    OVERSIGHT_BODY,
)
from oversight_core.rules.lifecycle import Lifecycle, Rule, State

_START = (NOT_STATED.name, "unresolved")
_EITHER = (OVERSIGHT_BODY, ADDRESSEE)

RESOLUTION = Lifecycle(
    "resolution",
    "1",
    "resolution",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        State("unresolved", "auditor and management have not settled what to do"),
        State("resolved", "what to do is settled"),
        State("disputed", "the auditor does not accept what management decided"),
    ),
    rules=(
        Rule(NOT_STATED.name, "issue", "unresolved", OVERSIGHT_BODY, expects="memo", cites=CONVENTION),
        Rule(
            _START,
            "agree",
            "resolved",
            _EITHER,
            requires="consent",
            expects="management_decision",
            guards="consent_is_the_others",
            cites=A_50,
            means="one side acts and brings the other's consent",
        ),
        Rule(_START, "dispute", "disputed", OVERSIGHT_BODY, expects="reasons", cites=CONVENTION),
        Rule(
            "disputed",
            "agree",
            "resolved",
            _EITHER,
            requires="consent",
            expects="revised_decision",
            guards="consent_is_the_others",
            cites=CONVENTION,
            means="agreed after all",
        ),
        Rule("disputed", "decide", "resolved", FOLLOW_UP_OFFICIAL, requires="decision_memo", cites=A_50),
        Rule("resolved", "revise", "unresolved", _EITHER, expects=("revised_decision", "reasons"), cites=CONVENTION),
    ),
    guards=(CONSENT_IS_THE_OTHERS,),
    kinds="recommendation",
)
