"""Columns of published tables as rows of data: the names one goes by, the field it gives, how its words are read.

Where a table gives several kinds of items a row, a mapping file cannot say it, and a reader has such rows instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from oversight_core.provenance import Excerpt

_APART = re.compile(r"[^a-z0-9]+")


def name_key(name: str) -> str:
    """A column's name without what its makers change: case, blanks, underlines and marks.

    >>> name_key("Suicide Risk?"), name_key("facility:detloc") == name_key("Facility Detloc"), name_key("Alien #")
    ('suicide risk', True, 'alien')
    """
    return _APART.sub(" ", name.casefold()).strip()


@attrs.frozen(kw_only=True)
class Column:
    """One column: a name for the row of the table, the kind and field that it gives, the names that it may have.

    `read` makes the value of its words and raises ValueError where they are no such thing; `example` are such words.
    """

    row: str
    kind: str
    field: str
    names: tuple[str, ...]
    read: Callable[[str], Any]
    example: str


class ColumnBook:
    """All columns of one format.  Raises ValueError where two rows share a name, their own or one of a column."""

    def __init__(self, name: str, columns: Iterable[Column]) -> None:
        self.name = name
        self.columns = tuple(columns)
        self._rows: Mapping[str, Column] = {column.row: column for column in self.columns}
        named = [(name_key(name), column) for column in self.columns for name in column.names]
        self._by_name: Mapping[str, Column] = dict(named)
        if len(self._rows) < len(self.columns) or len(self._by_name) < len(named):
            raise ValueError(f"columns of {name}: two rows share a name")

    def called(self, name: str) -> Column | None:
        """What a column of this name gives; None where none is known by it."""
        return self._by_name.get(name_key(name))

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
            try:
                column.read(column.example)
            except ValueError as error:
                yield f"{column.row}: {error}"
