"""The sheets of statistics: population, book-ins, releases, lengths of stay, bonds, alternatives to detention."""

from __future__ import annotations

import re
from decimal import Decimal

import attrs

from oversight_adapters.readers.ice_detention_statistics.blocks import Table, tables
from oversight_adapters.readers.ice_detention_statistics.cells import Cells
from oversight_adapters.readers.ice_detention_statistics.columns import subject
from oversight_adapters.readers.ice_detention_statistics.copies import is_copy
from oversight_adapters.readers.ice_detention_statistics.groups import subjects
from oversight_adapters.readers.ice_detention_statistics.years import fiscal_year, month_of, only_year
from oversight_adapters.readers.said import Said
from oversight_adapters.readers.words.agency_words import amount
from oversight_adapters.texts.grid import Row, Sheet
from oversight_core.moments import Moment
from oversight_core.names import Item, slug

SHEETS = re.compile(r"(?<![a-z])(?:atd|detention|bond|semiannual|trans|fear|famu)(?![a-z])", re.IGNORECASE)
"""Sheets of such tables, by their names."""
_CODE = "code"
_LONGEST_SLUG = 120


@attrs.frozen
class _About:
    """What a row is about, the column whose words alone say so (0: there is none), and the year that it is of."""

    words: str
    column: int = 0
    year: Moment | None = None
    year_in: int = 0


class Tables:
    """Reads the titled tables of one sheet; used once.  `named` are the figures that its workbook has told already."""

    def __init__(self, cells: Cells, named: set[Item]) -> None:
        self._cells, self._named = cells, named

    def read(self) -> bool:
        """Tell of every table; whether the sheet holds any."""
        found = tuple(tables(self._cells.sheet)) if _is_of_tables(self._cells.sheet) else ()
        for table in found:
            self._cells.names(table.header)
            self._table(table)
        return bool(found)

    def _table(self, table: Table) -> None:
        for index, about in _abouts(table).items():
            for column in table.values:
                self._figure(table, table.rows[index], column, about)

    def _figure(self, table: Table, row: Row, column: int, about: _About) -> None:
        said = Said()
        if row.kind(column) != "number" or self._cells.number(said, row, column) is None:
            return
        if not self._time(said, table, row, column, about):
            self._cells.tell(said, "measure", table.header, column)
        if about.column:
            self._cells.tell(said, "about", row, about.column)
        elif about.words:
            said.compute("about", about.words)
        self._cells.tell(said, "table", table.title.row, table.title.column)
        when = said.fields.get("period") or _year(self._cells.sheet.name) or ""
        words = (str(when), about.words, said.fields.get("measure", ""))
        item = Item("figure", "ice", slug(table.title.words)[:_LONGEST_SLUG].strip("-"), slug(" ".join(words)))
        if item in self._named:
            self._cells.gather("identity-collision", "a table states one figure twice; the first is read", row, column)
            return
        self._named.add(item)
        self._cells.figure(item, said)
        self._cells.looked_at(row, table.labels)

    def _time(self, said: Said, table: Table, row: Row, column: int, about: _About) -> bool:
        """Tell the period of a figure: of its column, else of its row, else of its table; whether of its column."""
        header = table.header
        if header.kind(column) == "date":
            return self._cells.tell(said, "month", header, column) is not None
        if only_year(header.at(column)):
            return self._cells.tell(said, "fiscal-year", header, column) is not None
        month = month_of(header.at(column), about.year or _year(table.title.words))
        if month:
            said.compute("period", month)
        elif about.year_in:
            self._cells.tell(said, "fiscal-year", row, about.year_in)
        elif about.year:
            said.compute("period", about.year)
        elif _year(table.title.words):
            self._cells.tell(said, "fiscal-year", table.title.row, table.title.column)
        return month is not None


def _is_of_tables(sheet: Sheet) -> bool:
    return SHEETS.search(sheet.name) is not None or is_copy(sheet)


def _abouts(table: Table) -> dict[int, _About]:
    """What each row is about, by its index."""
    labels = [_label(table, index) for index in range(len(table.rows))]
    if any(len(one) > 1 for one in labels):
        joined = {index: _joined(one, table.rows[index]) for index, one in enumerate(labels) if one}
        again = len({(one.words, str(one.year)) for one in joined.values()}) < len(joined)
        return {} if again else joined
    bare = [one[0][0] if one else "" for one in labels]
    found = dict[int, _About]()
    for index, words in subjects(bare, [_amount(row, table.values[0]) for row in table.rows]).items():
        if labels[index]:
            found[index] = _joined(labels[index], table.rows[index]) if words == bare[index] else _About(words)
    return found


def _joined(labels: list[tuple[str, int]], row: Row) -> _About:
    """The labels of a row as one; a year among them is when, not what."""
    (first, column), rest = labels[0], labels[1:]
    year = only_year(first)
    if year is None:
        return _About(": ".join(words for words, _ in labels), 0 if rest else column)
    if rest:
        return _About(": ".join(words for words, _ in rest), rest[0][1] if len(rest) == 1 else 0, year)
    return _About("", 0, year, column if row.at(column).strip() else 0)


def _label(table: Table, index: int) -> list[tuple[str, int]]:
    """The labels of a row with their columns; the first one stands for the rows below that have none of it."""
    row, found = table.rows[index], list[tuple[str, int]]()
    for column in table.labels:
        if _CODE in table.header.at(column).casefold():
            continue
        words = row.at(column)
        if not words.strip() and column == table.labels[0] and len(table.labels) > 1:
            above = (one.at(column) for one in reversed(table.rows[:index]))
            words = next((one for one in above if one.strip()), "")
        if words.strip():
            found.append((subject(words), column))
    return found


def _amount(row: Row, column: int) -> Decimal | None:
    try:
        return amount(row.at(column))
    except ValueError:
        return None


def _year(words: str) -> Moment | None:
    try:
        return fiscal_year(words)
    except ValueError:
        return None
