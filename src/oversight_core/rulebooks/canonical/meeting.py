"""Stage of a meeting: held or missed.

Matters that were not dealt with are carried over: they stand on the agenda of the next one, which is another meeting.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical.sources import TRANSFERS_PLAN as PLAN
from oversight_core.rulebooks.canonical.words import ADDRESSEE, CONVENTION, NOT_STATED, OVERSIGHT_BODY
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

_START = (NOT_STATED.name, "scheduled")
_PARTIES = (OVERSIGHT_BODY, ADDRESSEE)

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
    ),
    rules=(
        Rule(NOT_STATED.name, "schedule", "scheduled", _PARTIES, expects="agenda", cites=CONVENTION),
        Rule(_START, "hold", "held", _PARTIES, expects=("minutes", "matters_carried_over"), cites=PLAN),
        Rule(_START, "miss", "missed", _PARTIES, expects=("reasons", "matters_carried_over"), cites=CONVENTION),
    ),
    groups=(Group("final", ("held", "missed"), "nothing need follow"),),
    kinds="meeting",
)
