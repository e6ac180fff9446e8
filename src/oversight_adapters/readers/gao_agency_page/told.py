"""What one sentence of a comment tells, whatever stands around it: the same sentence stands in many comments."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from oversight_adapters.readers.accounting import tells
from oversight_adapters.readers.gao_agency_page.estimates import NO_DATE, Estimate, estimates, tells_of_delay
from oversight_adapters.readers.gao_agency_page.marks import Mark, Sentence, Table, hits, holds, mark
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.gao_agency_page.phrases.conditions import TO_CLOSE
from oversight_adapters.readers.gao_agency_page.positions import POSITION_CUES, Position, positions, tells_of_change
from oversight_adapters.readers.gao_agency_page.statements import Statement, statements
from oversight_core.quick import quick

_YEARS = ("20", "19", "fy")
_CHANGES = ("position", "decision")  # behind a position that was stated
_DUTIES = ("must", "should", "need", " open ", " close ")
_CUES = (*_YEARS, *POSITION_CUES, *_CHANGES, *_DUTIES, " take ", *NO_DATE)
"""Without any of these no row reads a sentence."""
_TO_CLOSE = Table(TO_CLOSE)

_TELEPHONE = re.compile(r"\d(?<!\d\d)\d\d\)?[\s./-]{0,2}\d{3}[\s.-]\d{4}(?!\d)")
_ADDRESS = re.compile(r"[\w.+-]@[\w-]{1,60}\.")

_MOST_KNOWN = 4_096  # sentences that are remembered
_LONGEST_KNOWN = 400  # characters; longer ones hardly stand twice


@quick
@attrs.frozen(weakref_slot=False)
class Told:
    """What one sentence tells; all places count from its start.

    One that is no statement `counts` where it holds a figure, a month, a word of a position or a status, so that it is
    to be accounted for.
    `to_close` is what it asks for.  It `changes` what was stated where it tells of a position that no row reads, it
    `puts_off` what was estimated where it tells of a date that moved and no row reads, and is doubtful where it names
    more years than were read.
    """

    sentence: Sentence
    counts: bool
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    to_close: Mark | None = None
    changes: bool = False
    puts_off: bool = False
    is_doubtful: bool = False


def tells_more(words: str) -> bool:
    """Whether a sentence is to be accounted for; whom to call or write to is nothing that a record needs.

    >>> tells_more("In May it rained."), tells_more("Please call (202) 512-0000 for more information.")
    (True, False)
    """
    if not tells(words, 0, len(words)) or _TELEPHONE.search(words):
        return False
    return "@" not in words or _ADDRESS.search(words) is None


def told(words: str, number: str, addressee: str) -> Told | None:
    """What a sentence tells of the recommendation of this number and addressee; None where it tells nothing."""
    read = _remembered if len(words) <= _LONGEST_KNOWN else _told
    return read(words, number if number in words else "", addressee)  # what is not there is not named


def _told(words: str, number: str, addressee: str) -> Told | None:
    sentence = Sentence.of(words)
    lower = sentence.lower
    if not holds(lower, _CUES):
        return Told(sentence, counts=True) if tells_more(words) else None
    dated = statements(sentence) if sentence.years else []
    cued = holds(lower, POSITION_CUES)
    taken = positions(sentence, dated, number=number, addressee=addressee) if cued else []
    estimated = estimates(sentence) if sentence.years > len(dated) or " take " in lower else []
    return Told(
        sentence,
        not dated and tells_more(words),
        tuple(dated),
        tuple(taken),
        tuple(estimated),
        _to_close(sentence) if holds(lower, _DUTIES) else None,
        (cued or holds(lower, _CHANGES)) and tells_of_change(lower, taken[-1].words if taken else None),
        not estimated and tells_of_delay(lower, dated=sentence.years > len(dated)),
        sentence.years > len(dated) + len(estimated),
    )


_remembered = lru_cache(maxsize=_MOST_KNOWN)(_told)


def _to_close(sentence: Sentence) -> Mark | None:
    """What a sentence says must be shown; the first row that fits reads it."""
    words, lower, _ = sentence
    for row in _TO_CLOSE.cued(lower):
        own = row.name.startswith("must")  # the whole sentence must say so
        if hit := BOOK.match(row.name, words, 0, len(words)) if own else next(hits(row, sentence), None):
            return mark(hit, "to_close")
    return None
