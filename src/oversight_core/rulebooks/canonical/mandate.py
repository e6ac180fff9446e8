"""Stage of a mandate: one body directs another to do something, and that body plans it and does it."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.sources import TRANSFERS_PLAN as PLAN
from oversight_core.rulebooks.canonical.words import ADDRESSEE, CONVENTION, NOT_STATED
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

MANDATING_OFFICIAL = "mandating_official"

_START = (NOT_STATED.name, "given")

MANDATE_STAGE = Lifecycle(
    "mandate_stage",
    "1",
    "stage",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        State("given", "the body has been told to do it"),
        State("planned", "the body has said how it will"),
        State("in_force", "the body does it"),
        State("superseded", "another mandate has taken its place"),
    ),
    rules=(
        Rule(NOT_STATED.name, "give", "given", MANDATING_OFFICIAL, expects="memo", cites=PLAN),
        Rule(_START, "plan", "planned", ADDRESSEE, expects="plan", cites=PLAN),
        Rule((*_START, "planned"), "put_in_force", "in_force", ADDRESSEE, cites=CONVENTION),
        Rule("in_force", "supersede", "superseded", MANDATING_OFFICIAL, requires="successor", cites=CONVENTION),
    ),
    groups=(
        Group("open", ("given", "planned", "in_force"), "the body is held to it"),
        Group("final", "superseded", "nothing need follow"),
    ),
    kinds="mandate",
)
