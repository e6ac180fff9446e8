"""The Office for Civil Rights and Civil Liberties: it publishes positions, actions and promises to publish.

None of its words is an oversight status and none of its documents closes a recommendation, so no table for
`oversight_status` is here for a label to name.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical import (
    COMPLAINT_STAGE,
    COMPLAINT_STAGE_1,
    IMPLEMENTATION,
    POSITION,
    RELEASE,
    REVIEW_STAGE,
)
from oversight_core.rulebooks.canonical.mandate import MANDATE_STAGE
from oversight_core.rulebooks.crcl.clocks import CLOCKS
from oversight_core.rulebooks.crcl.labels import ACTIONS, POSITIONS, PROJECTIONS, RELEASES, REVIEWS
from oversight_core.rules.rulebook import RuleBook

CRCL = RuleBook(
    "crcl",
    "1",
    "DHS Office for Civil Rights and Civil Liberties",
    (POSITION, IMPLEMENTATION, RELEASE, COMPLAINT_STAGE, REVIEW_STAGE, MANDATE_STAGE),
    (POSITIONS, ACTIONS, RELEASES, REVIEWS),
    CLOCKS,
    facts=("latest_applied", "programme"),
    note="no deadline for a reply was found; where a memo states none there is none",
    projections=PROJECTIONS,
    earlier=(COMPLAINT_STAGE_1,),
)

__all__ = ["CRCL"]
