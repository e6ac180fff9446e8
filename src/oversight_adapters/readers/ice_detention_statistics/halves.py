"""Lengths of stay at the middle and the end of every month: years over months over halves, and rows by population."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.ice_detention_statistics.cells import Cells
from oversight_adapters.readers.ice_detention_statistics.columns import subject
from oversight_adapters.readers.ice_detention_statistics.header import Place
from oversight_adapters.readers.said import Said
from oversight_adapters.readers.words.dates import MONTH_NAME, moment
from oversight_adapters.texts.grid import Row, Sheet
from oversight_core.moments import Moment
from oversight_core.names import Item, slug

_HALF = re.compile(r"\s{0,3}(?:mid|end)\s{0,3}", re.IGNORECASE)
_MONTH = re.compile(rf"\s{{0,3}}{MONTH_NAME}\s{{0,3}}", re.IGNORECASE)
_YEAR = re.compile(r"\s{0,3}20\d\d\s{0,3}")
_LEAST = 2  # halves by which a header is known
_MOST = 1_000  # columns, which are forty years
_FAR = 24  # columns over which a year stands


@attrs.frozen
class _Header:
    """The row of halves, the month of each of its columns, how many have none that is sure, and the title above."""

    row: Row
    months: dict[int, Moment]
    undated: int
    title: Place | None


class Halves:
    """Reads one sheet of half months; used once.  `named` are the figures that its workbook has told already."""

    def __init__(self, cells: Cells, named: set[Item]) -> None:
        self._cells, self._named = cells, named

    def read(self) -> bool:
        """Tell of every table; whether the sheet holds any."""
        headers = [found for row in self._cells.sheet.rows if (found := _header(self._cells.sheet, row))]
        for header in headers:
            for above in range(3):
                if row := self._cells.sheet.row(header.row.number - above):
                    self._cells.names(row)
            if header.undated:
                say = f"of the columns of half months, {header.undated} are of no month that is sure, and are not read"
                self._cells.problem("ambiguous-date", say, header.row, max(header.months) + 1)
            self._rows(header)
        return bool(headers)

    def _rows(self, header: _Header) -> None:
        group = ""
        number = header.row.number + 1
        while row := self._cells.sheet.row(number):
            number += 1
            label = subject(row.at(1))
            numbered = any(row.kind(column) == "number" for column in header.months)
            if not label or any(_HALF.fullmatch(words) for words in row.words):
                return
            if not numbered:
                group = label
                continue
            for column in header.months:
                self._figure(header, row, column, group)

    def _figure(self, header: _Header, row: Row, column: int, group: str) -> None:
        said, label = Said(), subject(row.at(1))
        if row.kind(column) != "number" or self._cells.number(said, row, column) is None:
            return
        self._cells.tell(said, "measure", header.row, column)
        if group:
            said.compute("about", f"{group}: {label}")
        else:
            self._cells.tell(said, "about", row, 1)
        title = header.title
        if title:
            self._cells.tell(said, "table", title.row, title.column)
        said.compute("period", header.months[column])
        words = (str(header.months[column]), header.row.at(column), said.fields["about"])
        name = slug(title.words) if title else "half-months"
        item = Item("figure", "ice", name, slug(" ".join(words)))
        if item in self._named:
            self._cells.gather("identity-collision", "a table states one figure twice; the first is read", row, column)
            return
        self._named.add(item)
        self._cells.figure(item, said)
        self._cells.looked_at(row, (1,))


def _header(sheet: Sheet, row: Row) -> _Header | None:
    """The header of half months that ends in a row; None where it is no such row."""
    halves = [column for column, words in enumerate(row.words[:_MOST], 1) if _HALF.fullmatch(words)]
    names, years = sheet.row(row.number - 1), sheet.row(row.number - 2)
    if len(halves) < _LEAST or names is None or years is None:
        return None
    said = {column: (_over(names, column, _MONTH), _over(years, column, _YEAR)) for column in halves}
    months = dict(_in_order({column: moment(" ".join(one)) for column, one in said.items() if all(one)}))
    return _Header(row, months, len(halves) - len(months), _title(sheet, years)) if months else None


def _in_order(months: dict[int, Moment]) -> Iterator[tuple[int, Moment]]:
    """The months from the left, as long as each is the last one or the next: a year may be missing, or be fiscal."""
    last = 0
    for column, month in months.items():
        day = month.earliest
        number = day.year * 12 + day.month if day else 0
        if last and number not in (last, last + 1):
            return
        last = number
        yield column, month


def _over(row: Row, column: int, pattern: re.Pattern[str]) -> str:
    """The words over a column, which stand in it or to the left of it."""
    left = (row.at(one).strip() for one in range(column, max(0, column - _FAR), -1))
    words = next((one for one in left if one), "")
    return words if pattern.fullmatch(words) else ""


def _title(sheet: Sheet, row: Row) -> Place | None:
    """The line above a header that stands alone in its row."""
    above = [one for one in sheet.rows if row.number - 4 < one.number < row.number]
    alone = [one for one in above if one.kind(1) == "text" and sum(bool(words.strip()) for words in one.words) == 1]
    return Place(alone[-1], 1) if alone else None
