"""The tables once more, written down from the prose and not from the tables: what may be done, by whom, on what terms.

A table with one of these names and versions must say exactly this: entries keep the name and the version of their
table, so a table that says something else needs another version.
"""

from __future__ import annotations

from oversight_core.rules import Lifecycle
from oversight_core.rules.check import defects
from oversight_core.testing.prose import (
    bodies,
    custody,
    dealings,
    documents,
    inquiries,
    programmes,
    recommendations,
    undertakings,
)
from oversight_core.testing.prose.acts import Act, Prose
from oversight_core.testing.prose.differences import differing, foreseen

PROSE: dict[tuple[str, str], Prose] = {
    ("position", "1"): recommendations.POSITION,
    ("resolution", "1"): recommendations.RESOLUTION,
    ("implementation", "1"): recommendations.IMPLEMENTATION,
    ("oversight_status", "1"): recommendations.OVERSIGHT_STATUS,
    ("release", "1"): documents.RELEASE,
    ("complaint_stage", "1"): inquiries.COMPLAINT_STAGE_1,
    ("complaint_stage", "2"): inquiries.COMPLAINT_STAGE_2,
    ("review_stage", "1"): inquiries.REVIEW_STAGE,
    ("milestone_stage", "1"): undertakings.MILESTONE_STAGE,
    ("date_revision_stage", "1"): undertakings.DATE_REVISION_STAGE,
    ("deviation_stage", "1"): undertakings.DEVIATION_STAGE,
    ("referral_stage", "1"): dealings.REFERRAL_STAGE,
    ("discretion_stage", "1"): dealings.DISCRETION_STAGE,
    ("transfer_stage", "1"): dealings.TRANSFER_STAGE,
    ("mandate_stage", "1"): dealings.MANDATE_STAGE,
    ("meeting_stage", "1"): dealings.MEETING_STAGE,
    ("placement_stage", "1"): custody.PLACEMENT_STAGE,
    ("custody_stage", "1"): custody.CUSTODY_STAGE,
    ("outlier_stage", "1"): custody.OUTLIER_STAGE,
    ("gao_oversight_status", "1"): bodies.GAO_OVERSIGHT_STATUS,
    ("ntsb_oversight_status", "1"): bodies.NTSB_OVERSIGHT_STATUS,
    ("ntsb_position", "1"): bodies.NTSB_POSITION,
    ("csb_oversight_status", "1"): bodies.CSB_OVERSIGHT_STATUS,
    ("ig_oversight_status", "1"): bodies.IG_OVERSIGHT_STATUS,
    ("upr_position", "1"): bodies.UPR_POSITION,
    ("upr_implementation", "1"): bodies.UPR_IMPLEMENTATION,
    ("risk_stage", "1"): bodies.RISK_STAGE,
    ("ig_resolution", "1"): bodies.IG_RESOLUTION,
    ("gao_resolution", "1"): bodies.GAO_RESOLUTION,
    ("single_audit_resolution", "1"): bodies.SINGLE_AUDIT_RESOLUTION,
    ("oscal_response", "1"): bodies.OSCAL_RESPONSE,
    ("impact_oss_position", "1"): bodies.IMPACT_OSS_POSITION,
    ("impact_oss_implementation", "1"): bodies.IMPACT_OSS_IMPLEMENTATION,
    ("impact_oss_release", "1"): bodies.IMPACT_OSS_RELEASE,
    ("transfers_referral_stage", "1"): programmes.TRANSFERS_REFERRAL_STAGE,
    ("transfers_discretion_stage", "1"): programmes.TRANSFERS_DISCRETION_STAGE,
    ("transfers_transfer_stage", "1"): programmes.TRANSFERS_TRANSFER_STAGE,
    ("transfers_mandate_stage", "1"): programmes.TRANSFERS_MANDATE_STAGE,
    ("transfers_meeting_stage", "1"): programmes.TRANSFERS_MEETING_STAGE,
    ("secure_communities_outlier_stage", "1"): programmes.SECURE_COMMUNITIES_OUTLIER_STAGE,
    ("secure_communities_complaint_stage", "1"): programmes.SECURE_COMMUNITIES_COMPLAINT_STAGE,
    ("secure_communities_custody_stage", "1"): programmes.SECURE_COMMUNITIES_CUSTODY_STAGE,
    ("detainer_custody_stage", "1"): programmes.DETAINER_CUSTODY_STAGE,
    ("segregation_placement_stage", "1"): programmes.SEGREGATION_PLACEMENT_STAGE,
    ("fedramp_risk_stage", "1"): programmes.FEDRAMP_RISK_STAGE,
}
"""(name, version) of a table to what the prose lets happen."""


def differences(lifecycle: Lifecycle) -> list[str]:
    """Where a table and its prose differ; nothing for a table of another name or version, or one with defects."""
    prose = PROSE.get((lifecycle.name, lifecycle.version))
    return [] if prose is None or defects(lifecycle) else list(differing(prose, lifecycle))


__all__ = ["PROSE", "Act", "Prose", "differences", "foreseen"]
