"""Stage of a request to deviate from what is asked: a false positive, a risk seen otherwise, an operational need."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.conditions import APPROVER_IS_NOT_REQUESTER
from oversight_core.rulebooks.canonical.words import ADDRESSEE, AUTHORISING_OFFICIAL, CONVENTION, NOT_STATED, OSCAL
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

_START = (NOT_STATED.name, "requested")

DEVIATION_STAGE = Lifecycle(
    "deviation_stage",
    "1",
    "stage",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        State("requested", "somebody asks not to do what is asked"),
        State("approved", "the authorising official takes the risk of not doing it"),
        State("rejected", "it is to be done as it was asked"),
        State("withdrawn", "nobody asks any more"),
    ),
    rules=(
        Rule(NOT_STATED.name, "request", "requested", ADDRESSEE, expects=("type", "reasons"), cites=OSCAL),
        Rule(_START, "approve", "approved", AUTHORISING_OFFICIAL, guards="approver_is_not_requester", cites=OSCAL),
        Rule(
            _START,
            "reject",
            "rejected",
            AUTHORISING_OFFICIAL,
            expects="reasons",
            guards="approver_is_not_requester",
            cites=OSCAL,
        ),
        Rule(_START, "withdraw", "withdrawn", ADDRESSEE, cites=CONVENTION),
    ),
    groups=(Group("final", ("approved", "rejected", "withdrawn"), "nothing need follow"),),
    guards=(APPROVER_IS_NOT_REQUESTER,),
    kinds="deviation",
)
