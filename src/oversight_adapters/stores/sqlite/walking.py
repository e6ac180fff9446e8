"""Walking: a long way through the entries, a few at a time.

Entries never change, so what was there up to a fixed position is one snapshot, and no lock is held between the steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oversight_adapters.stores.sqlite import tables
from oversight_adapters.stores.sqlite.decoding import Decode
from oversight_adapters.stores.sqlite.file import OpenFile
from oversight_core.ledger.recorded import Recorded
from oversight_core.names import Item


def entries(file: OpenFile, after: int, last: int, decode: Decode) -> Iterator[Recorded]:
    """Every entry after a position up to another, in order."""
    while after < last:
        with file.reading() as db:
            page = tables.page(db, after, last, file.words, decode)
        yield from page
        after = page[-1].position if page else last


def histories(file: OpenFile, last: int, decode: Decode) -> Iterator[tuple[Item, Sequence[Recorded]]]:
    """Every item with its history up to a position, in the order in which they were first recorded."""
    with file.reading() as db:
        items = tables.last_item(db)
    for before in range(0, items, tables.ITEMS):
        with file.reading() as db:
            found = tables.items_after(db, before, last, file.words, decode)
        yield from ((history[0].item, history) for _, history in found)
