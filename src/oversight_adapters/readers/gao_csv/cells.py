"""The cells of a table as one running text, in which every place leads back to its cell and its printed words.

GAO's export writes every ampersand as ``&amp;``: in the running text it is one again.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from oversight_adapters.readers.gao_agency_page.suffix import Span
from oversight_adapters.texts.grid import Grid, Sheet
from oversight_adapters.texts.layers import SOFT
from oversight_core.provenance import Cell, Locator, Pointer, Source
from oversight_core.reading import Problem, Text

UNREAD = re.compile(rf"{SOFT.pattern}|(?<=&)amp;")
"""What stands in a cell and is no part of its words."""
_APART = " \n\n"  # no end of a cell takes the first of these with it


def plain(words: str) -> str:
    """The words of a cell.

    >>> plain("Centers for Medicare &amp; Medicaid\u200b Services"), plain("R&amp;amp;D")
    ('Centers for Medicare & Medicaid Services', 'R&amp;D')
    """
    return words if "&" not in words and words.isascii() and "\x02" not in words else UNREAD.sub("", words)


class Cells:
    """Cells, one after another; a layer of the text that they make."""

    problems: tuple[Problem, ...] = ()
    """What is wrong with the table is told with what is wrong with its records."""

    def __init__(self, sheet: Sheet, grid: Grid) -> None:
        self._sheet, self._grid = sheet, grid
        self._words: list[str] = []
        self._starts: list[int] = []  # in the text as printed
        self._places: list[Cell | Pointer] = []
        self._content = ""
        self._printed = self._read = 0  # how long the text is so far, as printed and as read

    def add(self, row: int, column: int, words: str) -> Span | None:
        """Take a cell; where its words will stand in what is read, blanks around them left out."""
        read = plain(words)
        start, end = self._read, self._read + len(read)
        if read[:1].isspace() or read[-1:].isspace():
            start, end = end - len(read.lstrip()), start + len(read.rstrip())
        self._words.append(words)
        self._starts.append(self._printed)
        self._places.append(self._sheet.locator(row, column))
        self._printed += len(words) + len(_APART)
        self._read += len(read) + len(_APART)
        return (start, end) if start < end else None

    def text(self, source: Source) -> Text:
        """All cells as a text."""
        self._content = _APART.join(self._words)
        return Text(source, self._content, places=self)

    def locator(self, start: int, end: int) -> Cell | Pointer:
        """The cell in which a span of the printed text stands."""
        return self._places[bisect_right(self._starts, start) - 1]

    def words(self, start: int, end: int) -> str:
        """The words of a span of the printed text."""
        return self._content[start:end]

    def at(self, locator: Locator) -> str | None:
        """The words that stand at a place of the table."""
        return self._grid.at(locator)
