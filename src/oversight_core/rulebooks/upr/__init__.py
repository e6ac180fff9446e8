"""The Universal Periodic Review: a State answers at adoption and then reports on itself.

Noting is not refusing, and nobody but the State says what has been done: no table for `oversight_status` is here.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical.review import REVIEW_STAGE
from oversight_core.rulebooks.upr.clocks import CLOCKS
from oversight_core.rulebooks.upr.labels import POSITIONS, REPORTS
from oversight_core.rulebooks.upr.projections import PROJECTIONS
from oversight_core.rulebooks.upr.tables import UPR_IMPLEMENTATION, UPR_POSITION
from oversight_core.rules.rulebook import RuleBook

UPR = RuleBook(
    "upr",
    "1",
    "Universal Periodic Review of the Human Rights Council",
    (UPR_POSITION, UPR_IMPLEMENTATION, REVIEW_STAGE),
    (POSITIONS, REPORTS),
    CLOCKS,
    note="voluntary pledges are tracked as recommendations are",
    projections=PROJECTIONS,
)

__all__ = ["UPR"]
