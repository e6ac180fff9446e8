"""Old workbooks (XLS) to a grid, by the rules of new ones: words as the sheets show them, dates in ISO form.

What such a file does not give its reader is lost: whether an empty cell holds a formula without a stored value.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime

import xlrd  # type: ignore[import-untyped]  # it ships no types

from oversight_adapters.texts.cell_words import Style, Words, number_words, style_of
from oversight_adapters.texts.faults import Faults, brief
from oversight_adapters.texts.grid import MOST_CELLS, Block, Grid, Row, Sheet, trimmed
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Cell, Source
from oversight_core.reading import Problem, Text

LARGEST = 64 * 1024 * 1024  # bytes
_MOST_MERGED = 100_000
_EPOCHS = (datetime(1899, 12, 30), datetime(1904, 1, 1))


def xls_text(source: Source) -> Text:
    """The text of an old workbook; it has no running text, only `places`.

    Raises `UnreadableSource` where it is damaged, protected or larger than `Grid` allows.
    """
    name = source.name or "the source"
    if len(source.content) > LARGEST:
        why = f"{len(source.content):,} bytes are more than the {LARGEST:,} that an old workbook may have"
        raise UnreadableSource(name, why)
    try:
        grid = _Reader(source.content, name).grid()
    except UnreadableSource:
        raise
    # a damaged record leads xlrd into errors of any kind
    except Exception as error:
        why = "it is protected by a password" if "encrypted" in str(error) else "it is a damaged workbook, or none"
        said = f"{type(error).__name__}: {brief(error)}"
        raise UnreadableSource(name, f"{why} ({said}); save it as .xlsx without one") from None
    return Text(source, "", places=grid)


def _opened(content: bytes, *, careless: bool = False) -> xlrd.Book:
    return xlrd.open_workbook(
        file_contents=content,
        formatting_info=True,
        on_demand=True,
        ragged_rows=True,
        ignore_workbook_corruption=careless,
        logfile=io.StringIO(),  # it would print
    )


class _Reader:
    """Reads one workbook, a sheet at a time."""

    def __init__(self, content: bytes, name: str) -> None:
        self._name, self._faults = name, Faults()
        self._overlap: tuple[Problem, ...] = ()
        try:
            self._book = _opened(content)
        except xlrd.compdoc.CompDocError:  # a program that writes many exports does that
            self._book = _opened(content, careless=True)
            why = "parts of this old workbook claim the same place in it; hold some cells against what it shows"
            self._overlap = (Problem("workbook-overlaps", why),)
        self._epoch = _EPOCHS[self._book.datemode]
        self._styles: dict[int, Style] = {}
        self._left = MOST_CELLS

    def grid(self) -> Grid:
        """All its sheets."""
        sheets = []
        for index in range(self._book.nsheets):
            sheets.append(self._sheet(self._book.sheet_by_index(index)))
            self._book.unload_sheet(index)
        return Grid(tuple(sheets), (*self._overlap, *self._faults.problems()))

    def _sheet(self, sheet: xlrd.sheet.Sheet) -> Sheet:
        if len(sheet.merged_cells) > _MOST_MERGED:
            why = f"its sheet {sheet.name!r} has more than {_MOST_MERGED:,} merged cells"
            raise UnreadableSource(self._name, why)
        merged = tuple(
            Block(top + 1, left + 1, bottom, right) for top, bottom, left, right in sorted(sheet.merged_cells)
        )
        return Sheet(sheet.name, tuple(self._rows(sheet)), merged=merged, hidden=bool(sheet.visibility))

    def _rows(self, sheet: xlrd.sheet.Sheet) -> Iterator[Row]:
        for index in range(sheet.nrows):
            self._left -= sheet.row_len(index)
            if self._left < 0:
                raise UnreadableSource(self._name, f"it has more than {MOST_CELLS:,} cells")
            found = [self._words(sheet, index, column) for column in range(sheet.row_len(index))]
            words = trimmed([words for words, _ in found])
            if words:
                yield Row(index + 1, words, tuple(kind for _, kind in found[: len(words)]), len(words))

    def _words(self, sheet: xlrd.sheet.Sheet, row: int, column: int) -> Words:
        kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
        if kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):

            def tell(code: str, sentence: str) -> None:
                place = Cell(sheet.name, row + 1, column + 1)
                self._faults.add(code, f"in sheet {sheet.name!r} {sentence}", row + 1, place)

            return number_words(repr(value), self._style(sheet.cell_xf_index(row, column)), self._epoch, tell)
        if kind == xlrd.XL_CELL_BOOLEAN:
            return ("TRUE" if value else "FALSE"), "boolean"
        words = xlrd.error_text_from_code.get(int(value), "#ERR!") if kind == xlrd.XL_CELL_ERROR else str(value)
        return (words, "text") if words else ("", "nothing")

    def _style(self, index: int) -> Style:
        if index not in self._styles:
            format = self._book.format_map[self._book.xf_list[index].format_key].format_str
            self._styles[index] = style_of(format)
        return self._styles[index]
