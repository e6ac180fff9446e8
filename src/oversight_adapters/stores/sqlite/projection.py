"""The projection: periods and descriptions as present knowledge has them, caught up with the entries step by step."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from operator import itemgetter
from typing import Any

import attrs

from oversight_adapters.codec import Opaque
from oversight_adapters.stores.sqlite import statements
from oversight_adapters.stores.sqlite.projected import BASES, PROJECTED, PROJECTION, STILL
from oversight_core.ledger.fold import Case, fold
from oversight_core.ledger.period import Period
from oversight_core.ledger.recorded import Recorded
from oversight_core.names import Item, Withheld

STEP = 50_000
"""How many entries one transaction catches up with, so that other writers need not wait for all of them."""

PeriodRow = tuple[str, int, str, int, int, int]
"""Axis, bases, status, opened, valid from, valid to."""


def caught_up(db: sqlite3.Connection) -> int:
    """The position up to which the projection is right; 0 where a part of it was dropped."""
    marks = ", ".join("?" * len(PROJECTED))
    there = db.execute(f"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ({marks})", PROJECTED)
    if there.fetchone()[0] < len(PROJECTED):
        return 0
    found = db.execute("SELECT position FROM caught_up").fetchone()
    return found[0] if found else 0


def clear(db: sqlite3.Connection) -> None:
    """Begin again with nothing."""
    for table in PROJECTED:
        db.execute(f"DROP TABLE IF EXISTS {table}")
    for statement in PROJECTION.split(";"):
        db.execute(statement)


def reached(db: sqlite3.Connection, position: int) -> None:
    """Note that the projection is right up to a position."""
    db.execute("DELETE FROM caught_up")
    db.execute("INSERT INTO caught_up VALUES (?)", (position,))


# -- putting and taking out ----------------------------------------------------------------------------------------


class Projector:
    """Puts what items fold to into the projection, in place of what was there."""

    def __init__(self, db: sqlite3.Connection, *, fresh: bool) -> None:
        self._db, self._fresh = db, fresh
        self._states = {(kind, axis, status): n for n, kind, axis, status in db.execute("SELECT * FROM state")}

    def put(self, number: int, item: Item, history: Sequence[Recorded]) -> None:
        """What an item of a number folds to."""
        case = fold(history)
        if not self._fresh:
            forget(self._db, number)
        rows = ((number, self._state(item.kind, row[0], row[2]), row[1], *row[3:]) for row in period_rows(case))
        self._db.executemany("INSERT INTO period VALUES (?, ?, ?, ?, ?, ?)", rows)
        if case.described is not None:
            fields = ((number, *pair) for pair in described_fields(case).items())
            self._db.executemany("INSERT INTO description VALUES (?, ?, ?)", fields)

    def _state(self, kind: str, axis: str, status: str) -> int:
        known = self._states.get((kind, axis, status))
        if known is None:
            known = self._states[kind, axis, status] = len(self._states) + 1
            self._db.execute("INSERT INTO state VALUES (?, ?, ?, ?)", (known, kind, axis, status))
        return known


def forget(db: sqlite3.Connection, number: int) -> None:
    """Take out what is projected of an item."""
    db.execute("DELETE FROM period WHERE item = ?", (number,))
    db.execute("DELETE FROM description WHERE item = ?", (number,))


def period_rows(case: Case) -> list[PeriodRow]:
    """The periods of a case; one that belongs to several folds stands once."""
    rows: dict[tuple[str, str, date, date, date | None], int] = {}
    for period in case.periods:
        row = (period.axis, period.status, period.opened, period.valid_from, period.valid_to)
        rows[row] = rows.get(row, 0) + BASES[period.basis]
    return [
        (axis, bases, status, opened.toordinal(), first.toordinal(), last.toordinal() if last else STILL)
        for (axis, status, opened, first, last), bases in rows.items()
    ]


def described_fields(case: Case) -> dict[str, str]:
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
    if isinstance(value, tuple):
        return "; ".join(filter(None, map(_text, value)))
    return str(value.value if isinstance(value, Enum) else value)


# -- asking --------------------------------------------------------------------------------------------------------


def is_joined(db: sqlite3.Connection, number: int) -> bool:
    """Whether an item is told together with others, so that what is projected is not of its own entries alone."""
    return db.execute("SELECT 1 FROM kin WHERE item = ?", (number,)).fetchone() is not None


def periods(db: sqlite3.Connection, number: int, item: Item) -> Iterator[Period]:
    """The projected periods of an item, as its case gives them."""
    rows = db.execute(statements.PERIODS, (number,)).fetchall()
    for axis in dict.fromkeys(row[0] for row in rows):
        for basis, bit in BASES.items():
            for own, bases, status, opened, first, last in sorted(rows, key=itemgetter(4)):
                if own == axis and bases & bit:
                    until = None if last == STILL else date.fromordinal(last)
                    yield Period(item, axis, basis, status, date.fromordinal(opened), date.fromordinal(first), until)


def standings(db: sqlite3.Connection, axis: str, kind: str, on: date | None) -> list[tuple[str, date, int]]:
    """How many items of a kind stand where on an axis, by the day on which it opened: (status, day, how many)."""
    if on is None:
        found = db.execute(statements.STANDING_NOW, (axis, kind)).fetchall()
    else:
        found = db.execute(statements.STANDINGS, (axis, kind, on.toordinal(), on.toordinal())).fetchall()
    names = dict(db.execute("SELECT id, status FROM state").fetchall())
    return [(names[state], date.fromordinal(opened), count) for state, opened, count in found]
