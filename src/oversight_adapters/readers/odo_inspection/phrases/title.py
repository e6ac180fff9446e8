"""The row of a title page: which facility, in which place, and the days of the visit, a line each."""

from __future__ import annotations

from oversight_adapters.readers.odo_inspection.slots import PLACE
from oversight_adapters.readers.phrasebook import Phrase

_LINE = r"(?<![^\n])[^\S\n]{0,120}"
_NEXT = r"[^\S\n]{0,120}\n\s{0,300}"
_ASIDE = r"(?:[^\S\n]?\([^()\n]{1,40}\))?"

TITLE = (
    Phrase(
        "title",
        rf"{_LINE}<facility:facility-line>{_ASIDE}{_NEXT}{PLACE}{_NEXT}(?=<started_on:first-day>)"
        r"(?:<ended_on:last-day>(?=[^\S\n]{0,120}(?:\n|\Z)))?",
        "Elm County Jail\nElmsville, Texas\n\nMarch 5-7, 2024",
        "Elm County Jail\nElmsville, Texas\n\nRevised in March 2024",
        "reports of 2012 to 2025",
    ),
)
"""Facility, place and days."""
