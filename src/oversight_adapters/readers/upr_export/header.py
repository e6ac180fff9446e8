"""Where the header of a table stands, and which column gives what."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from oversight_adapters.readers.upr_export.tables import Column, Table
from oversight_adapters.texts.grid import Grid, Sheet

_ROWS = 60  # of a sheet; a header stands among the first


@attrs.frozen
class Header:
    """The columns of a table in one sheet: the row of their names, and where each stands (from 0)."""

    sheet: Sheet
    row: int
    names: tuple[str, ...]
    columns: tuple[tuple[int, Column], ...]

    def at(self, name: str) -> int | None:
        """Where the column of a name stands; None where there is none."""
        keys = [key(one) for one in self.names]
        return keys.index(key(name)) if key(name) in keys else None


def key(name: str) -> str:
    """A column's name without what printing changes.

    >>> key(" SDG  goals ")
    'sdg goals'
    """
    return " ".join(name.replace("\ufeff", "").split()).casefold()


def header(grid: Grid, table: Table) -> Header | None:
    """The first header of the table in any sheet; None where a column that must be there is nowhere."""
    for sheet in grid.sheets:
        named = [(0, sheet.columns), *((row.number, row.words) for row in sheet.rows[:_ROWS])]
        for number, names in named:
            if names and (columns := _columns(names, table)):
                return Header(sheet, number, tuple(names), columns)
    return None


def _columns(names: Sequence[str], table: Table) -> tuple[tuple[int, Column], ...]:
    places: dict[str, int] = {}
    for n, name in enumerate(names):
        places.setdefault(key(name), n)
    found = []
    for column in table.columns:
        place = next((places[key(name)] for name in column.names if key(name) in places), None)
        if place is not None:
            found.append((place, column))
        elif column.needed:
            return ()
    return tuple(found)
