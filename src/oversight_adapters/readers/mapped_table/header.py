"""The header of a table: which rows it stands in, what each column is called, and where a row of the mapping finds its
column."""

from __future__ import annotations

from itertools import pairwise

import attrs

from oversight_adapters.readers.mapped_table.mapping import Header, Pick, column_key
from oversight_adapters.texts.grid import Row, Sheet

IN_BLOCK_LINE = 0
"""The column of what stands in the line over a block."""


@attrs.frozen(cache_hash=True)
class Columns:
    """What the columns are called, from the first on, the last row of the header, and the words of its first."""

    names: tuple[str, ...]
    last_row: int = 0
    block: str = ""
    first: tuple[str, ...] = ()
    _places: dict[str, list[int]] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        places: dict[str, list[int]] = {}
        for column, name in enumerate(self.names, 1):
            if key := column_key(name):
                places.setdefault(key, []).append(column)
        if self.block:
            places.setdefault(column_key(self.block), []).append(IN_BLOCK_LINE)
        object.__setattr__(self, "_places", places)

    def called(self, name: str) -> list[int]:
        """Every column of that name; case and runs of blanks make no difference."""
        return self._places.get(column_key(name), [])

    def of(self, pick: Pick) -> int | None:
        """The column that a row of the mapping names; None where there is none.

        Raises ValueError, with how many there are, where several have the name and no position picks one.
        """
        found = next((columns for name in pick.names if (columns := self.called(name))), [])
        if pick.position:
            return found[pick.position - 1] if pick.position <= len(found) else None
        if len(found) > 1:
            raise ValueError(len(found))
        return found[0] if found else None

    def again(self, row: Row) -> bool:
        """Whether a row begins this header once more."""
        return [column_key(words) for words in row.words] == [column_key(words) for words in self.first]


def columns_at(sheet: Sheet, row: Row, where: Header, block: str = "") -> Columns:
    """The columns whose header begins in this row."""
    rows = [sheet.row(row.number + n) or Row(row.number + n, ()) for n in range(where.height)]
    width = max(len(one.words) for one in rows)
    grid = [[_words(sheet, one, column) for column in range(1, width + 1)] for one in rows]
    for upper, lower in pairwise(grid):
        _spread(upper, lower, merged=bool(sheet.merged))
    names = (where.join.join(dict.fromkeys(filter(None, parts))) for parts in zip(*grid, strict=True))
    return Columns(tuple(names), rows[-1].number, block, row.words)


def begins(row: Row, where: Header) -> bool:
    """Whether the header begins in this row, given that it has not begun before."""
    if where.row:
        return row.number == where.row
    words = set(map(column_key, row.words)) if where.holds else set()
    return all(column_key(name) in words for name in where.holds)


def _words(sheet: Sheet, row: Row, column: int) -> str:
    """The words of a cell on one line; those of merged cells stand in each of them."""
    words = row.at(column)
    if not words and (block := sheet.block(row.number, column)) and (top := sheet.row(block.top)):
        words = top.at(block.left)
    return " ".join(words.split())


def _spread(upper: list[str], lower: list[str], *, merged: bool) -> None:
    """Let the name of a group stand over all of its columns, where the file does not say which cells are merged."""
    group = ""
    for column, name in enumerate(upper):
        if name:
            group = name if lower[column] else ""  # a name with nothing below it heads its own column only
        elif group and lower[column] and not merged:
            upper[column] = group
        else:
            group = "" if not lower[column] else group
