"""From marks to values and excerpts: every value with the exact words it came from."""

from __future__ import annotations

from typing import Any

from oversight_adapters.readers.gao_agency_page.marks import Mark
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.texts.layers import Printed
from oversight_core.provenance import Excerpt, Locator, TextSpan
from oversight_core.quick import maker
from oversight_core.reading import Text

_excerpt, _span = maker(Excerpt), maker(TextSpan)
_SLOTS = {place: (slot.read, slot.printed, f"{BOOK.name}:{place}") for place, slot in BOOK.places()}


Quoted = tuple[Any, Excerpt]
"""A value and the excerpt that states it."""


class Quotes:
    """Quotes from one text; values are read from its folded twin, where the same words stand.

    `touched` are the spans of all that was quoted.
    """

    __slots__ = ("content", "digest", "folded", "printed", "touched")

    def __init__(self, text: Text, folded: str, printed: Printed | None = None) -> None:
        self.content, self.folded, self.digest = text.content, folded, text.source.digest
        self.printed = printed
        self.touched: list[tuple[int, int]] = []

    def place(self, start: int, end: int) -> tuple[Locator, str]:
        """Where the words of a span stand, and what is printed there."""
        words = self.content[start:end]
        return self.printed(start, end, words) if self.printed else (_span(start, end), words)

    def at(self, field: str, row: str, start: int, end: int) -> Quoted:
        """What a row and slot read at a place, and the excerpt; ValueError where the words are no such thing."""
        sheet = Sheet(self)
        sheet.take(field, row, start, end)
        return sheet.values[field], sheet.excerpts[0]


class Sheet:
    """What is stated of one thing: the value of each field, and its excerpts in the order in which they were taken."""

    __slots__ = ("_quotes", "excerpts", "values")

    def __init__(self, quotes: Quotes) -> None:
        self._quotes = quotes
        self.values: dict[str, Any] = {}
        self.excerpts: list[Excerpt] = []

    def take(self, field: str, row: str, start: int, end: int) -> None:
        """Read a place as a field of the thing."""
        quotes = self._quotes
        words = quotes.content[start:end]
        read, printed, phrase = _SLOTS[row]
        self.values[field] = read(words if printed else quotes.folded[start:end])
        quotes.touched.append((start, end))
        place, words = quotes.printed(start, end, words) if quotes.printed else (_span(start, end), words)
        self.excerpts.append(_excerpt(field, words, place, quotes.digest, phrase))

    def find(self, row: str, start: int, end: int) -> bool:
        """Read every slot of a row that stands within a span; whether it does, and its words can be read."""
        hit = BOOK.search(row, self._quotes.folded, start, end)
        try:
            for field, at, until in hit.spans() if hit else ():
                self.take(field, f"{row}/{field}", at, until)
        except ValueError:  # the 31st of June
            return False
        return hit is not None

    def folded(self, start: int, end: int) -> str:
        """The words at a place, folded."""
        return self._quotes.folded[start:end]

    def mark(self, mark: Mark | None, at: int = 0, *, field: str = "") -> None:
        """Read a mark whose places count from `at`, as its own field or another; nothing where there is none."""
        if mark:
            own, row, start, end = mark
            self.take(field or own, row, at + start, at + end)

    def also(self, field: str, row: str) -> None:
        """Read the words taken last as another field."""
        last, quotes = self.excerpts[-1], self._quotes
        read, printed, phrase = _SLOTS[row]
        self.values[field] = read((quotes.content if printed else quotes.folded)[slice(*quotes.touched[-1])])
        self.excerpts.append(_excerpt(field, last.words, last.locator, last.source, phrase))

    def join(self, other: Sheet) -> None:
        """Take all that stands on another sheet."""
        self.values |= other.values
        self.excerpts += other.excerpts

    def add(self, quoted: Quoted | None) -> None:
        """Take what was read before."""
        if quoted:
            self.values[quoted[1].field] = quoted[0]
            self.excerpts.append(quoted[1])
