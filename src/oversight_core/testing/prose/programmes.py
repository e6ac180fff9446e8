"""The tables of single programmes: the canonical ones, on the terms that the programme states."""

from __future__ import annotations

import attrs

from oversight_core.testing.prose.acts import Prose
from oversight_core.testing.prose.bodies import RISK_STAGE
from oversight_core.testing.prose.custody import CUSTODY_STAGE, OUTLIER_STAGE, PLACEMENT_STAGE
from oversight_core.testing.prose.dealings import (
    DISCRETION_STAGE,
    MANDATE_STAGE,
    MEETING_STAGE,
    REFERRAL_STAGE,
    TRANSFER_STAGE,
)
from oversight_core.testing.prose.inquiries import COMPLAINT_STAGE_2


def _only(prose: Prose, event: str, *, under: str) -> Prose:
    """The same, with one event under a condition more."""
    return tuple(attrs.evolve(act, under=(*act.under, under)) if act.event == event else act for act in prose)


# A notice goes out, and a request is relayed, on the belief that the plan names for it.
TRANSFERS_REFERRAL_STAGE = _only(REFERRAL_STAGE, "send", under="basis_suffices")
TRANSFERS_DISCRETION_STAGE = _only(DISCRETION_STAGE, "submit", under="request_has_basis")
TRANSFERS_TRANSFER_STAGE = TRANSFER_STAGE
TRANSFERS_MANDATE_STAGE = MANDATE_STAGE
TRANSFERS_MEETING_STAGE = MEETING_STAGE

SECURE_COMMUNITIES_OUTLIER_STAGE = OUTLIER_STAGE
SECURE_COMMUNITIES_COMPLAINT_STAGE = COMPLAINT_STAGE_2
SECURE_COMMUNITIES_CUSTODY_STAGE = CUSTODY_STAGE
DETAINER_CUSTODY_STAGE = CUSTODY_STAGE
SEGREGATION_PLACEMENT_STAGE = PLACEMENT_STAGE
FEDRAMP_RISK_STAGE = RISK_STAGE
