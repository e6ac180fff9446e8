"""From marks to values and excerpts: every value with the exact words it came from."""

from __future__ import annotations

from typing import Any

from oversight_adapters.readers.gao_agency_page.marks import Mark
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_core.provenance import Excerpt, TextSpan
from oversight_core.reading import Text

_SLOTS = {place: (slot.read, slot.printed, f"{BOOK.name}:{place}") for place, slot in BOOK.places()}


class Quotes:
    """Quotes from one text; values are read from its folded twin, where the same words stand."""

    def __init__(self, text: Text, folded: str) -> None:
        self.content, self.folded, self.digest = text.content, folded, text.source.digest

    def at(self, field: str, row: str, start: int, end: int) -> tuple[Any, Excerpt]:
        """What a row and slot read at a place, and the excerpt; ValueError where the words are no such thing."""
        words = self.content[start:end]
        read, printed, phrase = _SLOTS[row]
        value = read(words if printed else self.folded[start:end])
        return value, Excerpt(field, words, TextSpan(start, end), self.digest, phrase)


class Sheet:
    """What is stated of one thing: the value of each field, and its excerpts in the order in which they were taken."""

    def __init__(self, quotes: Quotes) -> None:
        self._quotes = quotes
        self.values: dict[str, Any] = {}
        self.excerpts: list[Excerpt] = []

    def take(self, field: str, row: str, start: int, end: int) -> Any:
        """Read a place as a field of the thing."""
        value, excerpt = self._quotes.at(field, row, start, end)
        self.values[field] = value
        self.excerpts.append(excerpt)
        return value

    def mark(self, mark: Mark | None, field: str = "") -> Any:
        """Read a mark, as its own field or another; nothing where there is none."""
        return self.take(field or mark.field, mark.row, mark.start, mark.end) if mark else None

    def add(self, value: Any, excerpt: Excerpt) -> None:
        """Take what was read before."""
        self.values[excerpt.field] = value
        self.excerpts.append(excerpt)
