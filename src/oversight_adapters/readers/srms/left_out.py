"""What is not imported, told in one line a column or a sheet: how much it is, and never what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from oversight_adapters.readers.mapped_table.telling import counted, rows_told
from oversight_adapters.readers.srms.cells import CellReader, Empty
from oversight_adapters.readers.srms.columns import NEVER
from oversight_adapters.readers.srms.layout import Layout
from oversight_adapters.readers.table_columns import name_key
from oversight_adapters.readers.words.agency_words import is_redacted
from oversight_adapters.texts.grid import Row
from oversight_core.provenance import Cell, Pointer
from oversight_core.reading import Problem

_MOST = 20  # stray rows that are named


def columns_left_out(found: Layout, cells: Iterable[CellReader], rows: Sequence[Row]) -> Iterator[Problem]:
    """Columns about a person or in free words, columns that are not known, and cells that are redacted."""
    for number in found.never:
        if filled := _filled(rows, number):
            why = NEVER[name_key(found.header.at(number))]
            say = f"{why}, and is never imported ({counted(filled, 'cell')})"
            yield _problem("column-never-imported", found, number, say)
    for number in found.unknown:
        if filled := _filled(rows, number):
            yield _problem("column-not-mapped", found, number, f"is not known here, and has {counted(filled, 'cell')}")
    for cell in cells:
        if number_redacted := cell.counts[Empty.REDACTED]:
            yield _problem("redacted", found, cell.number, f"is redacted in {counted(number_redacted, 'cell')}")
        if accounts := cell.counts[Empty.ACCOUNT]:
            say = f"has free words where a category belongs in {counted(accounts, 'cell')}; they are never imported"
            yield _problem("column-never-imported", found, cell.number, say)


def untracked(found: Layout, rows: Iterable[Row]) -> Iterator[Problem]:
    """A column of tracking numbers that are taken out."""
    if redacted := sum(is_redacted(row.at(found.tracking)) for row in rows):
        say = f"is redacted in {counted(redacted, 'cell')}; these placements are known by their rows only"
        yield _problem("redacted", found, found.tracking, say)


def stray(found: Layout, rows: Sequence[Row]) -> Iterator[Problem]:
    """Rows that say something, and nothing of a placement."""
    if rows:
        told = rows_told((found.sheet.name, row.number) for row in rows[:_MOST])
        more = f" and {len(rows) - _MOST:,} more" if len(rows) > _MOST else ""
        said = counted(len(rows), "row says", "rows say")
        say = f"{told}{more} left out: {said} nothing of a placement"
        yield Problem("rows-left-out", say, _place(found, rows[0]))


def _place(found: Layout, row: Row) -> Cell | Pointer:
    filled = next((number for number, words in enumerate(row.words, 1) if words.strip()), 1)
    return found.sheet.locator(row.number, filled)


def _filled(rows: Iterable[Row], number: int) -> int:
    return sum(bool(row.at(number).strip()) for row in rows)


def _problem(code: str, found: Layout, number: int, say: str) -> Problem:
    named = f"the column {found.header.at(number)!r}{found.where}"
    place = found.sheet.locator(found.header.number, number) if found.header.number else None
    return Problem(code, f"{named} {say}", place)
