"""Workbooks in the layouts of ICE's detention statistics and of its records of segregation, with invented rows."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import pytest

xlsxwriter = pytest.importorskip("xlsxwriter", reason="it is in the group `test`")

Words = str | int | float | date | datetime | None
Rows = Sequence[Sequence[Words]]

CORE = "Name Address City State Zip AOR".split()
ADP = (
    *("Level A", "Level B", "Level C", "Level D", "Male Crim", "Male Non-Crim", "Female Crim", "Female Non-Crim"),
    *("ICE Threat Level 1", "ICE Threat Level 2", "ICE Threat Level 3", "No ICE Threat Level", "Mandatory"),
)
TAILS = {
    22: (
        *("Last Inspection Type", "Last Inspection Standard", "Last Inspection Rating - Final", "Last Inspection Date"),
        *("Second to Last Inspection Type", "Second to Last Inspection Standard", "Second to Last Inspection Date"),
    ),
    23: (
        *("ODO Inspection End Date", "ODO Last Inspection Standard", "ODO Final Rating"),
        *("Last Nakamoto Inspection Date", "Last Nakamoto Inspection Standard", "Last Nakamoto Final Rating"),
        *("Second to Last Nakamoto Date", "Second to Last Nakamoto Standard", "Second to Last Nakamoto Rating"),
    ),
    25: (
        *("Last Inspection Type", "Last Inspection End Date", "Pending FY25 Inspection"),
        *("Last Inspection Standard", "Last Final Rating"),
    ),
    26: ("Last Inspection Type", "Last Inspection End Date", "Last Inspection Standard", "Last Final Rating"),
}
TAILS[24] = TAILS[25]
HEADER_ROW = {22: 7, 23: 6, 24: 7, 25: 7, 26: 10}
GROUPS = ("ADP: Detainee Classification Level", "ADP: Criminality", "ADP: ICE Threat Level")


def columns(year: int) -> list[str]:
    """The names of the columns of a year's list of facilities."""
    return [*CORE, "Type Detailed", "Male/Female", f"FY{year} ALOS", *ADP, "Guaranteed Minimum", *TAILS[year]]


def book(
    sheets: Mapping[str, Rows], *, merged: Mapping[str, Sequence[tuple[int, int, int, str]]] | None = None
) -> bytes:
    """A workbook of these sheets; `merged` cells are (row, first and last column, words), counted from 0."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        day, moment = made.add_format({"num_format": "m/d/yyyy"}), made.add_format({"num_format": "m/d/yyyy h:mm"})
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    _put(sheet, row, column, cell, day, moment)
            for row, first, last, words in (merged or {}).get(name, ()):
                sheet.merge_range(row, first, row, last, words)
    return out.getvalue()


def _put(sheet: Any, row: int, column: int, cell: Words, day: Any, moment: Any) -> None:
    if isinstance(cell, datetime):
        sheet.write_datetime(row, column, cell, moment)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, day)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif cell is not None:
        sheet.write_number(row, column, cell)


def facilities(year: int, rows: Rows, *, notes: Rows = ()) -> list[list[Words]]:
    """A list of facilities with its header where it stands in a year's workbook, and notes below it."""
    title: list[list[Words]] = [[f"ICE Facilities Data, FY{year}"], ["Facilities with a population of at least one"]]
    above = title + [[] for _ in range(HEADER_ROW[year] - 1 - len(title))]
    return [*above, list(columns(year)), *map(list, rows), *map(list, notes)]


def groups(year: int) -> list[tuple[int, int, int, str]]:
    """The merged headings over a year's figures, and the title over all of its columns."""
    row = HEADER_ROW[year] - 2
    spans = ((9, 12), (13, 16), (17, 20))
    return [(row, first, last, f"FY{year} {words}") for (first, last), words in zip(spans, GROUPS, strict=True)]
