"""Stage of a referral or notice: from its draft through the recipient's answer to what came of it.

Which belief a notice rests on, and whether it suffices, is for the rulebook of a programme to say.  That nobody has
answered is what a clock brings; to turn to somebody higher is an act.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical.sources import TRANSFERS_PLAN as PLAN
from oversight_core.rulebooks.canonical.words import CONVENTION, NOT_STATED
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

SENDER = "sender"
RECIPIENT = "recipient"

_START = (NOT_STATED.name, "drafted")
_AT_WORK = (
    State("drafted", "written down, not yet to be sent"),
    State("cleared", "may be sent"),
    State("sent", "on its way; the recipient has not said that it has it"),
    State("acknowledged", "the recipient says that it has it"),
    State("accepted", "the recipient will act on it"),
    State("declined", "the recipient will not act on it"),
)

REFERRAL_STAGE = Lifecycle(
    "referral_stage",
    "1",
    "stage",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        *_AT_WORK,
        State("outcome_recorded", "what came of it is known"),
        State("escalated", "the recipient has not answered, and somebody above it is told instead"),
        State("dropped", "given up before it was sent"),
    ),
    rules=(
        Rule(NOT_STATED.name, "draft", "drafted", SENDER, expects="basis", cites=CONVENTION),
        Rule(_START, "clear", "cleared", SENDER, expects="clearance", cites=CONVENTION),
        Rule((*_START, "cleared"), "drop", "dropped", SENDER, expects="reasons", cites=CONVENTION),
        Rule("cleared", "send", "sent", SENDER, expects=("basis", "transmittal"), cites=PLAN),
        Rule(
            "sent", "escalate", "escalated", SENDER, expects="reasons", cites=CONVENTION, means="for want of an answer"
        ),
        Rule("sent", "acknowledge", "acknowledged", RECIPIENT, expects="acknowledgement", cites=CONVENTION),
        Rule("acknowledged", "accept", "accepted", RECIPIENT, cites=CONVENTION),
        Rule("acknowledged", "decline", "declined", RECIPIENT, expects="reasons", cites=CONVENTION),
        Rule(
            ("accepted", "declined"),
            "record_outcome",
            "outcome_recorded",
            (SENDER, RECIPIENT),
            expects="outcome",
            cites=CONVENTION,
        ),
    ),
    groups=(
        Group("open", tuple(state.name for state in _AT_WORK), "somebody still has to act on it"),
        Group("final", ("outcome_recorded", "escalated", "dropped"), "nothing need follow"),
    ),
    kinds="referral",
)
