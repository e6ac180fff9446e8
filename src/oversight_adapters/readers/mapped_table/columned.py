"""Which column each row of a mapping reads under one header, and what to say where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

import attrs

from oversight_adapters.readers.mapped_table.header import Columns
from oversight_adapters.readers.mapped_table.mapping import TableMapping, column_key
from oversight_adapters.readers.mapped_table.problems import Problems
from oversight_adapters.readers.mapped_table.telling import counted, listed

Missing = Mapping[tuple[str, ...], list[str]]
"""The names that a column may have, and the rows of the mapping that need it."""


@attrs.frozen
class Columned:
    """The column of every row of a mapping under one header; those that are not there are left out."""

    of_row: dict[str, int]

    @classmethod
    def under(cls, columns: Columns, mapping: TableMapping, sheet: str, problems: Problems) -> Columned:
        """Find every column; what is missing or cannot be told apart is told."""
        found: dict[str, int] = {}
        missing: dict[tuple[str, ...], list[str]] = {}
        where = _where(columns, sheet)
        for pick in {pick.row: pick for pick in mapping.picks() if pick.column}.values():
            try:
                column = columns.of(pick)
            except ValueError as several:
                say = f"{several} columns are called {pick.column!r}{where}; say which with position ({pick.row})"
                problems.tell("column-ambiguous", say)
                continue
            if column is not None:
                found[pick.row] = column
            elif pick.position and (called := columns.called(pick.column)) and not pick.optional:
                one = counted(len(called), "column is", "columns are")
                say = f"{one} called {pick.column!r}{where}, and {pick.row} needs number {pick.position}"
                problems.tell("column-missing", say)
            elif not pick.optional:
                missing.setdefault(pick.names, []).append(pick.row)
        _tell(missing, columns, where, problems, is_header=bool(found))
        return cls(found)


def _where(columns: Columns, sheet: str) -> str:
    return (f" in row {columns.last_row}" if columns.last_row else "") + (f" of the sheet {sheet!r}" if sheet else "")


def _tell(missing: Missing, columns: Columns, where: str, problems: Problems, *, is_header: bool) -> None:
    """A sentence for each column; names of the table are told only where it is sure that they are names."""
    if len(missing) > 1 and not is_header:
        wanted = listed(repr(names[0]) for names in missing)
        problems.tell("column-missing", f"none of the columns {wanted} is there{where}; see to table.header")
        return
    known = {column_key(name): name for name in columns.names if name} if is_header else {}
    for names, rows in missing.items():
        named = " or ".join(map(repr, names))
        near = get_close_matches(column_key(names[0]), known, n=1, cutoff=0.75)
        meant = f"; did you mean {known[near[0]]!r}?" if near else ""
        needs = "needs" if len(rows) == 1 else "need"
        problems.tell("column-missing", f"there is no column {named}{where}, which {listed(rows)} {needs}{meant}")
