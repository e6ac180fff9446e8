"""Columns that a mapping does not mention: told by name and how full they are, never by what stands in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from oversight_adapters.readers.mapped_table.header import Columns
from oversight_adapters.readers.mapped_table.layout import Line
from oversight_adapters.readers.mapped_table.mapping import TableMapping, column_key, covers
from oversight_adapters.readers.mapped_table.telling import counted, quoted


class Leftovers:
    """Counts the cells of columns that a mapping does not mention; mutable, used for one table."""

    def __init__(self, mapping: TableMapping) -> None:
        self._mentioned = {column_key(name) for name in mentioned(mapping)}
        self._settled = (*mapping.never, *mapping.ignore)
        self._positions = {(column_key(pick.column), pick.position) for pick in mapping.picks() if pick.position}
        self._whole = {column_key(name) for pick in mapping.picks() if not pick.position for name in pick.names}
        self._never = bool(mapping.never)
        self._counts: Counter[str] = Counter()
        self._unmentioned: dict[Columns, dict[int, str]] = {}

    def slipped(self, line: Line) -> bool:
        """Whether the words of a row may stand under the wrong names while some column must never be imported.

        They may where a row has words beyond its header, and in delimited text where it has too few cells; a workbook
        leaves out empty ones at the end.
        """
        if not self._never:
            return False
        named, delimited = len(line.columns.names), not (line.sheet.name or line.sheet.columns)
        return len(line.row.words) > named or (delimited and line.row.width < named)

    def count(self, line: Line) -> None:
        """Count the cells of a row that no mapping asks for."""
        columns = line.columns
        if columns not in self._unmentioned:
            self._unmentioned[columns] = dict(self._of(columns))
        unmentioned, beyond = self._unmentioned[columns], len(columns.names)
        for column, words in enumerate(line.row.words, 1):
            if words and (column in unmentioned or column > beyond) and words.strip():
                self._counts[unmentioned.get(column, f"column {column}, which has no name,")] += 1

    def told(self) -> Iterator[str]:
        """One sentence for each column."""
        for name, number in self._counts.items():
            yield (
                f"{name} is not in the mapping, and {counted(number, 'row has', 'rows have')} something in it; "
                "map it, or list it under ignore or never"
            )

    def _of(self, columns: Columns) -> Iterator[tuple[int, str]]:
        seen: Counter[str] = Counter()
        for column, name in enumerate(columns.names, 1):
            key = column_key(name)
            seen[key] += 1
            if not key:
                yield column, f"column {column}, which has no name,"
            elif any(covers(settled, name) for settled in self._settled):
                continue
            elif key not in self._mentioned:
                yield column, f"the column {quoted(name)}"
            elif key not in self._whole and (key, seen[key]) not in self._positions:
                yield column, f"the column {quoted(name)}, where it stands for the {seen[key]}. time,"


def mentioned(mapping: TableMapping) -> Iterator[str]:
    """Every name of a column that a mapping reads."""
    for pick in mapping.picks():
        yield from pick.names
    yield from (rule.column for rule in mapping.table.leave_out)
