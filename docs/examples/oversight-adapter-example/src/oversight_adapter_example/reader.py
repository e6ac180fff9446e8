"""A reader: each sentence of the register that a phrase reads becomes a candidate, with the words for each value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
from oversight_adapters.readers.accounting import account
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.sentences import sentences
from oversight_core import Candidate, Excerpt, Item, Label, Problem, Reading, Source, Text

from oversight_adapter_example.permits import Permit
from oversight_adapter_example.phrases import BOOK

HEADING = b"HARBOUR COMMISSION: REGISTER OF PERMITS"
FIELDS = frozenset(field.name for field in attrs.fields(Permit))

Found = Mapping[str, Excerpt]
"""The words of one sentence by the name of their slot."""


class HarbourReader:
    """Reads the register of permits.

    >>> page = HEADING + b"\\n\\nPermit 17 has been suspended since June 2024."
    >>> (permit,) = HarbourReader().read(Text(Source.of(page), page.decode())).candidates
    >>> str(permit.item), permit.labels[0].words, str(permit.labels[0].occurred_on)
    ('permit:harbour/permits/17', 'suspended', '2024-06')
    """

    name = "harbour-register"

    def recognise(self, source: Source) -> int:
        """3 where it begins as the register does, else 0."""
        return 3 if source.content.removeprefix(b"\xef\xbb\xbf").startswith(HEADING) else 0

    def read(self, text: Text) -> Reading:
        """Every permit that a sentence speaks of; a sentence that tells something and is not read is listed."""
        folded = fold(text.content)
        spans = tuple(sentences(folded))
        problems: list[Problem] = []
        found = [
            {excerpt.field: excerpt for excerpt in BOOK.excerpts(hit, text, problems)}
            for hit in BOOK.hits(folded, spans)
        ]
        read = [excerpt for excerpts in found for excerpt in excerpts.values()]
        told = account(text.content, folded, read, source=text.source.digest, spans=spans)
        candidates = tuple(map(_candidate, found))
        return Reading(candidates, tuple(problems), told.unaccounted, text.source, self.name, told.telling)

    def value(self, excerpt: Excerpt) -> Any:
        """What the phrase that an excerpt names makes of its words alone."""
        return BOOK.value(excerpt)


def _candidate(found: Found) -> Candidate:
    """What one sentence states of a permit."""
    excerpts = tuple(excerpt for field, excerpt in found.items() if field in FIELDS)
    values = {excerpt.field: BOOK.value(excerpt) for excerpt in excerpts}
    item = Item("permit", "harbour", "permits", values["number"])
    return Candidate(item, Permit(**values), _labels(found), excerpts=excerpts)


def _labels(found: Found) -> tuple[Label, ...]:
    """The commission's own word for where a permit stands; the rulebook says what it means."""
    if "validity" not in found:
        return ()
    stated = tuple(found[field] for field in ("validity", "occurred_on") if field in found)
    values = {excerpt.field: BOOK.value(excerpt) for excerpt in stated}
    return (Label("harbour/validity", values["validity"], values.get("occurred_on"), excerpts=stated),)
