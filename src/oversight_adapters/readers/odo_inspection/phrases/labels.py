"""Rows of a label and a value, as a summary or a table has them."""

from __future__ import annotations

from oversight_adapters.readers.odo_inspection.phrases.words import COLON, LABEL, REVIEWED
from oversight_adapters.readers.phrasebook import Phrase

_ALONE = r"[^\S\n]{1,90}(?=\d{1,3}[^\S\n]{0,90}(?:\n(?!\s{0,90}\d)|\Z))"
"""Between a label and the one number beside it; with more of them it is a table of several inspections."""


def _labelled(name: str, field: str, label: str, example: str) -> Phrase:
    """A row of a label and a number, after a colon or alone with it on a line."""
    pattern = rf"{LABEL}(?:(?:total |overall )?number of )?{label}(?:\s{{0,3}}[:|]\s{{0,9}}|{_ALONE})<{field}:count>"
    return Phrase(name, pattern, example, example.replace(":", " of food"), "general knowledge")


COUNTS = (
    _labelled("label-reviewed", "inspected_count", f"Standards {REVIEWED}", "Standards reviewed: 20"),
    _labelled(
        "label-complied",
        "complied_count",
        "(?:Compliant standards|In compliance|Standards (?:in compliance|met|complied with|found compliant))",
        "Compliant standards: 14",
    ),
    _labelled(
        "label-deficient", "deficient_count", "(?:Deficient standards|Standards not met)", "Deficient standards: 6"
    ),
    _labelled("label-repeated", "repeat_count", "Repeat deficiencies", "Repeat deficiencies: 3"),
    _labelled("label-found", "deficiency_count", "(?:total |overall )?deficiencies", "Deficiencies: 17"),
)
"""Counts."""

LABELS = (
    *COUNTS,
    Phrase(
        "label-facility",
        rf"{LABEL}facility(?: name| inspected)?{COLON}<facility:facility-line>",
        "Facility: Elm County Jail",
        "Facility type: Jail",
        "general knowledge",
    ),
    Phrase(
        "label-by",
        rf"{LABEL}(?:inspected by|inspecting (?:body|office|agency)|inspector){COLON}<by:odo>",
        "Inspecting body: Office of Detention Oversight (ODO)",
        "Inspecting body: the county",
        "general knowledge",
    ),
    Phrase(
        "label-visits",
        rf"{LABEL}(?:visit )?dates?(?:\(s\))?{COLON}(?=<started_on:first-day>)<ended_on:last-day>",
        "Dates: June 13-15, 2023",
        "Date: June 13, 2023",
        "general knowledge",
    ),
    Phrase(
        "label-visit",
        rf"{LABEL}(?:inspection dates?(?:\(s\))?|dates? of (?:the )?(?:inspection|visit)){COLON}"
        r"(?=<started_on:first-day>)(?:<ended_on:last-day>)?",
        "Inspection dates: June 13-15, 2023",
        "Inspection report: June 13-15, 2023",
        "general knowledge",
    ),
    Phrase(
        "label-standard",
        rf"{LABEL}(?:detention )?standards?(?: applied)?{COLON}<standard:standard>",
        "Standards: NDS 2019",
        "Standards: 20",
        "general knowledge",
    ),
)
"""Counts, and whose they are."""
