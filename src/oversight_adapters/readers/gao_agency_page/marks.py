"""Words that state something, before they are quoted: which field, by which row, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.phrasebook import Hit, Phrase
from oversight_core.moments import Moment


class Sentence(NamedTuple):
    """A sentence of a folded text, and what rules most rows out at once.

    That is its words in lower case, and how many years it names.
    """

    folded: str
    start: int
    end: int
    lower: str
    years: int


def years_in(lower: str) -> int:
    """How many years lower-case words seem to name."""
    years = lower.count("20")
    if years > 1:
        years -= lower.count("2020")
    return years or lower.count("19") or lower.count("fy")


def holds(lower: str, cues: Iterable[str]) -> bool:
    """Whether one of these cues stands in lower-case words; asked often, hence the plain loop."""
    for cue in cues:  # noqa: SIM110  # a generator would cost twice as much
        if cue in lower:
            return True
    return False


def cued(rows: Iterable[Phrase], lower: str) -> Iterator[Phrase]:
    """The rows of which a cue stands in these lower-case words."""
    for row in rows:
        if holds(lower, row.cues):
            yield row


class Mark(NamedTuple):
    """A field, the row and slot that read it (``as-of/as_of``), and a half-open span."""

    field: str
    row: str
    start: int
    end: int


def mark(hit: Hit, slot: str) -> Mark | None:
    """What a slot of a found phrase states; None where it took no part, or where the phrase has none such."""
    try:
        start, end = hit.match.span(slot)
    except IndexError:
        return None
    return Mark(slot, f"{hit.phrase.name}/{slot}", start, end) if start >= 0 else None


def value_at(folded: str, place: Mark | None) -> Any:
    """What marked words mean; None where there are none, or where they are no such thing (the 31st of June)."""
    if place is None:
        return None
    try:
        return BOOK.slot(place.row).read(folded[place.start : place.end])
    except ValueError:
        return None


def later(one: Moment, other: Moment) -> bool:
    """Whether a moment starts after another, or starts with it and is finer; vague words are after nothing.

    >>> later(Moment.parse("2023-06-15"), Moment.parse("2023-06")), later(Moment.parse("2023"), Moment.parse("2023-06"))
    (True, False)
    """
    if one.earliest is None or other.earliest is None:
        return False
    if one.earliest != other.earliest:
        return one.earliest > other.earliest
    return one.finer_inside(other)
