"""How far a response to a risk has come.  Recommended and planned entries stay where a response is completed."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.words import ADDRESSEE, NOT_STATED, OVERSIGHT_BODY
from oversight_core.rulebooks.canonical.words import OSCAL as AFTER_OSCAL
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

OSCAL_RESPONSE = Lifecycle(
    "oscal_response",
    "1",
    "implementation",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        State("not_started", "somebody recommends it"),
        State("planned", "who must act says that it will be done"),
        State("reported_complete", "who must act reports it done; nobody else has looked"),
    ),
    rules=(
        Rule(NOT_STATED.name, "recommend", "not_started", (OVERSIGHT_BODY, ADDRESSEE), cites=AFTER_OSCAL),
        Rule((NOT_STATED.name, "not_started"), "plan", "planned", ADDRESSEE, expects="milestone", cites=AFTER_OSCAL),
        Rule("planned", "complete", "reported_complete", ADDRESSEE, expects="evidence", cites=AFTER_OSCAL),
    ),
    groups=(
        Group("unfinished", ("not_started", "planned"), "work is still to do"),
        Group("final", "reported_complete", "nothing need follow"),
    ),
    kinds=("recommendation", "action"),
)
