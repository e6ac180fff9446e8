"""A reader made of a mapping that comes with the library.

A mapping says itself which columns must be there, so it is its own test of a file's header.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from oversight_adapters.readers.mapped_table import MappedTableReader, TableMapping, mapping_of
from oversight_adapters.readers.mapped_table.mapping import column_key
from oversight_adapters.readers.mappings import Shipped
from oversight_adapters.texts.grid import Grid
from oversight_adapters.texts.tables import table_text
from oversight_core.errors import OversightError
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Reading, Text

_HEAD = 64 * 1024  # bytes of delimited text in which a header stands
_ROWS = 60  # of a sheet; a header stands among the first
_NOT_CUT = (b"PK", b"[", b"{", b"\xff\xfe", b"\xfe\xff", b"\xd0\xcf")
"""How files begin that are no delimited text of one byte a letter, so that a part of one is no table."""


def reader_of(shipped: Shipped) -> ShippedReader:
    """The reader of a format.  Raises `DefectiveMapping` where its file has a mistake."""
    return ShippedReader(mapping_of(shipped.toml, name=shipped.name))


class ShippedReader:
    """Reads one format by its mapping, and knows its files by their header.

    >>> toml = 'name="tracker"\\nissuer="city"\\nfields.report="Audit"\\nfields.number="No"\\nfields.text="What"'
    >>> reader = ShippedReader(mapping_of(toml))
    >>> [reader.recognise(Source.of(table)) for table in (b"Audit,No,What\\nA-1,2,Count\\n", b"Audit,No\\nA-1,2\\n")]
    [3, 0]
    """

    def __init__(self, mapping: TableMapping) -> None:
        self.name = mapping.name
        self._reader = MappedTableReader(mapping)
        self._needs = needed(mapping)

    def recognise(self, source: Source) -> int:
        """3 where a row near the start of the file, or the names in its JSON, hold every column that must be there."""
        return 3 if holds(source, self._needs) else 0

    def read(self, text: Text) -> Reading:
        """Everything that the mapped columns state, with the words."""
        return self._reader.read(text)

    def value(self, excerpt: Excerpt) -> Any:
        """What the row of the mapping that an excerpt names makes of its words alone."""
        return self._reader.value(excerpt)


Needs = frozenset[tuple[str, ...]]
"""Columns that must be there, each by every name that it may have."""


def needed(mapping: TableMapping) -> Needs:
    """The columns without which a mapping refuses a file, and those by which it finds its header."""
    block = {mapping.table.block.column} if mapping.table.block else set()
    picked = {pick.names for pick in mapping.picks() if pick.column and not pick.optional and pick.column not in block}
    return frozenset(picked) | {(name,) for name in mapping.table.header.holds}


def holds(source: Source, needs: Iterable[tuple[str, ...]]) -> bool:
    """Whether one row near the start of a table has all of these columns, each by one of its names.

    >>> holds(Source.of(b"Export of 2 May\\n\\nTo;Text\\nKenya;Ratify\\n"), [("to",), ("Recommendation", "Text")])
    True
    """
    wanted = [frozenset(map(column_key, names)) for names in needs]
    return bool(wanted) and any(all(names & row for names in wanted) for row in _heads(source))


@lru_cache(maxsize=4)
def _heads(source: Source) -> tuple[frozenset[str], ...]:
    """The words of the first rows of every sheet, a set each; none where the source is no table."""
    try:
        grid = table_text(_cut(source)).places
    except OversightError:
        return ()
    sheets = grid.sheets if isinstance(grid, Grid) else ()
    rows = (row for sheet in sheets for row in (sheet.columns, *(row.words for row in sheet.rows[:_ROWS])))
    return tuple(frozenset(map(column_key, row)) for row in rows if row)


def _cut(source: Source) -> Source:
    """As much of delimited text as has a header; any other file whole."""
    content = source.content
    if len(content) <= _HEAD or content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_NOT_CUT):
        return source
    end = max(content.rfind(mark, 0, _HEAD) for mark in (b"\n", b"\r"))
    return Source.of(content[: end if end > 0 else _HEAD], name=source.name)
