"""How a batch is put into the tables: many rows in one statement."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from oversight_adapters.stores.admit import Linked
from oversight_adapters.stores.sqlite import statements, tables
from oversight_adapters.stores.sqlite.dictionary import Dictionary
from oversight_adapters.stores.sqlite.packing import pack
from oversight_core.ledger.entry import Receipt
from oversight_core.names import Item

MANY = 50
"""How many rows are written at a time; more gain nothing."""


def put(
    db: sqlite3.Connection,
    entries: Iterable[tuple[Item, list[Linked]]],
    batch: tuple[int, str, str],
    known: tables.Known,
    words: Dictionary,
) -> Receipt:
    """Put linked entries behind the head; `batch` is its number, its instant of recording and its recorder."""
    db.execute(statements.PUT_BATCH, batch)
    items, rows, contents = (Rows(db, table, row) for table, row in ROWS.items())
    last, position, link = 0, 0, b""
    for item, linked in entries:
        name, own = str(item), known.get(str(item), (0, 0))[0]
        if not own and linked:
            own = last = (last or tables.last_item(db)) + 1
            items.values += (own, name)
        for position, revision, (gist, *said, key, payload, _, content, salt), link in linked:
            rows.values += (position, own, revision, batch[0], words.number(db, gist), *[part or "" for part in said])
            rows.values += (bytearray(key or b""), pack(payload.decode(), name, gist[6]), bytearray(link))
            if content is not None:
                contents.values += (position, bytearray(salt), content.decode())
        for table in (items, rows, contents):
            table.write_full()
    for table in (items, rows, contents):
        table.write()
    return Receipt(position, link, batch[0])


NULLABLE = "nullif(?, '')"
ROWS = {
    "item": ("?", "?"),
    "entry": ("?", "?", "?", "?", "?", *[NULLABLE] * 7, "nullif(?, x'')", "?", "?"),
    "content": ("?", "?", "?", "NULL"),
}
"""How the values of a row are bound, by table.

Nothing is bound as None or as bytes: for those, sqlite3 first looks in vain for an adapter, which takes longer than the
rest.  An empty text and a `bytearray` need none.
"""


class Rows:
    """Rows of one table on their way to the file, value after value; many go in one statement."""

    def __init__(self, db: sqlite3.Connection, table: str, row: tuple[str, ...]) -> None:
        self._db, self._table, self._row = db, table, row
        self._width = len(row) - row.count("NULL")
        self.values: list[Any] = []

    def write_full(self) -> None:
        """Write as many rows as one statement takes, as often as there are so many."""
        while len(self.values) >= (full := MANY * self._width):
            self._write(self.values[:full])
            del self.values[:full]

    def write(self) -> None:
        """Write what is there."""
        if self.values:
            self._write(self.values)
            self.values = []

    def _write(self, values: list[Any]) -> None:
        self._db.execute(_insert(self._table, self._row, len(values) // self._width), values)


@lru_cache(256)
def _insert(table: str, row: tuple[str, ...], count: int) -> str:
    return f"INSERT INTO {table} VALUES " + ", ".join([f"({', '.join(row)})"] * count)
