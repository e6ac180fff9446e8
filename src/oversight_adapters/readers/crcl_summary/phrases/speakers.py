"""Who speaks, said around a position: the rows that are tried at its edge only."""

from __future__ import annotations

from oversight_adapters.readers.crcl_summary.phrases.common import ADVERBS, THE, UNIT
from oversight_adapters.readers.phrasebook import Phrase
from oversight_adapters.readers.words import dates

SPEAKER = Phrase(
    "speaker",
    rf"{THE}<responder:component>"
    rf"(?:{UNIT}|'s (?:[\w,]+ ){{0,5}}?(?:response|reply|answer)"
    r"(?: (?:of|dated) [^;,]{3,20}(?:, \d{4})?,?(?: to [^;]{3,120}?)?)?(?:\s*, [^;]{3,80}?(?=\s*,\s*$))?)"
    r"(?:\s*, in (?:its|an?) [^;]{3,80}?(?=\s*,\s*$))?"
    rf"(?:\s*,? on behalf of {THE}<on_behalf_of:component>\s*,?)?(?:\s*,? on {dates.DAY})?{ADVERBS}\s*,?\s*$",
    "On May 3, 2024, ICE also",
    "ICE met CRCL, which",
)
"""Who speaks: the words right before a position, up to where it begins."""

DEPARTMENT = Phrase(
    "speaker-department",
    rf"{THE}<responder:department>\s*,? on behalf of {THE}<on_behalf_of:component>\s*,?{ADVERBS}\s*,?\s*$",
    "The Department, on behalf of ICE,",
    "The Department,",
)
"""The department, where it says for whom it speaks."""

BEHALF = Phrase(
    "speaks-for",
    rf"(?<!\w)on behalf of {THE}<on_behalf_of:component>",
    "DHS concurred with three recommendations on behalf of ICE.",
    "ICE concurred with three recommendations.",
)
"""For whom somebody spoke, said after what was said."""

ANAPHOR = Phrase(
    "speaker-again",
    rf"(?<!\w)(?:it|they|which|who|the (?:agency|component|department|office)){ADVERBS}\s*,?\s*$",
    "In May, the agency",
    "In May, the contractor",
)
"""Who spoke before and goes on."""
