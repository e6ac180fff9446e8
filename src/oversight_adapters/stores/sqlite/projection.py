"""The projection: periods and descriptions as present knowledge has them, caught up with the entries when asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

import attrs

from oversight_adapters.codec import Opaque
from oversight_adapters.stores.sqlite.schema import PROJECTED, PROJECTION
from oversight_core.ledger.fold import Case, fold
from oversight_core.ledger.period import Period
from oversight_core.ledger.recorded import Recorded
from oversight_core.names import Item, Withheld

History = Callable[[int], Iterable[Recorded]]
"""The history of an item, by its number in the file."""

PERIODS = "SELECT axis, basis, status, opened, valid_from, valid_to FROM period WHERE item = ? ORDER BY rowid"


def caught_up(db: sqlite3.Connection) -> int:
    """The position up to which the projection is right; 0 where a part of it was dropped."""
    marks = ", ".join("?" * len(PROJECTED))
    there = db.execute(f"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ({marks})", PROJECTED)
    if there.fetchone()[0] < len(PROJECTED):
        return 0
    found = db.execute("SELECT position FROM caught_up").fetchone()
    return found[0] if found else 0


def catch_up(db: sqlite3.Connection, history: History) -> None:
    """Refresh what changed since the projection was last right; runs in the transaction of its caller."""
    since = caught_up(db)
    if not since:
        clear(db)
    changed = db.execute("SELECT DISTINCT item FROM entry WHERE position > ? ORDER BY item", (since,)).fetchall()
    for (number,) in changed:
        forget(db, number)
        _put(db, number, fold(history(number)))
    db.execute("DELETE FROM caught_up")
    db.execute("INSERT INTO caught_up SELECT coalesce(max(position), 0) FROM entry")


def clear(db: sqlite3.Connection) -> None:
    """Begin again with nothing."""
    for table in PROJECTED:
        db.execute(f"DROP TABLE IF EXISTS {table}")
    for statement in PROJECTION.split(";"):
        db.execute(statement)


def forget(db: sqlite3.Connection, number: int) -> None:
    """Take out what is projected of one item, if anything is."""
    if caught_up(db):
        db.execute("DELETE FROM period WHERE item = ?", (number,))
        db.execute("DELETE FROM description WHERE item = ?", (number,))


def periods(db: sqlite3.Connection, number: int, item: Item) -> Iterator[Period]:
    """The projected periods of an item."""
    for axis, basis, status, opened, first, last in db.execute(PERIODS, (number,)):
        until = date.fromisoformat(last) if last else None
        yield Period(item, axis, basis, status, date.fromisoformat(opened), date.fromisoformat(first), until)


def differences(db: sqlite3.Connection, history: History) -> Iterator[str]:
    """What is caught up and yet not as its entries fold; nothing where nothing is projected."""
    since = caught_up(db)
    rows = "SELECT e.item, i.name FROM entry e JOIN item i ON i.id = e.item GROUP BY e.item HAVING max(position) <= ?"
    for number, name in db.execute(rows, (since,)).fetchall():
        case = fold(history(number))
        described = db.execute("SELECT field, value FROM description WHERE item = ?", (number,)).fetchall()
        if db.execute(PERIODS, (number,)).fetchall() != list(_periods(case)) or dict(described) != _fields(case):
            yield f"the projection of {name} is not what its entries fold to; drop the table period to renew it"


def _put(db: sqlite3.Connection, number: int, case: Case) -> None:
    rows = ((number, *row) for row in _periods(case))
    db.executemany("INSERT INTO period VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    db.executemany("INSERT INTO description VALUES (?, ?, ?)", ((number, *row) for row in _fields(case).items()))


def _periods(case: Case) -> Iterator[tuple[str | None, ...]]:
    for period in case.periods:
        until = period.valid_to.isoformat() if period.valid_to else None
        first, valid_from = period.opened.isoformat(), period.valid_from.isoformat()
        yield period.axis, period.basis, period.status, first, valid_from, until


def _fields(case: Case) -> dict[str, str]:
    """What a description says, as text; the fields of a kind that nobody here knows are left out."""
    entity = case.described
    if not attrs.has(type(entity)) or isinstance(entity, Opaque):
        return {}
    named = ((field.name, getattr(entity, field.name)) for field in attrs.fields(type(entity)))
    return {name: text for name, text in ((name, _text(value)) for name, value in named) if text}


def _text(value: Any) -> str:
    if value is None or isinstance(value, Withheld):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(map(_text, value)) if isinstance(value, tuple) else str(value)
