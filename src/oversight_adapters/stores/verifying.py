"""Verifying: does every row still say what was chained, and does a receipt still stand in the chain?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

import attrs

from oversight_adapters.codec import Codec, DecodeError, Opaque
from oversight_adapters.codec.codec import digest
from oversight_adapters.codec.errors import shown
from oversight_adapters.codec.plain import LARGEST
from oversight_adapters.stores.chain import ZERO, link, stamp
from oversight_adapters.stores.rows import Row, columns
from oversight_core.ledger.entry import Disposed, Entry, Receipt, Registered
from oversight_core.names import Item
from oversight_core.ports import Verdict

Disposals = Mapping[tuple[str, int], str]
"""(item, revision) to the authority under which its content was disposed of."""


def disposals(rows: Iterable[Row], codec: Codec) -> Disposals:
    """What the disposal entries among these rows say; the first authority for a revision counts."""
    found: dict[tuple[str, int], str] = {}
    for row in rows:
        try:
            entry = codec.decode(row.payload, row.content)
        except DecodeError:  # the walk over all rows names it
            continue
        if isinstance(entry, Disposed):
            for revision in entry.revisions:
                found.setdefault((str(entry.item), revision), entry.authority)
    return found


def verify(rows: Iterable[Row], disposed: Disposals, codec: Codec, against: Receipt | None) -> Verdict:
    """Recompute the chain over all rows, in the order of positions.

    The fault is the first position that does not hold: an entry that was altered, inserted, removed or moved, a column
    that disagrees with its payload, content that is not what was sealed, or, against a receipt, a tail that was cut.
    """
    doubt = impossible(against)
    walk = _Walk(codec, disposed, None if doubt else against)
    position, why = next(walk.faults(rows), (None, doubt))
    named = tuple((Item.parse(item), revision, authority) for (item, revision), authority in disposed.items())
    return Verdict(Receipt(walk.position, walk.link), position, why, named)


def impossible(receipt: Receipt | None) -> str:
    """Why no store can have given a receipt; "" where one can."""
    if receipt is None:
        return ""
    if type(receipt.position) is not int or not 0 <= receipt.position <= LARGEST:
        return f"the receipt is of no record: {shown(receipt.position)} is not a position"
    if type(receipt.hash) is not bytes or len(receipt.hash) != len(ZERO):
        return f"the receipt is of no record: its link is not {len(ZERO)} bytes long"
    if receipt.position == 0 and receipt.hash != ZERO:
        return "the receipt is of no record: the link before the first entry is all zeros"
    return ""


@attrs.define
class _Walk:
    """A walk along the chain, and the last row it saw."""

    codec: Codec
    disposed: Disposals
    against: Receipt | None
    position: int = 0
    link: bytes = ZERO
    recorded_at: str = ""
    revisions: dict[str, int] = attrs.Factory(dict)

    def faults(self, rows: Iterable[Row]) -> Iterator[tuple[int, str]]:
        """Every position that does not hold, and why."""
        for row in rows:
            why = self._fault(row)
            if why:
                yield min(row.position, self.position + 1), why
            self.position, self.link, self.recorded_at = row.position, row.link, row.recorded_at
        if self.against is not None and self.against.position > self.position:
            cut = f"the record ends at {self.position}, but the receipt saw {self.against.position}: its tail was cut"
            yield self.position + 1, cut

    def _fault(self, row: Row) -> str:
        try:
            return self._order(row) or self._content(row) or self._receipt(row)
        except (AttributeError, OverflowError, TypeError, ValueError):  # values of a kind that no store writes
            return "it was altered: a value is not of the type that it should be"

    def _order(self, row: Row) -> str:
        """Why a row does not follow from the ones before it; "" where it does."""
        if row.position != self.position + 1:
            return f"entry {self.position + 1} was removed" if row.position > self.position else "entries were moved"
        stamped = stamp(row.recorded_at, row.recorder, row.batch)
        sound = link(self.link, row.position, row.item.encode(), row.revision, stamped, sha256(row.payload).digest())
        if sound != row.link:
            return "it was altered, inserted or moved: its link does not follow from it and the one before"
        if row.revision != self.revisions.get(row.item, 0) + 1 or row.recorded_at < self.recorded_at:
            return "its revision or its instant of recording does not follow from the entries before"
        self.revisions[row.item] = row.revision
        return ""

    def _receipt(self, row: Row) -> str:
        if self.against is None or row.position != self.against.position or row.link == self.against.hash:
            return ""
        return "the receipt is of another record, or the record was rewritten up to here"

    def _content(self, row: Row) -> str:
        """Why the content or a column of a row does not agree with its payload; "" where they do."""
        try:
            entry, seal = self.codec.unseal(row.payload, row.content, authority=row.authority or "")
        except DecodeError as error:
            return f"it {error}"
        if row.content is None and row.authority is None and seal:
            return "its content was removed"
        if row.content is not None and digest(row.salt or b"", row.content) != seal:
            return "its content was altered"
        return self._forgotten(row, seal) or _columns(row, entry)

    def _forgotten(self, row: Row, seal: str) -> str:
        authority = self.disposed.get((row.item, row.revision)) if seal else None
        if row.authority == authority and (row.authority is None or row.content is None):
            return ""
        return f"its content is disposed of under {row.authority!r}, but the record says under {authority!r}"


def _columns(row: Row, entry: Entry) -> str:
    """Which column disagrees.  The key of an entity of unknown kind was made from its class and is not checked here."""
    if str(entry.item) != row.item:
        return f"it is filed under {row.item}, but about {entry.item}"
    should = columns(entry)
    if isinstance(entry, Registered) and isinstance(entry.entity, Opaque):
        should = should._replace(key=row.columns.key)
    pairs: Iterable[tuple[str, Any, Any]] = zip(should._fields, should, row.columns, strict=True)
    wrong = [name for name, right, found in pairs if right != found]
    return f"its column {wrong[0]} disagrees with its payload" if wrong else ""
