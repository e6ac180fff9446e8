"""Rows: what a store holds of one entry, and what is made of it before and after."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

from oversight_adapters.codec import Codec
from oversight_adapters.codec.writing import prints_all
from oversight_core.ledger.entry import Disposed, Entry, Registered, Reported, Retracted
from oversight_core.ledger.key import entry_key
from oversight_core.ledger.recorded import Recorded
from oversight_core.moments import Moment
from oversight_core.rules.attempt import Applied

KINDS: dict[type, str] = {
    Registered: "registered",
    Applied: "applied",
    Reported: "reported",
    Retracted: "retracted",
    Disposed: "disposed",
}


class Columns(NamedTuple):
    """What a fold needs of an entry, beside its payload, so that a fold need not read the payload.

    A moment stands as it prints where that says all of it, and as its last day.
    """

    kind: str
    axis: str | None = None
    status: str | None = None
    states: str | None = None  # a JSON list, where a group was reported
    occurred_on: str | None = None
    occurred_by: str | None = None
    stated_on: str | None = None
    stated_by: str | None = None
    retracts: int | None = None
    key: str = ""


class Draft(NamedTuple):
    """An entry with everything that can be made of it before the lock."""

    columns: Columns
    payload: bytes
    digest: bytes  # SHA-256 of the payload
    content: bytes | None
    salt: bytes | None


class Row(NamedTuple):
    """An entry as it is stored.  Where content was disposed of, it and its salt are None and `authority` says so."""

    position: int
    item: str
    revision: int
    recorded_at: str  # RFC 3339, UTC, microseconds
    recorder: str
    batch: int
    columns: Columns
    payload: bytes
    content: bytes | None
    salt: bytes | None
    authority: str | None
    link: bytes


def _printed(moment: Moment | None) -> tuple[str | None, str | None]:
    if moment is None:
        return None, None
    printed = str(moment) if prints_all(moment) else None
    return printed, moment.latest.isoformat() if moment.latest else None


@lru_cache(1024)
def _listed(states: tuple[str, ...]) -> str:
    return json.dumps(states, ensure_ascii=False)


def columns(entry: Entry) -> Columns:
    """The columns of an entry."""
    axis = status = states = retracts = None
    if isinstance(entry, Applied):
        axis, status = entry.axis, entry.step.target
    elif isinstance(entry, Reported):
        axis, status = entry.axis, entry.status
        states = _listed(entry.states) if entry.states else None
    elif isinstance(entry, Retracted):
        retracts = entry.revision
    dates = (*_printed(entry.occurred_on), *_printed(entry.stated_on))
    return Columns(KINDS[type(entry)], axis, status, states, *dates, retracts, entry_key(entry))


def spell_instant(at: datetime) -> str:
    """An aware instant as rows hold it.

    >>> spell_instant(datetime(2024, 5, 29, tzinfo=UTC))
    '2024-05-29T00:00:00.000000Z'
    """
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


SAME_AS = '"same_as":'
"""How a payload names another item that its own is the same as; within a text, its quotes would be escaped."""


def is_join(row: Row, codec: Codec) -> bool:
    """Whether an entry says that its item is the same as another; raises `DecodeError`."""
    if row.columns.kind != "registered" or SAME_AS.encode() not in row.payload:
        return False
    entry = codec.decode(row.payload, row.content, authority=row.authority or "")
    return isinstance(entry, Registered) and entry.same_as is not None  # the name may be that of an entity's field


def recorded(row: Row, codec: Codec) -> Recorded:
    """The entry of a row, decoded; raises `DecodeError`."""
    return Recorded(
        codec.decode(row.payload, row.content, authority=row.authority or ""),
        row.position,
        row.revision,
        datetime.fromisoformat(row.recorded_at),
        row.recorder,
        row.batch,
        row.link,
        row.columns.key,
    )
