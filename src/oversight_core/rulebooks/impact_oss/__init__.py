"""IMPACT OSS, the software with which States track recommendations: support levels, progress and indicator reports.

It lacks deadlines for replies, the addressee's agreement and any verification; what it does not say is not here.
"""

from __future__ import annotations

from oversight_core.rulebooks.impact_oss.clocks import CLOCKS
from oversight_core.rulebooks.impact_oss.labels import RECORDS, REPORTS, SUPPORT
from oversight_core.rulebooks.impact_oss.projections import PROJECTIONS
from oversight_core.rulebooks.impact_oss.tables import (
    IMPACT_OSS_IMPLEMENTATION,
    IMPACT_OSS_POSITION,
    IMPACT_OSS_RELEASE,
)
from oversight_core.rules.rulebook import RuleBook

IMPACT_OSS = RuleBook(
    "impact-oss",
    "1",
    "IMPACT OSS, tracking of recommendations by States",
    (IMPACT_OSS_POSITION, IMPACT_OSS_IMPLEMENTATION, IMPACT_OSS_RELEASE),
    (SUPPORT, REPORTS, RECORDS),
    CLOCKS,
    note="recommendations and reports cannot be destroyed, and a report stays with its indicator",
    projections=PROJECTIONS,
)

__all__ = ["IMPACT_OSS"]
