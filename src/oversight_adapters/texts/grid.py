"""A table as its readers see it: sheets of rows of words, each of which knows where it stands.

A `Grid` is the `places` of the `Text` of a CSV, JSON or XLSX file: `Cell` locators lead to the cells of a sheet,
`Pointer` locators to the values of JSON.  What a file gets wrong (a row too short, a quote that never closes) is kept
in `Grid.problems`, for the reader of the table to tell.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import Literal

import attrs

from oversight_core.provenance import Cell, Locator, Pointer
from oversight_core.quick import quick
from oversight_core.reading import Problem

CellKind = Literal["text", "number", "date", "boolean", "nothing"]

MOST_COLUMNS = 16_384  # what a spreadsheet holds
MOST_ROWS = 1_048_576
MOST_CELLS = 20_000_000


@quick
@attrs.frozen(weakref_slot=False)
class Row:
    """A row that is not blank: its number, and the words of its cells exactly as printed ("" where nothing stands).

    `number` is the row as a spreadsheet program shows it after opening the file, from 1; in CSV the number of the
    record, in JSON that of the object.  `kinds` runs parallel to `words`; without it, all words are text.  `width` is
    how many cells the file gives the row, the empty ones at its end included (they are not in `words`).

    >>> row = Row(7, ("1.10", "", "None"), width=5)
    >>> row.at(1), row.kind(1), row.kind(2), row.kind(3), row.at(9)
    ('1.10', 'text', 'nothing', 'text', '')
    """

    number: int
    words: tuple[str, ...]
    kinds: tuple[CellKind, ...] = ()
    width: int = 0

    def at(self, column: int) -> str:
        """The words in a column, which counts from 1; "" where nothing stands."""
        return self.words[column - 1] if 0 < column <= len(self.words) else ""

    def kind(self, column: int) -> CellKind:
        """What kind of value stands in a column: "nothing" where a cell is empty or is not there at all."""
        if not self.at(column):
            return "nothing"
        return self.kinds[column - 1] if self.kinds else "text"


@attrs.frozen
class Block:
    """A rectangle of merged cells, its edges included; the words stand in its top left cell only."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies in this rectangle."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@attrs.frozen
class Records:
    """Where the rows of JSON stand: `base` leads to the list of them, `paths` from a row to each column."""

    base: str
    paths: tuple[str, ...]

    def pointer(self, row: int, column: int) -> Pointer:
        """Where a value stands.

        >>> Records("/data", ("/title", "/agency/name")).pointer(3, 2)
        Pointer(path='/data/2/agency/name')
        """
        return Pointer(f"{self.base}/{row - 1}{self.paths[column - 1]}")

    def place(self, pointer: Pointer) -> tuple[int, int] | None:
        """The row and column of a pointer; None where it leads to none."""
        if not pointer.path.startswith(self.base + "/"):
            return None
        index, slash, path = pointer.path[len(self.base) + 1 :].partition("/")
        column = self._columns.get(slash + path)
        sound = column and index.isascii() and index.isdigit() and (index == "0" or index[0] != "0") and len(index) < 10
        return (int(index) + 1, column) if sound and column else None

    @cached_property
    def _columns(self) -> dict[str, int]:
        return {path: column for column, path in enumerate(self.paths, 1)}


@attrs.frozen
class Sheet:
    """The rows of one sheet that are not blank, in order; a file with one nameless table has one sheet named "".

    `columns` are names that the format itself gives (the keys of JSON objects, a path of them joined by stops); it is
    empty where names stand in a row like any other words.
    """

    name: str
    rows: tuple[Row, ...] = attrs.field(repr=False)
    merged: tuple[Block, ...] = ()
    columns: tuple[str, ...] = ()
    records: Records | None = attrs.field(default=None, repr=False)
    hidden: bool = False

    @cached_property
    def width(self) -> int:
        """How many columns have words in any row."""
        return max((len(row.words) for row in self.rows), default=0)

    def row(self, number: int) -> Row | None:
        """The row of that number; None where it is blank or is not there."""
        index = bisect_left(self.rows, number, key=lambda row: row.number)
        return self.rows[index] if index < len(self.rows) and self.rows[index].number == number else None

    def locator(self, row: int, column: int) -> Cell | Pointer:
        """Where a cell stands, in the words of its format; the row is the number of one, not an index."""
        return self.records.pointer(row, column) if self.records else Cell(self.name, row, column)

    def place(self, locator: Locator) -> tuple[int, int] | None:
        """The row and column of a locator of this format; None where it leads to no column."""
        if self.records:
            return self.records.place(locator) if isinstance(locator, Pointer) else None
        return (locator.row, locator.column) if isinstance(locator, Cell) else None

    def top(self, row: int, column: int) -> Row | None:
        """The row above in which the words of a cell stand that is merged downwards; None where it is not.

        >>> sheet = Sheet("", (Row(2, ("A-1", "One")), Row(3, ("", "Two"))), merged=(Block(2, 1, 3, 1),))
        >>> sheet.top(3, 1), sheet.top(3, 2)
        (Row(number=2, words=('A-1', 'One'), kinds=(), width=0), None)
        """
        blocks = self._downwards.get(column, [])
        index = bisect_left(blocks, row, key=lambda block: block.top) - 1
        return self.row(blocks[index].top) if index >= 0 and blocks[index].bottom >= row else None

    @cached_property
    def _downwards(self) -> dict[int, list[Block]]:
        """Blocks of several rows by their first column, in order."""
        found: dict[int, list[Block]] = {}
        for block in sorted(self.merged, key=lambda block: block.top):
            if block.bottom > block.top:
                found.setdefault(block.left, []).append(block)
        return found

    def block(self, row: int, column: int) -> Block | None:
        """The merged cells that a cell belongs to, if any."""
        return next((block for block in self.merged if block.holds(row, column)), None)


@attrs.frozen
class Grid:
    """All sheets of a file, and what is wrong with it.  It is the `places` of a table's `Text`.

    >>> sheet = Sheet(" ATD EOFY23 ", (Row(1, ("Name", "Status")), Row(4, ("Kay County", "Open"))))
    >>> grid = Grid((sheet,))
    >>> grid.at(sheet.locator(4, 2)), grid.at(Cell("ATD EOFY23", 4, 1)), grid.at(Cell("ATD EOFY23", 2, 1))
    ('Open', 'Kay County', None)
    """

    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...] = ()

    def at(self, locator: Locator) -> str | None:
        """The words that stand at a place; None where nothing stands."""
        sheet = self.sheet(locator.sheet if isinstance(locator, Cell) else "")
        place = sheet.place(locator) if sheet else None
        row = sheet.row(place[0]) if sheet and place else None
        return (row.at(place[1]) or None) if row and place else None

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of that name, else the first that has it with other blanks before or after."""
        alike = [sheet for sheet in self.sheets if sheet.name.strip() == name.strip()]
        return next((sheet for sheet in alike if sheet.name == name), alike[0] if alike else None)


def trimmed(words: list[str]) -> tuple[str, ...]:
    """The words of a row without the empty cells at its end.

    >>> trimmed(["Open", "", "No", "", ""])
    ('Open', '', 'No')
    """
    if words and words[-1]:
        return tuple(words)
    end = len(words)
    while end and not words[end - 1]:
        end -= 1
    return tuple(words[:end])
