"""Where the table is: the sheet, the row that names its columns, lines over blocks, and rows that are no records."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.mapped_table.forms import read_date
from oversight_adapters.readers.mapped_table.guess.headings import role_of
from oversight_adapters.readers.mapped_table.layout import Layout, filled, layout
from oversight_adapters.readers.mapped_table.mapping import BlockLine, Header, LeftOut, Table, column_key
from oversight_adapters.texts.grid import Grid, Row, Sheet

_DEEPEST = 60  # rows from the top in which a header is looked for
_LONGEST_NAME = 80  # characters of a name of a column
_BLOCK_DATES = ("month-name", "month-year", "quarter", "fiscal-quarter", "fiscal-year", "year")
_MOST_STARTS = 20  # of rows that are no records
_TOTAL = re.compile(r"(?:grand |sub-?)?totals?\b", re.IGNORECASE)
_AS_OF = re.compile(r"\bas of:? ", re.IGNORECASE)
_MOST_BEFORE = 20  # characters before "as of" that tell it from others
_FIGURES = re.compile(r"[\d\s.,/:$%()+-]+")


@attrs.frozen
class Found:
    """A table in its file: what the mapping says of it, its rows sorted by that, and what is doubtful."""

    table: Table
    layout: Layout
    doubts: tuple[str, ...] = ()


def find(grid: Grid) -> Found | None:
    """The table of a file; None where no row can be its header."""
    best: tuple[float, Sheet, Row | None, int] | None = None
    for sheet in (sheet for sheet in grid.sheets if sheet.rows and not sheet.hidden):
        score, row, height = (1.0, None, 1) if sheet.columns else _header(sheet)
        worth = score * len(sheet.rows) ** 0.25
        if (row or sheet.columns) and (best is None or worth > best[0]):
            best = (worth, sheet, row, height)
    if best is None:
        return None
    _, sheet, row, height = best
    doubts = list(_other_sheets(grid, sheet))
    header = _by_names(sheet, row, height) if row else Header()
    table = Table(sheets=(sheet.name,) if len(grid.sheets) > 1 else (), header=header)
    if row:
        table = _with_blocks(sheet, table, row)
    table, more = _with_left_out(sheet, table)
    return Found(table, layout(sheet, table), (*doubts, *more))


def _other_sheets(grid: Grid, chosen: Sheet) -> Iterator[str]:
    others = [sheet.name for sheet in grid.sheets if sheet is not chosen and sheet.rows]
    if others:
        yield f"the sheets {', '.join(map(repr, others))} are left out; add those with the same columns to sheet"


# -- the header --------------------------------------------------------------------------------------------------------


def _header(sheet: Sheet) -> tuple[float, Row | None, int]:
    """The row most like a header, how much so, and how many rows high it is."""
    rows = sheet.rows[:_DEEPEST]
    widths = Counter(len(list(filled(row))) for row in sheet.rows[:500])
    usual = max(widths, key=lambda width: (widths[width], width))
    scored = [(_score(row, usual), -index, row) for index, row in enumerate(rows)]
    score, negative, row = max(scored, key=lambda one: one[:2], default=(0.0, 0, None))
    if row is None or not score:
        return 0.0, None, 1
    index = -negative
    if index + 1 < len(rows) and _groups(sheet, row) and _names(rows[index + 1]):
        return score, row, 2
    above = rows[index - 1] if index else None
    if above and above.number == row.number - 1 and _heads(sheet, above, row):
        return score, above, 2
    return score, row, 1


def _score(row: Row, usual: int) -> float:
    """How much a row is like a header: names that are known, and as many of them as the table has columns."""
    words = [row.at(column) for column in filled(row)]
    names = [word for word in words if len(word) <= _LONGEST_NAME and not _FIGURES.fullmatch(word)]
    lonely = len(words) < 2 and not role_of("".join(words))
    if lonely or len(names) < len(words) * 0.8 or len(set(map(column_key, names))) < len(names) * 0.6:
        return 0.0
    known = sum(1 for name in names if role_of(name))
    return 3 * known + min(len(names) / max(usual, 1), 1.5)


def _names(row: Row) -> bool:
    """Whether a third of the words of a row are known as names of columns."""
    words = [row.at(column) for column in filled(row)]
    return 3 * sum(1 for word in words if role_of(word)) >= len(words)


def _groups(sheet: Sheet, row: Row) -> bool:
    """Whether names of a row stand over several columns."""
    return any(block.top == row.number == block.bottom and block.right > block.left for block in sheet.merged)


def _heads(sheet: Sheet, above: Row, row: Row) -> bool:
    """Whether the row above a header names groups of its columns: where nothing is merged, with gaps between them."""
    upper, lower = list(filled(above)), set(filled(row))
    if len(upper) < 2 or not _score(above, len(upper)):
        return False
    gaps = upper[-1] - upper[0] >= len(upper)
    return _groups(sheet, above) or (gaps and len(upper) < len(lower) and lower.issuperset(upper))


def _by_names(sheet: Sheet, row: Row, height: int) -> Header:
    """The header by names that no row above it holds, so that it may move; else by the number of its row."""
    names = list(dict.fromkeys(row.at(column) for column in filled(row)))
    known = [name for name in names if role_of(name)] or names
    for count in range(min(2, len(known)), min(len(known), 4) + 1):
        holds = tuple(" ".join(name.split()) for name in known[:count])
        wanted = set(map(column_key, holds))
        first = next((one for one in sheet.rows if wanted <= set(map(column_key, one.words))), None)
        if first is not None and first.number == row.number:
            again = _again(sheet, row)
            return Header(holds=holds, height=height, again=again)
    return Header(row=row.number, height=height, again=_again(sheet, row))


def _again(sheet: Sheet, row: Row) -> bool:
    key = [column_key(words) for words in row.words]
    return sum([column_key(words) for words in one.words] == key for one in sheet.rows) > 1


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
        total = _TOTAL.match(words) if len(columns) < max(width, 2) else None
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


def names_of(found: Found) -> tuple[str, ...]:
    """What the columns are called, in order."""
    return found.layout.header.names if found.layout.header else ()


# -- as of when it speaks ----------------------------------------------------------------------------------------------


def stated_between(sorted_rows: Layout) -> tuple[str, str] | None:
    """The words around the date as of which the table speaks, where a line above or below it says so."""
    for row in sorted_rows.around:
        for words in row.words:
            if (match := _AS_OF.search(words)) and (after := _after_date(words[match.end() :])) is not None:
                return words[max(0, match.start() - _MOST_BEFORE) : match.end()], after
    return None


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
