"""Which of several dates is the latest, and when that cannot be told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from oversight_adapters.readers.gao_agency_page.estimates import Estimate
from oversight_adapters.readers.gao_agency_page.marks import Mark, Sentence, later
from oversight_adapters.readers.gao_agency_page.slots import moment
from oversight_adapters.readers.gao_agency_page.statements import Statement
from oversight_adapters.readers.words.dates import WHEN
from oversight_core.moments import Moment

_WHEN = re.compile(WHEN, re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NOUN = re.compile(r"\b(?:in|since|of|during|through|by|until|from)\s\Z")
_AHEAD = re.compile(
    r"\b(?:will|would|plans?|planned|planning|expect\w*|anticipat\w*|intend\w*|estimat\w*|aims?|hopes?|scheduled|"
    r"project(?:s|ed)|target\w*|to be|through|until|should|must)\b"
)


def latest_statement(stated: Sequence[Statement], doubtful: Sequence[Sentence], read: Sequence[Mark]) -> Mark | None:
    """The date of the latest statement; None where a doubtful sentence holds a later date that nothing explains.

    Vague words ("late 2023") are the latest only where every other year is before theirs.
    """
    best: Statement | None = None
    vague: Statement | None = None
    for one in stated:
        if one.on.earliest is None:
            vague = one if vague is None or _year(one.on) >= _year(vague.on) else vague
        elif best is None or later(one.on, best.on):
            best = one
    if vague and (best is None or _year(vague.on) >= _year(best.on)):
        best = vague if best is None or _year(vague.on) > _year(best.on) else None
    return None if best is None or _unexplained(best.on, doubtful, read) else best.as_of


def latest_estimate(estimates: Sequence[tuple[Statement | None, Estimate]]) -> Estimate | None:
    """The estimate that was stated last: by the date of its statement, else by its place.

    One that was given up is the latest only where there is no other.
    """
    best: tuple[Statement | None, Estimate] | None = None
    for one in sorted(estimates, key=lambda one: not one[1].given_up):
        if best is None or best[1].given_up or one[0] is None or best[0] is None or not later(best[0].on, one[0].on):
            best = one
    return best[1] if best else None


def _year(moment: Moment) -> int:
    """The year of a moment's last day, or the one that vague words name."""
    if moment.latest:
        return moment.latest.year
    match = _YEAR.search(str(moment))
    return int(match[0]) if match else 0


def _unexplained(best: Moment, doubtful: Sequence[Sentence], read: Sequence[Mark]) -> bool:
    """Whether a sentence that plans nothing holds a later date, which nothing has read."""
    if best.earliest is None:
        return False
    ends, year = {mark.end for mark in read}, best.earliest.year
    return any(
        (found is None or later(found, best)) and not _AHEAD.search(sentence.lower)
        for sentence in doubtful
        if any(int(named) >= year for named in _YEAR.findall(sentence.lower)) or "fy" in sentence.lower
        for found in _dates(sentence, ends)
    )


def _dates(sentence: Sentence, read: Set[int]) -> Iterator[Moment | None]:
    """The dates of a sentence that were not read, None for one that does not exist (the 31st of June).

    A bare year counts only where it is no adjective.
    """
    for match in _WHEN.finditer(sentence.folded, sentence.start, sentence.end):
        bare = match.end() - match.start() == 4
        if match.end() in read or (bare and not _NOUN.search(sentence.lower, 0, match.start() - sentence.start)):
            continue
        try:
            yield moment(match[0])
        except ValueError:
            yield None
