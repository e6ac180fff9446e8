"""What the rows of the review rest on."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.words import after
from oversight_core.rules.citation import Citation, Force, Read

ADOPTION = Citation(
    "Universal Periodic Review: answers to recommendations, by the adoption of the outcome",
    Force.PRACTICE,
    "States under review",
    Read.SECOND_HAND,
    "paperzz.com/doc/9389352; upr-info.org",
)
MATRICES = Citation(
    "Universal Periodic Review: matrices of what became of recommendations",
    Force.PRACTICE,
    "States under review that report",
    Read.SECOND_HAND,
    "9lib.co; upr-info.org",
)
CYCLE = Citation(
    "Human Rights Council: cycles of the Universal Periodic Review",
    Force.PRACTICE,
    "the Human Rights Council",
    Read.SECOND_HAND,
    "9lib.co; upr-info.org",
)
MID_TERM = Citation(
    "Universal Periodic Review: voluntary mid-term reports",
    Force.PRACTICE,
    "States under review that choose to report",
    Read.SECOND_HAND,
    "9lib.co; upr-info.org",
)
CODED = Citation(
    "decisions on recommendations of 2008 to 2014, coded by hand from the reports of the Working Group",
    Force.CONVENTION,
    "",
    Read.ORIGINAL,
    "rochelleterman/uprs v.1",
)
AFTER_MATRICES = after("matrices of the Universal Periodic Review", Read.SECOND_HAND, "9lib.co; upr-info.org")
IN_PART = after("support levels of IMPACT OSS", Read.ORIGINAL, "impactoss-client 32a16da app/themes/config.js")
