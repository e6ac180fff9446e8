"""FedRAMP, a profile of OSCAL: the same words and moves, more that is expected with them, and days to remedy a risk.

Its rules are published as data that a machine checks; an item that breaks one is not refused here, what it lacks is
listed as missing.
"""

from __future__ import annotations

from oversight_core.moments import PLAIN
from oversight_core.rulebooks.canonical.risk import RISK_STAGE
from oversight_core.rulebooks.canonical.words import OSCAL as AFTER_OSCAL
from oversight_core.rulebooks.canonical.words import after
from oversight_core.rulebooks.oscal import OSCAL
from oversight_core.rulebooks.restricting import Kept, restricted
from oversight_core.rules.citation import Citation, Force, Read
from oversight_core.rules.clock import Bound, Clock
from oversight_core.rules.rulebook import RuleBook

POAM = Citation(
    "FedRAMP validation rules, rev5 plan of action and milestones",
    Force.PRACTICE,
    "cloud service providers",
    Read.ORIGINAL,
    "GSA/fedramp-automation c784140 src/validations/rules/rev5/poam.sch",
)

_BOTH = (AFTER_OSCAL, POAM)  # the move is a convention, what is expected with it is the profile's

FEDRAMP_RISK = restricted(
    RISK_STAGE,
    "fedramp_risk_stage",
    "1",
    states=RISK_STAGE.state_names,
    rows=(
        Kept("identify", expects=("observation", "deadline", "recommended_response"), cites=_BOTH),
        Kept("investigate"),
        Kept("remediate", expects=("plan", "planned_response", "milestone"), cites=_BOTH),
        Kept("request_deviation"),
        Kept(
            "approve_deviation",
            expects=("initial_risk", "adjusted_risk"),
            cites=_BOTH,
            means="both are kept, side by side",
        ),
        Kept("reject_deviation"),
        Kept(
            "close",
            expects=("evidence", "recommended_response", "planned_response"),
            cites=_BOTH,
            means="what was recommended and planned stays in the plan",
        ),
        Kept("recur"),
    ),
)

DAYS = {"high": 30, "moderate": 90, "low": 180}
"""By the impact of a risk: its deadline lies before this day from its detection."""


_STOPS = after("the profile, which does not say what an approved deviation does to a deadline", Read.ORIGINAL)


def _remediation(impact: str, days: int) -> Clock:
    return Clock(
        "remediation",
        "detected_on",
        days,
        "days",
        "cloud service provider",
        (POAM, _STOPS),
        f"the deadline of a risk of {impact} impact lies less than {days} days after its detection",
        calendar=PLAIN.name,
        kinds="risk",
        bound=Bound.BEFORE,
        where=(("impact", impact),),
        met_by="stage=closed",
        stops_on="stage=deviation_approved",
    )


STATED = Clock(
    "stated-deadline",
    "detected_on",
    None,
    "days",
    "cloud service provider",
    (POAM, _STOPS),
    "each risk states its own deadline",
    calendar=PLAIN.name,
    kinds="risk",
    stated_in="deadline_on",
    met_by="stage=closed",
    stops_on="stage=deviation_approved",
)

FEDRAMP = RuleBook(
    "fedramp",
    "1",
    "FedRAMP, plans of action and milestones",
    tuple(FEDRAMP_RISK if table is RISK_STAGE else table for table in OSCAL.lifecycles),
    OSCAL.vocabularies,
    (*(_remediation(*row) for row in DAYS.items()), STATED),
    OSCAL.facts,
    note="every item of a plan has exactly one risk",
    projections=OSCAL.projections,
)
