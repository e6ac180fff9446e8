"""The statements of one sentence: which rows read it, but for what it says of an earlier inspection or of many."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.odo_inspection.phrases import BOOK, PHRASES
from oversight_adapters.readers.odo_inspection.phrases.counts import COUNTS
from oversight_adapters.readers.odo_inspection.slots import number

_EARLIER = re.compile(r"\b(?:last|previous|prior|earlier|preceding|past)\b[^.;]{0,160}\Z", re.IGNORECASE)
_UNSURE = re.compile(r"\b(?:if|whether|unless|would|could|may|might)\b[^.;,]{0,60}\Z", re.IGNORECASE)
_OF_MANY = re.compile(r"\b(?:facilities|inspections|jails|centers|sites)\b")
"""In a heading or a title, such as "Inspections Division", it is nobody's many."""
_DONE = re.compile(
    r"\b(?:complet(?:ed|ion)|conclu(?:ded|sion)|finished|end(?:ed)?|closed?)\b[^.;]{0,80}\Z", re.IGNORECASE
)
_OF_ONE = frozenset(row.name for row in COUNTS if "repeat" not in row.name) | {"visit"}
"""Rows that tell of the inspection at hand only where the sentence is about no other, and not about many."""
_MOST = 200  # statements of one sentence


@attrs.frozen
class Statement:
    """A row that reads a sentence, the number that it holds, and where the words of each field stand."""

    row: str
    number: str
    spans: tuple[tuple[str, int, int], ...]


def statements(folded: str, start: int, end: int) -> list[Statement]:
    """Every statement of a sentence, in the order of the rows; of words that two rows read, the first counts.

    A sentence that tells of another inspection, or of many, has none, not even its number.
    """
    lowered = folded[start:end].lower()
    found: list[Statement] = []
    taken: set[int] = set()
    for phrase in PHRASES:
        if phrase.cues and not any(cue in lowered for cue in phrase.cues):
            continue
        for statement, at in _of_row(phrase.name, folded, start, end):
            if (statement.number or phrase.name in _OF_ONE) and _is_other(folded, start, at):
                return []
            if phrase.name == "visit" and len(statement.spans) == 1 and _DONE.search(folded, start, at):
                continue  # the day on which a visit was done is not its first
            if phrase.name in _OF_ONE and _is_of_many(folded[start:end]):
                return []
            places = {place for _, place, _ in statement.spans}
            if not places & taken and len(found) < _MOST:
                found.append(statement)
                taken |= places
    return found


def _of_row(row: str, folded: str, start: int, end: int) -> Iterator[tuple[Statement, int]]:
    for hit in BOOK.finditer(row, folded, start, end):
        spans = tuple(hit.spans())
        named = next((number(folded[first:last]) for field, first, last in spans if field == "number"), "")
        yield Statement(row, named, spans), hit.match.start()


def _is_of_many(words: str) -> bool:
    return bool(_OF_MANY.search(words.lower() if words.isupper() else words))


def _is_other(folded: str, start: int, at: int) -> bool:
    """Whether a sentence tells of an earlier inspection, or of what may be, before it comes to a statement."""
    return bool(_EARLIER.search(folded, start, at) or _UNSURE.search(folded, start, at))
