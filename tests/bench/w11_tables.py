"""Tables: CSV and a workbook as a grid of words, and an export of the Universal Periodic Review read (rows/s).

The peers cut a table into cells: `csv.DictReader` makes a dataclass of each row, calamine a list.  No value of theirs
has its words or its place, and a workbook's numbers are not as its cells show them.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable
from dataclasses import dataclass
from time import process_time
from typing import Any

from measure import OURS, Goal, rate
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from oversight_adapters.readers.upr_export import UPR_INFO_EXPORT, UprTableReader
from oversight_adapters.texts.tables import table_text
from oversight_core import Source
from oversight_core.reading import Reading

COUNT = 5_000
COLUMNS = ("To", "To-Rgrp", "To-Org", "Text", "From", "From-Rgrp", "From-Org", "Response", "Action", "Issue", "Session")
STATES = {
    "Ghana": ("Africa", "AU, Commonwealth"),
    "Peru": ("GRULAC", "OAS, OEI"),
    "Norway": ("WEOG", ""),
    "Japan": ("Asia", ""),
    "Slovakia": ("EEG", "EU, OIF"),
}
ISSUES = ("Death penalty", "Justice, Women's rights", "Migrants", "Detention, Torture and other CID treatment")
DUTIES = (
    "take all necessary steps so that everyone who is detained has access to counsel",
    "ratify the optional protocol and set up a national mechanism that inspects places of detention",
    "abolish the death penalty in law",
    "collect figures on migrants by age and sex and publish them each year",
)


@dataclass(frozen=True)
class Row:
    """A row, as a script keeps it."""

    to: str
    to_region: str
    to_in: str
    text: str
    by: str
    by_region: str
    by_in: str
    response: str
    action: str
    issue: str
    session: str


def rows() -> list[list[str | int]]:
    """Recommendations of States to States, one to three duties each."""
    chance = random.Random(11)
    found: list[list[str | int]] = []
    for n in range(COUNT):
        to, by = list(STATES)[n // 100 % len(STATES)], chance.choice(list(STATES))
        duties = " and ".join(chance.sample(DUTIES, chance.randint(1, 3)))
        text = f"{duties.capitalize()} (matter {n})"
        said = chance.choice(("Accepted", "Noted"))
        found.append([to, *STATES[to], text, by, *STATES[by], said, n % 5 + 1, chance.choice(ISSUES), n // 500 + 1])
    return found


def as_csv() -> bytes:
    """The table as CSV."""
    out = io.StringIO()
    csv.writer(out).writerows([COLUMNS, *rows()])
    return out.getvalue().encode()


def as_workbook() -> bytes:
    """The table as a workbook."""
    book, out = Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet("Export")
    for row in (COLUMNS, *rows()):
        sheet.append(row)
    book.save(out)
    return out.getvalue()


def grid(content: bytes) -> object:
    """A table, cut by us."""
    return table_text(Source.of(content)).places


def cut(content: bytes) -> list[Row]:
    """What a script would do."""
    return [Row(*row.values()) for row in csv.DictReader(io.StringIO(content.decode(), newline=""))]


def passed(content: bytes) -> list[Any]:
    """A bare pass of a workbook by the quickest of its readers."""
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def timed(block: Callable[[bytes], object], content: bytes) -> float:
    """Rows that a block takes in a second of the processor."""
    return rate(block, COUNT, prepare=lambda: content, clock=process_time)


def ours() -> dict[str, float]:
    reader, table, book = UprTableReader(UPR_INFO_EXPORT), as_csv(), as_workbook()

    def read(content: bytes) -> Reading:
        return reader.read(table_text(Source.of(content)))

    reading = read(table)
    entities = [candidate.entity for candidate in reading.candidates]
    assert sum(candidate.item.kind == "recommendation" for candidate in reading.candidates) == COUNT
    assert not reading.problems and [candidate.entity for candidate in read(book).candidates] == entities
    return {
        CSV: timed(grid, table),
        READ: timed(read, table),
        XLSX: timed(grid, book),
    }


def by_csv() -> dict[str, float]:
    table = as_csv()
    assert len(cut(table)) == COUNT
    return dict.fromkeys((CSV, READ), timed(cut, table))


def by_calamine() -> dict[str, float]:
    book = as_workbook()
    assert len(passed(book)) == COUNT + 1
    return {XLSX: timed(passed, book)}


CSV, READ, XLSX = "rows/s, CSV to a grid", "rows/s, CSV read", "rows/s, XLSX to a grid"
DICTS, CALAMINE = "csv.DictReader and a dataclass", "calamine"
CONTENDERS = {OURS: ours, DICTS: by_csv, CALAMINE: by_calamine}
GOALS = (
    Goal(CSV, DICTS, at_least=1.0),
    Goal(READ, DICTS, at_least=0.3),
    Goal(XLSX, CALAMINE, at_least=0.5),
)
