"""What the plan to monitor transfers says, and whom it binds.  A plan's *will* is a commitment, not law."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.sources import PLAN_TITLE
from oversight_core.rulebooks.canonical.words import after
from oversight_core.rules.citation import Citation, Force, Read


def plan(binds: str) -> Citation:
    """The plan, and who commits itself in it."""
    return Citation(PLAN_TITLE, Force.COMMITMENT, binds, Read.ORIGINAL)


MEMORANDUM = Citation(
    "Secretary of Homeland Security, direction to CRCL with the memorandum Secure Communities of November 20, 2014",
    Force.DIRECTIVE,
    "CRCL",
    Read.SECOND_HAND,
    "the plan to monitor transfers, which quotes it",
)
ANCHOR = after(
    "the federal fiscal year: the plan does not say when a quarter ends, nor by when they meet", Read.ORIGINAL
)
