"""Rows: what a store holds of one entry, and the columns that say beside its payload what a fold asks of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import Any, NamedTuple

import attrs

from oversight_core.ledger.entry import Entry, Registered, Reported, Retracted
from oversight_core.ledger.key import entry_key
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


Draft = tuple[Any, ...]
"""An entry with everything that can be made of it before the lock: its columns one by one, then its payload, the
SHA-256 of that, its content and its salt.  A bare tuple, because many are held for a while, and only bare ones cost the
garbage collector nothing."""

RETRACTS = Columns._fields.index("retracts")
PAYLOAD, DIGEST, CONTENT = (len(Columns._fields) + n for n in range(3))
"""Where these stand in a draft."""


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


ODD = (AttributeError, LookupError, OverflowError, TypeError, ValueError)
"""What is raised where a row holds values of a kind that no store writes."""


def _printed(moment: Moment | None) -> tuple[str | None, str | None, str | None]:
    """A moment as it prints, with its first and last day where it is no day; vague words stay in the payload."""
    if moment is None:
        return None, None, None
    first, last = (None if day is None else day.isoformat() for day in (moment.earliest, moment.latest))
    if moment.precision == "day":
        return first, None, None
    return None if moment.precision == "words" else str(moment), first, last


@lru_cache(65536)
def _dates(occurred_on: Moment | None, stated_on: Moment | None) -> tuple[str | None, ...]:
    """The columns of two moments."""
    stated, _, stated_by = _printed(stated_on)
    return *_printed(occurred_on), stated, stated_by


REGISTRATION: Gist = ("registered", None, None, None, None, None, None)
RETRACTION: Gist = ("retracted", None, None, None, None, None, None)
DISPOSAL: Gist = ("disposed", None, None, None, None, None, None)


@lru_cache(1024)
def _listed(states: tuple[str, ...]) -> str:
    return json.dumps(states, ensure_ascii=False)


@lru_cache(4096)
def _taken(step: Step) -> Gist:
    whole = json.dumps(attrs.asdict(step), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "applied", step.axis, step.target, None, step.source, step.event, whole


_made: Callable[[tuple[Any, ...]], Columns] = partial(tuple.__new__, Columns)  # as calling it does, in half the time


def columns(entry: Entry) -> Columns:
    """The columns of an entry."""
    occurred_on, stated_on, retracts, same_as = entry.occurred_on, entry.stated_on, None, None
    match entry:
        case Applied():
            gist = _taken(entry.step)
        case Reported():
            states = _listed(entry.states) if entry.states else None
            gist = "reported", entry.axis, entry.status, states, None, None, None
        case Retracted():
            gist, retracts = RETRACTION, entry.revision
        case Registered():
            gist, same_as = REGISTRATION, str(entry.same_as) if entry.same_as else None
        case _:
            gist = DISPOSAL
    key = bytes.fromhex(entry_key(entry)) or None if entry.excerpts else None
    return _made((gist, *_dates(occurred_on, stated_on), retracts, same_as, key))


def spell_instant(at: datetime) -> str:
    """An aware instant as rows hold it.

    >>> spell_instant(datetime(2024, 5, 29, tzinfo=UTC))
    '2024-05-29T00:00:00.000000Z'
    """
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
