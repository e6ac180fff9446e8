"""The canonical tables: what any body may use, one file per axis, and per kind of item where the axis is its stage."""

from oversight_core.rulebooks.canonical.complaint import COMPLAINT_STAGE, COMPLAINT_STAGE_1
from oversight_core.rulebooks.canonical.custody import CUSTODY_STAGE
from oversight_core.rulebooks.canonical.date_revision import DATE_REVISION_STAGE
from oversight_core.rulebooks.canonical.deviation import DEVIATION_STAGE
from oversight_core.rulebooks.canonical.discretion import DISCRETION_STAGE
from oversight_core.rulebooks.canonical.implementation import IMPLEMENTATION
from oversight_core.rulebooks.canonical.mandate import MANDATE_STAGE
from oversight_core.rulebooks.canonical.meeting import MEETING_STAGE
from oversight_core.rulebooks.canonical.milestone import MILESTONE_STAGE
from oversight_core.rulebooks.canonical.outlier import OUTLIER_STAGE
from oversight_core.rulebooks.canonical.oversight_status import OVERSIGHT_STATUS
from oversight_core.rulebooks.canonical.placement import PLACEMENT_STAGE
from oversight_core.rulebooks.canonical.position import POSITION
from oversight_core.rulebooks.canonical.referral import REFERRAL_STAGE
from oversight_core.rulebooks.canonical.release import RELEASE
from oversight_core.rulebooks.canonical.resolution import RESOLUTION
from oversight_core.rulebooks.canonical.review import REVIEW_STAGE
from oversight_core.rulebooks.canonical.risk import RISK_STAGE
from oversight_core.rulebooks.canonical.transfer import TRANSFER_STAGE
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
    REFERRAL_STAGE,
    DISCRETION_STAGE,
    TRANSFER_STAGE,
    MANDATE_STAGE,
    MEETING_STAGE,
    PLACEMENT_STAGE,
    OUTLIER_STAGE,
    DEVIATION_STAGE,
    CUSTODY_STAGE,
    RISK_STAGE,
)
EARLIER = (COMPLAINT_STAGE_1,)

FACTS = ("latest_applied", "last_moved_by", "last_supplied_by", "owner", "programme", "requested_by")

CANONICAL = RuleBook("canonical", "1", "What any oversight body may use", LIFECYCLES, facts=FACTS, earlier=EARLIER)

__all__ = [
    "CANONICAL",
    "COMPLAINT_STAGE",
    "COMPLAINT_STAGE_1",
    "CUSTODY_STAGE",
    "DATE_REVISION_STAGE",
    "DEVIATION_STAGE",
    "DISCRETION_STAGE",
    "EARLIER",
    "IMPLEMENTATION",
    "LIFECYCLES",
    "MANDATE_STAGE",
    "MEETING_STAGE",
    "MILESTONE_STAGE",
    "OUTLIER_STAGE",
    "OVERSIGHT_STATUS",
    "PLACEMENT_STAGE",
    "POSITION",
    "REFERRAL_STAGE",
    "RELEASE",
    "RESOLUTION",
    "REVIEW_STAGE",
    "RISK_STAGE",
    "TRANSFER_STAGE",
]
