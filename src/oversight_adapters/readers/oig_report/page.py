"""One report at work: its text as it is and smooth, what is described, and what rows of the phrasebook find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import attrs

from oversight_adapters.readers.inspectors_general.describing import Record, Told
from oversight_adapters.readers.inspectors_general.opened import Opened
from oversight_adapters.readers.inspectors_general.pieces import Piece, piece_of
from oversight_adapters.readers.oig_report.phrases import BOOK
from oversight_adapters.readers.phrasebook import Hit
from oversight_adapters.readers.phrasebook.sieve import Sieve, Sifted, sifted_hits
from oversight_adapters.texts.spans import Span

LONGEST_SENTENCE = 4_000


@attrs.frozen
class Page:
    """The text of one report: as it is, folded, folded but for its tabs, and smooth; all have the same length."""

    content: str = attrs.field(repr=False)
    folded: str = attrs.field(repr=False)
    lined: str = attrs.field(repr=False)
    text: str = attrs.field(repr=False)
    record: Record
    _sifted: dict[Span, Sifted] = attrs.field(factory=dict, repr=False, eq=False)  # the sentence at hand

    @classmethod
    def of(cls, opened: Opened, *, prose: str = "") -> Page:
        """The report of an opened text; `prose` is its smooth text, where feet of pages stand in it."""
        return cls(opened.content, opened.folded, opened.lined, prose or opened.folded, opened.record)

    def piece(self, start: int, end: int) -> Piece:
        """The words at a place, as they stand in the report."""
        return piece_of(self.content, start, end)

    def told(self, hit: Hit, slot: str, field: str = "") -> Told | None:
        """What one slot of a row tells where it was found; None where it took no part."""
        start, end = hit.match.span(slot)
        return self.read(f"{hit.phrase.name}/{slot}", start, end, field or slot) if start >= 0 else None

    def read(self, row: str, start: int, end: int, field: str) -> Told | None:
        """What the words at a place tell by a row."""
        return self.record.read(row, self.piece(start, end), field=field)

    def every(self, rows: Iterable[str], start: int, end: int) -> Iterator[Hit]:
        """All that some rows find in a sentence, row by row."""
        if end - start > LONGEST_SENTENCE:
            return
        sifted = self._sifted.get((start, end))
        if sifted is None:
            self._sifted.clear()
            sifted = self._sifted[start, end] = _sieve().sift(self.text, start, end)
        for row in _among(tuple(rows), sifted.rows):
            yield from sifted_hits(BOOK, _sieve(), sifted, row, start, end)


@lru_cache(maxsize=8_192)
def _among(rows: tuple[str, ...], passed: frozenset[str]) -> tuple[str, ...]:
    """Those rows that went through the sieve; the same sets of them come again and again."""
    return tuple(row for row in rows if row in passed)


@cache
def _sieve() -> Sieve:
    """The rows sieved, made when the first sentence is read."""
    return Sieve(BOOK.written)
