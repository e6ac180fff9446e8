"""Dated statements of a comment: as of when each sentence speaks, and who says so."""

from __future__ import annotations

import re

import attrs

from oversight_adapters.readers.gao_agency_page.marks import Mark, Sentence, Table, mark, value_at
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.gao_agency_page.phrases.speakers import SPEAKERS
from oversight_adapters.readers.gao_agency_page.phrases.statements import (
    AS_OF,
    BEHIND,
    LATER_CLAUSE,
    LATER_PAPER,
    LEADING,
    OPENINGS,
)
from oversight_adapters.readers.gao_agency_page.slots import moment_slug
from oversight_adapters.readers.phrasebook import Hit
from oversight_core.moments import Moment
from oversight_core.quick import quick

_LEADING, _OPENINGS, _BEHIND = Table(LEADING), Table(OPENINGS), Table(BEHIND)
_LATER = (LATER_CLAUSE, LATER_PAPER)
_SAYS_WHAT = re.compile(r",? that\b")
_GOES_ON = re.compile(r" (?:it |they )?(?!the\b|we\b)[a-z]")
_ACTORS = ("Congress",)  # what they do they do not state
_FARTHEST = 200  # characters within which a date leads
_LONGEST_ASIDE = 80
_ASIDES = tuple("however|in |after |while |despite |although |following |during |as |based |further|also".split("|"))


@quick
@attrs.frozen(weakref_slot=False)
class Statement:
    """A date in a sentence: who speaks as of then where that is stated, and where the words of the date end."""

    as_of: Mark
    on: Moment
    date: str  # the same, as a segment of an item
    by: Mark | None
    dated_until: int
    leads: bool  # the date opens its sentence or clause


def statements(sentence: Sentence) -> list[Statement]:
    """The dated statements of a sentence: where it is dated, and where a later clause is."""
    if not sentence.years:
        return []
    hit, until = _dated(sentence)
    first = _statement(sentence, hit, until) if hit else None
    if hit is None or first is None:
        return []
    out = [first]
    if sentence.years > 1:
        behind = [
            later
            for row in _LATER
            for later in BOOK.finditer(row.name, sentence.words, hit.match.end(), len(sentence.words))
        ]
        for later in behind:
            if found := _statement(sentence, later, later.match.end("as_of")):
                out.append(found)
    return out


def _statement(sentence: Sentence, hit: Hit, until: int) -> Statement | None:
    as_of = mark(hit, "as_of")
    on = value_at(sentence.words, as_of)
    if as_of is None or on is None:
        return None
    by = _speaker(sentence.words, until)
    if by is None and _shares_subject(sentence.words, hit, until):
        by = _speaker_at(sentence.words, 0)
    date = moment_slug(sentence.words[as_of.start : as_of.end])
    return Statement(as_of, on, date, by, until or as_of.end, until > 0)


def _shares_subject(words: str, hit: Hit, until: int) -> bool:
    """Whether who speaks stands before the date: "DHS reported, in June, that …", "ICE agreed, and in May did so"."""
    if until == 0:
        return False
    return _SAYS_WHAT.match(words, until) is not None or (
        hit.phrase in _LATER and _GOES_ON.match(words, until) is not None
    )


def _dated(sentence: Sentence) -> tuple[Hit | None, int]:
    """The row that dates a sentence, and where its date ends for whoever speaks behind it; 0 where none does."""
    words, lower, _ = sentence
    end = len(words)
    if lower.startswith("as of ") and (hit := BOOK.match(AS_OF.name, words, 0, end)):
        return hit, hit.match.end("as_of")
    head = lower[:_FARTHEST]
    for row in _LEADING.cued(head):
        if hit := BOOK.match(row.name, words, 0, end):
            return hit, hit.match.end("as_of")
    for row in _OPENINGS.cued(head):
        if hit := BOOK.match(row.name, words, 0, end):
            return hit, hit.match.end()
    if "as of" in lower and (hit := BOOK.search(AS_OF.name, words, 0, end)):
        return hit, 0
    for row in _BEHIND.cued(lower):
        if hit := BOOK.match(row.name, words, 0, end):
            return hit, 0
    if " in " in lower or " on " in lower:
        for row in _LATER:
            if hit := BOOK.search(row.name, words, 0, end):
                return hit, hit.match.end("as_of") if row is LATER_CLAUSE else hit.match.end()
    return None, 0


def _speaker(words: str, start: int) -> Mark | None:
    """Who speaks from here on, or behind an aside such as "in response to our inquiry,"."""
    if found := _speaker_at(words, start):
        return found
    comma = words.find(",", start + 1, start + _LONGEST_ASIDE)
    aside = comma > 0 and words[start:comma].replace("\n", " ").lstrip(", ").lower().startswith(_ASIDES)
    return _speaker_at(words, comma) if aside else None


def _speaker_at(words: str, start: int) -> Mark | None:
    for row in SPEAKERS:
        if hit := BOOK.match(row.name, words, start, len(words)):
            by = mark(hit, "by")
            return None if value_at(words, by) in _ACTORS else by
    return None
