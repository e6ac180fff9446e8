"""Where the table is: the sheet, the row that names its columns, lines over blocks, and rows that are no records."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.mapped_table.forms import read_date
from oversight_adapters.readers.mapped_table.guess.headings import role_of
from oversight_adapters.readers.mapped_table.guess.heads import Head, head_of
from oversight_adapters.readers.mapped_table.header import Columns
from oversight_adapters.readers.mapped_table.layout import Layout, filled, layout
from oversight_adapters.readers.mapped_table.mapping import BlockLine, LeftOut, Table, column_key
from oversight_adapters.readers.mapped_table.telling import listed
from oversight_adapters.texts.faults import ranges
from oversight_adapters.texts.grid import Grid, Row, Sheet

_BLOCK_DATES = ("month-name", "month-year", "quarter", "fiscal-quarter", "fiscal-year", "year")
_MOST_STARTS = 20  # of rows that are no records
_ONLY_TOTAL = re.compile(r"(?:grand |sub-?)?totals?:?", re.IGNORECASE)
_TOTAL = re.compile(r"(?:grand |sub-?)?totals?\b", re.IGNORECASE)
_AS_OF = re.compile(r"\bas of:? ", re.IGNORECASE)
_IN_LIST = re.compile(r"(.{1,200}?)\.\d{1,9}\.")
_DEEPEST = 60  # rows of which the first cells are looked at
_MOST_BEFORE = 20  # characters before "as of" that tell it from others


@attrs.frozen
class Found:
    """A table in its file: what the mapping says of it, its rows sorted by that, and what is doubtful."""

    table: Table
    layout: Layout
    doubts: tuple[str, ...] = ()


def find(grid: Grid) -> Found | None:
    """The table of a file; None where no row can be its header."""
    best: tuple[float, Sheet, Head] | None = None
    for sheet in (sheet for sheet in grid.sheets if sheet.rows and not sheet.hidden):
        head = Head(score=1.0) if sheet.columns else head_of(sheet)
        worth = head.score * len(sheet.rows) ** 0.25
        if worth and (best is None or worth > best[0]):
            best = (worth, sheet, head)
    if best is None:
        return None
    _, sheet, head = best
    table = Table(sheets=(sheet.name,) if len(grid.sheets) > 1 else (), header=head.header)
    doubts = list(_other_sheets(grid, sheet, table))
    if head.row:
        table = _with_blocks(sheet, table, head.row)
        table, more = _without_others(sheet, table, head)
        doubts += more
    table, more = _with_left_out(sheet, table)
    found = layout(sheet, table)
    return Found(table, found, (*doubts, *more, *_shape(found)))


def _other_sheets(grid: Grid, chosen: Sheet, table: Table) -> Iterator[str]:
    """What is left out with the other sheets: those with the same columns first."""
    others = [sheet for sheet in grid.sheets if sheet is not chosen and sheet.rows]
    names = _keys(layout(chosen, table).header)
    alike = [sheet for sheet in others if names and _keys(layout(sheet, table).header) == names]
    if alike:
        yield f"{listed(repr(one.name) for one in alike)} with the same columns are left out; add them to sheet"
    if rest := [sheet for sheet in others if sheet not in alike]:
        yield f"the sheets {listed(repr(one.name) for one in rest)} are left out"


def _keys(columns: Columns | None) -> list[str]:
    return [column_key(name) for name in columns.names] if columns else []


def _shape(found: Layout) -> Iterator[str]:
    """What is unusual about the shape of a table: rows above its header, records that hold lists, names down a side."""
    first = found.lines[0].row.number if found.lines else 0
    above = [row.number for row in found.around if row.number < first and len(list(filled(row))) > 1]
    if above:
        yield f"rows {ranges(above)} above the header are not read"
    lists = {match[1] for name in found.sheet.columns if (match := _IN_LIST.match(name))}
    if lists:
        told = listed(map(repr, sorted(lists)))
        yield f"records hold lists ({told}), whose entries are columns of one row here; make rows of them first"
    down = [] if found.sheet.columns else [row.at(1) for row in found.sheet.rows[:_DEEPEST]]
    if sum(bool(role_of(words)) for words in down) * 2 > len(down) > 1:
        yield "names of columns stand down the first column, so the table may lie on its side; turn it first"


# -- other tables ------------------------------------------------------------------------------------------------------


def _without_others(sheet: Sheet, table: Table, head: Head) -> tuple[Table, list[str]]:
    """The table without those above and below it on the same sheet."""
    assert head.row is not None
    above = [row for row in head.others if row.number < head.row.number]
    below = [row for row in head.others if row.number > head.row.number]
    doubts = [f"row {row.number} looks like the header of another table; it is not read" for row in above]
    if not below:
        return table, doubts
    row = below[0]
    start = row.at(next(filled(row)))
    between = [one for one in sheet.rows if head.row.number < one.number < row.number]
    if any(one.at(next(filled(one))).strip().casefold().startswith(start.strip().casefold()) for one in between):
        return table, [*doubts, f"row {row.number} looks like the header of another table, and is read as a record"]
    told = f"row {row.number} looks like the header of another table; from there on nothing is read"
    return attrs.evolve(table, end=(start.strip(),)), [*doubts, told]


# -- what is no record -------------------------------------------------------------------------------------------------


def _alone(sheet: Sheet) -> Iterator[tuple[Row, str]]:
    """Rows of which only one cell is filled, and its words."""
    for row in sheet.rows:
        columns = list(filled(row))
        if len(columns) == 1:
            yield row, row.at(columns[0]).strip()


def _with_blocks(sheet: Sheet, table: Table, header: Row) -> Table:
    """The table with its block lines, where a date stands alone in a row more than once."""
    if len(list(filled(header))) < 2:
        return table
    dates = [form for row, words in _alone(sheet) if (form := _date_form(words))]
    if len(dates) < 2:
        return table
    taken = set(map(column_key, header.words))
    name = next(name for name in ("Block", "Block line", "Head of the block") if column_key(name) not in taken)
    return attrs.evolve(table, block=BlockLine(column=name, dates=tuple(dict.fromkeys(dates))))


def _date_form(words: str) -> str:
    for form in _BLOCK_DATES:
        try:
            read_date(words, (form,))
        except ValueError:
            continue
        return form
    return ""


def _with_left_out(sheet: Sheet, table: Table) -> tuple[Table, list[str]]:
    """The table without rows of totals and notes."""
    sorted_rows = layout(sheet, table)
    width = len(sorted_rows.header.names) if sorted_rows.header else 0
    full: list[str] = []  # how rows begin that are records
    starts: dict[str, int] = {}
    for line in sorted_rows.lines:
        columns = list(filled(line.row))
        words = line.row.at(columns[0]).strip() if columns else ""
        total = _TOTAL.match(words) if len(columns) < max(width, 2) else _ONLY_TOTAL.fullmatch(words)
        if total or (len(columns) == 1 and width > 2):
            starts.setdefault(total[0] if total else " ".join(words[:40].split()[:5]), line.row.number)
        else:
            full.append(words.casefold())
    lost = tuple(start for start in starts if any(words.startswith(start.casefold()) for words in full))
    starts = {start: row for start, row in starts.items() if start not in lost}
    if not starts or len(starts) > _MOST_STARTS:
        return table, []
    told = ", ".join(f"{start!r} (row {row})" for start, row in list(starts.items())[:10])
    rule = LeftOut(starts=tuple(starts))
    return attrs.evolve(table, leave_out=(rule,)), [f"rows of totals or notes are left out by how they start: {told}"]


# -- as of when it speaks ----------------------------------------------------------------------------------------------


def stated_between(sorted_rows: Layout) -> tuple[tuple[str, str], str] | None:
    """The words around the date as of which the table speaks, where a line around it says so, and what is doubtful."""
    found = [(row.number, around) for row in sorted_rows.around for words in row.words if (around := _as_of(words))]
    if not found:
        return None
    number, around = found[0]
    first = sorted_rows.lines[0].row.number if sorted_rows.lines else 0
    doubts = [f"row {number} stands below the table"] if number > first else []
    if len(found) > 1:
        doubts.append(f"rows {ranges(sorted({row for row, _ in found}))} name dates; the first is taken")
    return around, "; ".join(doubts)


def _as_of(words: str) -> tuple[str, str] | None:
    """The words around the date that follows "as of"; None where there is none."""
    match = _AS_OF.search(words)
    after = _after_date(words[match.end() :]) if match else None
    return (words[max(0, match.start() - _MOST_BEFORE) : match.end()], after) if match and after is not None else None


def _after_date(words: str) -> str | None:
    """What stands after the date with which words begin; None where they begin with none."""
    parts = list(re.finditer(r"\S+", words[:60]))
    for last in reversed(parts[:4]):
        date = words[: last.end()].rstrip(".,;)")
        try:
            read_date(date)
        except ValueError:
            continue
        return words[len(date) :][:4]
    return None
