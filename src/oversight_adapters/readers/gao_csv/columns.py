"""The header of the export: which column holds what, by name, however its blanks and letters are printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import attrs

from oversight_adapters.texts.grid import Grid, Row, Sheet

TITLE, REPORT, ISSUED, AGENCY, TEXT = "title", "report", "issued", "agency", "text"
STATUS, PRIORITY, COMMENT, TOPICS = "status", "priority", "comment", "topics"

_NAMES: Mapping[str, tuple[str, ...]] = {
    TITLE: ("publication name", "publication title", "report title", "product title", "title"),
    REPORT: ("publication number", "report number", "product number"),
    ISSUED: ("date publication issued", "publication date", "date published", "date issued"),
    AGENCY: ("agency", "agency affected", "agencies affected"),
    TEXT: ("recommendation", "recommendation text"),
    STATUS: ("status", "recommendation status"),
    PRIORITY: ("priority", "priority recommendation", "priority rec."),
    COMMENT: ("comments", "comment"),
    TOPICS: ("topics", "topic"),
}
_FIELDS = {name: field for field, names in _NAMES.items() for name in names}
_NEEDED = frozenset((REPORT, AGENCY, TEXT, STATUS))
_PEOPLE = ("director", "phone", "contact", "e-mail", "email")
"""Columns about people, which are never imported; nothing that stands in them is told."""
_DEEPEST = 30  # rows; the header of the export is the sixth


@attrs.frozen
class Header:
    """The sheet and row in which the columns are named, the column of each field, and those that nobody knows."""

    sheet: Sheet
    row: Row
    index: int
    columns: tuple[tuple[str, int], ...]
    unknown: tuple[tuple[str, int], ...]

    @cached_property
    def again(self) -> int | None:
        """Where the header stands once more among the rows below, as where two exports are in one file."""
        below = self.sheet.rows[self.index + 1 :]
        return next((n for n, row in enumerate(below) if row.words == self.row.words), None)

    @property
    def records(self) -> tuple[Row, ...]:
        """The rows below, up to what stands above the header of another export."""
        end = len(self.sheet.rows) if self.again is None else self.index + 1 + self.again
        while self.again is not None and len(self.sheet.rows[end - 1].words) == 1:
            end -= 1
        return self.sheet.rows[self.index + 1 : end]

    @property
    def preamble(self) -> tuple[Row, ...]:
        """The rows above."""
        return self.sheet.rows[: self.index]


def header_of(grid: Grid) -> Header | None:
    """The first row that names the columns of the export; None where there is none."""
    return next((found for sheet in grid.sheets for found in _headers(sheet)), None)


def _headers(sheet: Sheet) -> Iterator[Header]:
    for index, row in enumerate(sheet.rows[:_DEEPEST]):
        columns: dict[str, int] = {}
        unknown: list[tuple[str, int]] = []
        for column, words in enumerate(row.words, 1):
            name = " ".join(words.split())
            field = _FIELDS.get(name.casefold())
            if field and field not in columns:
                columns[field] = column
            elif not any(part in name.casefold() for part in _PEOPLE):
                unknown.append((name, column))
        if columns.keys() >= _NEEDED:
            yield Header(sheet, row, index, tuple(columns.items()), tuple(unknown))
