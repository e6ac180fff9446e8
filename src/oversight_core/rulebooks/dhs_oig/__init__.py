"""The inspector general of Homeland Security, with what the IG Act says of every inspector general.

Management decision, final action and money are dated facts of their own, beside what was recommended; what the Act
makes follow from them is in the tables and clocks here.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical import IMPLEMENTATION, POSITION, RELEASE
from oversight_core.rulebooks.canonical.mandate import MANDATE_STAGE
from oversight_core.rulebooks.dhs_oig.clocks import OF_RECOMMENDATIONS
from oversight_core.rulebooks.dhs_oig.labels import (
    DASHBOARD_STATUSES,
    FDIC_STATUSES,
    LISTED,
    POSITIONS,
    PROJECTIONS,
    RESOLVED,
    STATUSES,
)
from oversight_core.rulebooks.dhs_oig.report_clocks import OF_REPORTS
from oversight_core.rulebooks.dhs_oig.tables import IG_RESOLUTION, IG_STATUS
from oversight_core.rules.rulebook import RuleBook

DHS_OIG = RuleBook(
    "dhs-oig",
    "1",
    "DHS Office of Inspector General",
    (IG_STATUS, IG_RESOLUTION, POSITION, IMPLEMENTATION, RELEASE, MANDATE_STAGE),
    (STATUSES, DASHBOARD_STATUSES, RESOLVED, FDIC_STATUSES, LISTED, POSITIONS),
    (*OF_RECOMMENDATIONS, *OF_REPORTS),
    note="that it is resolved and that it is closed are two things; not listed as open is not closed",
    projections=PROJECTIONS,
)

__all__ = ["DHS_OIG", "IG_RESOLUTION", "IG_STATUS"]
