"""What the cells of one recommendation state, gathered field by field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from oversight_adapters.readers.ohchr_list.phrases import BOOK
from oversight_adapters.texts.spans import Span
from oversight_core.provenance import Excerpt


class Sheet:
    """What is stated of one recommendation: the value of each field, and its excerpts; used once."""

    def __init__(self, excerpt: Callable[[str, str, Span], Excerpt]) -> None:
        self._excerpt = excerpt
        self.values: dict[str, Any] = {}
        self.excerpts: list[Excerpt] = []

    def take(self, field: str, row: str, span: Span) -> None:
        """Read a place as a field."""
        self.add(self._excerpt(field, f"{row}/{field}", span))

    def several(self, field: str, row: str, span: Span) -> None:
        """Read a place as one of the values of a field."""
        excerpt = self._excerpt(field, f"{row}/{field}", span)
        value = BOOK.value(excerpt)
        if value not in self.values.get(field, ()):
            self.values[field] = (*self.values.get(field, ()), value)
        self.excerpts.append(excerpt)

    def compute(self, field: str, value: str) -> None:
        """Take what the layout says."""
        self.values[field] = value
        self.excerpts.append(Excerpt(field))

    def add(self, excerpt: Excerpt) -> None:
        """Take what an excerpt states."""
        self.values[excerpt.field] = BOOK.value(excerpt)
        self.excerpts.append(excerpt)
