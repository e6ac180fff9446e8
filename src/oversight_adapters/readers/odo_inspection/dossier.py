"""One inspection, as a document tells of it: its number, what is said of it, and what contradicts that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from oversight_adapters.readers.odo_inspection.slots import is_same_facility, standards_alike
from oversight_adapters.readers.said import Said
from oversight_core.entities import Inspection
from oversight_core.names import Item, fingerprint, slug
from oversight_core.provenance import Excerpt
from oversight_core.reading import Candidate


@attrs.define
class Dossier:
    """One inspection: its number, what is said of it, and what contradicts that."""

    number: str
    sentence: str
    said: Said = attrs.Factory(Said)
    others: list[Said] = attrs.Factory(list)
    parts: list[tuple[Excerpt, Any]] = attrs.Factory(list)  # counts that may be of a part

    def tell(self, excerpt: Excerpt, value: Any) -> bool:
        """A value with its words; False where it contradicts another one, and is kept apart."""
        known = self.said.fields.get(excerpt.field, value)
        if known == value:
            self.said.tell(value, excerpt)
            return True
        if self._says_again(excerpt.field, known, value):
            return True
        other = Said()
        other.tell(value, excerpt)
        self.others.append(other)
        return False

    def _says_again(self, field: str, known: Any, value: Any) -> bool:
        """Whether a value is the known one in other words, or a day of the visit that is known."""
        if field == "standard":
            return standards_alike(known) == standards_alike(value)
        if field == "facility":
            return is_same_facility(known, value)
        last = self.said.fields.get("ended_on")
        return field == "started_on" and last is not None and known.earliest <= value.earliest <= last.latest

    @property
    def item(self) -> Item:
        """Named for its number, else for the facility and the sentence that first tells of it."""
        unnumbered = f"{self.said.fields.get('facility', '')} {self.sentence}"
        return Item("inspection", "odo", slug(self.number) if self.number else fingerprint(unnumbered))

    def candidates(self) -> Iterator[Candidate]:
        """The inspection, and each value that contradicts it."""
        for said in (self.said, *self.others):
            if set(said.fields) - {"number", "by"}:
                yield Candidate(self.item, Inspection(**said.fields), (), None, tuple(said.excerpts))
