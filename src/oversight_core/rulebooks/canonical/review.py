"""Stage of a review: from its plan through work in the field and its memos to its close."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.words import ADDRESSEE, CONVENTION, NOT_STATED, OVERSIGHT_BODY
from oversight_core.rulebooks.canonical.words import CRCL_PRACTICE as CRCL
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

_AT_WORK = (
    State("planned", "its scope is set"),
    State("announced", "the addressee has been told"),
    State("fieldwork", "the team is on site, or asks from afar"),
    State("analysis", "the facts are in"),
    State("issued", "a memo with findings or recommendations has been sent"),
    State("response_received", "every memo has been answered"),
    State("follow_up", "the oversight body checks what was done"),
)

REVIEW_STAGE = Lifecycle(
    "review_stage",
    "1",
    "stage",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        *_AT_WORK,
        State("closed", "the oversight body is done with it"),
        State("cancelled", "given up before findings; a memo may still carry recommendations"),
    ),
    rules=(
        Rule(NOT_STATED.name, "plan", "planned", OVERSIGHT_BODY, expects=("scope", "authority"), cites=CONVENTION),
        Rule((NOT_STATED.name, "planned"), "announce", "announced", OVERSIGHT_BODY, expects="memo", cites=CRCL),
        Rule("announced", "start", "fieldwork", OVERSIGHT_BODY, expects=("dates", "team", "sites"), cites=CRCL),
        Rule(
            (NOT_STATED.name, "planned"),
            "start",
            "fieldwork",
            OVERSIGHT_BODY,
            expects="authority",
            cites=CONVENTION,
            means="unannounced, as a spot check is",
        ),
        Rule("fieldwork", "finish", "analysis", OVERSIGHT_BODY, expects="fieldwork_facts", cites=CRCL),
        Rule(
            ("analysis", "issued", "response_received", "follow_up"),
            "issue",
            "issued",
            OVERSIGHT_BODY,
            expects="memo",
            cites=CRCL,
            means="a memo, or a further one",
        ),
        Rule(
            "issued",
            "respond",
            "response_received",
            ADDRESSEE,
            expects="replies",
            cites=CRCL,
            means="the last reply that was due; whether it is the last is read from the memos",
        ),
        Rule(("issued", "response_received"), "follow_up", "follow_up", OVERSIGHT_BODY, expects="memo", cites=CRCL),
        Rule(
            ("analysis", "issued", "response_received", "follow_up"),
            "close",
            "closed",
            OVERSIGHT_BODY,
            expects=("closing_document", "answers"),
            cites=CONVENTION,
            means="every position answered, waived or lapsed",
        ),
        Rule(
            (NOT_STATED.name, "planned", "announced", "fieldwork", "analysis"),
            "cancel",
            "cancelled",
            OVERSIGHT_BODY,
            expects="reasons",
            cites=CRCL,
        ),
        Rule("closed", "reopen", "follow_up", OVERSIGHT_BODY, expects="reasons", cites=CONVENTION),
    ),
    groups=(
        Group("open", tuple(state.name for state in _AT_WORK), "the oversight body is not done with it"),
        Group("final", ("closed", "cancelled"), "nothing need follow"),
    ),
    kinds="review",
)
