"""A disposal as a batch of its own: the one entry that only a store may write."""

from __future__ import annotations

from collections.abc import Sequence

from oversight_adapters.codec import Codec
from oversight_adapters.stores.drain import check_text, draft
from oversight_adapters.stores.spool import Group
from oversight_core.errors import InvalidBatch
from oversight_core.ledger.entry import Disposed
from oversight_core.names import Item


def disposal(item: Item, revisions: Sequence[int], authority: str, *, expected: int, codec: Codec) -> Group:
    """The entry that records a disposal; raises `InvalidBatch` where it names no authority or no revision that is."""
    if not isinstance(item, Item):
        raise InvalidBatch(item, "this is not an item; use Item.parse")
    check_text(authority, "authority", item)
    if not authority.strip():
        raise InvalidBatch(item, "a disposal names the authority it is made under")
    if not revisions or not all(type(revision) is int and revision > 0 for revision in revisions):
        raise InvalidBatch(item, "a disposal names the revisions it forgets, from 1 on")
    entry = Disposed(item, tuple(sorted(set(revisions))), authority)
    return Group(item, expected, (draft(entry, codec, salt=bytes),))  # it has no content, so no salt is asked for
