"""The National Transportation Safety Board: of all these bodies the one that judges the replies it gets."""

from __future__ import annotations

from oversight_core.rulebooks.ntsb.clocks import CLOCKS
from oversight_core.rulebooks.ntsb.labels import CODES, OTHER_CODES, POSITIONS, PROJECTIONS
from oversight_core.rulebooks.ntsb.tables import NTSB_POSITION, NTSB_STATUS
from oversight_core.rules.rulebook import RuleBook

NTSB = RuleBook(
    "ntsb",
    "1",
    "National Transportation Safety Board",
    (NTSB_STATUS, NTSB_POSITION),
    (CODES, OTHER_CODES, POSITIONS),
    CLOCKS,
    note="a code means what the page that prints it says; recommendations, replies and missed dates are public",
    projections=PROJECTIONS,
)

__all__ = ["NTSB", "NTSB_POSITION", "NTSB_STATUS"]
