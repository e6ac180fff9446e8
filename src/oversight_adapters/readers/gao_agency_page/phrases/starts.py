"""Other dates beside completions: when something is to begin, and the date that takes the place of one before."""

from __future__ import annotations

from oversight_adapters.readers.gao_agency_page.phrases.expecting import (
    AT,
    BEGIN,
    BEGIN_WORDS,
    EXPECTED,
    EXPECTING,
    EXPECTS,
    GAP_TO_START,
    HEDGE,
    MOVED,
    OTHER_MOVES,
    SOMEBODY,
    START_AT,
    WILL,
)
from oversight_adapters.readers.phrasebook import Phrase
from oversight_adapters.readers.words.dates import WHEN

STARTS = (
    Phrase(
        "expects-to-begin",
        rf"{EXPECTS}\b[^;]{{0,80}}?\b(?:to|can|could|will|would|may) (?:then |also )?"
        rf"{BEGIN}\b{GAP_TO_START} {START_AT}",
        "ICE anticipates Custody Management can begin conducting analyses around the end of calendar year 2024.",
        "ICE expects to complete the analyses around the end of calendar year 2024.",
        "B.2 22",
        cues=BEGIN_WORDS,
        starts=EXPECTING,
    ),
    Phrase(
        "will-begin",
        rf"\b(?:will|would|is to|are to|due to) (?:then |also )?{BEGIN}\b{GAP_TO_START} {START_AT}",
        "DHS said training will begin in January 2026.",
        "DHS said training began in January 2026.",
        cues=BEGIN_WORDS,
        starts=(*WILL, "is to", "are to", "due to"),
    ),
    Phrase(
        "by-then-begin",
        rf"(?<!\w)(?:{HEDGE}|in|on) (?:the )?<estimated_start:when>, {SOMEBODY} "
        rf"(?:{EXPECTS} to|will|would) {BEGIN}\b",
        "In September 2025, ICE will begin its review.",
        "In September 2025, ICE began its review.",
        cues=BEGIN_WORDS,
    ),
    Phrase(
        "start-date",
        rf"\b{EXPECTED} start date (?:of|is|was) (?:the )?<estimated_start:when>",
        "It has an estimated start date of October 2025.",
        "It has an estimated completion date of October 2025.",
        cues=("start date",),
    ),
)

MOVES = (
    Phrase(
        "date-moved",
        rf"\b{MOVED} (?:(?:this|that|the|its|their)(?: {EXPECTED}){{0,3}}(?: completion)? "
        rf"(?:date|deadline|milestone|timeline|time ?frame|target)(?: for [^,;]{{1,60}}?)?|it)(?: (?:in|on) {WHEN},?)?"
        rf"(?: from (?:the )?(?:end of )?{WHEN})? (?:to|until){AT}",
        "In August 2023, OPM moved this date to December 2024.",
        "In August 2023, OPM moved its office to Denver in 2024.",
        cues=("extended", "revised", "moved", "changed", "pushed", "delayed", "postponed", *OTHER_MOVES),
    ),
    Phrase(
        "date-now",
        r"\b(?:the|its|their|\w+'s) (?:current|revised|new|updated) (?:target |planned |estimated )?"
        r"(?:date|time ?frame|target|estimate) is"
        rf"(?: now)?{AT}",
        "The original implementation date was November 2022; the current date is November 2025.",
        "The current draft is of November 2025.",
        cues=("date is", "frame is", "target is", "estimate is"),
    ),
    Phrase(
        "which-moved",
        rf"\bwhich [^,;.]{{1,40}}? {MOVED}(?: (?:in|on) {WHEN},?)? (?:to|until){AT}",
        "BOP estimated a completion date of April 2024, which it revised in June 2023 to October 2024.",
        "BOP has an office, which it moved in June 2023 from Denver.",
        cues=("which ",),
        also=("extended", "revised", "moved", "changed", "pushed", "delayed", "postponed", *OTHER_MOVES),
    ),
    Phrase(
        "date-extended",
        rf"\b(?:requested|received|granted|approved) (?:an? |the )?(?:[a-z]+ )?extension,? (?:to|until|through){AT}",
        "In July 2021, USCIS requested an extension to December 31, 2021.",
        "In July 2021, USCIS requested an extension of the contract.",
        cues=("extension",),
    ),
)
"""A date that takes the place of one estimated before, in a sentence that need not say of what."""
