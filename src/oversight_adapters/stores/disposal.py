"""A disposal as a batch of its own: the one entry that only a store may write."""

from __future__ import annotations

from collections.abc import Iterable

from oversight_adapters.codec import Codec
from oversight_adapters.codec.errors import shown
from oversight_adapters.stores.drain import check_expected, check_item, check_text, drafts, each
from oversight_adapters.stores.spool import Group
from oversight_core.errors import InvalidBatch
from oversight_core.ledger.entry import Disposed
from oversight_core.names import Item


def request(item: Item, revisions: Iterable[int], authority: str, expected: int) -> tuple[int, ...]:
    """Before the lock: the revisions that a disposal names, once each, in order.

    Raises `InvalidBatch` where it names none, or no authority.
    """
    check_item(item)
    check_expected(item, expected)
    check_text(authority, "authority", item)
    if not authority.strip():
        raise InvalidBatch(item, "a disposal names the authority it is made under")
    named = tuple(each(revisions, item, "a disposal names a list of revisions"))
    if not named or not all(type(revision) is int and revision > 0 for revision in named):
        raise InvalidBatch(item, "a disposal names the revisions it forgets, from 1 on")
    return tuple(sorted(set(named)))


def disposal(item: Item, named: tuple[int, ...], authority: str, *, last: int, codec: Codec) -> Group:
    """Under the lock: the entry that records a disposal; raises `InvalidBatch` where it names a revision after the
    last, which may be more than any entry can hold."""
    if named[-1] > last:
        raise InvalidBatch(item, f"there is no revision {shown(named[-1])} to dispose of")
    entry = Disposed(item, named, authority)
    return Group(item, last, drafts(item, [entry], codec, salt=bytes))  # it has no content, so no salt is asked for
