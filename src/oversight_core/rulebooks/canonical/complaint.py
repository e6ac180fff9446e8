"""Stage of a complaint: from intake through fact-finding to its close."""

from __future__ import annotations

from datetime import date

import attrs

from oversight_core.rulebooks.canonical.jurisdiction import OUTSIDE_JURISDICTION
from oversight_core.rulebooks.canonical.words import (
    ADDRESSEE,
    CONVENTION,
    CRCL_PRACTICE,
    INSPECTOR_GENERAL,
    INTAKE,
    NOT_STATED,
    OVERSIGHT_BODY,
    after,
)
from oversight_core.rules.citation import Read
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

OIG_PRECEDENCE = after("6 U.S.C. 345(a)(6)", Read.SECOND_HAND, "civic-source/us-code title-6/chapter-1/section-345.md")

_START = (NOT_STATED.name, "received")
_AT_WORK = (
    State("received", "it has come in"),
    State("opened", "the oversight body has taken it on"),
    State("offered_oig", "the inspector general may take it first"),
    State("oig_taken", "the inspector general has it"),
    State("referred", "the component looks into it and must report back"),
    State("component_reported", "the component has reported what it found"),
    State("retained", "the oversight body keeps it to look into itself"),
    State("investigating", "the oversight body is looking into it"),
    State("findings_issued", "findings have been sent to the component"),
)

COMPLAINT_STAGE = Lifecycle(
    "complaint_stage",
    "2",
    "stage",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        *_AT_WORK,
        State("screened_out", "not for this body; the complainant is told where to turn"),
        State("closed", "the oversight body is done with it"),
    ),
    rules=(
        Rule(NOT_STATED.name, "receive", "received", INTAKE, expects="complaint", cites=CRCL_PRACTICE),
        Rule(
            _START,
            "screen_out",
            "screened_out",
            INTAKE,
            expects=("reasons", "notice"),
            guards="outside_jurisdiction",
            cites=CONVENTION,
        ),
        Rule(_START, "open", "opened", OVERSIGHT_BODY, expects="intake_record", cites=CRCL_PRACTICE),
        Rule("opened", "offer", "offered_oig", OVERSIGHT_BODY, expects="transmittal", cites=CONVENTION),
        Rule(
            ("opened", "offered_oig"),
            "take",
            "oig_taken",
            INSPECTOR_GENERAL,
            expects="notice",
            cites=OIG_PRECEDENCE,
            means="offered to it or not",
        ),
        Rule("oig_taken", "return", "opened", INSPECTOR_GENERAL, expects="notice", cites=CONVENTION),
        Rule("opened", "refer", "referred", OVERSIGHT_BODY, expects="referral", cites=CRCL_PRACTICE),
        Rule(
            "offered_oig",
            "refer",
            "referred",
            OVERSIGHT_BODY,
            requires="declination",
            expects="referral",
            cites=CRCL_PRACTICE,
            means="the inspector general has declined",
        ),
        Rule("referred", "report", "component_reported", ADDRESSEE, expects="report_of_findings", cites=CRCL_PRACTICE),
        Rule("opened", "retain", "retained", OVERSIGHT_BODY, expects="retention_memo", cites=CRCL_PRACTICE),
        Rule(
            "offered_oig",
            "retain",
            "retained",
            OVERSIGHT_BODY,
            requires="declination",
            expects="retention_memo",
            cites=CRCL_PRACTICE,
            means="the inspector general has declined",
        ),
        Rule(
            "component_reported",
            "retain",
            "retained",
            OVERSIGHT_BODY,
            expects=("review_note", "retention_memo"),
            cites=CONVENTION,
            means="the component's report does not settle it",
        ),
        Rule("retained", "start", "investigating", OVERSIGHT_BODY, expects="plan", cites=CRCL_PRACTICE),
        Rule(
            "investigating",
            "convert",
            "investigating",
            OVERSIGHT_BODY,
            expects="reasons",
            cites=CRCL_PRACTICE,
            means="from the short form to a standard investigation",
        ),
        Rule("investigating", "issue", "findings_issued", OVERSIGHT_BODY, expects="memo", cites=CRCL_PRACTICE),
        Rule("component_reported", "close", "closed", OVERSIGHT_BODY, expects="review_note", cites=CRCL_PRACTICE),
        Rule(
            ("investigating", "findings_issued"),
            "close",
            "closed",
            OVERSIGHT_BODY,
            expects=("closing_document", "complainant_notice"),
            cites=CRCL_PRACTICE,
        ),
        Rule(
            "closed",
            "reconsider",
            "investigating",
            OVERSIGHT_BODY,
            expects=("appeal", "reconsideration_memo"),
            cites=CONVENTION,
            means="after an appeal under section 504",
        ),
    ),
    groups=(
        Group("open", tuple(state.name for state in _AT_WORK), "the oversight body is not done with it"),
        Group("final", ("screened_out", "closed"), "nothing need follow"),
    ),
    guards=(OUTSIDE_JURISDICTION,),
    kinds="complaint",
    in_force_from=date(2011, 1, 1),  # before, no programme is known that took such complaints
)

COMPLAINT_STAGE_1 = attrs.evolve(
    COMPLAINT_STAGE,
    version="1",
    rules=[
        attrs.evolve(rule, guards=(), source="offered_oig" if rule.event == "take" else rule.source)
        for rule in COMPLAINT_STAGE.rules
    ],
    guards=(),
    in_force_from=None,
)
"""As it was when any complaint might be screened out, and the inspector general took only what it was offered."""
