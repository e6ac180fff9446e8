"""Random edits of a real file, by somebody who knows SQLite: values, rows, their order, the whole chain, and bytes.

A file is edited in a loosened copy, whose guards do nothing and whose columns take any value; afterwards the schema is
as it was, so that only the edit itself can be found.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from contextlib import closing

from oversight_adapters.codec import Opaque
from oversight_adapters.codec.plain import Fields
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.testing.store_suite_samples import (
    A,
    B,
    C,
    Salts,
    Ticking,
    applied,
    described,
    every_kind,
    reported,
    retracted,
    told,
)
from oversight_core.ledger import Registered
from oversight_core.names import Item

D = Item.parse("recommendation:gao/gao-24-2/3@uscis")
E = Item.parse("dirigible:crcl/lz-129")


class NotMade(Exception):
    """The edit could not be made, or it changes nothing."""


# -- the file ------------------------------------------------------------------------------------------------------


def build(path, *, late):
    """A file with entries of every kind, forgotten words, a join, several batches, and a projection."""
    with SqliteStore(path, clock=Ticking(), salt=Salts()) as store:
        for item in (A, B, C):
            store.append([(item, 0, every_kind(item))], recorder="kit")
        store.append([(A, 5, [told(A, "spring"), reported(A, "closed_implemented", "2024-06-02")])], recorder="Ōno")
        store.append([(D, 0, [described(D, "Train officers."), Registered(D, None, same_as=B)])], recorder="kit")
        store.append([(E, 0, [Registered(E, Opaque("dirigible", Fields((("length", 245),))))])], recorder="kit")
        store.dispose(C, [1, 3], "GRS 2.8, item 1", expected=5, recorder="records officer")
        store.append(
            [
                (B, 5, [reported(B, "open", "2024-Q2"), told(B, "before long"), applied(B, "non_concurred")]),
                (A, 7, [retracted(A, 6), described(A, "Collect data on parents and on children.")]),
                (C, 6, [reported(C, "closed", "2024-07-01", axis="stage")]),
                (D, 2, [reported(D, f"s{n}", f"2024-{n:02}-10", axis="position") for n in range(1, 13)]),
            ],
            recorder="kit",
        )
        store.dispose(A, [1], "court order", expected=9, recorder="records officer")
        store.catch_up()
        if late:
            store.append([(B, 8, [reported(B, "open", "2025")]), (E, 1, [applied(E)])], recorder="kit")
        store._file.wrote = False  # what is late stays late
        receipt = store.verify().head
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("INSERT INTO backup SELECT '2024-06-04', '/b/1.db', position, link FROM entry WHERE position = 20")
        db.execute("INSERT INTO backup SELECT '2024-06-05', '/b/2.db', position, link FROM entry WHERE position = 31")
        schema = db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'view'").fetchall()
    return receipt, path.read_bytes(), schema


def _loose(sql):
    if sql.startswith("CREATE TRIGGER"):
        return re.split(" WHEN | BEGIN ", sql)[0] + " WHEN 0 BEGIN SELECT 1; END"
    if not sql.startswith("CREATE TABLE"):
        return sql
    return sql.replace(" STRICT, WITHOUT", " WITHOUT").replace(") STRICT", ")").replace(" NOT NULL", "")


def loosen(path, schema):
    """The bytes of a file that takes any value."""
    write_schema(path, [(name, _loose(sql)) for name, sql in schema])
    return path.read_bytes()


def write_schema(path, schema):
    """Put the words of the schema into a file as they are given, whatever it holds."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("BEGIN")
        db.execute("PRAGMA writable_schema = ON")
        db.executemany("UPDATE sqlite_master SET sql = ? WHERE name = ?", [(sql, name) for name, sql in schema])
        db.execute("COMMIT")


# -- values and rows -----------------------------------------------------------------------------------------------


def tables(db):
    """The tables, each with what names a row of it, and its columns."""
    for name, sql in db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall():
        info = db.execute(f"PRAGMA table_info({name})").fetchall()
        own = [column[1] for column in info if column[5]] if "WITHOUT ROWID" in sql else ["rowid"]
        yield name, own, [column[1] for column in info]


def _pick(db, dice, name=None):
    """A table with rows and one of them."""
    while True:
        table, own, columns = dice.choice([found for found in tables(db) if name in (None, found[0])])
        rows = db.execute(f"SELECT {', '.join(own)} FROM {table} ORDER BY {', '.join(own)}").fetchall()
        if rows:
            where = " AND ".join(f"{part} = ?" for part in own)
            return table, where, dice.choice(rows), columns


def _other(dice, value):
    """Another value, near or far."""
    if value is None:
        return dice.choice([0, 1, "", "x", b"", b"x"])
    if isinstance(value, int):
        return dice.choice(
            [value + 1, value - 1, -value, value ^ (1 << dice.randrange(40)), 0, 2**62, None, f"{value}x", b"\0"]
        )
    if isinstance(value, bytes):
        flipped = bytearray(value or b"\0")
        flipped[dice.randrange(len(flipped))] ^= 1 << dice.randrange(8)
        return dice.choice([bytes(flipped), value[:-1], bytes(len(value)), value + b"\0", b"", None, "text", 7])
    place = dice.randrange(len(value) or 1)
    changed = value[:place] + dice.choice("abcXYZ019 :@-\n’") + value[place + 1 :]
    return dice.choice(
        [
            changed,
            changed,
            value.swapcase(),
            value[:-1],
            value + " ",
            " " + value,
            value * 2,
            "",
            None,
            value.encode(),
            5,
        ]
    )


def change_a_value(db, dice):
    """One value of any column of any table."""
    table, where, row, columns = _pick(db, dice)
    column = dice.choice(columns)
    (before,) = db.execute(f"SELECT {column} FROM {table} WHERE {where}", row).fetchone()
    after = _other(dice, before)
    if dice.random() < 0.2:
        (after,) = dice.choice(db.execute(f"SELECT {column} FROM {table}").fetchall())
    db.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (after, *row))
    return f"{table} {row}: {column} from {before!r} to {after!r}"


def damage_a_text(db, dice):
    """A text that is no text any more."""
    table, where, row, columns = _pick(db, dice)
    column = dice.choice(columns)
    (before,) = db.execute(f"SELECT {column} FROM {table} WHERE {where}", row).fetchone()
    if not isinstance(before, str):
        raise NotMade
    place = dice.randrange(len(before) + 1)
    after = before[:place].encode() + dice.choice([b"\xff", b"\xc3", b"\0"]) + before[place:].encode()
    db.execute(f"UPDATE {table} SET {column} = CAST(? AS TEXT) WHERE {where}", (after, *row))
    return f"{table} {row}: {column} is {after!r}"


def delete_a_row(db, dice):
    """A row of any table."""
    table, where, row, _ = _pick(db, dice)
    db.execute(f"DELETE FROM {table} WHERE {where}", row)
    return f"{table} {row}: deleted"


def double_a_row(db, dice):
    """A row once more, under a new key."""
    table, where, row, columns = _pick(db, dice)
    found = db.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE {where}", row).fetchone()
    values = dict(zip(columns, found, strict=True))
    for column in columns if table in ("entry", "item", "state", "description") else columns[:1]:
        if column in ("position", "id", "first", "revision"):
            values[column] = db.execute(f"SELECT max({column}) FROM {table}").fetchone()[0] + 1
        elif column in ("name", "status", "field") and table != "entry":
            values[column] += "x"
    db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", tuple(values.values()))
    return f"{table} {row}: once more as {values}"


def swap_values(db, dice):
    """The values of a column in two rows of a table."""
    table, where, row, columns = _pick(db, dice)
    _, _, other, _ = _pick(db, dice, table)
    column = dice.choice(columns)
    ask = f"SELECT {column} FROM {table} WHERE {where}"
    (one,), (two,) = db.execute(ask, row).fetchone(), db.execute(ask, other).fetchone()
    put = f"UPDATE {table} SET {column} = ? WHERE {where}"
    keyed = where.startswith("rowid") and column == columns[0] and column in ("position", "id", "first", "item")
    for value, at in ((-7, row), (one, other), (two, (-7,) if keyed else row)):
        db.execute(put, (value, *at))
    return f"{table}: {column} of {row} and {other} swapped"


def move_entries(db, dice):
    """Two entries change places, with or without their words and revisions."""
    places = dice.sample([position for (position,) in db.execute("SELECT position FROM entry")], 2)
    moved = ["entry", "content"] if dice.random() < 0.5 else ["entry"]
    for table in moved:
        for value, at in ((-7, places[0]), (places[0], places[1]), (places[1], -7)):
            db.execute(f"UPDATE {table} SET position = ? WHERE position = ?", (value, at))
    if dice.random() < 0.5:
        ask = "SELECT item, revision, batch FROM entry WHERE position = ?"
        one, two = (db.execute(ask, (place,)).fetchone() for place in places)
        put = "UPDATE entry SET item = ?, revision = ?, batch = ? WHERE position = ?"
        for said, at in (((-7, -7, -7), places[0]), (one, places[1]), (two, places[0])):
            db.execute(put, (*said, at))
    return f"the {' and '.join(moved)} at {places} swapped"


def remove_and_renumber(db, dice):
    """An entry is taken out, and all that follow close up."""
    entries = db.execute("SELECT position, item, revision FROM entry ORDER BY position").fetchall()
    gone, item, _ = dice.choice(entries[:-1])
    db.execute("DELETE FROM entry WHERE position = ?", (gone,))
    db.execute("DELETE FROM content WHERE position = ?", (gone,))
    for position, own, number in entries:
        if position > gone:
            step = (position - 1, number - (own == item), position)
            db.execute("UPDATE entry SET position = ?, revision = ? WHERE position = ?", step)
            db.execute("UPDATE content SET position = ? WHERE position = ?", (position - 1, position))
    db.execute("DELETE FROM batch WHERE first NOT IN (SELECT batch FROM entry)")
    for (first,) in db.execute("SELECT first FROM batch WHERE first > ? ORDER BY first", (gone,)).fetchall():
        db.execute("UPDATE entry SET batch = ? WHERE batch = ?", (first - 1, first))
        db.execute("UPDATE batch SET first = ? WHERE first = ?", (first - 1, first))
    tidy(db)
    return f"entry {gone} removed and the rest renumbered"


def cut_the_tail(db, dice):
    """Everything after a position is gone without a trace."""
    last = db.execute("SELECT max(position) FROM entry").fetchone()[0]
    left = dice.randrange(last)
    db.execute("DELETE FROM entry WHERE position > ?", (left,))
    db.execute("DELETE FROM content WHERE position > ?", (left,))
    db.execute("DELETE FROM batch WHERE first > ?", (left,))
    tidy(db)
    return f"the tail after {left} cut"


def tidy(db):
    """Take away whatever the projection, the backups and unused rows could tell."""
    for table in ("period", "description", "kin", "state", "caught_up", "backup"):
        db.execute(f"DELETE FROM {table}")
    db.execute("DELETE FROM item WHERE id NOT IN (SELECT item FROM entry)")
    db.execute("DELETE FROM gist WHERE id NOT IN (SELECT gist FROM entry)")


# -- the chain -----------------------------------------------------------------------------------------------------


def forge(db, dice):
    """The record is rewritten and every link made anew; only who kept a receipt can tell."""
    edit = dice.choice([remove_and_renumber, _another_recorder, _another_payload, _another_instant])
    said = edit(db, dice)
    tidy(db)
    relink(db)
    return f"{said}, and linked anew"


def _another_recorder(db, dice):
    _, _, (first,), _ = _pick(db, dice, "batch")
    db.execute("UPDATE batch SET recorder = recorder || 'x' WHERE first = ?", (first,))
    return f"the recorder of batch {first} changed"


def _another_instant(db, dice):
    db.execute("UPDATE batch SET recorded_at = '2024-06-03T12:00:00.000000Z' WHERE first = 1")
    return "the first batch antedated"


def _another_payload(db, dice):
    db.execute("UPDATE entry SET payload = replace(payload, 'memorandum', 'telegram')")
    return "memoranda made telegrams"


def relink(db):
    """Make every link again."""
    link = bytes(32)
    rows = db.execute("SELECT position, item, revision, recorded_at, recorder, batch, payload FROM entries ORDER BY 1")
    for *said, payload in rows.fetchall():
        parts = [link, *(str(part).encode() for part in said), hashlib.sha256(payload.encode()).digest()]
        link = hashlib.sha256(b"".join(len(part).to_bytes(8, "big") + part for part in parts)).digest()
        db.execute("UPDATE entry SET link = ? WHERE position = ?", (link, said[0]))
