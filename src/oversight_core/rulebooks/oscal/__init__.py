"""OSCAL, the format in which assessments are exchanged: risks, responses to them, and deviations.

OSCAL lets a publisher use other words for the status of a risk; such a word is kept as it stands.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical.deviation import DEVIATION_STAGE
from oversight_core.rulebooks.canonical.milestone import MILESTONE_STAGE
from oversight_core.rulebooks.canonical.risk import RISK_STAGE
from oversight_core.rulebooks.oscal.labels import DEVIATIONS, RESPONSES, RISKS
from oversight_core.rulebooks.oscal.projections import PROJECTIONS
from oversight_core.rulebooks.oscal.response import OSCAL_RESPONSE
from oversight_core.rules.rulebook import RuleBook

FACTS = ("latest_applied", "last_moved_by", "last_supplied_by", "owner", "requested_by")

OSCAL = RuleBook(
    "oscal",
    "1",
    "OSCAL 1.2.2, risks and plans of action and milestones",
    (RISK_STAGE, OSCAL_RESPONSE, DEVIATION_STAGE, MILESTONE_STAGE),
    (RISKS, RESPONSES, DEVIATIONS),
    facts=FACTS,
    note="a deviation is recorded of the risk and as an item of its own, which says who asks and who decides",
    projections=PROJECTIONS,
)

__all__ = ["FACTS", "OSCAL"]
