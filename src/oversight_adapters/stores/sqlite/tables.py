"""The tables: how rows are read from them, and how a batch is put there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from oversight_adapters.stores import admit
from oversight_adapters.stores.admit import Clock, Head, Line
from oversight_adapters.stores.rows import Columns, Row
from oversight_adapters.stores.spool import Group
from oversight_adapters.stores.sqlite import statements
from oversight_core.ledger.entry import Receipt

PAGE = 1_000
"""How many rows are read or written at a time."""


def _row(found: tuple[Any, ...]) -> Row:
    return Row._make((*found[:6], Columns._make(found[6:16]), *found[16:]))


# -- reading -------------------------------------------------------------------------------------------------------


def number(db: sqlite3.Connection, name: str) -> int:
    """The number of an item in the file; 0 for an unknown one."""
    found = db.execute(statements.NUMBER, (name,)).fetchone()
    return found[0] if found else 0


def revision(db: sqlite3.Connection, name: str) -> int:
    """The last revision of an item; 0 for an unknown one."""
    found = db.execute(statements.REVISION, (name,)).fetchone()
    return (found and found[0]) or 0


def lines(db: sqlite3.Connection, name: str) -> Iterator[Line]:
    """What a retraction needs to know of the entries of an item."""
    return (Line(*found) for found in db.execute(statements.LINES, (number(db, name),)))


def head(db: sqlite3.Connection) -> Head:
    """The last entry."""
    found = db.execute(statements.HEAD).fetchone()
    return Head(*found) if found else Head()


def of_item(db: sqlite3.Connection, number: int) -> list[Row]:
    """The rows of an item, in order."""
    return [_row(found) for found in db.execute(statements.HISTORY, (number,)).fetchall()]


def page(db: sqlite3.Connection, after: int, last: int) -> list[Row]:
    """The next rows after a position, none after `last`."""
    return [_row(found) for found in db.execute(statements.BETWEEN, (after, last, PAGE)).fetchall()]


def every(db: sqlite3.Connection) -> Iterator[Row]:
    """All rows, in order, of the transaction of the caller."""
    return map(_row, db.execute(statements.BETWEEN, (-(2**62), 2**62, -1)))


def disposals(db: sqlite3.Connection) -> list[Row]:
    """The rows of disposals."""
    return [_row(found) for found in db.execute(statements.DISPOSALS).fetchall()]


def joins(db: sqlite3.Connection) -> list[Row]:
    """The rows that may say that an item is the same as another; through an index, in files that have it."""
    return [_row(found) for found in db.execute(statements.JOINS).fetchall()]


@contextmanager
def snapshot(db: sqlite3.Connection) -> Iterator[None]:
    """One state of the file for all that is read meanwhile, however damaged its texts are."""
    strict = db.text_factory
    db.text_factory = lambda raw: raw.decode(errors="replace")
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.execute("COMMIT")
        db.text_factory = strict


def stray(db: sqlite3.Connection) -> str:
    """The first row beside the entries that belongs to none of them."""
    found = db.execute(statements.STRAYS).fetchone()
    return f"row {found[1]} of the table {found[0]} belongs to no entry" if found else ""


def damage(db: sqlite3.Connection) -> str:
    """What SQLite itself finds wrong with the file."""
    found = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
    return "" if found == "ok" else f"the file is damaged: {found}"


# -- writing -------------------------------------------------------------------------------------------------------


def write(db: sqlite3.Connection, groups: Iterable[Group], clock: Clock, recorder: str) -> Receipt:
    """Put a batch that fits behind the head; a batch without entries changes nothing."""
    last = head(db)
    if not any(group.drafts for group in groups):
        return Receipt(last.position, last.link)
    recorded_at, batch = admit.recording(clock, last), last.position + 1
    db.execute(statements.PUT_BATCH, (batch, recorded_at, recorder))
    linked = admit.rows(groups, last, recorded_at, recorder)
    numbered = _numbered(db, linked)
    position, link = batch, b""
    while chunk := list(islice(numbered, PAGE)):
        db.executemany(statements.PUT_ENTRY, map(_entry, chunk))
        db.executemany(statements.PUT_CONTENT, (_content(row) for _, row in chunk if row.content is not None))
        position, link = chunk[-1][1].position, chunk[-1][1].link
    return Receipt(position, link, batch)


def _numbered(db: sqlite3.Connection, linked: Iterable[Row]) -> Iterator[tuple[int, Row]]:
    """Rows with the number of their item, which is given where it is new; rows of one item follow each other."""
    name, own = "", 0
    for row in linked:
        if row.item != name:
            name = row.item
            own = number(db, name) or db.execute(statements.PUT_ITEM, (name,)).lastrowid or 0
        yield own, row


def _entry(numbered: tuple[int, Row]) -> tuple[Any, ...]:
    own, row = numbered
    *columns, key = row.columns
    place = (row.position, own, row.revision, row.batch)
    return (*place, *columns, bytes.fromhex(key) or None, row.payload.decode(), row.link)


def _content(row: Row) -> tuple[Any, ...]:
    return row.position, row.salt, None if row.content is None else row.content.decode()
