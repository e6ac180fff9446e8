"""Stage of an outlier: a jurisdiction stands out in figures, which is a lead and no finding, and is looked into.

What is found is resolved by department and agency together: one acts and brings the other's consent.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical.conditions import CONSENT_IS_THE_OTHERS
from oversight_core.rulebooks.canonical.sources import SECURE_COMMUNITIES_PAGE as PAGE
from oversight_core.rulebooks.canonical.words import CONVENTION, NOT_STATED
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

ANALYST = "analyst"
DEPARTMENT = "department"
AGENCY = "agency"

_AT_WORK = (
    State("computed", "the figures are there"),
    State("flagged", "the jurisdiction stands out"),
    State("data_issue", "the figures may be at fault"),
    State("in_depth", "analysts look into it"),
    State("explained", "there is a reason that is no misuse"),
    State("substantiated", "there are signs of misuse"),
    State("remedied", "steps have been taken"),
)

OUTLIER_STAGE = Lifecycle(
    "outlier_stage",
    "1",
    "stage",
    NOT_STATED.name,
    states=(NOT_STATED, *_AT_WORK, State("closed", "the analysts are done with it")),
    rules=(
        Rule(NOT_STATED.name, "compute", "computed", ANALYST, expects="method_record", cites=CONVENTION),
        Rule((NOT_STATED.name, "computed"), "flag", "flagged", ANALYST, expects="method_record", cites=PAGE),
        Rule("flagged", "find_data_issue", "data_issue", ANALYST, expects="data_note", cites=CONVENTION),
        Rule("data_issue", "recompute", "computed", ANALYST, expects="method_record", cites=CONVENTION),
        Rule("flagged", "triage", "in_depth", ANALYST, cites=PAGE),
        Rule("in_depth", "explain", "explained", ANALYST, expects="analysis", cites=CONVENTION),
        Rule("in_depth", "substantiate", "substantiated", ANALYST, expects="analysis", cites=CONVENTION),
        Rule(
            "substantiated",
            "remedy",
            "remedied",
            (DEPARTMENT, AGENCY),
            requires="consent",
            expects="resolution_step",
            guards="consent_is_the_others",
            cites=PAGE,
            means="one of the two acts and brings the other's consent",
        ),
        Rule(("explained", "remedied"), "close", "closed", ANALYST, cites=CONVENTION),
    ),
    groups=(
        Group("open", tuple(state.name for state in _AT_WORK), "the analysts are not done with it"),
        Group("final", "closed", "nothing need follow"),
    ),
    guards=(CONSENT_IS_THE_OTHERS,),
    kinds="outlier",
)
