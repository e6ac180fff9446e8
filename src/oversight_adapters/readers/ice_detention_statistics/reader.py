"""The workbooks of ICE's detention statistics: facilities, placements in segregation by month and by quarter."""

from __future__ import annotations

from typing import Any

import attrs

from oversight_adapters.readers.collector import collector_at_rest
from oversight_adapters.readers.ice_detention_statistics.cells import Cells
from oversight_adapters.readers.ice_detention_statistics.columns import BOOK
from oversight_adapters.readers.ice_detention_statistics.copies import begins_a_copy, is_copy, with_kinds
from oversight_adapters.readers.ice_detention_statistics.facilities import facilities
from oversight_adapters.readers.ice_detention_statistics.halves import Halves
from oversight_adapters.readers.ice_detention_statistics.months import COUNT as MONTH_COUNT
from oversight_adapters.readers.ice_detention_statistics.months import FACILITY, Months
from oversight_adapters.readers.ice_detention_statistics.quarters import COUNT, REASON, Quarters
from oversight_adapters.readers.ice_detention_statistics.tables import Tables
from oversight_adapters.readers.mapped_table.telling import counted
from oversight_adapters.readers.table_columns.heads import holds
from oversight_adapters.texts.faults import Faults
from oversight_adapters.texts.grid import Grid, Sheet
from oversight_core.names import Item
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Problem, Reading, Text, Unaccounted

_NEEDS = (
    (("Name",), ("City",), ("State",), ("AOR", "Type Detailed"), ("Male/Female", "Guaranteed Minimum", "Mandatory")),
    (FACILITY, MONTH_COUNT),
    (REASON, COUNT),
)
"""Columns by which each of the three tables is known."""


class IceDetentionStatisticsReader:
    """Reads the sheets of facilities and of segregation, by the names in them and not by where they stand."""

    name = "ice-detention-statistics"

    def recognise(self, source: Source) -> int:
        """3 where the header of one of the three tables is near the top, or a copy of a sheet has the banner."""
        return 3 if any(holds(source, needs) for needs in _NEEDS) or begins_a_copy(source) else 0

    def read(self, text: Text) -> Reading:
        """Everything that those sheets state; of others only that they are there."""
        with collector_at_rest():
            return _Workbook(text).reading(self.name)

    def value(self, excerpt: Excerpt) -> Any:
        """What the row of the columns that an excerpt names makes of its words alone."""
        return BOOK.value(excerpt)


class _Workbook:
    """A workbook on its way to a reading; used once."""

    def __init__(self, text: Text) -> None:
        self._text, self._faults = text, Faults()
        self._grid = text.places if isinstance(text.places, Grid) else Grid(())

    def reading(self, name: str) -> Reading:
        digest = self._text.source.digest
        read, unread = list[Cells](), list[Sheet]()
        known, named = frozenset[str](), set[Item]()
        for sheet in self._grid.sheets:
            cells = Cells(sheet, digest, self._faults)
            found = facilities(cells)
            known |= found or frozenset()
            if found is not None:
                read.append(cells)
            else:
                unread.append(sheet)
        for sheet in list(unread):
            cells = Cells(with_kinds(sheet) if is_copy(sheet) else sheet, digest, self._faults)
            if _is_read(cells, known, named):
                read.append(cells)
                unread.remove(sheet)
        return self._reading(name, read, unread)

    def _reading(self, name: str, read: list[Cells], unread: list[Sheet]) -> Reading:
        candidates = tuple(candidate for cells in read for candidate in cells.candidates)
        problems = [*self._grid.problems, *(problem for cells in read for problem in cells.problems)]
        problems += self._faults.problems()
        problems += [_left(sheet) for sheet in unread if sheet.rows]
        if not candidates:
            problems.append(Problem("nothing-recognised", "no sheet of it lists facilities or placements"))
        unaccounted: tuple[Unaccounted, ...] = tuple(one for cells in read for one in cells.untouched())
        return Reading(
            candidates,
            tuple(attrs.evolve(problem, source=self._text.source.digest) for problem in problems),
            unaccounted,
            self._text.source,
            name,
            sum(1 for cells in read for _ in cells.telling()),
        )


def _is_read(cells: Cells, known: frozenset[str], named: set[Item]) -> bool:
    """Whether a sheet of another kind is read; tables only beside a list of facilities or under their banner."""
    if Quarters(cells).read() or Months(cells, known).read():
        return True
    return (bool(known) or is_copy(cells.sheet)) and (Halves(cells, named).read() or Tables(cells, named).read())


def _left(sheet: Sheet) -> Problem:
    rows = counted(len(sheet.rows), "row")
    return Problem("sheet-not-read", f"the sheet {sheet.name!r} ({rows}) is none that is read here")
