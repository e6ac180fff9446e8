"""Forgetting: words are taken out of the file so that no copy of them stays behind, not even between rows of a page."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from oversight_adapters.stores.sqlite import projection, statements
from oversight_adapters.stores.sqlite.projected import PROJECTION


def forget(db: sqlite3.Connection, number: int, revisions: Iterable[int], *, authority: str) -> None:
    """Blank the content of entries of an item, and take out what is projected of it and of those it is joined to."""
    db.executemany(statements.BLANK, ((authority, number, revision) for revision in revisions))
    if not projection.caught_up(db):  # a part of it was dropped, and another may still hold words
        projection.clear(db)
        return
    for (one,) in db.execute(statements.PROJECTED_UNDER, (number, number)).fetchall():
        projection.forget(db, one)
    _rewrite_descriptions(db)


def _rewrite_descriptions(db: sqlite3.Connection) -> None:
    """Put the descriptions that are left into a table of fresh pages.

    Where SQLite moves rows from page to page it leaves the old bytes between those that stay, and `secure_delete` does
    not reach them; but a page that is given up it overwrites whole.  Content needs no such care: its rows are only
    ever added at the end, and never moved.
    """
    db.execute("PRAGMA legacy_alter_table = ON")  # the views go on naming the table by its name
    db.execute("ALTER TABLE description RENAME TO description_before")
    for statement in PROJECTION.split(";"):
        db.execute(statement)
    db.execute("INSERT INTO description SELECT * FROM description_before")
    db.execute("DROP TABLE description_before")
    db.execute("PRAGMA legacy_alter_table = OFF")
