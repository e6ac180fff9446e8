"""Rows of the table that holds an inspection against those before it; its last column is read, and only on trial."""

from __future__ import annotations

from oversight_adapters.readers.odo_inspection.slots import RATING
from oversight_adapters.readers.phrasebook import Phrase

_LINE = r"(?<![^\n])[^\S\n]{0,120}"
_BEFORE = r"(?: (?:\d{1,3}|N/?A)(?![\w/.-])){1,3}"
_LAST = r"(?!\s{0,200}(?:\d|N/A))"
_RATED = rf"(?: (?:{RATING}|N/?A(?![\w/]))){{1,3}}"


def _row(name: str, field: str, label: str, example: str, seen: str = "general knowledge") -> Phrase:
    pattern = rf"{_LINE}{label}{_BEFORE} <{field}:count>{_LAST}"
    cue = example.lower().split()[0]
    return Phrase(name, pattern, example, example.rsplit(maxsplit=1)[0], seen, (cue,))


COMPARED = (
    _row("compared-reviewed", "inspected_count", "Standards (?:Reviewed|Inspected)", "Standards Reviewed   23   27"),
    _row("compared-deficient", "deficient_count", "Deficient Standards", "Deficient Standards 5 6"),
    _row(
        "compared-found",
        "deficiency_count",
        "Overall(?: Number of)? Deficiencies",
        "Overall Number of Deficiencies   13   9",
    ),
    _row("compared-repeated", "repeat_count", "Repeat Deficiencies", "Repeat Deficiencies   2   1"),
    Phrase(
        "compared-rating",
        rf"{_LINE}(?:Facility |Overall )?Rating{_RATED} <rating:rating>(?!\s{{0,200}}{RATING})",
        "Facility Rating   Good   Superior",
        "Facility Rating   Superior",
        "general knowledge",
        ("rating",),
    ),
)
"""A label, one to three columns of earlier inspections, and that of the inspection at hand."""
