"""Which column each row of a mapping reads under one header, and what to say where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import Any

import attrs

from oversight_adapters.readers.mapped_table.header import Columns
from oversight_adapters.readers.mapped_table.mapping import Pick, TableMapping, column_key
from oversight_adapters.readers.mapped_table.problems import Problems
from oversight_adapters.readers.mapped_table.telling import counted, listed
from oversight_adapters.readers.mapped_table.values import parts_of, value_of

_MOST_KNOWN = 10_000  # cells of one column that say different things

Read = tuple[tuple[Any, str], ...]
"""Each value in a cell, and the phrase that reads it."""

Missing = Mapping[tuple[str, ...], list[str]]
"""The names that a column may have, and the rows of the mapping that need it."""


@attrs.frozen
class Columned:
    """The column of every row of a mapping under one header; those that are not there are left out."""

    of_row: dict[str, int]
    _read: dict[str, dict[str, Read]] = attrs.field(factory=dict, init=False, repr=False, eq=False)

    @cached_property
    def mapped(self) -> tuple[int, ...]:
        """Every column that some row reads, in order."""
        return tuple(sorted(set(self.of_row.values())))

    def read(self, pick: Pick, words: str) -> Read:
        """What a row of the mapping makes of the words of a cell; of words that come again, what it made of them.

        Raises ValueError, which says why, where they are no such thing.
        """
        known = self._read.get(pick.row)
        if known is None:
            known = self._read[pick.row] = {}
        if (found := known.get(words)) is None:
            values = [value_of(pick, piece) for piece in parts_of(pick, words)]
            found = tuple((one, f"{pick.row}/{n}" if pick.split else pick.row) for n, one in enumerate(values, 1))
            if len(known) < _MOST_KNOWN:
                known[words] = found
        return found

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
