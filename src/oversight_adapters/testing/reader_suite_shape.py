"""R0: what must be there before anything can be promised: a reader, and readings that are some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, get_args

import attrs

from oversight_adapters.testing.clauses import missing_parts
from oversight_core.moments import Moment
from oversight_core.names import Actor, Item
from oversight_core.ports import Reader
from oversight_core.provenance import Excerpt, Locator, Source
from oversight_core.reading import Candidate, Label, Problem, Reading, Text, Unaccounted

_PLACES = get_args(Locator)
_KNOWN = ", ".join(kind.__name__ for kind in _PLACES)

PARTS: tuple[tuple[str, type], ...] = (("candidates", Candidate), ("problems", Problem), ("unaccounted", Unaccounted))
"""The parts of a reading, and what they hold."""

LABEL: dict[str, Any] = {
    "vocabulary": str,
    "words": str,
    "occurred_on": Moment | None,
    "stated_on": Moment | None,
    "actor": Actor | None,
    "item": Item | None,
}
"""What the fields of a label hold."""


def not_a_reader(reader: Reader) -> Iterator[str]:
    """What a reader lacks of the port."""
    yield from missing_parts(reader, Reader)
    name: Any = getattr(reader, "name", None)
    if not isinstance(name, str) or not name.strip():
        yield f"its name is {name!r}, and no text"


def is_level(sure: object, *levels: int) -> bool:
    """Whether it is one of these numbers; True is none."""
    return type(sure) is int and sure in levels


def _is_of(source: Any, given: Source) -> bool:
    """Whether a source is the given one; a reader may add the date that the document states for all it says."""
    dated = isinstance(source, Source) and attrs.evolve(given, dated_on=given.dated_on or source.dated_on)
    return bool(source == dated)


def not_a_reading(reading: Any, text: Text) -> Iterator[str]:
    """What of a reading is of another type than it should be, and whether it is of this text."""
    if not isinstance(reading, Reading):
        yield f"read(text) gives {_type(reading)}, and no Reading"
        return
    if reading.source is not None and not _is_of(reading.source, text.source):
        yield f"the reading is of the source {reading.source!r}, and not of that of the text"
    for name, kind in PARTS:
        yield from _not_all(getattr(reading, name), kind, f"Reading.{name}")
    if not isinstance(reading.telling, int):
        yield f"Reading.telling is {reading.telling!r}, and no number"
    for problem in _each(reading.problems, Problem):
        if not isinstance(problem.code, str) or not isinstance(problem.message, str):
            yield f"{problem!r} has a code or a message that is no text"
        yield from _not_placed(problem)
    for sentence in _each(reading.unaccounted, Unaccounted):
        yield from _not_placed(sentence)
    for candidate in _each(reading.candidates, Candidate):
        yield from _not_a_candidate(candidate)


def _not_a_candidate(candidate: Any) -> Iterator[str]:
    if not isinstance(candidate.item, Item):
        yield f"the item of a candidate is {candidate.item!r}, and no Item"
    if not attrs.has(type(candidate.entity)):
        yield f"the entity of {candidate.item} is {_type(candidate.entity)}, and no entity"
    yield from _not_all(candidate.labels, Label, f"the labels of {candidate.item}")
    if not isinstance(candidate.occurred_on, Moment | None):
        yield f"{candidate.item} occurred on {candidate.occurred_on!r}, and no Moment"
    for label in _each(candidate.labels, Label):
        for name, kind in LABEL.items():
            if not isinstance(value := getattr(label, name), kind):
                yield f"a label of {candidate.item} has {value!r} for {name!r}"
    lists = [candidate.excerpts, *(label.excerpts for label in _each(candidate.labels, Label))]
    for excerpts in lists:
        yield from _not_all(excerpts, Excerpt, f"the excerpts of {candidate.item}")
        for excerpt in _each(excerpts, Excerpt):
            if not isinstance(excerpt.field, str) or not isinstance(excerpt.words, str):
                yield f"{excerpt!r} has a field or words that are no text"
            yield from _not_placed(excerpt)


def _not_placed(what: Any) -> Iterator[str]:
    if what.locator is not None and not isinstance(what.locator, _PLACES):
        yield f"{what!r} has a locator that is {_type(what.locator)}, and none of {_KNOWN}"


def _not_all(values: Any, kind: type, what: str) -> Iterator[str]:
    if not isinstance(values, tuple):
        yield f"{what} is {_type(values)}, and no tuple"
    else:
        yield from (f"{what} holds {_type(one)}, and no {kind.__name__}" for one in values if not isinstance(one, kind))


def _each(values: Any, kind: type) -> Iterable[Any]:
    """Those that are what they should be; the others are told already."""
    return [one for one in values if isinstance(one, kind)] if isinstance(values, tuple) else ()


def _type(value: object) -> str:
    return f"a {type(value).__name__}" if value is not None else "None"
