"""Two tables: what a State answers, final at adoption, and what it reports to have done."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.words import ADDRESSEE, CONVENTION, NOT_STATED, OVERSIGHT_BODY
from oversight_core.rulebooks.upr.sources import ADOPTION, AFTER_MATRICES, IN_PART
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

_PENDING = (NOT_STATED.name, "awaiting")
_ANSWERS = ("concurred", "partially_concurred", "non_concurred")

UPR_POSITION = Lifecycle(
    "upr_position",
    "1",
    "position",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        State("awaiting", "pending: the State has yet to answer, and will by the adoption"),
        State("concurred", "the State supports it"),
        State("partially_concurred", "the State supports a part of it"),
        State("non_concurred", "the State notes it, which is no refusal and bars no action"),
    ),
    rules=(
        Rule(NOT_STATED.name, "issue", "awaiting", OVERSIGHT_BODY, expects="report", cites=CONVENTION),
        Rule(_PENDING, "support", "concurred", ADDRESSEE, expects="reply", cites=ADOPTION),
        Rule(_PENDING, "support_in_part", "partially_concurred", ADDRESSEE, expects="reply", cites=IN_PART),
        Rule(_PENDING, "note", "non_concurred", ADDRESSEE, expects="reply", cites=ADOPTION),
    ),
    groups=(Group("final", _ANSWERS, "an answer is final at the adoption"),),
    kinds="recommendation",
)

UPR_IMPLEMENTATION = Lifecycle(
    "upr_implementation",
    "1",
    "implementation",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        State("not_started", "the State reports no action"),
        State("in_progress", "the State reports that action goes on"),
        State("reported_complete", "the State reports the work done; nobody else has looked"),
    ),
    rules=(
        Rule(NOT_STATED.name, "report_no_action", "not_started", ADDRESSEE, expects="report", cites=AFTER_MATRICES),
        Rule(
            (NOT_STATED.name, "not_started"),
            "start",
            "in_progress",
            ADDRESSEE,
            expects="report",
            cites=AFTER_MATRICES,
        ),
        Rule("in_progress", "report_complete", "reported_complete", ADDRESSEE, expects="report", cites=AFTER_MATRICES),
    ),
    groups=(
        Group("unfinished", ("not_started", "in_progress"), "work is still to do"),
        Group("final", "reported_complete", "nothing need follow"),
    ),
    kinds="recommendation",
)
