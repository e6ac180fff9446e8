"""Which precisions there are, and whether the bounds of a moment are what its precision says."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache
from types import NoneType

from oversight_core.moments.forms import OPEN, PRECISIONS, span_of

_ENDS = (*PRECISIONS, OPEN)
_RANGES = {f"{first}/{last}" for first in _ENDS for last in _ENDS} - {f"{OPEN}/{OPEN}"}
KNOWN_PRECISIONS = {*PRECISIONS, "instant", "words"} | _RANGES


@lru_cache(4096)
def lie(earliest: date | None, latest: date | None, precision: str, at: datetime | None) -> str:
    """Why these bounds are not what the precision says; empty where they are."""
    if not {type(earliest), type(latest)} <= {date, NoneType}:
        return "bounds are days, without a time"
    if (precision == "instant") != (at is not None) or (at is not None and at.tzinfo is None):
        return "an instant needs an aware time, and only an instant has one"
    if at is not None:
        return "" if earliest == latest == at.astimezone(UTC).date() else "the day of an instant is its day in UTC"
    if precision == "words":
        return "" if earliest is latest is None else "vague words are never an order and have no bounds"
    if earliest is not None and latest is not None and earliest > latest:
        return "it ends before it starts"
    first, slash, last = precision.partition("/")
    if not slash:
        ends = span_of(earliest, first)
        return "" if ends and ends == (earliest, latest) else f"these bounds are not one {precision}"
    starts, ends = span_of(earliest, first), span_of(latest, last)
    open_ends = ((earliest is None) == (first == OPEN), (latest is None) == (last == OPEN))
    whole = (starts and starts[0]) == earliest and (ends and ends[1]) == latest
    return "" if whole and all(open_ends) else f"these bounds do not make a range of {precision}"
