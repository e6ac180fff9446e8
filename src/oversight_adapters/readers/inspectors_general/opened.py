"""A text opened for reading, as far as it may be long, and closed with the account of what was read in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from oversight_adapters.readers.accounting import account
from oversight_adapters.readers.inspectors_general.describing import Record, excerpts_of
from oversight_adapters.readers.inspectors_general.pieces import tabbed
from oversight_adapters.readers.phrasebook import Slot
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.spans import Span
from oversight_core.reading import Reading, Text


@attrs.frozen
class Opened:
    """One text at work: as it is, folded, and folded but for its tabs, which part cells, all of the same length; and
    what is described of it.
    """

    text: Text
    content: str = attrs.field(repr=False)
    folded: str = attrs.field(repr=False)
    lined: str = attrs.field(repr=False)
    record: Record

    @classmethod
    def of(cls, text: Text, name: str, slots: Mapping[str, Slot], *, longest: int) -> Opened:
        """A text opened for the reader of this name; what is beyond `longest` code points is a problem."""
        content = text.content[:longest]
        record = Record(name, slots, text.source.digest)
        if len(text.content) > longest:
            record.problem("too-long", f"only the first {longest:,} of {len(text.content):,} characters were read")
        folded = fold(content)
        return cls(text, content, folded, tabbed(content, folded), record)

    def reading(self, spans: Iterable[Span], *, prose: str = "") -> Reading:
        """All that was described; `spans` are the passages accounted for, `prose` the folded text they are read in."""
        record, candidates = self.record, self.record.candidates()
        told = account(
            self.content,
            prose or self.folded,
            excerpts_of(candidates),
            source=record.source,
            spans=list(spans),
        )
        return Reading(
            candidates, tuple(record.problems), told.unaccounted, self.text.source, record.name, told.telling
        )
