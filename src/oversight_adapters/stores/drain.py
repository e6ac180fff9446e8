"""Before the lock: a batch is read to its end, checked, encoded and hashed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import Any

from oversight_adapters.codec import Codec, EncodeError
from oversight_adapters.codec.errors import shown
from oversight_adapters.codec.plain import LARGEST
from oversight_adapters.stores.rows import Draft, columns
from oversight_adapters.stores.spool import Group, Spool
from oversight_core.errors import InvalidBatch
from oversight_core.ledger.entry import Disposed, Entry, Registered
from oversight_core.names import Item
from oversight_core.ports import Batch

Salt = Callable[[], bytes]
"""Gives a fresh salt, once for every entry that has content, in the order of entries."""


PARTS = "a batch holds (item, expected revision, entries) for each item"


def drafts(item: Item, entries: Iterable[Entry], codec: Codec, salt: Salt) -> list[Draft]:
    """Entries as bytes, sealed and hashed; raises `InvalidBatch` for what would not read back equal."""
    made, encode = [], codec.encode
    for entry in entries:
        try:
            encoded = encode(entry)
        except EncodeError as error:
            raise InvalidBatch(item, str(error)) from None
        content = encoded.content
        grain = None if content is None else salt()
        payload = encoded.payload if grain is None else encoded.seal(grain)
        made.append((*columns(entry), payload, sha256(payload).digest(), content, grain))
        if entry.item is not item or type(entry) is Registered:
            _check_subject(item, entry)
    return made


def _check_subject(item: Item, entry: Entry) -> None:
    """Raise `InvalidBatch` for an entry about another item, and for one that joins what cannot be the same."""
    if entry.item != item:
        raise InvalidBatch(item, f"one of its entries is about {entry.item}")
    other = entry.same_as if isinstance(entry, Registered) else None
    if other == item:
        raise InvalidBatch(item, "it is said to be the same as itself")
    if other is not None and other.kind != item.kind:
        raise InvalidBatch(item, f"it is said to be the same as {other}, which is of another kind")


def check_text(text: Any, what: str, item: Any) -> None:
    """Raise `InvalidBatch` for what is not a text that UTF-8 can hold."""
    try:
        if type(text) is str and text.encode() is not None:
            return
    except UnicodeEncodeError:
        pass
    raise InvalidBatch(item, f"the {what} is a text, not {text!r}")


def check_item(item: Any) -> None:
    """Raise `InvalidBatch` for what is not an item."""
    if not isinstance(item, Item):
        raise InvalidBatch(item, "this is not an item; use Item.parse")


def check_expected(item: Item, expected: Any) -> None:
    """Raise `InvalidBatch` for what cannot be a revision, nor the 0 of an unknown item."""
    if type(expected) is not int or not 0 <= expected <= LARGEST:
        raise InvalidBatch(item, f"the expected revision is a whole number from 0 on, not {shown(expected)}")


def each(values: Iterable[Any], item: Any, why: str) -> Iterator[Any]:
    """Values one by one; raises `InvalidBatch` for what cannot be gone through, and whatever the values raise."""
    try:
        return iter(values)
    except TypeError:
        raise InvalidBatch(item or shown(values), why) from None


def drain(batch: Batch, codec: Codec, salt: Salt) -> Spool:
    """Everything a batch brings; raises `InvalidBatch`, and whatever the batch itself raises.

    The store is not touched, so a lazy batch sees it as it was.
    """
    spool = Spool()
    try:
        _fill(spool, batch, codec, salt)
    except BaseException:
        spool.close()  # nobody gets it, to close it
        raise
    return spool


def _fill(spool: Spool, batch: Batch, codec: Codec, salt: Salt) -> None:
    seen = set[Item]()
    for part in each(batch, None, PARTS):
        item, expected, entries = _checked(part)
        if item in seen:
            raise InvalidBatch(item, "it is named twice; put its entries together")
        seen.add(item)
        spool.add(Group(item, expected, drafts(item, _written(item, entries), codec, salt)))


def _checked(part: Any) -> tuple[Item, int, Iterator[Entry]]:
    if not isinstance(part, tuple | list) or len(part) != 3:
        raise InvalidBatch(shown(part), PARTS)
    item, expected, entries = part
    check_item(item)
    check_expected(item, expected)
    return item, expected, each(entries, item, "its entries are a list")


def _written(item: Item, entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        if type(entry) is Disposed:
            raise InvalidBatch(item, "only dispose can write a Disposed")
        yield entry
