"""One row of a table, asked for values: each with the words it came from and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from oversight_adapters.readers.mapped_table.columned import Columned
from oversight_adapters.readers.mapped_table.header import IN_BLOCK_LINE
from oversight_adapters.readers.mapped_table.layout import Line
from oversight_adapters.readers.mapped_table.mapping import Pick
from oversight_adapters.readers.mapped_table.problems import Place, Problems
from oversight_adapters.readers.mapped_table.telling import quoted
from oversight_adapters.readers.mapped_table.values import constant_of
from oversight_core.provenance import Cell, Excerpt, Pointer
from oversight_core.quick import maker, quick

_cell, _excerpt = maker(Cell), maker(Excerpt)

Spot = tuple[str, int, int]
"""A sheet, a row and a column."""


@quick
@attrs.frozen(weakref_slot=False)
class Value:
    """A value with its excerpt; the spot of its cell, where it comes from one."""

    value: Any
    excerpt: Excerpt
    spot: Spot | None = None


class Cells:
    """A row of the table, read by the rows of a mapping."""

    def __init__(self, line: Line, columned: Columned, source: str, problems: Problems) -> None:
        self.line, self._columned, self._source, self._problems = line, columned, source, problems
        self._sheet = line.sheet.name
        self._known: dict[str, list[Value]] = {}

    @property
    def place(self) -> Place:
        """The sheet and row."""
        return self._sheet, self.line.row.number

    def filled(self) -> Iterator[tuple[Spot, str]]:
        """Every mapped cell in which words stand, each once."""
        for column in self._columned.mapped:
            spot, words = self._cell(column)
            if words.strip():
                yield spot, words

    def words(self, pick: Pick) -> tuple[Spot, str] | None:
        """The words of a cell as they stand; None where it is empty or not there."""
        column = self._columned.of_row.get(pick.row)
        if column is None:
            return None
        found = self._cell(column)
        return found if found[1].strip() else None

    def values(self, pick: Pick, field: str = "") -> Sequence[Value]:
        """What a row of the mapping gives to a field: one value, several where it splits, none where nothing is read.

        What cannot be read is told, once.
        """
        found = self._known.get(pick.row)
        if found is None:
            found = self._known[pick.row] = self._values(pick, field)
        return found

    def value(self, pick: Pick | None, field: str = "") -> Value | None:
        """The one value that a row of the mapping gives, if any."""
        return next(iter(self.values(pick, field)), None) if pick else None

    def _values(self, pick: Pick, field: str) -> list[Value]:
        made = [] if pick.constant is None else [Value(constant_of(pick), Excerpt(field))]
        if (found := self.words(pick)) is None:
            return made
        spot, words = found
        try:
            read = self._columned.read(pick, words)
        except ValueError as error:
            self._unread(pick, spot, words, error)
            return made
        if read:
            place, source = self.locator(spot), self._source
            made += [Value(value, _excerpt(field, words, place, source, phrase), spot) for value, phrase in read]
        return made

    def locator(self, spot: Spot) -> Cell | Pointer:
        """Where a cell stands, as the format writes it."""
        sheet = self.line.sheet
        return sheet.locator(spot[1], spot[2]) if sheet.records else _cell(*spot)

    def _cell(self, column: int) -> tuple[Spot, str]:
        line = self.line
        words = line.row.at(column)
        if words and not words.isspace():  # most are
            return (self._sheet, line.row.number, column), words
        if column != IN_BLOCK_LINE:
            row, words = line.cell(column)
            return (self._sheet, row.number, column), words
        if line.block is None:
            return (self._sheet, 0, 0), ""
        row, column = line.block
        return (self._sheet, row.number, column), row.at(column)

    def _unread(self, pick: Pick, spot: Spot, words: str, error: ValueError) -> None:
        code = "unreadable-date" if pick.reads == "date" else "unreadable-value"
        where = f"row {spot[1]}" + (f" of {spot[0]!r}" if spot[0] else "")
        why = " ".join(str(error).split())
        say = f"{quoted(words)} in {where}, column {pick.column!r}, is not read ({pick.row}): {why}"
        self._problems.tell(code, say, self.locator(spot))
