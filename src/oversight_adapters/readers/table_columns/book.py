"""Columns of published tables as rows of data: the names one goes by, the field it gives, how its words are read.

Where a table gives several kinds of items a row, a mapping file cannot say it, and a reader has such rows instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import attrs

from oversight_adapters.readers.table_columns.names import name_key
from oversight_core.provenance import Excerpt


class Piece(NamedTuple):
    """A piece of a cell: its words, and its value or why it has none."""

    words: str
    value: Any
    why: str = ""


def one(words: str) -> tuple[str]:
    """A cell that is a single piece."""
    return (words,)


@attrs.frozen(kw_only=True)
class Column:
    """One column: a name for the row of the table, the field that it gives, the names that it may have.

    `pieces` cuts a cell into the words of each value; `read` makes the value of them and raises ValueError where they
    are no such thing; `example` are words of a cell.  `kind` is what the field belongs to, where rows give several
    kinds of items; without a column that is `needed` a table is another.
    """

    row: str
    field: str
    names: tuple[str, ...]
    read: Callable[[str], Any]
    example: str
    pieces: Callable[[str], Iterable[str]] = one
    kind: str = ""
    needed: bool = False

    def cut(self, words: str) -> tuple[Piece, ...]:
        """Every piece of a cell, with its value.

        >>> column = Column(row="n", field="n", names=("N",), read=int, pieces=str.split, example="1 2")
        >>> [(piece.value, piece.why) for piece in column.cut("3 x")]
        [(3, ''), (None, "invalid literal for int() with base 10: 'x'")]
        """
        return tuple(map(self._piece, self.pieces(words)))

    def _piece(self, words: str) -> Piece:
        try:
            return Piece(words, self.read(words))
        except ValueError as error:
            return Piece(words, None, str(error))


class ColumnBook:
    """All columns of one format; with `several`, one column may give several fields.

    Raises ValueError where two rows share a name, their own or one of a column.
    """

    def __init__(self, name: str, columns: Iterable[Column], *, several: bool = False) -> None:
        self.name = name
        self.columns = tuple(columns)
        self._rows: Mapping[str, Column] = {column.row: column for column in self.columns}
        named = [(name_key(name), column) for column in self.columns for name in column.names]
        self._by_name: Mapping[str, Column] = dict(named)
        if len(self._rows) < len(self.columns) or (len(self._by_name) < len(named) and not several):
            raise ValueError(f"columns of {name}: two rows share a name")

    @property
    def needed(self) -> tuple[tuple[str, ...], ...]:
        """The columns that a table must have, each by every name that it may have."""
        return tuple(column.names for column in self.columns if column.needed)

    def called(self, name: str) -> Column | None:
        """What a column of this name gives; None where none is known by it."""
        return self._by_name.get(name_key(name))

    def under(self, names: Sequence[str]) -> tuple[tuple[int, Column], ...]:
        """Where each column stands under these names (from 0), by the first of its own; empty where a needed one lacks.

        >>> columns = [Column(row=n, field=n, names=(n,), read=str, example="", needed=n == "To") for n in ("To", "Of")]
        >>> book = ColumnBook("letters", columns)
        >>> [(n, column.field) for n, column in book.under(("No", "of", "TO"))], book.under(("Of",))
        ([(2, 'To'), (1, 'Of')], ())
        """
        places: dict[str, int] = {}
        for n, name in enumerate(names):
            places.setdefault(name_key(name), n)
        found = []
        for column in self.columns:
            place = next((places[key] for key in map(name_key, column.names) if key in places), None)
            if place is not None:
                found.append((place, column))
            elif column.needed:
                return ()
        return tuple(found)

    def row(self, name: str) -> Column:
        """The row of that name; KeyError where there is none."""
        return self._rows[name]

    def phrase(self, column: Column) -> str:
        """How excerpts name a row."""
        return f"{self.name}:{column.row}"

    def value(self, excerpt: Excerpt) -> Any:
        """What the row that an excerpt names makes of its words alone; KeyError where there is no such row."""
        return self._rows[excerpt.phrase.partition(":")[2]].read(str(excerpt.words))

    def faults(self) -> Iterator[str]:
        """Rows whose example they do not read; a test asks for none."""
        for column in self.columns:
            pieces = column.cut(column.example)
            if not pieces or any(piece.why for piece in pieces):
                yield f"{column.row}: {'; '.join(piece.why for piece in pieces) or 'the example holds nothing'}"
