"""The key of an entry: what makes two readings of one passage the same entry, words aside.

It survives disposal, so that what was forgotten is not imported again.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

import attrs

from oversight_core.ledger.described import named_fields
from oversight_core.ledger.entry import Disposed, Entry, Registered, Reported, Retracted
from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.provenance import Locator
from oversight_core.rules.attempt import Applied

_JSON = json.JSONEncoder(sort_keys=True, separators=(",", ":"))


def entry_key(entry: Entry) -> str:
    """SHA-256, in hexadecimal, of the item, the kind of entry, its axis and status, the fields it describes, its values
    that are not content, and the places in sources it was read from.  "" for an entry that was read from no source.

    Dates of the entry itself take no part: a page that bears no date is stated anew whenever it is read.

    >>> from oversight_core.ledger.entry import Retracted
    >>> entry_key(Retracted(Item("review", "crcl", "24-1"), 1))
    ''
    """
    places = sorted({_place(excerpt.source, excerpt.locator) for excerpt in entry.excerpts if excerpt.source})
    if not places:
        return ""
    parts = [str(entry.item), type(entry).__name__.lower(), *_said(entry), places]
    return hashlib.sha256(_JSON.encode(parts).encode()).hexdigest()


def _place(source: str, locator: Locator | None) -> tuple[str, ...]:
    """A source and a place in it; a computed value has none."""
    if locator is None:
        return (source,)
    return (source, type(locator).__name__.lower(), *map(str, attrs.astuple(locator, recurse=False)))


def _said(entry: Entry) -> tuple[str, str, list[str], Any]:
    """Axis, status, names of the described fields, and values."""
    match entry:
        case Applied():
            return entry.axis, entry.step.target, [], [entry.step.source, entry.step.event]
        case Reported():
            return entry.axis, entry.status, [], [entry.label, entry.vocabulary]
        case Registered():
            joined = str(entry.same_as) if entry.same_as else ""
            return "", "", sorted(named_fields(entry)), [_value(entry.entity), entry.rulebook, joined]
        case Retracted():
            return "", "", [], [entry.revision]
        case Disposed():
            return "", "", [], [*entry.revisions, entry.authority]


def _value(value: Any) -> Any:
    """A value as JSON can hold it, without words and without what is left at nothing."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Moment):
        return "" if value.precision == "words" else str(value)
    if isinstance(value, tuple | frozenset):
        return [_value(part) for part in value]
    if isinstance(value, Item) or not attrs.has(type(value)):
        return str(value)
    named = ((field.name, getattr(value, field.name)) for field in attrs.fields(type(value)) if _counts(field))
    return {name: _value(part) for name, part in named if part not in (None, "", ())}


def _counts(field: attrs.Attribute[Any]) -> bool:
    return not field.metadata.get("content")
