"""Positions stated in a comment, in the order of its words: who says what to the recommendation, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.gao_agency_page.agencies import known, parent_of
from oversight_adapters.readers.gao_agency_page.marks import Mark, Sentence, mark, value_at
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.gao_agency_page.phrases.positions import DATED, POSITIONS
from oversight_adapters.readers.gao_agency_page.statements import Statement
from oversight_adapters.readers.phrasebook import Hit
from oversight_core.moments import Moment

_ROWS = tuple(row.name for row in POSITIONS)
_CUES = ("concur", "gree", "did not", "position")
_SUPPOSED = re.compile(
    r"\b(?:if|whether|unless|until|should|once|when|had|were|would|could|may|might|not|nor|neither|never)\b", re.IGNORECASE
)
_CLAUSE_ENDS = ",;:("
_NOT_ADDRESSEES = frozenset({"GAO", "OIG", "IG"})


@attrs.frozen
class Position:
    """One stated position: its words, who states it, and when, as far as that is stated."""

    words: Mark
    by: Mark | None
    on: Mark | None
    moment: Moment | None
    speaker: str


def positions(sentence: Sentence, stated: Statement | None, *, number: str, addressee: str) -> list[Position]:
    """The positions that one sentence states on the recommendation of this number and addressee."""
    if not any(cue in sentence.lower for cue in _CUES):
        return []
    found: dict[int, Position] = {}
    for hit in _hits(sentence):
        position = _position(hit, sentence, stated)
        if position and _is_about(hit, number) and _may_speak(position.speaker, addressee):
            shorter = found.get(position.words.start)
            if shorter is None or shorter.words.end < position.words.end:
                found[position.words.start] = position
    return [found[at] for at in sorted(found)]


def _hits(sentence: Sentence) -> Iterator[Hit]:
    folded, start, end, _ = sentence
    for row in _ROWS:
        for hit in BOOK.finditer(row, folded, start, end):
            at = hit.match.start()
            clause = max(start, *(folded.rfind(stop, start, at) + 1 for stop in _CLAUSE_ENDS))
            if not _SUPPOSED.search(folded, clause, at):
                yield hit


def _position(hit: Hit, sentence: Sentence, stated: Statement | None) -> Position | None:
    folded = sentence.folded
    words, by = mark(hit, "position"), mark(hit, "position_by")
    if words is None:
        return None
    on = None
    if dated := BOOK.match(DATED.name, folded, hit.match.end(), sentence.end):
        on = mark(dated, "position_on")
    elif stated and stated.leads and not folded[stated.dated_until : hit.match.start()].strip(", "):
        on = stated.as_of._replace(field="position_on")
    moment = value_at(folded, on)
    return Position(words, by, on if moment else None, moment, value_at(folded, by) or "")


def _is_about(hit: Hit, number: str) -> bool:
    """Whether a recommendation named by its number is this one."""
    named = hit.match.groupdict().get("number")
    return named is None or named == number


def _may_speak(speaker: str, addressee: str) -> bool:
    """Whether who speaks can speak for the addressee: itself, a body above or below it, or one that no table knows."""
    if speaker in _NOT_ADDRESSEES:
        return False
    if not speaker or not addressee or not known(speaker):
        return True
    return speaker in _line(addressee) or addressee in _line(speaker)


def _line(short: str) -> list[str]:
    """An organisation and those above it."""
    out = [short]
    while above := parent_of(out[-1]):
        out.append(above)
    return out
