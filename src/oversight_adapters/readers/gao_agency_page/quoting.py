"""From marks to values and excerpts: every value with the exact words it came from."""

from __future__ import annotations

from typing import Any

import attrs

from oversight_adapters.readers.gao_agency_page.marks import Mark
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_core.provenance import Excerpt, TextSpan
from oversight_core.reading import Text


@attrs.frozen
class Quoted:
    """A value and the excerpt that states it."""

    value: Any
    excerpt: Excerpt


class Quotes:
    """Quotes from one text."""

    def __init__(self, text: Text) -> None:
        self.content, self.digest = text.content, text.source.digest

    def at(self, field: str, row: str, start: int, end: int) -> Quoted:
        """What a row and slot read at a place; raises ValueError where the words are no such thing."""
        words = self.content[start:end]
        excerpt = Excerpt(field, words, TextSpan(start, end), self.digest, f"{BOOK.name}:{row}")
        return Quoted(BOOK.value(excerpt), excerpt)

    def of(self, mark: Mark, field: str = "") -> Quoted:
        """What a mark states, of its own field or another."""
        return self.at(field or mark.field, mark.row, mark.start, mark.end)
