"""The canonical tables: what any body may use, one file per axis, and per kind of item where the axis is its stage."""

from oversight_core.rulebooks.canonical.complaint import COMPLAINT_STAGE, COMPLAINT_STAGE_1
from oversight_core.rulebooks.canonical.date_revision import DATE_REVISION_STAGE
from oversight_core.rulebooks.canonical.deviation import DEVIATION_STAGE
from oversight_core.rulebooks.canonical.implementation import IMPLEMENTATION
from oversight_core.rulebooks.canonical.milestone import MILESTONE_STAGE
from oversight_core.rulebooks.canonical.oversight_status import OVERSIGHT_STATUS
from oversight_core.rulebooks.canonical.position import POSITION
from oversight_core.rulebooks.canonical.release import RELEASE
from oversight_core.rulebooks.canonical.resolution import RESOLUTION
from oversight_core.rulebooks.canonical.review import REVIEW_STAGE
from oversight_core.rulebooks.canonical.risk import RISK_STAGE
from oversight_core.rules.rulebook import RuleBook

LIFECYCLES = (
    POSITION,
    RESOLUTION,
    IMPLEMENTATION,
    OVERSIGHT_STATUS,
    RELEASE,
    COMPLAINT_STAGE,
    REVIEW_STAGE,
    MILESTONE_STAGE,
    DATE_REVISION_STAGE,
    DEVIATION_STAGE,
    RISK_STAGE,
)
EARLIER = (COMPLAINT_STAGE_1,)

FACTS = ("latest_applied", "last_supplied_by", "owner", "programme", "requested_by")

CANONICAL = RuleBook("canonical", "1", "What any oversight body may use", LIFECYCLES, facts=FACTS, earlier=EARLIER)

__all__ = [
    "CANONICAL",
    "COMPLAINT_STAGE",
    "COMPLAINT_STAGE_1",
    "DATE_REVISION_STAGE",
    "DEVIATION_STAGE",
    "EARLIER",
    "IMPLEMENTATION",
    "LIFECYCLES",
    "MILESTONE_STAGE",
    "OVERSIGHT_STATUS",
    "POSITION",
    "RELEASE",
    "RESOLUTION",
    "REVIEW_STAGE",
    "RISK_STAGE",
]
