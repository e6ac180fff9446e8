"""Stage of a request to move a date: somebody asks, and somebody else decides.

The date that was set first stays in the record; what an approved request moves is the day on which a clock is due.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical.conditions import APPROVER_IS_NOT_REQUESTER
from oversight_core.rulebooks.canonical.words import APPROVER, CONVENTION, NOT_STATED, REQUESTER
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

_START = (NOT_STATED.name, "requested")

DATE_REVISION_STAGE = Lifecycle(
    "date_revision_stage",
    "1",
    "stage",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        State("requested", "somebody asks for another date"),
        State("approved", "the other date holds, beside the first"),
        State("denied", "the date stays"),
        State("withdrawn", "nobody asks any more, and the date stays"),
    ),
    rules=(
        Rule(NOT_STATED.name, "request", "requested", REQUESTER, expects=("reasons", "target"), cites=CONVENTION),
        Rule(_START, "approve", "approved", APPROVER, guards="approver_is_not_requester", cites=CONVENTION),
        Rule(
            _START,
            "deny",
            "denied",
            APPROVER,
            expects="reasons",
            guards="approver_is_not_requester",
            cites=CONVENTION,
        ),
        Rule(_START, "withdraw", "withdrawn", REQUESTER, cites=CONVENTION),
    ),
    groups=(Group("final", ("approved", "denied", "withdrawn"), "nothing need follow"),),
    guards=(APPROVER_IS_NOT_REQUESTER,),
    kinds="date-revision",
)
