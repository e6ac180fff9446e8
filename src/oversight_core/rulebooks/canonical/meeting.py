"""Stage of a meeting: held or missed, and what was not dealt with carried over to the next one."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.sources import TRANSFERS_PLAN as PLAN
from oversight_core.rulebooks.canonical.words import CONVENTION, NOT_STATED
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

PARTY = "party"

_START = (NOT_STATED.name, "scheduled")

MEETING_STAGE = Lifecycle(
    "meeting_stage",
    "1",
    "stage",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        State("scheduled", "the parties have agreed on a day"),
        State("held", "the parties have met"),
        State("missed", "the day has passed, and the parties have not met"),
        State("carried_over", "matters of it stand on the agenda of a later meeting"),
    ),
    rules=(
        Rule(NOT_STATED.name, "schedule", "scheduled", PARTY, expects="agenda", cites=CONVENTION),
        Rule(_START, "hold", "held", PARTY, expects="minutes", cites=PLAN),
        Rule(_START, "miss", "missed", PARTY, expects="reasons", cites=CONVENTION),
        Rule(
            ("held", "missed"),
            "carry_over",
            "carried_over",
            PARTY,
            expects=("matters", "next_meeting"),
            cites=CONVENTION,
            means="what was not dealt with",
        ),
    ),
    groups=(Group("final", ("held", "missed", "carried_over"), "nothing need follow"),),
    kinds="meeting",
)
