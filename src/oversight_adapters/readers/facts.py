"""A reading as facts: one value, the words it came from, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from oversight_core.moments import Moment
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
    """A value as JSON shows it: moments and items as they print, tuples as lists.

    >>> plain(Moment.parse("2024-02"))
    '2024-02'
    """
    if isinstance(value, tuple | list):
        return [plain(part) for part in value]
    return str(value) if isinstance(value, Moment | Item) else value
