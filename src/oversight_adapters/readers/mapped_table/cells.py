"""One row of a table, asked for values: each with the words it came from and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from oversight_adapters.readers.mapped_table.columned import Columned
from oversight_adapters.readers.mapped_table.header import IN_BLOCK_LINE
from oversight_adapters.readers.mapped_table.layout import Line
from oversight_adapters.readers.mapped_table.mapping import Pick
from oversight_adapters.readers.mapped_table.problems import Place, Problems
from oversight_adapters.readers.mapped_table.telling import quoted
from oversight_adapters.readers.mapped_table.values import constant_of, parts_of, value_of
from oversight_core.provenance import Cell, Excerpt, Pointer

Spot = tuple[str, int, int]
"""A sheet, a row and a column."""


@attrs.frozen
class Value:
    """A value with its excerpt; the spot of its cell, where it comes from one."""

    value: Any
    excerpt: Excerpt
    spot: Spot | None = None


class Cells:
    """A row of the table, read by the rows of a mapping."""

    def __init__(self, line: Line, columned: Columned, source: str, problems: Problems) -> None:
        self.line, self._columned, self._source, self._problems = line, columned, source, problems
        self._known: dict[str, tuple[Value, ...]] = {}

    @property
    def place(self) -> Place:
        """The sheet and row."""
        return self.line.sheet.name, self.line.row.number

    def filled(self) -> Iterator[tuple[Spot, str]]:
        """Every mapped cell in which words stand, each once."""
        for column in sorted(set(self._columned.of_row.values())):
            spot, words = self._cell(column)
            if words.strip():
                yield spot, words

    def words(self, pick: Pick) -> tuple[Spot, str] | None:
        """The words of a cell as they stand; None where it is empty or not there."""
        column = self._columned.of_row.get(pick.row)
        spot, words = ("", 0, 0), ""
        if column is not None:
            spot, words = self._cell(column)
        return (spot, words) if words.strip() else None

    def values(self, pick: Pick, field: str = "") -> tuple[Value, ...]:
        """What a row of the mapping gives to a field: one value, several where it splits, none where nothing is read.

        What cannot be read is told, once.
        """
        if pick.row not in self._known:
            self._known[pick.row] = tuple(self._values(pick, field))
        return self._known[pick.row]

    def value(self, pick: Pick | None, field: str = "") -> Value | None:
        """The one value that a row of the mapping gives, if any."""
        return next(iter(self.values(pick, field)), None) if pick else None

    def _values(self, pick: Pick, field: str) -> Iterator[Value]:
        if pick.constant is not None:
            yield Value(constant_of(pick), Excerpt(field))
        if (found := self.words(pick)) is None:
            return
        spot, words = found
        try:
            values = [value_of(pick, piece) for piece in parts_of(pick, words)]
        except ValueError as error:
            self._unread(pick, spot, words, error)
            return
        for n, value in enumerate(values, 1):
            phrase = f"{pick.row}/{n}" if pick.split else pick.row
            yield Value(value, Excerpt(field, words, self.locator(spot), self._source, phrase), spot)

    def locator(self, spot: Spot) -> Cell | Pointer:
        """Where a cell stands, as the format writes it."""
        return self.line.sheet.locator(spot[1], spot[2])

    def _cell(self, column: int) -> tuple[Spot, str]:
        if column != IN_BLOCK_LINE:
            row, words = self.line.cell(column)
            return (self.line.sheet.name, row.number, column), words
        if self.line.block is None:
            return (self.line.sheet.name, 0, 0), ""
        row, column = self.line.block
        return (self.line.sheet.name, row.number, column), row.at(column)

    def _unread(self, pick: Pick, spot: Spot, words: str, error: ValueError) -> None:
        code = "unreadable-date" if pick.reads == "date" else "unreadable-value"
        where = f"row {spot[1]}" + (f" of {spot[0]!r}" if spot[0] else "")
        why = " ".join(str(error).split())
        say = f"{quoted(words)} in {where}, column {pick.column!r}, is not read ({pick.row}): {why}"
        self._problems.tell(code, say, self.locator(spot))
