"""A reading as facts: one value, the words it came from, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

import attrs

from oversight_core.names import Item
from oversight_core.ports import Reader
from oversight_core.provenance import Locator
from oversight_core.reading import Reading


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
    items is no fact of its own: each of them is there.
    """
    for candidate in reading.candidates:
        for excerpt in candidate.excerpts:
            if excerpt.derived:
                value, quote = getattr(candidate.entity, excerpt.field), None
                if isinstance(value, tuple):
                    continue
            else:
                value, quote = reader.value(excerpt), str(excerpt.words)
            yield Fact(candidate.item, excerpt.field, value, quote, excerpt.locator, excerpt.source)


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
