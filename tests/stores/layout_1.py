"""Files of layout 1, as the version before layout 2 would have left them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from oversight_adapters.codec import CODEC, Codec
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.stores.rows import Row
from oversight_core.ledger import Retracted
from oversight_core.moments import Moment
from oversight_core.names import Item

SCHEMA = Path(__file__).with_name("layout_1.sql").read_text(encoding="utf-8")


def write(path: Path, record: MemoryStore, *, codec: Codec = CODEC, projected: bool = False) -> None:
    """The record of a store in memory as a file of layout 1; `projected` puts words into its projection too."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.executescript(SCHEMA)
        db.execute("BEGIN")
        rows = record._held.rows
        numbers = {name: number for number, name in enumerate(dict.fromkeys(row.item for row in rows), 1)}
        db.executemany("INSERT INTO item VALUES (?, ?)", ((number, name) for name, number in numbers.items()))
        batches = {row.batch: (row.batch, row.recorded_at, row.recorder) for row in rows}
        db.executemany("INSERT INTO batch VALUES (?, ?, ?)", batches.values())
        entries = ((row.position, numbers[row.item], *_entry(row, codec)) for row in rows)
        db.executemany(f"INSERT INTO entry VALUES ({', '.join('?' * 16)})", entries)
        contents = (
            (row.position, row.salt, row.content and row.content.decode(), row.authority)
            for row in rows
            if row.content is not None or row.authority is not None
        )
        db.executemany("INSERT INTO content VALUES (?, ?, ?, ?)", contents)
        if projected:
            for name, number in numbers.items():
                described = getattr(record.history(Item.parse(name))[0].entry, "entity", None)
                text = str(getattr(described, "text", ""))
                db.execute("INSERT INTO description VALUES (?, 'text', ?)", (number, text))
            db.execute("INSERT INTO caught_up VALUES (?)", (len(rows),))
        db.execute("COMMIT")


def _entry(row: Row, codec: Codec) -> tuple[object, ...]:
    entry = codec.decode(row.payload, row.content, authority=row.authority or "")
    kind, axis, status, states, *_ = row.columns.gist
    said = (*_moment(entry.occurred_on), *_moment(entry.stated_on))
    retracts = entry.revision if isinstance(entry, Retracted) else None
    told = (kind, axis, status, states, *said, retracts, row.columns.key)
    return row.revision, row.batch, *told, row.payload.decode(), row.link


def _moment(moment: Moment | None) -> tuple[str | None, str | None]:
    if moment is None:
        return None, None
    whole = not moment.words or moment.precision == "words"
    return str(moment) if whole and moment.precision != "words" else None, moment.latest and moment.latest.isoformat()
