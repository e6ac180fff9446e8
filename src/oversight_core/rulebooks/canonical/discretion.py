"""Stage of a request for prosecutorial discretion: decided in the field, and at headquarters where it gets there."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.sources import TRANSFERS_PLAN as PLAN
from oversight_core.rulebooks.canonical.words import CONVENTION, NOT_STATED, REQUESTER
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

FIELD_OFFICE = "field_office"
HEADQUARTERS = "headquarters"

_START = (NOT_STATED.name, "submitted")
_AT_WORK = (
    State("submitted", "it has been made"),
    State("field_review", "a field office looks at its merits"),
    State("field_decided", "the field office has decided"),
    State("headquarters_review", "headquarters looks at its merits"),
)

DISCRETION_STAGE = Lifecycle(
    "discretion_stage",
    "1",
    "stage",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        *_AT_WORK,
        State("decided", "the agency has decided for good"),
        State("withdrawn", "who made it no longer asks"),
    ),
    rules=(
        Rule(NOT_STATED.name, "submit", "submitted", REQUESTER, expects=("request", "basis"), cites=PLAN),
        Rule(_START, "route", "field_review", FIELD_OFFICE, cites=PLAN),
        Rule(_START, "withdraw", "withdrawn", REQUESTER, cites=CONVENTION),
        Rule("field_review", "decide_in_field", "field_decided", FIELD_OFFICE, expects="reasons", cites=PLAN),
        Rule(
            "field_decided",
            "review_at_headquarters",
            "headquarters_review",
            (REQUESTER, HEADQUARTERS),
            expects="request",
            cites=PLAN,
            means="because the requester asks for it, or the agency elects to",
        ),
        Rule(
            "field_decided",
            "accept",
            "decided",
            FIELD_OFFICE,
            cites=CONVENTION,
            means="the field office's decision stands",
        ),
        Rule("headquarters_review", "decide", "decided", HEADQUARTERS, expects="reasons", cites=PLAN),
    ),
    groups=(
        Group("open", tuple(state.name for state in _AT_WORK), "the agency has not decided for good"),
        Group("final", ("decided", "withdrawn"), "nothing need follow"),
    ),
    kinds="discretion-request",
)
