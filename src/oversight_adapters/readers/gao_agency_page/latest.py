"""Which of several dates is the latest, and when that cannot be told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oversight_adapters.readers.dates import WHEN
from oversight_adapters.readers.gao_agency_page.estimates import Estimate
from oversight_adapters.readers.gao_agency_page.marks import Mark, Sentence, later
from oversight_adapters.readers.gao_agency_page.slots import moment
from oversight_adapters.readers.gao_agency_page.statements import Statement
from oversight_core.moments import Moment

_WHEN = re.compile(WHEN, re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_AHEAD = re.compile(
    r"\b(?:will|would|plans?|planned|planning|expect\w*|anticipat\w*|intend\w*|estimat\w*|aims?|hopes?|scheduled|"
    r"project(?:s|ed)|target\w*|to be|through|until|should|must)\b"
)


def latest_statement(parts: Sequence[Sentence], stated: Sequence[Statement], read: Sequence[Mark]) -> Mark | None:
    """The date of the latest statement; None where the comment holds a later date that nothing explains.

    Vague words ("late 2023") are the latest only where every other year is before theirs.
    """
    best: Statement | None = None
    for one in stated:
        if one.on.earliest is not None and (best is None or later(one.on, best.on)):
            best = one
    for one in stated:
        if one.on.earliest is None:
            if best is not None and best.on.latest is not None and _year(one.on) <= best.on.latest.year:
                return None if _year(one.on) == best.on.latest.year else best.as_of
            best = one
    return None if best is None or _unexplained(best.on, parts, read) else best.as_of


def latest_estimate(estimates: Sequence[tuple[Statement | None, Estimate]]) -> Estimate | None:
    """The estimate that was stated last: by the date of its statement, else by its place."""
    best: tuple[Statement | None, Estimate] | None = None
    for one in estimates:
        if best is None or one[0] is None or best[0] is None or not later(best[0].on, one[0].on):
            best = one
    return best[1] if best else None


def _year(words: Moment) -> int:
    match = _YEAR.search(str(words))
    return int(match[0]) if match else 0


def _unexplained(best: Moment, parts: Sequence[Sentence], read: Sequence[Mark]) -> bool:
    """Whether a sentence that plans nothing holds a later date, which nothing has read."""
    if best.latest is None or sum(part.years for part in parts) <= len(read):
        return False
    for part in parts:
        for match in _WHEN.finditer(part.folded, part.start, part.end):
            if any(mark.start < match.end() and match.start() < mark.end for mark in read):
                continue
            try:
                found = moment(match[0])
            except ValueError:
                continue
            if later(found, best) and not _AHEAD.search(part.lower):
                return True
    return False
