"""Where the header of a table stands, and which column gives what."""

from __future__ import annotations

import attrs

from oversight_adapters.readers.table_columns import HEAD_ROWS, Column, name_key
from oversight_adapters.readers.upr_export.tables import Table
from oversight_adapters.texts.grid import Grid, Sheet


@attrs.frozen
class Header:
    """The columns of a table in one sheet: the row of their names, and where each stands (from 0)."""

    sheet: Sheet
    row: int
    names: tuple[str, ...]
    columns: tuple[tuple[int, Column], ...]

    def at(self, names: tuple[str, ...], after: int = -1) -> int | None:
        """Where the first column of one of these names stands behind another; None where there is none."""
        wanted = frozenset(map(name_key, names))
        return next((n for n, name in enumerate(self.names) if n > after and name_key(name) in wanted), None)


def header(grid: Grid, table: Table) -> Header | None:
    """The first header of the table in any sheet; None where a column that must be there is nowhere."""
    for sheet in grid.sheets:
        named = [(0, sheet.columns), *((row.number, row.words) for row in sheet.rows[:HEAD_ROWS])]
        for number, names in named:
            if names and (columns := table.columns.under(names)):
                return Header(sheet, number, tuple(names), columns)
    return None
