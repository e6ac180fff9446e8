"""Dated statements of a comment: as of when each sentence speaks, and who says so."""

from __future__ import annotations

import attrs

from oversight_adapters.readers.gao_agency_page.marks import Mark, Sentence, mark, value_at
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.phrasebook import Hit
from oversight_core.moments import Moment

_AT_START = ("as-of", "in", "by-then", "in-paper", "commenting-in", "meeting-in")
_BEHIND = ("said-in", "did-in", "did-by")
_LONGER = ("in-paper", "commenting-in")  # rows that go on behind their date before anybody speaks
_SPEAKERS = ("by-organisation", "by-us", "by-officials", "by-source", "by-acronym")
_ASIDES = (
    "however", "in ", "after ", "while ", "despite ", "although ", "following ", "during ", "as ", "based ", "further", "also",
)  # fmt: skip
_LONGEST_ASIDE = 80  # characters


@attrs.frozen
class Statement:
    """One dated sentence: its date, who says it where that is stated, and where the words of its date end."""

    start: int
    end: int
    as_of: Mark
    on: Moment
    by: Mark | None
    dated_until: int
    leads: bool  # the date opens its sentence or clause


def statement(sentence: Sentence) -> Statement | None:
    """The dated statement that a sentence is, if it is one."""
    folded, start, end, lower, years = sentence
    if not years and "19" not in lower:
        return None
    hit, leads = _dated(sentence)
    as_of = mark(hit, "as_of") if hit else None
    on = value_at(folded, as_of)
    if hit is None or as_of is None or on is None:
        return None
    until = hit.match.end() if hit.phrase.name in _LONGER else as_of.end
    return Statement(start, end, as_of, on, _speaker(folded, until if leads else start, end), until, leads)


def _dated(sentence: Sentence) -> tuple[Hit | None, bool]:
    folded, start, end, lower, _ = sentence
    for row in _AT_START:
        if hit := BOOK.match(row, folded, start, end):
            return hit, True
    if "as of" in lower and (hit := BOOK.search("as-of", folded, start, end)):
        return hit, False
    for row in _BEHIND:
        if hit := BOOK.match(row, folded, start, end):
            return hit, False
    return BOOK.search("in-later-clause", folded, start, end), True


def _speaker(folded: str, start: int, end: int) -> Mark | None:
    """Who speaks from here on, or behind an aside such as "in response to our inquiry,"."""
    found = _speaker_at(folded, start, end)
    comma = folded.find(",", start + 1, min(start + _LONGEST_ASIDE, end))
    if found is None and comma > 0 and folded[start:comma].lstrip(", ").lower().startswith(_ASIDES):
        found = _speaker_at(folded, comma, end)
    return found


def _speaker_at(folded: str, start: int, end: int) -> Mark | None:
    for row in _SPEAKERS:
        if hit := BOOK.match(row, folded, start, end):
            return mark(hit, "by")
    return None
