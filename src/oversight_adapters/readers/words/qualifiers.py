"""Hedges of dates: *by*, *end of*, *around*, *not before*."""

from __future__ import annotations

import re
from functools import lru_cache

QUALIFIERS = {
    "around": r"(?:by\s+)?(?:around|about|approximately|roughly)(?:\s+the\s+end\s+of)?",
    "end_of": (
        r"(?:by|at|in|near|toward|before)?\s*(?:the\s+)?(?:end|close)\s+of|"
        r"(?:by|at)\s+(?:calendar\s+)?year[- ]end"
    ),
    "not_before": r"not\s+(?:prior\s+to|before)|no\s+(?:earlier|sooner)\s+than",
    "by": r"(?:no|not)\s+later\s+than|by",
}
"""How a date is hedged, in the order in which the words are tried."""


@lru_cache(maxsize=256)
def qualifier(words: str) -> str:
    """The library's word for a hedge.

    >>> qualifier("by the end of"), qualifier("around the end of"), qualifier("not prior to")
    ('end_of', 'around', 'not_before')
    """
    for name, pattern in QUALIFIERS.items():
        if re.fullmatch(pattern, words.strip(), re.IGNORECASE):
            return name
    raise ValueError(f"{words!r} does not hedge a date")
