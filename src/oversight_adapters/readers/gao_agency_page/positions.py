"""Positions stated in a comment, in the order of its words: who says what to the recommendation, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

from oversight_adapters.readers.gao_agency_page.agencies import known, parent_of
from oversight_adapters.readers.gao_agency_page.marks import Mark, Sentence, Table, mark, value_at
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.gao_agency_page.phrases.positions import (
    DATED,
    DATED_BEFORE,
    POSITIONS,
    SUBJECTS,
    WITH_IT,
)
from oversight_adapters.readers.gao_agency_page.statements import Statement
from oversight_adapters.readers.phrasebook import Hit
from oversight_core.moments import Moment
from oversight_core.quick import quick

_ROWS = Table(POSITIONS)
_WORDS = re.compile(rf"\b(?:{'|'.join(dict.fromkeys(cue for row in POSITIONS for cue in row.cues))})")
POSITION_CUES = ("concur", "agree", "did not")
"""Without any of these no position is stated."""
_WORD_STARTS = re.compile(r"(?<![\w'-])(?:[A-Z]|the\s|it\s|they\s|officials\s|representatives\s|staff\s|leadership\s)")
_SUPPOSED = re.compile(
    r"\b(?:if|whether|unless|until|should|once|when|had|were|would|could|may|might|not|nor|neither|never)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:agreed to (?:implement|address) (?:it|this|the|our)|(?:agree[ds]?|concur(?:red|s)?) with it\b|"
    r"(?:fully|now|no longer|subsequently|later|since|ultimately) (?:dis|non-?)?(?:concur|agree)|"
    r"(?<!\bnot )(?:chang|revers|revis|reconsider|withdr|rescind)\w* (?:its|their) "
    r"(?:position|decision|concurrence|agreement|response|stance|view|mind))"
)
_WITHIN = (" within ", " within the ")
_AT_FIRST = ("initially ", "originally ", "first ", "at first, ")
_CLAUSE_ENDS = ",;:("
_FARTHEST = 240  # characters from the subject to its verb
_LONGEST_DATE = 40
_OPENERS = ("in ", "on ", "as ", "however", "although", "while")
_NOT_ADDRESSEES = frozenset({"GAO", "OIG", "IG"})


@quick
@attrs.frozen(weakref_slot=False)
class Position:
    """One stated position: its words, who states it, and when, as far as that is stated."""

    words: Mark
    by: Mark | None
    on: Mark | None
    moment: Moment | None
    speaker: str


def positions(sentence: Sentence, stated: Sequence[Statement], *, number: str, addressee: str) -> list[Position]:
    """The positions that one sentence states on the recommendation of this number and addressee."""
    words, lower, _ = sentence
    out: list[Position] = []
    rows = _ROWS.cued(lower)
    until = 0  # "concur" is no position of its own in "did not concur"
    for place in _WORDS.finditer(lower):
        cue = place[0]
        if place.start() < until:
            continue
        hit = _longest([row.name for row in rows if cue in row.cues], words, place.start())
        subject = _subject(sentence, hit.match.start(), addressee) if hit and _is_about(hit, number) else None
        if hit and hit.phrase.name in WITH_IT and not out:
            continue  # "it" is the recommendation only behind a position that names it
        if hit and subject and (out or _says_to_what(hit) or _opens(lower[: subject.match.start()])):
            out.append(_position(hit, subject, sentence, stated[0] if stated else None))
            until = out[-1].words.end
    return out


def tells_of_change(lower: str, last: Mark | None) -> bool:
    """Whether words behind the last position that was read tell of another, which no row reads.

    What was said at first tells of another too.
    """
    if last and lower.endswith(_AT_FIRST, 0, last.start):
        return True
    return _CHANGED.search(lower, last.end if last else 0) is not None


def _longest(rows: Iterable[str], words: str, at: int) -> Hit | None:
    """The row that reads most words of a position at a place."""
    hits = [hit for row in rows if (hit := BOOK.match(row, words, at, len(words)))]
    return max(hits, key=lambda hit: hit.match.end("position"), default=None)


def _subject(sentence: Sentence, verb: int, addressee: str) -> Hit | None:
    """Who takes the position: the first words before its verb that can be its subject, unless they only suppose it."""
    words, lower, _ = sentence
    for place in _WORD_STARTS.finditer(words, max(0, verb - _FARTHEST), verb):
        for row in SUBJECTS:
            if hit := BOOK.match(row.name, words, place.start(), verb):
                clause = _clause(words, max(0, place.start() - _FARTHEST), place.start())
                if _SUPPOSED.search(words, clause, place.start()) or lower.endswith(" which ", 0, place.start()):
                    return None
                if _may_speak(value_at(words, mark(hit, "position_by")) or "", addressee):
                    return hit
                if row is SUBJECTS[0]:
                    return None
    return None


def _clause(words: str, start: int, at: int) -> int:
    """Where the clause that holds a place starts."""
    return max(start, *(words.rfind(stop, start, at) + 1 for stop in _CLAUSE_ENDS))


def _position(hit: Hit, subject: Hit, sentence: Sentence, stated: Statement | None) -> Position:
    words = sentence.words
    position, by = mark(hit, "position"), mark(subject, "position_by")
    assert position is not None  # every row has the slot
    on = None
    at = subject.match.start()
    if sentence.lower.endswith(_WITHIN, 0, at):  # an office that no table holds
        by = None
    if sentence.years and (
        (dated := BOOK.match(DATED.name, words, hit.match.end(), len(words)))
        or (dated := BOOK.search(DATED_BEFORE.name, words, max(0, at - _LONGEST_DATE), at))
    ):
        on = mark(dated, "position_on")
    elif stated and _dates(stated, words, at, hit.match.start()):
        on = stated.as_of._replace(field="position_on")
    moment = value_at(words, on)
    return Position(position, by, on if moment else None, moment, value_at(words, by) or "")


def _dates(stated: Statement, folded: str, subject: int, verb: int) -> bool:
    """Whether a statement's date is that of a position: before its subject, or inside ("ICE said in May that it")."""
    if stated.leads:
        return stated.dated_until <= subject and not folded[stated.dated_until : subject].strip(", \n")
    return subject < stated.as_of.start < verb


def _says_to_what(hit: Hit) -> bool:
    """Whether a position names the recommendation; only "concurred" need not, since anything can be agreed."""
    words = hit.match[0].lower()
    return "recommendation" in words or "gree" not in words


def _opens(before: str) -> bool:
    """Whether what stands before a subject is nothing but an opening, such as "In its comments, "."""
    return not before or (before.endswith(", ") and before.count(",") == 1 and before.startswith(_OPENERS))


def _is_about(hit: Hit, number: str) -> bool:
    """Whether a recommendation named by its number is this one."""
    named = hit.match.groupdict().get("number")
    return named is None or named == number


def _may_speak(speaker: str, addressee: str) -> bool:
    """Whether who speaks can speak for the addressee: itself, a body above or below it, or one that no table knows."""
    if speaker in _NOT_ADDRESSEES:
        return False
    if not speaker or not addressee or not known(speaker) or not (known(addressee) or parent_of(addressee)):
        return True
    return speaker in _line(addressee) or addressee in _line(speaker)


def _line(short: str) -> list[str]:
    """An organisation and those above it."""
    out = [short]
    while above := parent_of(out[-1]):
        out.append(above)
    return out
