"""Columns of inspections whose names have slipped: every cell is of another field, which no other column gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from oversight_adapters.readers.ice_detention_statistics.inspections import Told, kind_of
from oversight_adapters.texts.grid import Row

_LEAST = 5  # cells that say of what kind they are

Columns = tuple[tuple[int, Told], ...]


def righted(columns: Columns, rows: Sequence[Row]) -> Columns:
    """What each column really tells: as its name says, or else as all of its cells do."""
    return tuple((column, found) for column, _, found in _each(columns, rows))


def slipped(columns: Columns, rows: Sequence[Row]) -> tuple[tuple[int, str], ...]:
    """The columns that tell of another field than their names do, with that field."""
    return tuple((column, found.field) for column, named, found in _each(columns, rows) if found != named)


def _each(columns: Columns, rows: Sequence[Row]) -> Iterator[tuple[int, Told, Told]]:
    held = {column: _held(column, told, rows) for column, told in columns}
    given = Counter((told.which, held[column] or told.field) for column, told in columns)
    for column, told in columns:
        field = held[column]
        alone = field and given[told.which, field] == 1
        yield column, told, attrs.evolve(told, field=field) if alone else told


def _held(column: int, told: Told, rows: Sequence[Row]) -> str:
    """The one other field that the cells of a column are of; "" where they are of several, or of its own."""
    kinds = Counter(kind for row in rows if (kind := kind_of(row.at(column))))
    field, count = next(iter(kinds.most_common(1)), ("", 0))
    return field if len(kinds) == 1 and field != told.field and count >= _LEAST else ""
