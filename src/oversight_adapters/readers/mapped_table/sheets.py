"""Which sheets of a file a mapping reads."""

from __future__ import annotations

from collections.abc import Iterable

from oversight_adapters.readers.mapped_table.mapping import Table
from oversight_adapters.readers.mapped_table.problems import Problems
from oversight_adapters.texts.grid import Grid, Sheet


def sheets(grid: Grid, table: Table, problems: Problems) -> list[Sheet]:
    """The sheets that are named, else the only one that holds anything; what is missing is told."""
    if not table.sheets:
        full = [sheet for sheet in grid.sheets if sheet.rows and not sheet.hidden]
        if len(full) > 1:
            say = f"there are {len(full)} sheets, and table.sheet names none; choose from {_listed(full)}"
            problems.tell("sheet-missing", say)
            return []
        return full or list(grid.sheets[:1])
    found = []
    for name in table.sheets:
        if (sheet := _named(grid, name)) is None:
            problems.tell("sheet-missing", f"there is no sheet {name!r}; choose from {_listed(grid.sheets)}")
        else:
            found.append(sheet)
    return found


def _listed(sheets: Iterable[Sheet]) -> str:
    return ", ".join(repr(sheet.name) for sheet in sheets) or "none"


def _named(grid: Grid, name: str) -> Sheet | None:
    """A sheet by its name, blanks around it and case aside."""
    if exact := grid.sheet(name):
        return exact
    return next((one for one in grid.sheets if one.name.strip().casefold() == name.strip().casefold()), None)
