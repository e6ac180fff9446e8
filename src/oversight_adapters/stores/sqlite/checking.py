"""Checking: the rows of a file as `verify` walks over them, and what lies beside the entries and belongs to none."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import attrs

from oversight_adapters.codec import Codec
from oversight_adapters.stores import verifying
from oversight_adapters.stores.marks import parse_instant
from oversight_adapters.stores.rows import Columns, Gist, Row
from oversight_adapters.stores.sqlite import shape, statements
from oversight_adapters.stores.sqlite.comparing import Comparison
from oversight_adapters.stores.sqlite.decoding import Decode
from oversight_adapters.stores.sqlite.packing import ITEM, STEP
from oversight_adapters.stores.verifying import Counted
from oversight_core.ledger.entry import Receipt
from oversight_core.ports import Verdict

_ITEM, _STEP = ITEM.encode(), STEP.encode()
LEAST = -(2**63)
"""No position that SQLite can hold is smaller; what somebody put before the first entry is met as well."""

_NO_GIST: Gist = ("", None, None, None, None, None, None)


def verify(db: sqlite3.Connection, codec: Codec, decode: Decode, against: Receipt | None) -> Verdict:
    """The verdict on a whole file, as it is at one moment."""
    with snapshot(db):
        verdict = chain(db, codec, against)
        return beside(db, verdict, decode) if verdict.holds else verdict


def chain(db: sqlite3.Connection, codec: Codec, against: Receipt | None = None) -> Verdict:
    """The verdict on its entries alone."""
    return verifying.verify(every(db), verifying.disposals(disposals(db), codec), codec, against)


@contextmanager
def snapshot(db: sqlite3.Connection) -> Iterator[None]:
    """One state of the file for all that is read meanwhile."""
    strict = db.text_factory
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.text_factory = strict
        db.execute("COMMIT")


def _lenient(raw: bytes) -> str:
    """A text, however damaged: what is not UTF-8 is kept as what no text holds."""
    return raw.decode(errors="surrogateescape")


def every(db: sqlite3.Connection) -> Iterator[Counted]:
    """All rows in order, each with the number of entries of its item before it.

    Once a text is met that is no text, the rest is read however damaged it is.
    """
    counts, position = _Counts(), LEAST
    while True:
        try:
            for counted in _rows(db, position, counts):
                yield counted
                position = counted[0].position + 1
            return
        except (sqlite3.OperationalError, UnicodeDecodeError) as error:
            if db.text_factory is _lenient or "decode" not in str(error).lower():
                raise
            db.text_factory = _lenient


_row, _columns = partial(tuple.__new__, Row), partial(tuple.__new__, Columns)  # as calling them does, in half the time


def _rows(db: sqlite3.Connection, first: int, counts: _Counts) -> Iterator[Counted]:
    """The same, from a position on."""
    gists: dict[int, Gist] = {number: tuple(gist) for number, *gist in db.execute(statements.GISTS)}
    for found in db.execute(statements.EVERY, (first,)):
        said = gists.get(found[1], _NO_GIST)
        columns, payload = _columns((said, *found[9:17])), _unpacked(found[2], found[4], said[6])
        yield _row((*found[3:9], columns, payload, *found[17:])), counts.before(found[0])


def _unpacked(packed: Any, name: Any, step: Any) -> bytes:
    """What `packing.unpack` gives, of bytes; nothing where these are not what a store writes."""
    try:
        whole: bytes = packed.replace(_STEP, step.encode(errors="surrogateescape") if step else b"")
        return whole.replace(_ITEM, name.encode(errors="surrogateescape"))
    except (AttributeError, TypeError):
        return b""


class _Counts:
    """How often numbers of items were met; four bytes for an item where they are numbered as a store does."""

    def __init__(self) -> None:
        self._few, self._others = array("L", [0]), dict[Any, int]()

    def before(self, number: Any) -> int:
        """How often a number was met before."""
        if type(number) is int and number == len(self._few):
            self._few.append(0)
        if type(number) is int and 0 < number < len(self._few):
            self._few[number] += 1
            return self._few[number] - 1
        self._others[number] = self._others.get(number, 0) + 1
        return self._others[number] - 1


def disposals(db: sqlite3.Connection) -> Iterator[bytes]:
    """The payloads of disposals, by what the entry or its gist says."""
    for item, packed in db.execute(statements.DISPOSALS):
        yield _unpacked(packed, item, None)


def beside(db: sqlite3.Connection, verdict: Verdict, decode: Decode) -> Verdict:
    """The verdict on a file whose entries hold: with what lies beside them."""
    compared = Comparison(db, decode)
    why = shape.altered(db) or stray(db) or backups(db) or damage(db) or next(filter(None, compared.differences()), "")
    return attrs.evolve(verdict, why=why, notes=(*verdict.notes, *shape.passing(db), *compared.notes()))


def stray(db: sqlite3.Connection) -> str:
    """The first row beside the entries that belongs to none of them."""
    found = db.execute(statements.STRAYS).fetchone()
    return f"row {found[1]!r} of the table {found[0]} belongs to no entry" if found else ""


def backups(db: sqlite3.Connection) -> str:
    """The first backup noted that is none of this record, or was made at no time that can be."""
    found = db.execute(statements.FALSE_BACKUPS).fetchone()
    if found:
        return f"the backup noted at {found[0]!r} holds no head that this record ever had"
    for made_at, location, *_ in db.execute(statements.BACKUPS):
        try:
            parse_instant(made_at)
        except ValueError:
            return f"the backup noted at {location!r} was made at {made_at!r}, which is no time"
    return ""


def damage(db: sqlite3.Connection) -> str:
    """What SQLite itself finds wrong with the file."""
    found = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
    return "" if found == "ok" else f"the file is damaged: {' '.join(found.split())}"
