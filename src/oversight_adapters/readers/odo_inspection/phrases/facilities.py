"""Rows of the facility that was inspected."""

from __future__ import annotations

from oversight_adapters.readers.odo_inspection.phrases.words import ASIDE, LABEL, ODO
from oversight_adapters.readers.odo_inspection.slots import NUMBER, PLACE
from oversight_adapters.readers.phrasebook import Phrase

FACILITIES = (
    Phrase(
        "facility",
        rf"(?:inspection|review){ASIDE} (?:of|at) (?:the )?<facility:facility>",
        "ODO conducted a compliance inspection of the Elm County Jail in Elmsville, Texas.",
        "ODO conducted a compliance inspection of a jail.",
        "general knowledge",
    ),
    Phrase(
        "facility-inspected",
        r"(?:Oversight(?:\s*\(ODO\))?|(?-i:ODO))(?: also| then| has)? (?:inspected|visited|toured) (?:the )?"
        r"<facility:facility>",
        "ODO inspected the Elm County Jail in Elmsville, Texas.",
        "ODO inspected a jail.",
        "general knowledge",
    ),
    Phrase(
        "facility-at",
        r"(?:standards?|findings|deficienc(?:y|ies)|visit|conditions),? at (?:the )?<facility:facility>",
        "ODO reported no findings at Elm County Jail.",
        "ODO reported no findings at a jail.",
        "general knowledge",
    ),
    Phrase(
        "at-facility",
        r"(?<!\w)(?-i:At) (?:the )?<facility:facility>(?:\s*\([^()]{1,30}\))?(?: in (?-i:[A-Z])[\w .,]{2,40}?)?,",
        "At the Elm County Jail, ODO identified six deficiencies.",
        "At a jail, ODO identified six deficiencies.",
        "general knowledge",
    ),
    Phrase(
        "facility-complied",
        r"(?:<by:odo> found (?:that )?(?:the )?)?<facility:facility-whole>\s*(?:\([^()]{1,40}\)\s*)?"
        r"(?:(?:was|had) (?:not )?)?"
        r"(?:found to have|found in compliance|complied|compliant|in compliance|deficient|noncompliant|"
        rf"inspected(?: [\w-]{{1,12}}){{0,2}} by {ODO})(?![\w-])",
        "ODO found the Elm County Jail deficient in four standards.",
        "ODO found the jail deficient in four standards.",
        "general knowledge",
    ),
    Phrase(
        "facility-of-number",
        rf"<facility:facility-whole>\s*\((?:inspection )?(?:number |no\. )?{NUMBER}",
        "Elm County Jail (2024-002-330)",
        "a jail (2024-002-330)",
        "general knowledge",
    ),
    Phrase(
        "number-of-facility",
        rf"{NUMBER}\)?(?:\s?[-:,] ?|[^\S\n]{{1,8}}\(?)(?:the )?<facility:facility>",
        "2024-002-330: Elm County Jail",
        "2024-002-330: a jail",
        "general knowledge",
    ),
    Phrase(
        "facility-of-place",
        rf"{LABEL}(?:ODO[,:] )?<facility:facility-line>{ASIDE},? {PLACE}",
        "James A. Musick Facility, Irvine, California",
        "The James A. Musick Facility is in Irvine, California",
        "general knowledge",
    ),
    Phrase(
        "facility-titled",
        rf"{LABEL}<facility:facility-line>{ASIDE}\s?[-:,|] "
        r"(?:(?:ICE|ODO|Office of Detention Oversight(?: \(ODO\))?) )?"
        r"(?:[\w-]{1,14} ){0,3}(?:inspection|review)(?![\w-])",
        "Elm County Jail - ODO Compliance Inspection",
        "Elm County Jail - ODO interviews",
        "general knowledge",
    ),
)
"""A facility, by what stands before or behind its name."""
