"""The cells of a table as one running text, in which every place leads back to its cell and its printed words.

GAO's export writes every ampersand as ``&amp;``: in the running text it is one again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache, partial

from oversight_adapters.texts.grid import Sheet
from oversight_adapters.texts.layers import SOFT, unbroken
from oversight_adapters.texts.spans import Span
from oversight_core.provenance import Cell, Pointer, Source
from oversight_core.quick import maker
from oversight_core.reading import Text

_UNREAD = re.compile(rf"{SOFT.pattern}|(?<=&)amp;")
"""What stands in a cell and is no part of its words."""
_APART = "\n\n"


def plain(words: str) -> str:
    """The words of a cell.

    >>> plain("Centers for Medicare &amp; Medicaid\u200b Services"), plain("R&amp;amp;D")
    ('Centers for Medicare & Medicaid Services', 'R&amp;D')
    """
    return unbroken(words.replace("&amp;", "&") if "&" in words else words)


class Cells:
    """Cells, one after another, as the text that they make; used once."""

    def __init__(self, sheet: Sheet) -> None:
        self._locator = partial(maker(Cell), sheet.name) if sheet.records is None else sheet.locator
        self._words: list[str] = []
        self._starts: list[int] = []
        self._places: list[Cell | Pointer] = []
        self._otherwise: dict[int, str] = {}  # what is printed in cells that are read otherwise
        self._length = 0

    def add(self, row: int, column: int, words: str) -> Span | None:
        """Take a cell; where its words will stand, blanks around them left out."""
        read = plain(words)
        start = self._length
        end = start + len(read)
        if read is not words:
            self._otherwise[len(self._words)] = words
        self._words.append(read)
        self._starts.append(start)
        self._places.append(self._locator(row, column))
        self._length = end + len(_APART)
        if read.strip() != read:
            start, end = end - len(read.lstrip()), start + len(read.rstrip())
        return (start, end) if start < end else None

    def text(self, source: Source) -> Text:
        """All cells as a text."""
        return Text(source, _APART.join(self._words))

    def printed(self, start: int, end: int, words: str) -> tuple[Cell | Pointer, str]:
        """The cell in which a span stands, and its words as they are printed there."""
        n = bisect_right(self._starts, start) - 1
        if n in self._otherwise:
            first = self._starts[n]
            words = _printed(self._otherwise[n], start - first, end - first)
        return self._places[n], words


@lru_cache(maxsize=16)
def _kept(words: str) -> tuple[int, ...]:
    """Where each letter stands in a cell that is part of its words."""
    kept, at = list[int](), 0
    for match in _UNREAD.finditer(words):
        kept += range(at, match.start())
        at = match.end()
    return (*kept, *range(at, len(words)))


def _printed(words: str, start: int, end: int) -> str:
    """The span of a cell as printed.

    >>> _printed("R&amp;D here", 0, 3)
    'R&amp;D'
    """
    kept = _kept(words)
    return words[kept[start] : kept[end - 1] + 1]
