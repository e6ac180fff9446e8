"""Implementation: what management reports it has done.  Actions that were agreed to move on the same table."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.words import (
    ADDRESSEE,
    CONVENTION,
    NOT_STATED,
    OIG_CLOSURE,
    OSCAL,
    OVERSIGHT_BODY,
    after,
)
from oversight_core.rules.citation import Read
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

_JUSTIFIED = after("Pub. L. 115-414, the GAO-IG Act", Read.ORIGINAL, "gpo.gov STATUTE-132-Pg5430")
"""The Act binds agencies before Congress, in their budgets; here anybody may decline what anybody recommends."""

_START = (NOT_STATED.name, "not_started")

IMPLEMENTATION = Lifecycle(
    "implementation",
    "1",
    "implementation",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        State("not_started", "nothing is reported to have been done or planned"),
        State("planned", "management says what it will do"),
        State("in_progress", "management reports work"),
        State("on_hold", "management reports that work has stopped for now"),
        State("reported_complete", "management reports the work done; nobody else has looked"),
        State("no_action_planned", "management says that it will do nothing"),
    ),
    rules=(
        Rule(NOT_STATED.name, "issue", "not_started", OVERSIGHT_BODY, expects="memo", cites=CONVENTION),
        Rule(_START, "plan", "planned", ADDRESSEE, expects=("plan", "target"), cites=OSCAL),
        Rule((*_START, "planned"), "start", "in_progress", ADDRESSEE, expects="status_update", cites=OSCAL),
        Rule("in_progress", "hold", "on_hold", ADDRESSEE, expects=("reasons", "target"), cites=CONVENTION),
        Rule("on_hold", "resume", "in_progress", ADDRESSEE, expects=("reasons", "target"), cites=CONVENTION),
        Rule(
            (*_START, "planned", "in_progress"),
            "report_complete",
            "reported_complete",
            ADDRESSEE,
            expects=("closure_request", "evidence"),
            cites=OIG_CLOSURE,
        ),
        Rule("reported_complete", "return", "in_progress", OVERSIGHT_BODY, expects="assessment", cites=CONVENTION),
        Rule(
            (NOT_STATED.name, "unfinished"),
            "decline",
            "no_action_planned",
            ADDRESSEE,
            expects="justification",
            cites=_JUSTIFIED,
            means="the Act asks for the justification, not for a status",
        ),
        Rule("no_action_planned", "reconsider", "planned", ADDRESSEE, expects=("reply", "plan"), cites=CONVENTION),
    ),
    groups=(Group("unfinished", ("not_started", "planned", "in_progress", "on_hold"), "work is still to do"),),
    kinds=("recommendation", "action"),
)
