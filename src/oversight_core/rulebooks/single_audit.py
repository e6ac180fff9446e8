"""The single audit of federal awards: the agency, or who passed the award on, decides on each finding.

The regulation says what a decision must say and by when; it says nothing of whether what was found has been put right.
"""

from __future__ import annotations

import attrs

from oversight_core.moments import PLAIN
from oversight_core.rulebooks.canonical.words import CONVENTION, NOT_STATED, OVERSIGHT_BODY
from oversight_core.rules.citation import Citation, Force, Read
from oversight_core.rules.clock import Clock, MonthEnd
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State
from oversight_core.rules.rulebook import RuleBook
from oversight_core.rules.vocabulary import Mapping, Vocabulary

AWARDING_AGENCY = "awarding_agency"
PASS_THROUGH_ENTITY = "pass_through_entity"

_DECIDERS = (AWARDING_AGENCY, PASS_THROUGH_ENTITY)
_SAYS = ("reasons", "expected_action", "timetable", "appeal")
_START = (NOT_STATED.name, "unresolved")
_WHO = "federal awarding agencies and pass-through entities"

UNIFORM = Citation("2 CFR 200.521", Force.REGULATION, _WHO, Read.ORIGINAL)
HEALTH = Citation("45 CFR 75.521", Force.REGULATION, f"{_WHO}, for awards of Health and Human Services", Read.ORIGINAL)
LABOR = Citation(
    "2 CFR 2900.21", Force.REGULATION, f"{_WHO}, for subrecipients of awards of the Department of Labor", Read.ORIGINAL
)

SINGLE_AUDIT_RESOLUTION = Lifecycle(
    "single_audit_resolution",
    "1",
    "resolution",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        State("unresolved", "there is no management decision on it"),
        State("resolved", "the management decision says whether it is sustained, and what is to be done"),
    ),
    rules=(
        Rule(NOT_STATED.name, "issue", "unresolved", OVERSIGHT_BODY, expects="report", cites=CONVENTION),
        Rule(
            _START,
            "sustain",
            "resolved",
            _DECIDERS,
            requires="management_decision",
            expects=_SAYS,
            cites=(UNIFORM, HEALTH),
            means="the finding is sustained",
        ),
        Rule(
            _START,
            "not_sustain",
            "resolved",
            _DECIDERS,
            requires="management_decision",
            expects="reasons",
            cites=(UNIFORM, HEALTH),
            means="the finding is not sustained",
        ),
    ),
    groups=(Group("final", "resolved", "nothing need follow on this axis"),),
    kinds="recommendation",
)

DECISIONS = Vocabulary(
    "single-audit/decision",
    "single-audit",
    (
        Mapping(
            "sustained",
            (("resolution", "resolved"),),
            lossy=True,
            note="it says as well that the finding stands and that action is expected",
            cites=UNIFORM,
        ),
        Mapping(
            "not sustained",
            (("resolution", "resolved"),),
            lossy=True,
            note="it says as well that the finding does not stand",
            cites=UNIFORM,
        ),
    ),
)

DECISION = Clock(
    "management-decision",
    "document.accepted_on",
    6,
    "months",
    "federal awarding agency or pass-through entity",
    (UNIFORM, HEALTH),
    "six months after the Federal Audit Clearinghouse accepted the audit report",
    calendar=PLAIN.name,
    kinds=("recommendation", "finding"),
    met_by=("management-decision:decided_on", "resolution=resolved"),
    month_end=MonthEnd.SAME_DAY,
)

SINGLE_AUDIT = RuleBook(
    "single-audit",
    "1",
    "Single audit of federal awards",
    (SINGLE_AUDIT_RESOLUTION,),
    (DECISIONS,),
    (DECISION,),
)

SINGLE_AUDIT_DOL = attrs.evolve(
    SINGLE_AUDIT,
    name="single-audit-dol",
    title="Single audit of the Department of Labor's awards, findings on subrecipients",
    clocks=(
        attrs.evolve(
            DECISION,
            length=12,
            cites=(UNIFORM, LABOR),
            means="the six months of other agencies, and six more for a subrecipient",
        ),
    ),
)
"""For the items to which the longer time applies: a clock is the rulebook's that governs an item."""
