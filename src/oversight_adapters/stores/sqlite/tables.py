"""The tables: how entries are read from them, and how a batch is put there."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from oversight_adapters.stores.admit import Head, Line, Linked
from oversight_adapters.stores.marks import make_recorded
from oversight_adapters.stores.rows import Columns
from oversight_adapters.stores.sqlite import statements
from oversight_adapters.stores.sqlite.dictionary import Dictionary
from oversight_adapters.stores.sqlite.packing import pack
from oversight_core.ledger.entry import Entry, Receipt
from oversight_core.ledger.recorded import Recorded
from oversight_core.names import Item

PAGE = 1_000
"""How many rows are read or written at a time."""

LAST = len(Columns._fields)
"""Where the columns end among the fields of a draft."""

Decode = Callable[[int, Item, str | None, str, bytes | None, str | None], Entry]
"""The entry of a position, an item, the step of its gist, a packed payload, and a content or the authority under which
it was disposed of."""


# -- entries, to be used -------------------------------------------------------------------------------------------


def _recorded(db: sqlite3.Connection, found: Sequence[Any], words: Dictionary, decode: Decode) -> list[Recorded]:
    """Rows as entries, none of them read yet."""
    items = words.items(db, {row[5] for row in found})
    gists = words.learn(db, {row[6] for row in found})
    batches = words.batches(db, {row[2] for row in found})
    marks, made = words.marks, []
    for (
        position,
        revision,
        batch,
        link,
        key,
        item,
        gist,
        occurred,
        stated,
        retracts,
        payload,
        content,
        authority,
    ) in found:
        said, name = (gist, occurred, stated, retracts), items[item]
        unread = (decode, position, name, gists[gist][6], payload, content, authority)
        place = (position, revision, *batches[batch], batch, link, key.hex() if key else "")
        made.append(make_recorded(unread, *place, name, marks.get(said) or words.mark(said)))
    return made


def history(db: sqlite3.Connection, item: Item, words: Dictionary, decode: Decode) -> list[Recorded]:
    """The entries of an item, in order."""
    return _recorded(db, db.execute(statements.HISTORY, (str(item),)).fetchall(), words, decode)


def page(db: sqlite3.Connection, after: int, last: int, words: Dictionary, decode: Decode) -> list[Recorded]:
    """The next entries after a position, none after `last`."""
    return _recorded(db, db.execute(statements.PAGE, (after, last, PAGE)).fetchall(), words, decode)


def changed(
    db: sqlite3.Connection, after: int, last: int, words: Dictionary, decode: Decode
) -> Iterator[tuple[int, list[Recorded]]]:
    """The whole history of every item that has an entry between two positions, by number."""
    for number, rows in groupby(db.execute(statements.CHANGED, (after, last)), key=itemgetter(5)):
        yield number, _recorded(db, list(rows), words, decode)


# -- what stands where ---------------------------------------------------------------------------------------------


def number(db: sqlite3.Connection, item: Item) -> int:
    """The number of an item in the file; 0 for an unknown one."""
    found = db.execute(statements.NUMBER, (str(item),)).fetchone()
    return found[0] if found else 0


Standing = dict[str, tuple[int, int]]
"""The name of a recorded item to its number and its last revision."""


def standing(db: sqlite3.Connection, items: Iterable[Item]) -> Standing:
    """Where items stand; unknown ones are left out."""
    names, found = list(map(str, items)), Standing()
    for start in range(0, len(names), PAGE):
        asked = json.dumps(names[start : start + PAGE])
        found |= {name: (own, last or 0) for name, own, last in db.execute(statements.KNOWN, (asked,))}
    return found


def lines(db: sqlite3.Connection, item: Item) -> Iterator[Line]:
    """What a retraction needs to know of the entries of an item."""
    return (Line(*found) for found in db.execute(statements.LINES, (number(db, item),)))


def head(db: sqlite3.Connection) -> Head:
    """The last entry."""
    found = db.execute(statements.HEAD).fetchone()
    return Head(*found) if found else Head()


def joined(db: sqlite3.Connection) -> list[int]:
    """The numbers of the items that some entry says are the same as another."""
    return [number for (number,) in db.execute(statements.JOINED)]


# -- writing -------------------------------------------------------------------------------------------------------


def put(
    db: sqlite3.Connection,
    entries: Iterable[tuple[Item, list[Linked]]],
    batch: tuple[int, str, str],
    known: Standing,
    words: Dictionary,
) -> Receipt:
    """Put linked entries behind the head; `batch` is its number, its instant of recording and its recorder."""
    db.execute(statements.PUT_BATCH, batch)
    page, position, link = _Page(db), 0, b""
    for item, rows in entries:
        name = str(item)
        own = known[name][0] if name in known else page.new_item(name) if rows else 0
        for position, revision, draft, link in rows:
            payload, gist = pack(draft.payload.decode(), name, draft.gist[6]), words.number(db, draft.gist)
            page.entries.append((position, own, revision, batch[0], gist, *draft[1:LAST], payload, link))
            if draft.content is not None:
                page.contents.append((position, draft.salt, draft.content.decode()))
        if len(page.entries) >= PAGE:
            page.write()
    page.write()
    return Receipt(position, link, batch[0])


class _Page:
    """Rows that are written together."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db, self._last = db, 0
        self.items: list[tuple[int, str]] = []
        self.entries: list[tuple[Any, ...]] = []
        self.contents: list[tuple[Any, ...]] = []

    def new_item(self, name: str) -> int:
        """The number of an item that is new."""
        self._last = (self._last or self._db.execute(statements.LAST_ITEM).fetchone()[0]) + 1
        self.items.append((self._last, name))
        return self._last

    def write(self) -> None:
        """Write what is there."""
        self._db.executemany(statements.PUT_ITEM, self.items)
        self._db.executemany(statements.PUT_ENTRY, self.entries)
        self._db.executemany(statements.PUT_CONTENT, self.contents)
        self.items, self.entries, self.contents = [], [], []
