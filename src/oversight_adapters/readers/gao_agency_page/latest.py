"""Which of several dates is the latest, and when that cannot be told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from oversight_adapters.readers.gao_agency_page.estimates import Estimate
from oversight_adapters.readers.gao_agency_page.marks import Mark, later
from oversight_adapters.readers.gao_agency_page.slots import moment
from oversight_adapters.readers.gao_agency_page.statements import Statement
from oversight_adapters.readers.gao_agency_page.told import Told
from oversight_adapters.readers.words.dates import WHEN
from oversight_adapters.texts.spans import Span
from oversight_core.moments import Moment

_WHEN = re.compile(WHEN, re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NAMED = re.compile(
    r"\s(?:budget|appropriations?|National Defense|NDAA|performance (?:plan|report)|spend(?:ing)? plan)\b"
)
"""Behind a year that is the name of a paper or a law."""
_NOUN = re.compile(r"\b(?:in|since|of|during|through|by|until|from)\s\Z")
_AHEAD = re.compile(
    r"\b(?:will|would|plans?|planned|planning|expect\w*|anticipat\w*|intend\w*|estimat\w*|aims?|hope[sd]?|scheduled|"
    r"project(?:s|ed)|target\w*|to be|(?:is|are|was|were) to|requir\w*|due|through|until|should|must)\b"
)


def latest_statement(stated: Sequence[tuple[Span, Statement]], doubtful: Sequence[Told]) -> tuple[int, Mark] | None:
    """The date of the latest statement, and where its sentence starts.

    None where a doubtful sentence holds a later date that nothing explains.

    Vague words ("late 2023") are the latest only where every other year is before theirs.
    """
    best: tuple[Span, Statement] | None = None
    vague: tuple[Span, Statement] | None = None
    for one in stated:
        if one[1].on.earliest is None:
            vague = one if vague is None or _year(one) >= _year(vague) else vague
        elif best is None or later(one[1].on, best[1].on):
            best = one
    if vague and (best is None or _year(vague) >= _year(best)):
        best = vague if best is None or _year(vague) > _year(best) else None
    if best is None or (doubtful and _unexplained(best[1].on, doubtful)):
        return None
    return best[0][0], best[1].as_of


def latest_estimate(estimates: Sequence[tuple[int, Estimate, Statement | None]]) -> tuple[int, Estimate] | None:
    """The estimate that was stated last, by the date of its statement, else by its place; where its sentence starts.

    One that was given up is the latest only where there is no other.
    """
    best: tuple[int, Estimate] | None = None
    stated: Statement | None = None
    by_worth = sorted(estimates, key=lambda one: not one[1].given_up) if len(estimates) > 1 else estimates
    for at, one, last in by_worth:
        if best is None or best[1].given_up or last is None or stated is None or not later(stated.on, last.on):
            best, stated = (at, one), last
    return best


def _year(stated: tuple[Span, Statement]) -> int:
    """The year of a statement's last day, or the one that vague words name."""
    moment = stated[1].on
    if moment.latest:
        return moment.latest.year
    match = _YEAR.search(str(moment))
    return int(match[0]) if match else 0


def _unexplained(best: Moment, doubtful: Sequence[Told]) -> bool:
    """Whether a sentence that plans nothing holds a later date, which nothing has read."""
    if best.earliest is None:
        return False
    year = best.earliest.year
    return any(
        (found is None or later(found, best)) and not _AHEAD.search(one.sentence.lower)
        for one in doubtful
        if any(int(named) >= year for named in _YEAR.findall(one.sentence.lower)) or "fy" in one.sentence.lower
        for found in _dates(one)
    )


def _dates(told: Told) -> Iterator[Moment | None]:
    """The dates of a sentence that were not read, None for one that does not exist (the 31st of June).

    A bare year counts only where it is no adjective.
    """
    words, lower, _ = told.sentence
    read = {one.as_of.end for one in told.statements} | {one.date.end for one in told.estimates}
    read |= {one.on.end for one in told.positions if one.on}
    for match in _WHEN.finditer(words):
        bare = match.end() - match.start() == 4
        named = _NAMED.match(words, match.end()) is not None
        if match.end() in read or named or (bare and not _NOUN.search(lower, 0, match.start())):
            continue
        try:
            yield moment(match[0])
        except ValueError:
            yield None
