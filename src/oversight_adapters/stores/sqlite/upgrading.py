"""Upgrading: a file of an older layout is brought to the present one in one transaction, or stays as it was.

Nothing that was chained changes: positions, payloads, contents and links are carried over, columns are made anew from
the payloads, and the whole is verified before it counts.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from typing import Any

from oversight_adapters.codec import Codec, DecodeError
from oversight_adapters.stores.rows import columns
from oversight_adapters.stores.sqlite import checking, statements, tables
from oversight_adapters.stores.sqlite.dictionary import Dictionary
from oversight_adapters.stores.sqlite.packing import pack
from oversight_adapters.stores.sqlite.schema import SCHEMA, VERSION
from oversight_core.errors import CorruptStore
from oversight_core.ports import Progress

Step = Callable[[sqlite3.Connection, Codec, Progress], None]
"""Brings a file to the present layout, in the transaction of its caller; raises `DecodeError`."""


def upgrade(db: sqlite3.Connection, location: str, *, codec: Codec, progress: Progress) -> None:
    """Bring a file to the present layout, unless somebody else was faster.

    Raises `CorruptStore` for a record that does not hold, and whatever SQLite raises; the file is then as it was.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version != VERSION:
            if version not in STEPS:
                raise CorruptStore(location, f"no version of this library has written layout {version}")
            STEPS[version](db, codec, progress)
            _prove(db, location, codec)
        db.execute("COMMIT")
    except DecodeError as error:
        raise CorruptStore(location, f"it cannot be upgraded: {error}") from error
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")


def _prove(db: sqlite3.Connection, location: str, codec: Codec) -> None:
    verdict = checking.chain(db, codec)
    if why := verdict.why or checking.stray(db):
        at = f"entry {verdict.fault}: " if verdict.fault else ""
        raise CorruptStore(location, f"it cannot be upgraded, {at}{why}")


# -- from layout 1: no gists, and days of the projection as texts ----------------------------------------------------

ENTRIES_OF_1 = """
SELECT e.position, i.name, e.item, e.revision, e.batch, e.key, CAST(e.payload AS BLOB), CAST(c.words AS BLOB),
  c.authority, e.link
FROM entry_before e JOIN item i ON i.id = e.item LEFT JOIN content c ON c.position = e.position ORDER BY e.position
"""
VIEWS_OF_1 = ("entries", "periods", "statuses", "recommendations")
PROJECTED_IN_1 = ("period", "description", "caught_up")


def _from_1(db: sqlite3.Connection, codec: Codec, progress: Progress) -> None:
    """Make `entry` anew; items, batches and contents stay where they are."""
    for view in VIEWS_OF_1:
        db.execute(f"DROP VIEW IF EXISTS {view}")
    for table in PROJECTED_IN_1:
        db.execute(f"DROP TABLE IF EXISTS {table}")
    for kind, name in _attached(db, "entry"):
        db.execute(f'DROP {kind} "{name}"')
    db.execute("PRAGMA legacy_alter_table = ON")  # what refers to `entry` goes on doing so
    db.execute("ALTER TABLE entry RENAME TO entry_before")
    _make_what_is_missing(db)
    words, done, total = Dictionary(), 0, db.execute("SELECT count(*) FROM entry_before").fetchone()[0]
    with closing(db.execute(ENTRIES_OF_1)) as rows:
        while page := rows.fetchmany(tables.PAGE):
            db.executemany(statements.PUT_ENTRY, _remade(db, page, words, codec))
            done += len(page)
            progress(done, total)
    db.execute("DROP TABLE entry_before")


def _remade(db: sqlite3.Connection, page: Iterable[Any], words: Dictionary, codec: Codec) -> Iterator[tuple[Any, ...]]:
    """Entries as the present layout has them."""
    for position, name, item, revision, batch, key, payload, content, authority, link in page:
        entry = codec.decode(payload, content, authority=authority or "")
        gist, *said = columns(entry)[:-1]
        packed = pack(payload.decode(), name, gist[-1])
        yield position, item, revision, batch, words.number(db, gist), *said, key, packed, link


STEPS: Mapping[int, Step] = {1: _from_1}
"""How each older layout becomes the present one."""


# -- tables ----------------------------------------------------------------------------------------------------------


def _attached(db: sqlite3.Connection, table: str) -> list[tuple[str, str]]:
    """The triggers and indexes of a table that were made by a statement."""
    asked = "SELECT type, name FROM sqlite_master WHERE tbl_name = ? AND type IN ('trigger', 'index') AND sql <> ''"
    return db.execute(asked, (table,)).fetchall()


_CREATES = re.compile(r"CREATE (?:UNIQUE )?(?:TABLE|INDEX|TRIGGER|VIEW) (?:IF NOT EXISTS )?(?P<name>\w+)")


def _make_what_is_missing(db: sqlite3.Connection) -> None:
    """Carry out the statements of the schema that make something which is not there, and its settings."""
    there = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
    for statement in _statements(SCHEMA):
        creates = _CREATES.match(statement)
        if statement.startswith("PRAGMA") or (creates and creates["name"] not in there):
            db.execute(statement)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; those of a trigger belong to it."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""
