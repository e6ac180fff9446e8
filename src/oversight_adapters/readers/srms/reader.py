"""Spreadsheets of reports on segregation: rows are reports, and several of them may be about one placement."""

from __future__ import annotations

from typing import Any

import attrs

from oversight_adapters.readers.collector import collector_at_rest
from oversight_adapters.readers.srms.checks import Checks
from oversight_adapters.readers.srms.columns import BOOK
from oversight_adapters.readers.srms.layout import Layout, layout
from oversight_adapters.readers.srms.left_out import columns_left_out, stray, untracked
from oversight_adapters.readers.srms.rows import Report, RowReader
from oversight_adapters.readers.srms.stays import Stay, named
from oversight_adapters.readers.srms.variants import VARIANTS
from oversight_adapters.readers.table_columns.heads import holds
from oversight_adapters.texts.faults import Faults
from oversight_adapters.texts.grid import Grid, Row
from oversight_core.names import Item
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Problem, Reading, Text, Unaccounted


class SrmsReader:
    """Reads ICE's reports on segregation in the variants that were released, and logs of a contractor's units.

    Names, numbers of persons and free words are never looked at.
    """

    name = "srms"

    def recognise(self, source: Source) -> int:
        """3 where a row near the top of a sheet is the header of a variant."""
        return 3 if any(holds(source, variant.needs) for variant in VARIANTS) else 0

    def read(self, text: Text) -> Reading:
        """Every report, with its placement."""
        with collector_at_rest():
            return _Reports(text).reading(self.name)

    def value(self, excerpt: Excerpt) -> Any:
        """What the row of the columns that an excerpt names makes of its words alone."""
        return BOOK.value(excerpt)


class _Reports:
    """All reports of a file on their way to a reading; used once."""

    def __init__(self, text: Text) -> None:
        self._text, self._faults = text, Faults()
        self._stays: dict[Item, Stay] = {}
        self._told: list[Problem] = []
        self._telling = 0
        self._unaccounted: list[Unaccounted] = []

    def reading(self, name: str) -> Reading:
        grid, source = self._text.places, self._text.source
        sheets = grid.sheets if isinstance(grid, Grid) else ()
        found = [one for sheet in sheets if (one := layout(sheet))]
        for number, one in enumerate(found, 1):
            self._sheet(one, number if len(found) > 1 else 0)
        if not self._stays:
            self._told.append(Problem("nothing-recognised", "no row of it is a report on a placement"))
        problems = (*(grid.problems if isinstance(grid, Grid) else ()), *self._told, *self._faults.problems())
        return Reading(
            tuple(candidate for stay in self._stays.values() for candidate in stay.candidates()),
            tuple(attrs.evolve(problem, source=source.digest) for problem in problems),
            tuple(self._unaccounted),
            source,
            name,
            self._telling,
        )

    def _sheet(self, found: Layout, number: int) -> None:
        reader = RowReader(found, self._text.source.digest, self._faults)
        checks = Checks(found, self._faults, file=self._text.source.name)
        rows, others = list[Row](), list[Row]()
        for row in found.rows():
            if found.slipped(row):
                say = "there are not as many cells as names, so who a person is may stand under any of them; not read"
                self._faults.add("row-slipped", say, row.number, found.sheet.locator(row.number, 1))
            elif (report := reader.read(row)) is None:
                others.append(row)
            else:
                rows.append(row)
                checks.check(report)
                self._take(found, report, number)
        self._told += untracked(found, rows)
        self._told += columns_left_out(found, reader.cells, rows)
        self._told += stray(found, others)
        self._telling += reader.telling
        self._unaccounted += reader.unaccounted

    def _take(self, found: Layout, report: Report, number: int) -> None:
        """Bring a report to its placement; what contradicts an earlier one is told."""
        item = named(found, report, self._text.source.digest, sheet=number)
        stay = self._stays.get(item) or self._stays.setdefault(item, Stay(item, found.variant.grouped))
        if fields := stay.differs(report.placement):
            say = f"a report says otherwise of its placement than one before it ({', '.join(fields)}); both are kept"
            place = found.sheet.locator(report.row.number, found.tracking or 1)
            self._faults.add("value-differs", say, report.row.number, place)
        stay.add(report)
