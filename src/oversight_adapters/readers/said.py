"""What a document says of one thing: its fields, and the words for each."""

from __future__ import annotations

from typing import Any

import attrs

from oversight_core.provenance import Excerpt


@attrs.define
class Said:
    """Fields of one thing with their excerpts; mutable while a document is read."""

    fields: dict[str, Any] = attrs.Factory(dict)
    excerpts: list[Excerpt] = attrs.Factory(list)

    def tell(self, value: Any, excerpt: Excerpt) -> None:
        """A value, and the words that state it."""
        self.fields[excerpt.field] = value
        self.excerpts.append(excerpt)

    def compute(self, field: str, value: Any, *, of: tuple[str, ...] = ()) -> None:
        """A value that follows from other fields, or from what the format gives."""
        self.tell(value, Excerpt(field, computed_from=of))
