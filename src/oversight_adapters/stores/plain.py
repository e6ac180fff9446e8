"""A row as plain data and back: for a store that keeps rows as JSON, or as documents of any kind."""

from __future__ import annotations

from typing import Any

from oversight_adapters.stores.rows import Columns, Row


def to_plain(row: Row) -> dict[str, Any]:
    """A row as JSON can hold it: bytes that are text as text, others in hexadecimal digits."""
    *said, key = row.columns
    return row._asdict() | {
        "columns": [*said, _digits(key)],
        "payload": row.payload.decode(),
        "content": None if row.content is None else row.content.decode(),
        "salt": _digits(row.salt),
        "link": row.link.hex(),
    }


def from_plain(plain: Any) -> Row:
    """The row that was told so.  Raises one of `oversight_adapters.stores.rows.ODD` for what is none."""
    gist, *said, key = plain["columns"]
    return Row(**plain)._replace(
        columns=Columns(tuple(gist), *said)._replace(key=_bytes(key)),
        payload=plain["payload"].encode(),
        content=None if plain["content"] is None else plain["content"].encode(),
        salt=_bytes(plain["salt"]),
        link=bytes.fromhex(plain["link"]),
    )


def _digits(data: bytes | None) -> str | None:
    return None if data is None else data.hex()


def _bytes(digits: str | None) -> bytes | None:
    return None if digits is None else bytes.fromhex(digits)
