"""Rows: what a store holds of one entry, and the columns that say beside its payload what a fold asks of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import NamedTuple

import attrs

from oversight_core.ledger.entry import Entry, Registered, Reported, Retracted
from oversight_core.ledger.key import entry_key
from oversight_core.ledger.mark import KINDS
from oversight_core.moments import Moment
from oversight_core.rules.attempt import Applied, Step

Gist = tuple[str, str | None, str | None, str | None, str | None, str | None, str | None]
"""What an entry says, dates and words aside: its kind, axis, status, states (a JSON list, where a group was reported),
and of an applied step the source, the event and the whole as the payload has it.  There are few of them, and a file
holds each once."""


class Columns(NamedTuple):
    """What a fold needs of an entry, beside its payload, so that a fold need not read the payload.

    A moment stands as it prints; where that is not a day, its first and last day stand beside it.
    """

    gist: Gist
    occurred_on: str | None = None
    occurred_from: str | None = None
    occurred_by: str | None = None
    stated_on: str | None = None
    stated_by: str | None = None
    retracts: int | None = None
    same_as: str | None = None
    key: bytes | None = None


class Draft(NamedTuple):
    """An entry with everything that can be made of it before the lock; its first fields are `Columns`."""

    gist: Gist
    occurred_on: str | None
    occurred_from: str | None
    occurred_by: str | None
    stated_on: str | None
    stated_by: str | None
    retracts: int | None
    same_as: str | None
    key: bytes | None
    payload: bytes
    digest: bytes  # SHA-256 of the payload
    content: bytes | None
    salt: bytes | None

    @property
    def columns(self) -> Columns:
        """What stands beside the payload."""
        return Columns._make(self[: len(Columns._fields)])


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


Printed = tuple[str | None, str | None, str | None]

_NEVER: Printed = (None, None, None)
_made = partial(tuple.__new__, Columns)  # as calling it does, in half the time


@lru_cache(4096)
def _spelled(moment: Moment) -> Printed:
    first, last = (None if day is None else day.isoformat() for day in (moment.earliest, moment.latest))
    return None if moment.precision == "words" else str(moment), first, last


def _printed(moment: Moment | None) -> Printed:
    """A moment as it prints, with its first and last day where it is no day; vague words stay in the payload."""
    if moment is None:
        return _NEVER
    if moment.precision == "day" and moment.latest is not None:
        return moment.latest.isoformat(), None, None
    return _spelled(moment)


@lru_cache(1024)
def _listed(states: tuple[str, ...]) -> str:
    return json.dumps(states, ensure_ascii=False)


@lru_cache(4096)
def _taken(step: Step) -> Gist:
    whole = json.dumps(attrs.asdict(step), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "applied", step.axis, step.target, None, step.source, step.event, whole


def gist_of(entry: Entry) -> Gist:
    """What an entry says, dates and words aside."""
    if isinstance(entry, Applied):
        return _taken(entry.step)
    if isinstance(entry, Reported):
        return "reported", entry.axis, entry.status, _listed(entry.states) if entry.states else None, None, None, None
    return KINDS[type(entry)], None, None, None, None, None, None


def columns(entry: Entry) -> Columns:
    """The columns of an entry."""
    stated, _, stated_by = _printed(entry.stated_on)
    retracts = entry.revision if isinstance(entry, Retracted) else None
    same_as = str(entry.same_as) if isinstance(entry, Registered) and entry.same_as else None
    key = bytes.fromhex(entry_key(entry)) if entry.excerpts else b""
    dates = (*_printed(entry.occurred_on), stated, stated_by)
    made: Columns = _made((gist_of(entry), *dates, retracts, same_as, key or None))
    return made


def spell_instant(at: datetime) -> str:
    """An aware instant as rows hold it.

    >>> spell_instant(datetime(2024, 5, 29, tzinfo=UTC))
    '2024-05-29T00:00:00.000000Z'
    """
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
