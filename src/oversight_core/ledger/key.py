"""The key of an entry: what makes two readings of one passage the same entry, words aside.

It survives disposal, so that what was forgotten is not imported again.
"""

from __future__ import annotations

import json
from hashlib import sha256
from json.encoder import encode_basestring_ascii as quote
from typing import Any

import attrs

from oversight_core.ledger.described import named_fields
from oversight_core.ledger.entry import Disposed, Entry, Registered, Reported, Retracted
from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.provenance import Cell, Element, Locator, Page, Pointer, TextSpan
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
    if not entry.excerpts:
        return ""
    places = {_place(excerpt.source, excerpt.locator) for excerpt in entry.excerpts if excerpt.source}
    if not places:
        return ""
    listed = ",".join([f"[{','.join(map(quote, place))}]" for place in sorted(places)])
    said = f'["{entry.item}","{type(entry).__name__.lower()}",{_said(entry)},[{listed}]]'
    return sha256(said.encode()).hexdigest()


def _place(source: str, locator: Locator | None) -> tuple[str, ...]:
    """A source and a place in it; a computed value has none."""
    if locator is None:
        return (source,)
    match locator:
        case TextSpan(start=start, end=end):
            return (source, "textspan", str(start), str(end))
        case Cell(sheet=sheet, row=row, column=column):
            return (source, "cell", sheet, str(row), str(column))
        case Pointer(path=path):
            return (source, "pointer", path)
        case Page(number=number, start=start, end=end):
            return (source, "page", str(number), str(start), str(end))
        case Element(path=path, start=start, end=end):
            return (source, "element", path, str(start), str(end))


def _said(entry: Entry) -> str:
    """Axis, status, names of the described fields, and values, as JSON."""
    match entry:
        case Reported():  # the most frequent one with a key
            values = f"[{quote(entry.label)},{quote(entry.vocabulary)}]"
            return f"{quote(entry.axis)},{quote(entry.status)},[],{values}"
        case Applied(step=step):
            return f"{quote(step.axis)},{quote(step.target)},[],[{quote(step.source)},{quote(step.event)}]"
        case Registered():
            joined = str(entry.same_as) if entry.same_as else ""
            values = _JSON.encode([_value(entry.entity), entry.rulebook, joined])
            return f'"","",{_JSON.encode(sorted(named_fields(entry)))},{values}'
        case Retracted():
            return f'"","",[],[{entry.revision}]'
        case Disposed():
            return f'"","",[],{_JSON.encode([*entry.revisions, entry.authority])}'


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
