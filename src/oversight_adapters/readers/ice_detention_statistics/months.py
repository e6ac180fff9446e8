"""Placements in segregation month by month: blocks of facilities under each other, each with its month above."""

from __future__ import annotations

from decimal import Decimal

import attrs

from oversight_adapters.readers.ice_detention_statistics.cells import Cells
from oversight_adapters.readers.ice_detention_statistics.columns import HIDDEN, subject
from oversight_adapters.readers.ice_detention_statistics.years import months
from oversight_adapters.readers.said import Said
from oversight_adapters.readers.table_columns import name_key
from oversight_adapters.texts.grid import Row
from oversight_core.names import Item, slug

FACILITY = ("Facilities", "Facility", "Facility Name", "Detention Facility")
COUNT = ("Placement Count", "Placements", "Count of Placements", "Number of Placements")
_TOTALS = ("grand total", "total")
_FACILITY_KEYS, _COUNT_KEYS = (frozenset(map(name_key, names)) for names in (FACILITY, COUNT))


@attrs.frozen
class _Header:
    """The row that names the columns, and the columns of facility and count."""

    row: Row
    about: int
    count: int


@attrs.frozen
class _Month:
    """Where a block's month is named, and by which words."""

    row: Row
    column: int
    words: str


@attrs.define
class Months:
    """Reads one sheet of month blocks; used once.  `known` are facilities of this workbook."""

    cells: Cells
    known: frozenset[str]
    _header: _Header | None = None
    _month: _Month | None = None
    _sum: Decimal | None = Decimal(0)  # None where a count of the block is not shown
    _named: set[Item] = attrs.Factory(set)

    def read(self) -> bool:
        """Tell of every block; whether the sheet holds any."""
        for row in self.cells.sheet.rows:
            if header := _header(row):
                self._header, self._sum = header, Decimal(0)
            elif heading := self._heading(row):
                self._month, self._sum = heading, Decimal(0)
            elif self._header and self._month and row.at(self._header.about).strip():
                self._row(row, self._header, self._month)
        return self._header is not None

    def _heading(self, row: Row) -> _Month | None:
        """The month that a line alone in its row names; of several the first, where the line begins with it."""
        filled = [column for column, words in enumerate(row.words, 1) if words.strip()]
        if len(filled) != 1:
            return None
        words = row.at(filled[0])
        named = [words] if row.kind(filled[0]) == "date" and words.endswith("-01") else months(words)
        if len(named) > 1 and not words.lstrip().startswith(named[0]):
            self.cells.problem("ambiguous-date", "a line over a block names several months", row, filled[0])
            self._month = None
            return None
        return _Month(row, filled[0], named[0]) if named else None

    def _row(self, row: Row, header: _Header, month: _Month) -> None:
        said, is_total = Said(), name_key(row.at(header.about)) in _TOTALS
        value: Decimal | None = self.cells.tell(said, "value", row, header.count)
        if value is None:
            self._sum = None
            if row.at(header.count).strip() and row.at(header.count).strip().casefold() not in HIDDEN:
                self.cells.gather("unreadable-value", "a count of placements is no number", row, header.count)
            return
        self.cells.tell(said, "measure", header.row, header.count)
        self.cells.tell(said, "about", row, header.about)
        period = str(self.cells.tell(said, "month", month.row, month.column, words=month.words))
        if is_total:
            self._total(value, period, row, header.count)
            self.cells.figure(Item("figure", "ice", "monthly-segregation", f"{period}-total"), said)
        else:
            self._sum = self._sum + value if self._sum is not None else None
            self._facility(said, period, row, header.about)

    def _total(self, value: Decimal, period: str, row: Row, column: int) -> None:
        """Hold a total against the rows above it; what comes after it belongs to no month that is known."""
        if self._sum is not None and value != self._sum:
            say = f"the rows of {period} make {self._sum}, and the total states {value}"
            self.cells.problem("total-mismatch", say, row, column)
        self._month = None

    def _facility(self, said: Said, period: str, row: Row, column: int) -> None:
        facility = Item("facility", "ice", slug(subject(row.at(column))))
        item = facility.within("figure", f"{period}-segregation-placements")
        if item in self._named:
            self.cells.gather("identity-collision", "a facility stands twice in one month", row, column)
        self._named.add(item)
        if facility.report in self.known:
            said.compute("facility", facility)
        self.cells.figure(item, said)


def _header(row: Row) -> _Header | None:
    """The columns of facility and count, where a row is their header."""
    keys = [name_key(words) for words in row.words]
    about = next((number for number, key in enumerate(keys, 1) if key in _FACILITY_KEYS), 0)
    count = next((number for number, key in enumerate(keys, 1) if key in _COUNT_KEYS), 0)
    return _Header(row, about, count) if about and count else None
