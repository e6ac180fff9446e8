"""The cells of one sheet of a workbook, read as they come; nothing is kept of cells that say nothing.

openpyxl knows dates, shared words and where the sheets are; here is only the flat list of rows, since its own has no
way to tell a formula without a stored value from an empty cell, and fills every row up to the widest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import IO
from xml.etree.ElementTree import Element, iterparse

import attrs
from openpyxl.utils.cell import (  # type: ignore[import-untyped]  # openpyxl ships no types
    column_index_from_string,
    coordinate_to_tuple,
)
from openpyxl.utils.datetime import from_ISO8601  # type: ignore[import-untyped]  # as above
from openpyxl.utils.escape import unescape  # type: ignore[import-untyped]  # as above

from oversight_adapters.texts.cell_words import Style, Words, moment_words, number_words
from oversight_adapters.texts.faults import Faults
from oversight_adapters.texts.grid import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Block, CellKind, Row, Sheet
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Cell

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROW, _CELL, _DATA, _MERGED = _MAIN + "row", _MAIN + "c", _MAIN + "sheetData", _MAIN + "mergeCell"
_VALUE, _FORMULA = _MAIN + "v", _MAIN + "f"
# Words in the cell itself: plain, or in runs of one look each.
_INLINE = (f"{_MAIN}is/{_MAIN}t", f"{_MAIN}is/{_MAIN}r/{_MAIN}t")
_MOST_MERGED = 100_000

_NOTHING: CellKind = "nothing"


@attrs.frozen
class Book:
    """What the sheets of a workbook share; `epoch` is the day that its dates count from."""

    name: str
    strings: tuple[str, ...]
    styles: tuple[Style, ...]
    epoch: datetime


class SheetReader:
    """Reads one sheet: `rows` as they come, then `merged`."""

    def __init__(self, book: Book, name: str, faults: Faults) -> None:
        self._book, self._name, self._faults = book, name, faults
        self._columns: dict[str, int] = {}
        self._row = self._column = 0
        self._cells = 0
        self._merged: list[Block] = []

    def sheet(self, part: IO[bytes], *, hidden: bool = False) -> Sheet:
        """The whole sheet.  Raises `UnreadableSource` for more rows, columns or cells than may be."""
        rows = tuple(self._rows(part))
        return Sheet(self._name, rows, merged=tuple(self._merged), hidden=hidden)

    def _rows(self, part: IO[bytes]) -> Iterator[Row]:
        words: list[str] = []
        kinds: list[CellKind] = []
        data = row = Element(_ROW)
        for event, element in iterparse(part, ("start", "end")):
            tag = element.tag
            if event == "start":
                if tag == _ROW:
                    row, words, kinds = element, [], []
                    self._begin(element)
                elif tag == _DATA:
                    data = element
            elif tag == _CELL:
                self._read(element, words, kinds)
                row.clear()
            elif tag == _ROW:
                data.clear()
                if words:
                    yield self._finished(words, kinds)
            elif tag == _MERGED:
                self._merge(element.get("ref", ""))

    def _begin(self, row: Element) -> None:
        number = int(row.get("r", self._row + 1))
        if not self._row < number <= MOST_ROWS:
            why = f"row {number:,} of its sheet {self._name!r} is out of order, or beyond row {MOST_ROWS:,}"
            raise UnreadableSource(self._book.name, why)
        self._row, self._column = number, 0

    def _read(self, cell: Element, words: list[str], kinds: list[CellKind]) -> None:
        place = cell.get("r", "").rstrip("0123456789")
        self._column = column = self._index(place) if place else self._column + 1
        found, kind = self._words(cell)
        if not found:
            return
        if column > MOST_COLUMNS:
            why = f"a cell of its sheet {self._name!r} stands beyond column {MOST_COLUMNS:,}"
            raise UnreadableSource(self._book.name, why)
        gap = column - len(words)
        if gap > 0:
            words.extend([""] * gap)
            kinds.extend([_NOTHING] * gap)
        if words[column - 1]:
            self._tell("cell-twice", "a cell stands in its row twice; the last one counts")
        words[column - 1], kinds[column - 1] = found, kind

    def _index(self, letters: str) -> int:
        if letters not in self._columns:
            self._columns[letters] = column_index_from_string(letters)
        return self._columns[letters]

    def _finished(self, words: list[str], kinds: list[CellKind]) -> Row:
        self._cells += len(words)
        if self._cells > MOST_CELLS:
            raise UnreadableSource(self._book.name, f"its sheet {self._name!r} has more than {MOST_CELLS:,} cells")
        return Row(self._row, tuple(words), tuple(kinds), len(words))

    def _merge(self, reference: str) -> None:
        if len(self._merged) >= _MOST_MERGED:
            why = f"its sheet {self._name!r} has more than {_MOST_MERGED:,} merged cells"
            raise UnreadableSource(self._book.name, why)
        first, _, last = reference.partition(":")
        top, left = coordinate_to_tuple(first)
        bottom, right = coordinate_to_tuple(last or first)
        self._merged.append(Block(top, left, bottom, right))

    # -- words of a cell -----------------------------------------------------------------------------------------------

    def _words(self, cell: Element) -> Words:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return _text("".join(part.text or "" for step in _INLINE for part in cell.iterfind(step)))
        value = cell.findtext(_VALUE) or ""
        if not value:
            if kind != "str" and cell.find(_FORMULA) is not None:
                self._tell(
                    "formula-without-value", "a formula has no stored value; open and save it, to have it counted"
                )
            return "", "nothing"
        read = _KINDS.get(kind)
        if read:
            return read(self._book, value)
        style = self._book.styles[int(cell.get("s", 0))] if self._book.styles else Style()
        return number_words(value, style, self._book.epoch, self._tell)

    def _tell(self, code: str, sentence: str) -> None:
        place = Cell(self._name, self._row, self._column)
        self._faults.add(code, f"in sheet {self._name!r} {sentence}", self._row, place)


def _text(words: str) -> Words:
    words = unescape(words) if "_x" in words else words
    return words, "text" if words else "nothing"


_KINDS: dict[str, Callable[[Book, str], Words]] = {
    "s": lambda book, value: _text(book.strings[int(value)]),
    "str": lambda _, value: _text(value),
    "b": lambda _, value: ("TRUE" if value in ("1", "true") else "FALSE", "boolean"),
    "e": lambda _, value: (value, "text"),
    "d": lambda _, value: moment_words(from_ISO8601(value)),
}
