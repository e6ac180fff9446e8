"""The shape of a file: are its tables, guards, views and indexes those that a store of this version makes?

Entries may hold and yet be shown wrongly, by a view that was changed, or no longer be guarded; a records officer must
hear of it.  An index that is missing makes the file slower and nothing else, and a projection is made again, so these
are said in passing.
"""

from __future__ import annotations

import sqlite3
from functools import cache

from oversight_adapters.stores.sqlite.projected import PROJECTED
from oversight_adapters.stores.sqlite.schema import APPLICATION_ID, SCHEMA, VERSION

Shape = dict[tuple[str, str], tuple[str, str]]
"""The kind and the name of what a file is made of, to the table it belongs to and the words that made it."""

_SHAPE = """
SELECT type, name, tbl_name, CAST(sql AS BLOB) FROM sqlite_master WHERE name NOT LIKE 'sqlite^_stat%' ESCAPE '^'
"""

IDENTITY = {"user_version": VERSION, "application_id": APPLICATION_ID}

AROUND = "the file around the entries was altered: "


def shape(db: sqlite3.Connection) -> Shape:
    """What a file is made of, to the letter: a blank may stand in a text, and a line may end a comment."""
    return {
        (kind, name): (table, (sql or b"").decode(errors="surrogateescape"))
        for kind, name, table, sql in db.execute(_SHAPE).fetchall()
    }


@cache
def due() -> Shape:
    """What a new file is made of."""
    db = sqlite3.connect(":memory:")
    try:
        db.executescript(SCHEMA)
        return shape(db)
    finally:
        db.close()


def altered(db: sqlite3.Connection) -> str:
    """The first thing that is not as a store makes it, where that matters."""
    for what, wanted in IDENTITY.items():
        found = db.execute(f"PRAGMA {what}").fetchone()[0]
        if found != wanted:
            return f"{AROUND}its {what} is {found}, not {wanted}"
    return next((AROUND + text for text, harmless in _unlike(shape(db)) if not harmless), "")


def passing(db: sqlite3.Connection) -> tuple[str, ...]:
    """What is not as a store makes it, and does no harm."""
    return tuple(text for text, harmless in _unlike(shape(db)) if harmless)


def _unlike(found: Shape) -> list[tuple[str, bool]]:
    """Every difference, and whether it is harmless."""
    wanted = due()
    gone = {table for table in PROJECTED if ("table", table) not in found}
    missing = [
        (f"{_called(*key)} is missing", _is_plain_index(key, wanted) or wanted[key][0] in gone)
        for key in wanted.keys() - found.keys()
    ]
    added = [(f"{_called(*key)} was added", _is_plain_index(key, found)) for key in found.keys() - wanted.keys()]
    changed = [
        (f"{_called(*key)} was changed", False) for key in wanted.keys() & found.keys() if wanted[key] != found[key]
    ]
    return sorted(missing) + sorted(changed) + sorted(added)


def _called(kind: str, name: str) -> str:
    return f"the {'guard' if kind == 'trigger' else kind} {name!r}"


def _is_plain_index(key: tuple[str, str], where: Shape) -> bool:
    """Whether it is an index that keeps nothing out."""
    return key[0] == "index" and where[key][1].startswith("CREATE INDEX")
