"""The cells of one sheet: read by the rows of the columns, each touched or accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from oversight_adapters.readers.accounting import tells
from oversight_adapters.readers.ice_detention_statistics.columns import BOOK, HIDDEN
from oversight_adapters.readers.said import Said
from oversight_adapters.texts.faults import Faults
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.grid import Row, Sheet
from oversight_core.entities import Figure
from oversight_core.names import Item
from oversight_core.provenance import Excerpt
from oversight_core.reading import Candidate, Problem, Unaccounted


class Cells:
    """Reads the cells of a sheet and gathers what it gives; mutable, used for one sheet."""

    def __init__(self, sheet: Sheet, digest: str, faults: Faults) -> None:
        self.sheet, self.faults = sheet, faults
        self.candidates: list[Candidate] = []
        self.problems: list[Problem] = []
        self._digest = digest
        self._touched: set[tuple[int, int]] = set()
        self._unread: set[tuple[int, int]] = set()

    def tell(self, said: Said, named: str, row: Row, column: int, *, words: str = "") -> Any:
        """Tell what a cell, or these words of it, say by a row of the columns; None where that is nothing."""
        printed = words or row.at(column)
        by = BOOK.row(named)
        if not printed.strip() or (printed.strip().casefold() in HIDDEN and by.row != "dash"):
            return None
        try:
            value = by.read(printed)
        except ValueError:
            self._unread.add((row.number, column))
            return None
        if said.fields.get(by.field, value) != value:
            self.gather("value-differs", f"{by.field} stands in two columns, and they differ", row, column)
            self._unread.add((row.number, column))
            return None
        said.tell(value, Excerpt(by.field, printed, self._place(row, column), self._digest, BOOK.phrase(by)))
        self._touched.add((row.number, column))
        return value

    def number(self, said: Said, row: Row, column: int) -> Any:
        """Tell the number of a cell, of a percentage with its sign; None where there is none."""
        if not row.at(column).strip().endswith("%"):
            return self.tell(said, "value", row, column)
        value = self.tell(said, "percentage", row, column)
        if value is not None:
            self.tell(said, "unit", row, column, words="%")
        return value

    def names(self, row: Row) -> None:
        """A row of names and headings: they are read, whether or not a value stands below each."""
        self._touched.update((row.number, column) for column in range(1, len(row.words) + 1))

    def looked_at(self, row: Row, columns: Iterable[int]) -> None:
        """Cells that a figure is told by, whether or not they are what it is about alone."""
        self._touched.update((row.number, column) for column in columns)

    def figure(self, item: Item, said: Said) -> None:
        """A figure that is told."""
        self.candidates.append(Candidate(item, Figure(**said.fields), (), None, tuple(said.excerpts)))

    def gather(self, code: str, sentence: str, row: Row, column: int) -> None:
        """Something that does not hold together, told once for all rows of which it holds."""
        self.faults.add(code, f"in the sheet {self.sheet.name!r} {sentence}", row.number, self._place(row, column))

    def problem(self, code: str, sentence: str, row: Row | None = None, column: int = 1) -> None:
        """Something that does not hold together, told by itself."""
        place = self._place(row, column) if row else None
        self.problems.append(Problem(code, f"in the sheet {self.sheet.name!r} {sentence}", place, self._digest))

    def telling(self) -> Iterator[tuple[Row, int]]:
        """Every cell with a number, a date or the like, and those that were looked at in vain."""
        for row in self.sheet.rows:
            for column, words in enumerate(row.words, 1):
                if (row.number, column) in self._unread or _tells(words):
                    yield row, column

    def untouched(self) -> Iterator[Unaccounted]:
        """Those of them that nothing was read from."""
        for row, column in self.telling():
            if (row.number, column) not in self._touched:
                yield Unaccounted(row.at(column), self._place(row, column), self._digest)

    def _place(self, row: Row, column: int) -> Any:
        return self.sheet.locator(row.number, column)


def _tells(words: str) -> bool:
    return words.strip().casefold() not in HIDDEN and tells(folded := fold(words), 0, len(folded))
