"""The canonical tables as the page has them."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.complaint import COMPLAINT_STAGE
from oversight_core.rulebooks.canonical.custody import CUSTODY_STAGE
from oversight_core.rulebooks.canonical.mandate import MANDATE_STAGE
from oversight_core.rulebooks.canonical.outlier import OUTLIER_STAGE
from oversight_core.rulebooks.restating import restated
from oversight_core.rulebooks.secure_communities.sources import GUIDANCE, page

_CRCL = page("CRCL")
_BOTH = page("DHS and ICE")

OUTLIERS = restated(
    OUTLIER_STAGE,
    "secure_communities_outlier_stage",
    cites={"flag": page("ICE and CRCL"), "triage": page("ICE and CRCL"), "remedy": _BOTH},
)
COMPLAINTS = restated(COMPLAINT_STAGE, "secure_communities_complaint_stage", cites={"open": _CRCL, "start": _CRCL})
HOLDS = restated(CUSTODY_STAGE, "secure_communities_custody_stage", cites={"become_releasable": GUIDANCE})

TABLES = (OUTLIERS, COMPLAINTS, HOLDS, MANDATE_STAGE)
