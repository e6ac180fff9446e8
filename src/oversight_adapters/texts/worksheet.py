"""The cells of one sheet of a workbook, read as they come; nothing is kept of cells that say nothing.

openpyxl knows dates, shared words and where the sheets are; here is only the flat list of rows, since its own has no
way to tell a formula without a stored value from an empty cell, and fills every row up to the widest.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import IO

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
from oversight_adapters.texts.sheet_xml import RawCell, Said, SheetXml, said
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Cell

_MOST_MERGED = 100_000

_MOST_KNOWN = 100_000  # cells that say different things
_NOTHING: CellKind = "nothing"
_BLANK: Words = ("", _NOTHING)


@attrs.frozen
class Book:
    """What the sheets of a workbook share; `epoch` is the day that its dates count from."""

    name: str
    strings: tuple[str, ...]
    styles: tuple[Style, ...]
    epoch: datetime


class SheetReader:
    """Reads one sheet, once."""

    def __init__(self, book: Book, name: str, faults: Faults) -> None:
        self._book, self._name, self._faults = book, name, faults
        self._columns: dict[str, int] = {}
        self._row = self._column = self._cells = self._told = 0
        self._known: dict[str | Said, Words] = {}
        self._shared = {str(index): _text(words) for index, words in enumerate(book.strings)}

    def sheet(self, part: IO[bytes], *, hidden: bool = False) -> Sheet:
        """The whole sheet.  Raises `UnreadableSource` for more rows, columns or cells than may be."""
        xml = SheetXml(part)
        rows = tuple(row for number, cells in xml.rows() if (row := self._read(number, cells)))
        if len(xml.merged) > _MOST_MERGED:
            why = f"its sheet {self._name!r} has more than {_MOST_MERGED:,} merged cells"
            raise UnreadableSource(self._book.name, why)
        return Sheet(self._name, rows, merged=tuple(map(_block, xml.merged)), hidden=hidden)

    def _read(self, number: str, cells: list[RawCell]) -> Row | None:
        """One row; None where it is blank."""
        self._begin(int(number) if number else self._row + 1)
        words: list[str] = []
        kinds: list[CellKind] = []
        column, columns, known = 0, self._columns, self._known
        for letters, cell in cells:
            column = columns.get(letters) or self._index(letters, column)
            found, kind = known.get(cell) or self._words(cell, column)
            if not found:
                continue
            gap = column - len(words)
            if gap == 1:
                words.append(found)
                kinds.append(kind)
                continue
            if column > MOST_COLUMNS:
                why = f"a cell of its sheet {self._name!r} stands beyond column {MOST_COLUMNS:,}"
                raise UnreadableSource(self._book.name, why)
            words.extend([""] * gap)
            kinds.extend([_NOTHING] * gap)
            if words[column - 1]:
                self._column = column
                self._tell("cell-twice", "a cell stands in its row twice; the last one counts")
            words[column - 1], kinds[column - 1] = found, kind
        return self._finished(words, kinds) if words else None

    def _begin(self, number: int) -> None:
        if not self._row < number <= MOST_ROWS:
            why = f"row {number:,} of its sheet {self._name!r} is out of order, or beyond row {MOST_ROWS:,}"
            raise UnreadableSource(self._book.name, why)
        self._row = number

    def _index(self, letters: str, before: int) -> int:
        """The column of some letters; a cell that has none stands right behind the one before."""
        if not letters:
            return before + 1
        self._columns[letters] = column = int(column_index_from_string(letters))
        return column

    def _finished(self, words: list[str], kinds: list[CellKind]) -> Row:
        self._cells += len(words)
        if self._cells > MOST_CELLS:
            raise UnreadableSource(self._book.name, f"its sheet {self._name!r} has more than {MOST_CELLS:,} cells")
        return Row(self._row, tuple(words), tuple(kinds), len(words))

    # -- words of a cell -----------------------------------------------------------------------------------------------

    def _words(self, cell: str | Said, column: int) -> Words:
        """The words of a cell; what no problem is told of is known for all cells that say the same."""
        told, self._column = self._told, column
        style, kind, formula, value, inline = said(cell)
        if kind == "s" and value:
            found = self._shared[value]
        elif kind == "inlineStr":
            found = _text(inline)
        elif value:
            read = _KINDS.get(kind)
            found = read(value) if read else self._number(value, style)
        else:
            found = _BLANK
            if formula and kind != "str":
                why = "a formula has no stored value; open and save it, to have it counted"
                self._tell("formula-without-value", why)
        if told == self._told and len(self._known) < _MOST_KNOWN:
            self._known[cell] = found
        return found

    def _number(self, value: str, style: str) -> Words:
        index = int(style or 0)
        if index < 0:
            raise IndexError(style)
        look = self._book.styles[index] if self._book.styles else Style()
        return number_words(value, look, self._book.epoch, self._tell)

    def _tell(self, code: str, sentence: str) -> None:
        self._told += 1
        place = Cell(self._name, self._row, self._column)
        self._faults.add(code, f"in sheet {self._name!r} {sentence}", self._row, place)


def _block(reference: str) -> Block:
    first, _, last = reference.partition(":")
    top, left = coordinate_to_tuple(first)
    bottom, right = coordinate_to_tuple(last or first)
    return Block(top, left, bottom, right)


def _text(words: str) -> Words:
    words = unescape(words) if "_x" in words else words
    return words, "text" if words else "nothing"


_KINDS: dict[str, Callable[[str], Words]] = {
    "str": _text,
    "b": lambda value: ("TRUE" if value in ("1", "true") else "FALSE", "boolean"),
    "e": lambda value: (value, "text"),
    "d": lambda value: moment_words(from_ISO8601(value)),
}
