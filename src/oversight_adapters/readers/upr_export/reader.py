"""The reader of one kind of table: candidates from its rows, and everything that does not hold together."""

from __future__ import annotations

from typing import Any

from oversight_adapters.readers.collector import collector_at_rest
from oversight_adapters.readers.table_columns.heads import holds
from oversight_adapters.readers.upr_export.groups import GROUPS
from oversight_adapters.readers.upr_export.reading import Assembly
from oversight_adapters.readers.upr_export.tables import Table, table_named
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Reading, Text


class UprTableReader:
    """Reads one kind of table; knows its files by their header.

    >>> from oversight_adapters.readers.upr_export import UPR_INFO_EXPORT
    >>> from oversight_adapters.texts.tables import table_text
    >>> csv = b"To,Text,From,Response,Session\\rKenya,Ratify the treaty,Peru,Noted,21\\r"
    >>> reading = UprTableReader(UPR_INFO_EXPORT).read(table_text(Source.of(csv)))
    >>> [(one.entity.addressee, one.entity.recommended_by, one.labels[0].words) for one in reading.candidates]
    [('Kenya', ('Peru',), 'Noted')]
    """

    def __init__(self, table: Table) -> None:
        self.table, self.name = table, table.name

    def recognise(self, source: Source) -> int:
        """3 where a row near the start of the file, or the names in its JSON, hold every column that must be there."""
        return 3 if holds(source, self.table.columns.needed) else 0

    def read(self, text: Text) -> Reading:
        """Everything that the rows state, with the words."""
        with collector_at_rest():
            return Assembly(text, self.table).reading()

    def value(self, excerpt: Excerpt) -> Any:
        """What the column that an excerpt names makes of its words alone."""
        book = GROUPS if excerpt.phrase.startswith(f"{GROUPS.name}:") else self.table.columns
        return book.value(excerpt)


def reader_named(name: str) -> UprTableReader:
    """The reader of the kind of table of this name.  Raises KeyError."""
    return UprTableReader(table_named(name))
