"""The number that GAO prints behind a recommendation: "(Recommendation 4)" and its many relatives."""

from __future__ import annotations

import re

import attrs

from oversight_adapters.readers.gao_agency_page.lines import KNOWN_STATUS
from oversight_adapters.texts.spans import Span
from oversight_core.quick import quick

_WORD = r"(?:Recommendations?|Rec\.?|Matters?(?:\s+for\s+(?:Congressional\s+)?Consideration)?)"
_ONE = r"(?P<number>\d{1,4}[a-z]?(?:-\d{1,4})?)"
_SEVERAL = r"\d{1,4}(?:(?:,|,?\sand|\sto|-)\s?\d{1,4}){1,20}"
_NUMBER = rf"(?:\s+(?:No\.\s*|#\s*)?(?:{_ONE}|{_SEVERAL}))?"
_SUFFIX = rf"[(\[]\s?(?P<word>{_WORD}){_NUMBER}\s?\.?\s?(?P<close>[)\]])?\s?\.?"
_AT_END = re.compile(rf"{_SUFFIX}\s*$", re.IGNORECASE)
_WITHIN = re.compile(rf"{_SUFFIX}\s+(?P<status>{KNOWN_STATUS}|Open|Closed)(?=\s|$)", re.IGNORECASE)
MARKED = (")", "]", ").", "].", ") .", "] .", *"0123456789")
"""How a line with a suffix ends; the last bracket may be missing."""
_LONGEST = 140  # characters from the bracket to the end of the line


@quick
@attrs.frozen(weakref_slot=False)
class Suffix:
    """Where the suffix starts and ends, its number if it prints exactly one, and whether it is a matter for Congress.

    `status` stands where an extractor ran the next cell on.
    """

    start: int
    end: int
    number: Span | None
    matter: bool
    closed: bool
    status: Span | None = None


def _at_end(folded: str, start: int, end: int) -> re.Match[str] | None:
    """The suffix between these places; it starts with the last bracket, since it holds no other."""
    bracket = max(folded.rfind("(", start, end), folded.rfind("[", start, end))
    return _AT_END.match(folded, bracket, end) if bracket >= 0 else None


def suffix_of(folded: str, start: int, end: int, *, within: bool = False) -> Suffix | None:
    """The suffix that ends a line; `within` one, also a suffix that a status follows.

    >>> line = "The Director should act. (Matter for Congressional Consideration 2)."
    >>> found = suffix_of(line, 0, len(line))
    >>> line[slice(*found.number)], found.matter
    ('2', True)
    """
    ends = folded.endswith(MARKED, start, end)
    match = _at_end(folded, max(start, end - _LONGEST), end) if ends else None
    if match is None and within:
        match = _WITHIN.search(folded, start, end)
    if match is None:
        return None
    word = match["word"].lower()
    number: Span | None = match.span("number")
    if match["number"] is None or (word[-1:] == "s" and "-" in match["number"]):  # "(Recommendations 1-3)" is a range
        number = None
    status = match.span("status") if match.re is _WITHIN else None
    cut = match.start("status") if status else match.end()
    return Suffix(match.start(), cut, number, word.startswith("matter"), match["close"] is not None, status)
