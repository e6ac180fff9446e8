"""A whole export as a reading: its records, what its preamble states, and what does not hold together."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.gao_agency_page.gathering import Gathering
from oversight_adapters.readers.gao_csv.cells import Cells
from oversight_adapters.readers.gao_csv.columns import Header
from oversight_adapters.readers.gao_csv.preamble import listing_of
from oversight_adapters.readers.gao_csv.records import Known, Record, take
from oversight_adapters.texts.faults import Faults
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.grid import Grid, Row
from oversight_adapters.texts.spans import Span
from oversight_core.provenance import Source
from oversight_core.reading import Problem, Reading

_NUMBER = re.compile(r"\d+")


class Export:
    """The cells of one export, laid out as running text; used once."""

    def __init__(self, header: Header, grid: Grid, source: Source, format: str) -> None:
        self.header, self.grid, self.source, self.format = header, grid, source, format
        self._cells = Cells(header.sheet)
        self._preamble = [span for row in header.preamble for span in self._all(row)]
        self._slipped = Faults()
        self._quotes_stay_open = any(problem.code == "unclosed-quote" for problem in grid.problems)
        self._records = [*self._laid_out()]

    def reading(self) -> Reading:
        """Everything that the records state, dated by the preamble."""
        text = self._cells.text(self.source)
        gathering = Gathering(text, fold(text.content), self._cells.printed)
        known: Known = {}
        for record in self._records:
            take(record, gathering, known)
        listing = listing_of(self._preamble, gathering.items, gathering.quotes)
        self._check(listing.entity.stated_total, len(gathering.items), gathering)
        told = gathering.account(self._preamble)
        candidates = (listing, *gathering.documents, *gathering.candidates)
        if self.header.again is not None:
            gathering.problem("several-entries", "another export follows below, and is left out", None)
        problems = (*self._faults(), *self._columns(), *gathering.problems)
        dated = attrs.evolve(self.source, dated_on=self.source.dated_on or listing.entity.as_of)
        return Reading(candidates, problems, told.unaccounted, dated, self.format, told.telling)

    def _check(self, stated: int | None, parsed: int, gathering: Gathering) -> None:
        if not self._records:
            gathering.problem("nothing-recognised", "no record stands below the header", None)
        elif stated is not None and stated != parsed:
            message = f"the export states {stated} recommendations and holds {parsed}"
            gathering.problem("listing-incomplete", message, None)

    # -- cells -------------------------------------------------------------------------------------------------

    def _all(self, row: Row) -> Iterator[Span]:
        for column, words in enumerate(row.words, 1):
            if words and (span := self._cells.add(row.number, column, words)):
                yield span

    def _laid_out(self) -> Iterator[Record]:
        columns, add = self.header.columns, self._cells.add
        for row in self.header.records:
            if self._is_slipped(row):
                why = "not as many cells as the header, so words may stand under the wrong names; nothing was read"
                self._slipped.add("row-slipped", why, row.number, self.header.sheet.locator(row.number, 1))
                continue
            words = row.words
            record: dict[str, Span] = {}
            for field, column in columns:
                if column <= len(words) and words[column - 1] and (span := add(row.number, column, words[column - 1])):
                    record[field] = span
            if record:
                yield record

    def _is_slipped(self, row: Row) -> bool:
        """Whether a telephone number may stand where a comment should, or a part of a cell in the next one.

        A workbook leaves out empty cells at the end of a row.
        """
        sheet, named = self.header.sheet, len(self.header.row.words)
        delimited = not (sheet.name or sheet.columns)
        if len(row.words) > named or (delimited and row.width < named):
            return True
        return self._quotes_stay_open and any(words[:1] == '"' and words.count('"') % 2 for words in row.words)

    # -- problems ----------------------------------------------------------------------------------------------

    def _faults(self) -> Iterator[Problem]:
        """What is wrong with the file as a table, but not in GAO's own preamble, which has blanks behind quotes.

        How wide a record must be, the header says.
        """
        header, records = self.header.row.number, self.header.records
        last = records[-1].number if records else header
        for problem in (*self.grid.problems, *self._slipped.problems()):
            rows = [int(number) for number in _NUMBER.findall(problem.message.partition(":")[0])]
            outside = problem.code == "stray-quote" and all(row < header or row > last for row in rows)
            if not outside and problem.code != "ragged-rows":
                yield attrs.evolve(problem, source=self.source.digest)

    def _columns(self) -> Iterator[Problem]:
        """Columns that nobody knows are told by name, never by what stands in them."""
        for name, column in self.header.unknown:
            if number := sum(1 for row in self.header.records if row.at(column).strip()):
                called = f"the column {name!r:.80}" if name else f"column {column}, which has no name,"
                message = f"{called} is not read; {number} rows have words in it"
                place = self.header.sheet.locator(self.header.row.number, column)
                yield Problem("column-not-mapped", message, place, self.source.digest)
