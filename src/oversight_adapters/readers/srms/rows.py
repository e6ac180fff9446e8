"""One row: what it says of a placement, what of the report, and what in it is not read."""

from __future__ import annotations

from typing import Any

import attrs

from oversight_adapters.readers.said import Said
from oversight_adapters.readers.srms.cells import CellReader, Empty
from oversight_adapters.readers.srms.columns import PLACEMENT
from oversight_adapters.readers.srms.layout import Layout
from oversight_adapters.texts.faults import Faults
from oversight_adapters.texts.grid import Row
from oversight_core.provenance import Excerpt
from oversight_core.reading import Unaccounted


@attrs.frozen
class Report:
    """A row as it is read."""

    row: Row
    placement: Said
    report: Said


class RowReader:
    """Reads the rows of one sheet; mutable, used once."""

    def __init__(self, found: Layout, digest: str, faults: Faults) -> None:
        self._sheet, self._header, self._where = found.sheet, found.header, found.where
        self._digest, self._faults = digest, faults
        self._columns = found.telling
        self.cells = [CellReader(column, number) for number, column in found.read]
        self.telling = 0
        self.unaccounted: list[Unaccounted] = []

    def read(self, row: Row) -> Report | None:
        """What a row says; None where it does not speak of a placement."""
        if not any(row.at(column).strip() for column in self._columns):
            return None
        placement, report = Said(), Said()
        words, width = row.words, len(row.words)
        for cell in self.cells:
            if cell.number <= width and (printed := words[cell.number - 1]):
                value = cell.value(printed)
                if type(value) is not Empty:
                    said = placement if cell.column.kind == PLACEMENT else report
                    self._say(said, value, cell, row)
                elif value is Empty.UNREAD:
                    self._unread(cell, row)
        return Report(row, placement, report)

    def _say(self, said: Said, value: Any, cell: CellReader, row: Row) -> None:
        field = cell.column.field
        if said.fields.setdefault(field, value) != value:
            self._faults.add(
                "value-differs",
                f"{field} stands in two columns{self._where}, and they differ; the first was taken",
                row.number,
                self._sheet.locator(row.number, cell.number),
            )
            self._leave(cell, row)
            return
        self.telling += 1
        place = self._sheet.locator(row.number, cell.number)
        said.excerpts.append(Excerpt(field, row.words[cell.number - 1], place, self._digest, cell.phrase))

    def _unread(self, cell: CellReader, row: Row) -> None:
        """Words are not quoted, for they may be about a person."""
        is_date = cell.column.field.endswith("_on")
        code, what = ("unreadable-date", "no date") if is_date else ("unreadable-value", "not what its column is for")
        say = f"what stands under {self._header.at(cell.number)!r}{self._where} is {what}"
        self._faults.add(code, say, row.number, self._sheet.locator(row.number, cell.number))
        self._leave(cell, row)

    def _leave(self, cell: CellReader, row: Row) -> None:
        self.telling += 1
        place = self._sheet.locator(row.number, cell.number)
        self.unaccounted.append(Unaccounted(row.words[cell.number - 1], place, self._digest))
