"""Estimated dates in a comment: by when the work is to be complete, and when it is to start."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from oversight_adapters.readers.gao_agency_page.marks import Mark, Sentence, Table, hits, holds, mark, value_at
from oversight_adapters.readers.gao_agency_page.phrases.estimates import COMPLETIONS
from oversight_adapters.readers.gao_agency_page.phrases.starts import MOVES, STARTS
from oversight_adapters.readers.phrasebook import Phrase
from oversight_adapters.readers.words.dates import MONTH_NAME
from oversight_core.quick import quick

_ROWS, _MOVES = Table((*COMPLETIONS, *STARTS)), Table(MOVES)
_VERBS = ("omplet", "implement", "finish", "clos", "ecd", "begin", "start", "commence", "initiate")
_GIVEN_UP = re.compile(r"\b(?:original|initial|previous|prior|earlier|former|first)(?:ly)? (?!of )")
_TAKES_PLACE = ("and-the-rest",)
_DATE = r"\b(?:dates?|deadlines?|time ?frames?|timelines?|schedules?|milestones?|completion|implementation|targets?)\b"
_PUT_OFF = r"\b(?:extend|revis|mov|push|delay|postpon|adjust|shift|slip)(?:e?d|ped|ing)\b"
_DELAYED = re.compile(rf"\bextensions?\b|{_DATE}[^.;]{{0,80}}?{_PUT_OFF}|{_PUT_OFF}[^.;]{{0,80}}?{_DATE}")
NO_DATE = ("indefinitely", "no longer")
_ASIDE = r"(?:postpon|delay|suspend|paus|defer)"
_PUT_ASIDE = re.compile(
    rf"\b(?:{_ASIDE}|on hold)\w*[^.;]{{0,40}}? indefinitely|indefinitely {_ASIDE}|"
    r"\bno longer (?:plan|intend)\w* to (?:implement|complete|finish|address)"
)
_WORK = ("omplet", "implement", "finish", "start", "begin", "commence", "initiate")
_PLACES = ("facilit", "station", "center", "jail", "office", "case", "account", "site")
_DOUBTED = re.compile(r"\b(?:whether|unclear if|unless)\b[^,;]{0,60}\Z")
_OR = r"\s(?:or|and)\s"
_GOES_ON = re.compile(rf"[/-]\d|{_OR}(?:(?:early|mid|late)[ -])?(?:fiscal year |FY ?)?20\d\d")
_BEGUN = re.compile(rf"\b(?:{MONTH_NAME}|20\d\d)(?:{_OR}|/|-)\Z")
"""Of two dates, one or the other ("2025 or 2026"), none is told."""
_NAMED = re.compile(
    r"\s(?:[A-Z][a-z]|(?:(?:application|filing|grant|funding|school) )?"
    r"(?:budget|appropriation|census|election|season|survey|cycle|plan|year)\b)"
)
"""Behind a year that names something ("the 2030 Census", "the FY 2025 application cycle")."""
_YEAR = re.compile(r"(?:FY|fiscal\s+year)?\s*(?:20)?\d\d", re.IGNORECASE)
_FARTHEST = 40  # characters before an estimate in which a word says that it holds no more
_NOT_THEIRS = ("we ", "gao ", "not ", "never ", "longer ")  # before what we plan, or they do not


@quick
@attrs.frozen(weakref_slot=False)
class Estimate:
    """One estimated date; `starts` where it is a beginning, `given_up` where another took its place.

    One that `moves` takes the place of another, and says nothing where none was stated before.
    """

    date: Mark
    qualifier: Mark | None
    starts: bool
    given_up: bool
    moves: bool


def estimates(sentence: Sentence) -> list[Estimate]:
    """What one sentence estimates, in the order of its dates; a date that reads as a start is no completion."""
    lower = sentence.lower
    rows = _ROWS.cued(lower) if holds(lower, _VERBS) else ()
    found = {estimate.date.start: estimate for estimate in _all(sentence, (*_MOVES.cued(lower), *rows))}
    return [found[at] for at in sorted(found)]


def tells_of_delay(lower: str, *, dated: bool) -> bool:
    """Whether a sentence says that a date moved, to another of its dates or to none."""
    return (dated and _DELAYED.search(lower) is not None) or (
        holds(lower, NO_DATE) and _PUT_ASIDE.search(lower) is not None
    )


def _all(sentence: Sentence, rows: Iterable[Phrase]) -> Iterator[Estimate]:
    """Completions first, so that a start read from the same date takes their place."""
    words, lower, _ = sentence
    for row in rows:
        starts = row in STARTS
        for hit in hits(row, sentence):
            date = mark(hit, "estimated_start" if starts else "estimated_completion")
            at = hit.match.start()
            if date and (_is_part(words, date) or _closes_something_else(lower, at, date.start)):
                continue
            theirs = not lower.endswith(_NOT_THEIRS, max(0, at - 8), at) and not _DOUBTED.search(lower, 0, at)
            if date and value_at(words, date) and theirs:
                behind = lower.rfind(" and ", 0, date.start) if row.name in _TAKES_PLACE else at - _FARTHEST
                given_up = _GIVEN_UP.search(lower, max(0, behind), date.start) is not None
                yield Estimate(date, mark(hit, "estimated_completion_qualifier"), starts, given_up, row in MOVES)


def _is_part(words: str, date: Mark) -> bool:
    """Whether a date is one of two ("2022/2023", "May or June 2025"), or a year the name of something."""
    bare = _YEAR.fullmatch(words, date.start, date.end) is not None
    whole = not _GOES_ON.match(words, date.end) and not _BEGUN.search(words, max(0, date.start - 16), date.start)
    both = " and " in words[date.start : date.end] and not words.endswith("between ", 0, date.start)
    return not whole or both or (bare and _NAMED.match(words, date.end) is not None)


def _closes_something_else(lower: str, at: int, date: int) -> bool:
    """Whether what is to be closed by a date is a place or a case."""
    said = lower[at:date]
    return "clos" in said and holds(said, _PLACES) and not holds(said, (*_WORK, "recommendation"))
