"""Where the rows of a table are: below its header, under the lines of its blocks, above its end."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from oversight_adapters.readers.mapped_table.forms import read_date
from oversight_adapters.readers.mapped_table.header import Columns, begins, columns_at
from oversight_adapters.readers.mapped_table.mapping import BlockLine, LeftOut, Pick, Table
from oversight_adapters.readers.mapped_table.values import parts_of
from oversight_adapters.texts.grid import Row, Sheet


@attrs.frozen
class Line:
    """A row of the table, with the columns that hold for it and the block line above it."""

    sheet: Sheet
    row: Row
    columns: Columns
    block: tuple[Row, int] | None = None  # the row, and the column in which its words stand

    def cell(self, column: int) -> tuple[Row, str]:
        """The words of a column, and the row in which they stand: the first of those that are merged downwards."""
        words = self.row.at(column)
        if words.strip() or not self.sheet.merged:
            return self.row, words
        top = self.sheet.top(self.row.number, column)
        return (top, top.at(column)) if top and top.number > self.columns.last_row else (self.row, words)


@attrs.define
class Layout:
    """The rows of one sheet, sorted; `header` is None where none was found."""

    sheet: Sheet
    header: Columns | None = None
    lines: list[Line] = attrs.Factory(list)
    around: list[Row] = attrs.Factory(list)  # above the header, and below the end
    below: list[int] = attrs.Factory(list)
    left_out: list[int] = attrs.Factory(list)


def layout(sheet: Sheet, table: Table) -> Layout:
    """Sort the rows of a sheet."""
    found = Layout(sheet)
    block_name = table.block.column if table.block else ""
    if sheet.columns:
        found.header = Columns(sheet.columns, 0, block_name)
    block: tuple[Row, int] | None = None
    ended = False
    for row in sheet.rows:
        columns = found.header
        if columns is not None and row.number <= columns.last_row:
            continue
        line = _block_line(row, table.block)
        if columns is None and not line and begins(row, table.header):
            found.header = columns_at(sheet, row, table.header, block_name)
        elif columns is not None and table.header.again and _is_header(row, columns, table):
            found.header, ended = columns_at(sheet, row, table.header, block_name), False
        elif line:
            block, ended = (row, line), False
        elif columns is None:
            found.around.append(row)
        elif ended or _starts(row, table.end):
            ended = True
            found.below.append(row.number)
            found.around.append(row)
        elif any(_is_left_out(row, columns, rule) for rule in table.leave_out):
            found.left_out.append(row.number)
        else:
            found.lines.append(Line(sheet, row, columns, block))
    return found


def _is_header(row: Row, columns: Columns, table: Table) -> bool:
    """Whether the header comes again: with the same names, or with those it was found by."""
    return begins(row, table.header) if table.header.holds else columns.again(row)


def _block_line(row: Row, wanted: BlockLine | None) -> int:
    """The column of the only words of a row that heads a block; 0 where it does not."""
    filled = [column for column, words in enumerate(row.words, 1) if words.strip()] if wanted else []
    if wanted is None or len(filled) != 1:
        return 0
    words = row.at(filled[0])
    if wanted.starts and not _start(words, wanted.starts):
        return 0
    parts = parts_of(Pick(row="table.block", between=wanted.between), words)
    return filled[0] if parts and (not wanted.dates or _is_date(parts[0], wanted.dates)) else 0


def _is_date(words: str, forms: tuple[str, ...]) -> bool:
    try:
        read_date(words, forms)
    except ValueError:
        return False
    return True


def _starts(row: Row, starts: tuple[str, ...]) -> bool:
    """Whether the first words of a row begin with any of these."""
    return bool(starts) and _start(next((words for words in row.words if words.strip()), ""), starts)


def _start(words: str, starts: tuple[str, ...]) -> bool:
    return words.strip().casefold().startswith(tuple(start.casefold() for start in starts))


def _is_left_out(row: Row, columns: Columns, rule: LeftOut) -> bool:
    if rule.starts and _starts(row, rule.starts):
        return True
    words = [row.at(column).strip().casefold() for column in columns.called(rule.column)] if rule.column else []
    return any((rule.empty and not word) or word in map(str.casefold, rule.words) for word in words)


def filled(row: Row) -> Iterator[int]:
    """The columns of a row in which words stand."""
    return (column for column, words in enumerate(row.words, 1) if words.strip())
