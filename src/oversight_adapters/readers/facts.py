"""A reading as facts: one value, the words it came from, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

import attrs

from oversight_core.names import Item
from oversight_core.ports import Reader
from oversight_core.provenance import Excerpt, Locator
from oversight_core.reading import Candidate, Reading

_SAID = {"occurred_on": "on", "stated_on": "stated_on", "actor": "by"}
"""What is said beside a status word, as the second half of the name of its fact: `position_on`."""


@attrs.frozen
class Fact:
    """One field of one item, as stated; a derived one has no quote and no place."""

    item: Item
    field: str
    value: Any
    quote: str | None
    locator: Locator | None
    source: str

    @property
    def derived(self) -> bool:
        """Whether the value was computed from others."""
        return self.quote is None


def facts(reading: Reading, reader: Reader) -> Iterator[Fact]:
    """Every fact of a reading, in document order of its candidates.

    A stated value is what its phrase makes of its words; a derived one is what the entity holds.  A derived list of
    items is no fact of its own: each of them is there.  A status word is a fact of its axis where no field is.
    """
    for candidate in reading.candidates:
        for excerpt in candidate.excerpts:
            if not excerpt.derived:
                yield _stated(candidate.item, excerpt.field, excerpt, reader)
            elif not isinstance(value := getattr(candidate.entity, excerpt.field), tuple):
                yield Fact(candidate.item, excerpt.field, value, None, excerpt.locator, excerpt.source)
        yield from _status_words(candidate, reader)


def _status_words(candidate: Candidate, reader: Reader) -> Iterator[Fact]:
    """The labels of a candidate on axes of which no field of it speaks."""
    held = {excerpt.field for excerpt in candidate.excerpts}
    for label in candidate.labels:
        axis = next((excerpt.field for excerpt in label.excerpts), "")
        for excerpt in () if axis in held else label.excerpts:
            if excerpt.derived:
                continue
            beside = _SAID.get(excerpt.field)
            yield _stated(label.item or candidate.item, f"{axis}_{beside}" if beside else axis, excerpt, reader)


def _stated(item: Item, field: str, excerpt: Excerpt, reader: Reader) -> Fact:
    return Fact(item, field, reader.value(excerpt), str(excerpt.words), excerpt.locator, excerpt.source)


def said(reading: Reading) -> Iterator[dict[str, Any]]:
    """Every label of a reading as JSON shows it: whose, which words of which vocabulary, when, by whom, its quotes."""
    for candidate in reading.candidates:
        for label in candidate.labels:
            yield {
                "item": str(label.item or candidate.item),
                "vocabulary": label.vocabulary,
                "words": label.words,
                "occurred_on": plain(label.occurred_on),
                "stated_on": plain(label.stated_on),
                "actor": plain(label.actor),
                "quotes": {excerpt.field: str(excerpt.words) for excerpt in label.excerpts if not excerpt.derived},
            }


def plain(value: Any) -> Any:
    """A value as JSON shows it: tuples as lists, what has only fields as an object, anything else as it prints.

    >>> from oversight_core.moments import Moment
    >>> plain(Moment.parse("2024-02"))
    '2024-02'
    """
    if isinstance(value, tuple | list):
        return [plain(part) for part in value]
    if isinstance(value, Enum):
        return plain(value.value)
    if value is None or isinstance(value, str | int | float):
        return value
    if attrs.has(type(value)) and "__str__" not in vars(type(value)):
        return {field.name: plain(getattr(value, field.name)) for field in attrs.fields(type(value))}
    return str(value)
