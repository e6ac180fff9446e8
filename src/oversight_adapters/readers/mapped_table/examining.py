"""A table held against its mapping: everything that a preview shows and a reading is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import attrs

from oversight_adapters.readers.collector import collector_at_rest
from oversight_adapters.readers.mapped_table.cells import Cells, Spot
from oversight_adapters.readers.mapped_table.columned import Columned
from oversight_adapters.readers.mapped_table.header import Columns
from oversight_adapters.readers.mapped_table.layout import Layout, layout
from oversight_adapters.readers.mapped_table.leftovers import Leftovers
from oversight_adapters.readers.mapped_table.mapping import TableMapping
from oversight_adapters.readers.mapped_table.merging import documents, merged
from oversight_adapters.readers.mapped_table.problems import Problems, Told
from oversight_adapters.readers.mapped_table.rows import RowReader, Taken
from oversight_adapters.readers.mapped_table.sheets import sheets
from oversight_adapters.readers.mapped_table.stated import stated_on
from oversight_adapters.readers.mapped_table.telling import counted, rows_told
from oversight_adapters.texts.grid import Grid, Sheet
from oversight_core.moments import Moment
from oversight_core.provenance import Source
from oversight_core.reading import Candidate, Problem, Reading, Text, Unaccounted


@attrs.frozen
class Examined:
    """What a mapping makes of a table.

    `rows` counts the rows of the table, `candidates` is what they give, `cells` are those that are mapped and filled,
    `unaccounted` those of them that nothing was read from, and `words` how often each word stands in each column of
    status words.  Where `refused` is not empty, nothing of the file is to be taken.
    """

    source: Source
    format: str
    rows: int = 0
    candidates: tuple[Candidate, ...] = ()
    problems: tuple[Problem, ...] = ()
    refused: tuple[Problem, ...] = ()
    unaccounted: tuple[Unaccounted, ...] = ()
    cells: tuple[Unaccounted, ...] = attrs.field(default=(), repr=False)
    words: Mapping[str, Counter[str]] = attrs.field(factory=dict)

    def reading(self) -> Reading:
        """The reading: of a file that is refused, only what is wrong with it."""
        candidates, missing = ((), self.cells) if self.refused else (self.candidates, self.unaccounted)
        return Reading(candidates, self.problems, missing, self.source, self.format, len(self.cells))


def examine(text: Text, mapping: TableMapping) -> Examined:
    """Hold a table against a mapping; never raises on what stands in it."""
    with collector_at_rest():
        return _Examination(text, mapping).examined()


class _Examination:
    """One table on its way to what is made of it; used once."""

    def __init__(self, text: Text, mapping: TableMapping) -> None:
        self.text, self.mapping = text, mapping
        self.problems = Problems(text.source.digest)
        self.rows = RowReader(mapping, self.problems)
        self.leftovers = Leftovers(mapping)

    def examined(self) -> Examined:
        grid = self.text.places if isinstance(self.text.places, Grid) else Grid(())
        if not grid.sheets:
            self.problems.tell("nothing-recognised", "there is no table in it")
        layouts = [layout(sheet, self.mapping.table) for sheet in sheets(grid, self.mapping.table, self.problems)]
        cells = [one for found in layouts for one in self._cells(found)]
        taken = [row for one in cells if (row := self.rows.read(one)) is not None]
        candidates, spots = self._candidates(taken)
        self._tell_the_rest(layouts)
        source = self._source(layouts)
        told = [*(Told(problem) for problem in grid.problems), *self.problems.all()]
        refused = tuple(one.problem for one in told if one.refuses)
        filled = dict(self._filled(cells))
        return Examined(
            source,
            self.mapping.name,
            sum(len(found.lines) for found in layouts),
            candidates,
            tuple(one.problem for one in told),
            refused,
            tuple(cell for spot, cell in filled.items() if spot not in spots),
            tuple(filled.values()),
            self.rows.words,
        )

    def _cells(self, found: Layout) -> Iterator[Cells]:
        """The rows of a sheet, ready to be read; rows that may have slipped are not."""
        columned: dict[Columns, Columned] = {}
        digest = self.text.source.digest
        if found.header and not found.lines:
            Columned.under(found.header, self.mapping, found.sheet.name, self.problems)
            self.problems.tell("nothing-recognised", "there are no rows below the header")
        for line in found.lines:
            if line.columns not in columned:
                columned[line.columns] = Columned.under(line.columns, self.mapping, found.sheet.name, self.problems)
            if self.leftovers.slipped(line):
                say = "{rows} fit no header, so what is never imported may stand under another name; not read"
                self.problems.gather("row-slipped", say, (found.sheet.name, line.row.number), None)
                continue
            if columned[line.columns].of_row:  # else what was taken for names may be anything
                self.leftovers.count(line)
            yield Cells(line, columned[line.columns], digest, self.problems)

    def _candidates(self, taken: Sequence[Taken]) -> tuple[tuple[Candidate, ...], set[Spot]]:
        reports, spots = documents(taken, self.problems)
        items = tuple(merged(taken, self.problems, collision=self.mapping.identity.collision))
        return (*reports, *items), spots.union(*(row.spots for row in taken))

    def _tell_the_rest(self, layouts: Sequence[Layout]) -> None:
        for found in layouts:
            if found.header is None:
                self._no_header(found.sheet)
            for numbers, why in ((found.left_out, "table.leave-out"), (found.below, "table.end")):
                if numbers:
                    told = rows_told((found.sheet.name, number) for number in numbers)
                    say = f"{told} ({counted(len(numbers), 'row')}) left out by {why}"
                    self.problems.tell("rows-left-out", say)
        for say in self.leftovers.told():
            self.problems.tell("column-not-mapped", say)

    def _no_header(self, sheet: Sheet) -> None:
        where = self.mapping.table.header
        holding = f"that holds {', '.join(map(repr, where.holds))}" if where.holds else "that is not blank"
        wanted = f"row {where.row}" if where.row else f"a row {holding}"
        inside = f" in the sheet {sheet.name!r}" if sheet.name else ""
        say = f"there is no header{inside}: {wanted} is not there"
        self.problems.tell("header-missing", say)

    def _source(self, layouts: Sequence[Layout]) -> Source:
        """The source, dated by what the table says of itself; a date that somebody gave it stands."""
        source = self.text.source
        found: Moment | None = stated_on(layouts, self.mapping.stated, self.problems)
        return source if found is None or source.dated_on else attrs.evolve(source, dated_on=found)

    def _filled(self, cells: Sequence[Cells]) -> Iterator[tuple[Spot, Unaccounted]]:
        """Every mapped cell in which words stand."""
        for row in cells:
            for spot, words in row.filled():
                yield spot, Unaccounted(words, row.locator(spot), self.text.source.digest)
