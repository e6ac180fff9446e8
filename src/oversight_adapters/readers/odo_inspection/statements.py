"""The statements of one sentence: which rows read it, but for what it says of an earlier inspection or of many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import attrs

from oversight_adapters.readers.odo_inspection.phrases import BOOK, PHRASES
from oversight_adapters.readers.odo_inspection.rows import AT_HAND, COUNTS_OF_ONE, FOUND_AGAIN, GATES, OF_ONE
from oversight_adapters.readers.odo_inspection.slots import number
from oversight_adapters.readers.phrasebook.sieve import Sieve, Sifted, sifted_hits
from oversight_adapters.readers.words.dates import MONTH_NAME

_NOT_LAST = rf"(?!\s+(?:{MONTH_NAME}|week|month|year|spring|summer|fall|winter)\b)"
_EARLIER = re.compile(
    rf"\b(?:last{_NOT_LAST}|previous(?:ly)?|prior|earlier|preceding|past|follow-up\s+to)\b[^;]{{0,160}}\Z",
    re.IGNORECASE,
)
_UNSURE = re.compile(r"\b(?:if|whether|unless|would|could|may|might)\b[^.;,]{0,60}\Z", re.IGNORECASE)
_OF_MANY = re.compile(r"\b(?:facilities|inspections|jails|centers|sites|(?:one|another)\s+(?:facility|jail|center))\b")
"""Or of one of them.  In a heading or a title, such as "Inspections Division", it is nobody's many."""
_DONE = re.compile(
    r"\b(?:complet(?:ed|ion)|conclu(?:ded|sion)|finished|end(?:ed)?|closed?)\b[^.;]{0,80}\Z", re.IGNORECASE
)
_OF_ONE_STANDARD = re.compile(r"\b(?:this|that|the\s+same)\s+(?:standard|area|section)\b", re.IGNORECASE)
_THIS_ONE = re.compile(
    r"[^.;]{0,40}?\b(?:during|in|of|for|at) (?:this|the (?:most recent|current))\b(?: [\w-]{1,12}){0,3}? "
    r"(?:inspection|review)\b",
    re.IGNORECASE,
)
_OF_THIS_ONE = re.compile(
    r"\bduring (?:this|the (?:most recent|current))\b(?: [\w-]{1,12}){0,3}? (?:inspection|review)\b[^.;\d]{0,40}\Z",
    re.IGNORECASE,
)
_OF_THOSE = re.compile(r"\s+(?:of|from)\s+(?:those|ones|the|its|ODO's)\b", re.IGNORECASE)
"""Of what was found before: what was found again at hand names another time."""
_MOST = 200  # statements of one sentence


@attrs.frozen
class Statement:
    """A row that reads a sentence, the number that it holds, and where the words of each field stand.

    What is `at_hand` tells of the inspection at hand even where its sentence names another time.
    """

    row: str
    number: str
    spans: tuple[tuple[str, int, int], ...]
    at_hand: bool = False


def statements(folded: str, start: int, end: int) -> list[Statement]:
    """Every statement of a sentence, in the order of the rows; of words that two rows read, the first counts.

    A sentence that tells of another inspection, or of many, has none, not even its number.
    """
    sifted = _sieve().sift(folded, start, end)
    found: list[Statement] = []
    taken: set[int] = set()
    other = False
    for row in _among(sifted.rows - _closed(folded, start, end)):
        for statement, at in _of_row(row, sifted, start, end):
            if (statement.number or row in OF_ONE) and not statement.at_hand and _is_other(folded, start, at):
                other = True
                continue
            if row == "visit" and len(statement.spans) == 1 and _DONE.search(folded, start, at):
                continue  # the day on which a visit was done is not its first
            if row in OF_ONE and _is_of_many(folded[start:end]):
                return []
            if row in COUNTS_OF_ONE and _OF_ONE_STANDARD.search(folded, start, end):
                continue
            places = {place for field, place, _ in statement.spans if field != "by"} or {at}
            if not places & taken and len(found) < _MOST:
                found.append(statement)
                taken |= places
    return [one for one in found if one.at_hand] if other else found


def _closed(folded: str, start: int, end: int) -> frozenset[str]:
    """Rows that lack what stands in all that they read."""
    return frozenset[str]().union(*(rows for pattern, rows in GATES if not pattern.search(folded, start, end)))


@cache
def _sieve() -> Sieve:
    """The rows sieved, made when the first sentence is read."""
    return Sieve({row.name: BOOK.written[row.name] for row in PHRASES})


@lru_cache(maxsize=8_192)
def _among(passed: frozenset[str]) -> tuple[str, ...]:
    """Rows that went through the sieve, in their order; the same sets of them come again and again."""
    return tuple(row.name for row in PHRASES if row.name in passed)


def _of_row(row: str, sifted: Sifted, start: int, end: int) -> Iterator[tuple[Statement, int]]:
    folded = sifted.text
    for hit in sifted_hits(BOOK, _sieve(), sifted, row, start, end):
        spans = tuple(hit.spans())
        named = next((number(folded[first:last]) for field, first, last in spans if field == "number"), "")
        behind = hit.match.end()
        again = row in FOUND_AGAIN and _OF_THOSE.match(folded, behind, end) is not None
        at = min((first for field, first, _ in spans if field != "by"), default=hit.match.start())
        beside = _THIS_ONE.match(folded, behind, end) or _OF_THIS_ONE.search(folded, start, at)
        at_hand = again or row in AT_HAND or beside is not None
        yield Statement(row, named, spans, at_hand), at


def _is_of_many(words: str) -> bool:
    return bool(_OF_MANY.search(words.lower() if words.isupper() else words))


def _is_other(folded: str, start: int, at: int) -> bool:
    """Whether a sentence tells of an earlier inspection, or of what may be, before it comes to a statement."""
    return bool(_EARLIER.search(folded, start, at) or _UNSURE.search(folded, start, at))
