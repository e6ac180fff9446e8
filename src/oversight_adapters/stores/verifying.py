"""Verifying: does every row still say what was chained, and does a receipt still stand in the chain?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

import attrs

from oversight_adapters.codec import Codec, DecodeError, Opaque
from oversight_adapters.codec.codec import STRANGER, digest
from oversight_adapters.codec.errors import shown
from oversight_adapters.stores.chain import ZERO, impossible, link, stamp
from oversight_adapters.stores.marks import parse_instant
from oversight_adapters.stores.rows import ODD, Columns, Row, columns, spell_instant
from oversight_core.ledger.entry import Disposed, Entry, Receipt, Registered
from oversight_core.names import Item
from oversight_core.ports import Verdict

Counted = tuple[Row, int]
"""A row, and how many entries of its item come before it."""

Disposals = Mapping[tuple[str, int], str]
"""(item, revision) to the authority under which its content was disposed of."""

DISPOSAL = b'{"disposed'
"""How the payload of a disposal begins; it has no content, so nothing stands before its tag."""

GIST = ("kind", "axis", "status", "states", "source", "event", "step")
"""The names of what a gist holds."""


def counted(rows: Iterable[Row]) -> Iterator[Counted]:
    """Rows in order of position, each with the number of earlier ones of its item."""
    seen: dict[str, int] = {}
    for row in rows:
        before = seen.get(row.item, 0)
        yield row, before
        seen[row.item] = before + 1


def disposals(payloads: Iterable[bytes], codec: Codec) -> Disposals:
    """What these payloads say of disposals; the first authority for a revision counts."""
    found: dict[tuple[str, int], str] = {}
    for payload in payloads:
        try:
            entry = codec.decode(payload)
        except (DecodeError, *ODD):  # the walk over all rows names it
            continue
        if isinstance(entry, Disposed):
            for revision in entry.revisions:
                found.setdefault((str(entry.item), revision), entry.authority)
    return found


def verify(rows: Iterable[Counted], disposed: Disposals, codec: Codec, against: Receipt | None) -> Verdict:
    """Recompute the chain over all rows, in the order of positions.

    The fault is the first position that does not hold: an entry that was altered, inserted, removed or moved, a column
    that disagrees with its payload, content that is not what was sealed, or, against a receipt, a tail that was cut.
    """
    doubt = impossible(against)
    walk = _Walk(codec, disposed, None if doubt else against)
    fault = walk.first_fault(rows)
    position, why = fault if fault else (None, doubt)
    named = tuple((Item.parse(item), revision, authority) for (item, revision), authority in disposed.items())
    return Verdict(walk.head or Receipt(0, ZERO), position, why, named, tuple(walk.notes()))


def verify_rows(rows: Sequence[Row], codec: Codec, against: Receipt | None) -> Verdict:
    """The same for a store that has all its rows at hand."""
    return verify_walk(lambda: rows, codec, against)


def verify_walk(walk: Callable[[], Iterable[Row]], codec: Codec, against: Receipt | None) -> Verdict:
    """The same for a store that goes through its rows: `walk` begins anew each time, and finds the same record."""
    disposed = disposals((row.payload for row in walk() if row.payload.startswith(DISPOSAL)), codec)
    return verify(counted(walk()), disposed, codec, against)


Fault = tuple[int, str]
"""A position that does not hold, and why."""


@attrs.define
class _Walk:
    """A walk along the chain, and what the last sound row left behind."""

    codec: Codec
    disposed: Disposals
    against: Receipt | None
    head: Receipt | None = None
    batch: tuple[str, str, int] = ("", "", 0)  # recorded_at, recorder, number
    stamped: bytes = b""
    forgotten: Fault | None = None  # a gap that the disposals do not explain
    unknown: dict[str, int] = attrs.Factory(dict)  # kind to the number of keys that cannot be made again

    def first_fault(self, rows: Iterable[Counted]) -> Fault | None:
        """The first position that does not hold.

        Where the chain is broken, that comes first: a gap before it may be explained by an entry that is gone.
        """
        position, last = 0, ZERO
        for row, before in rows:
            try:
                why = self._order(row, before, position, last) or self._receipt(row)
                why = why or ("" if self.forgotten else self._content(row))
            except ODD:
                why = "it was altered: a value is not of the type that it should be"
            if why:
                self._stop(position, last)
                return min(row.position, position + 1), why
            if self.forgotten:
                self._stop(position, last)
            position, last = row.position, row.link
        self._stop(position, last)
        if self.against is not None and self.against.position > position:
            cut = f"the record ends at {position}, but the receipt saw {self.against.position}: its tail was cut"
            return position + 1, cut
        fault, self.forgotten = self.forgotten, None
        return fault

    def _stop(self, position: int, last: bytes) -> None:
        """Keep the last head before anything that does not hold."""
        self.head = self.head or Receipt(position, last)

    def notes(self) -> Iterator[str]:
        """What else is to be said."""
        if self.forgotten is not None:
            position, why = self.forgotten
            yield f"entry {position}, before the first that does not follow: {why}"
        for kind, count in sorted(self.unknown.items()):
            keys = "the key of one entry" if count == 1 else f"the keys of {count} entries"
            yield f"{keys} could not be checked: no plug-in that knows the kind {shown(kind)} is installed"

    # -- the chain -------------------------------------------------------------------------------------------------

    def _order(self, row: Row, before: int, position: int, last: bytes) -> str:
        """Why a row does not follow from the ones before it; "" where it does."""
        if row.position != position + 1:
            return f"entry {position + 1} was removed" if row.position > position else "entries were moved"
        batch = row[3:6]
        stamped = self.stamped if batch == self.batch else stamp(*batch)
        name, hashed = row.item.encode(), sha256(row.payload).digest()
        if link(last, row.position, name, row.revision, stamped, hashed) != row.link:
            return "it was altered, inserted or moved: its link does not follow from it and the one before"
        if row.revision != before + 1:
            return f"its revision is {row.revision}, but {before} entries of its item come before it"
        if batch != self.batch:
            why = self._new_batch(row)
            self.batch, self.stamped = batch, stamped
            return why
        return ""

    def _new_batch(self, row: Row) -> str:
        if row.batch != row.position:
            return "its batch does not begin with it, and it does not follow an entry of that batch"
        if row.recorded_at < self.batch[0]:
            return "it was recorded before the entry that it follows"
        if spell_instant(parse_instant(row.recorded_at)) != row.recorded_at:
            return f"its recording, {row.recorded_at!r}, is not an instant as a store writes it"
        return ""

    def _receipt(self, row: Row) -> str:
        """Why a row is not what a receipt saw."""
        if self.against is None or row.position != self.against.position:
            return ""
        if row.link != self.against.hash:
            return "the receipt is of another record, or the record was rewritten up to here"
        if self.against.batch not in (0, row.batch):
            return f"the receipt is of the batch {self.against.batch}, but this entry is of the batch {row.batch}"
        return ""

    # -- what stands beside the payload ----------------------------------------------------------------------------

    def _content(self, row: Row) -> str:
        """Why the content or a column of a row does not agree with its payload; "" where they do."""
        try:
            entry, seal = self.codec.unseal(row.payload, row.content, authority=row.authority or "")
        except DecodeError as error:
            return f"it {error}"
        if row.content is not None:
            if row.salt is None or digest(row.salt, row.content) != seal:
                return "its content was altered"
        elif row.salt is not None or (seal and row.authority is None):
            return "its content was removed"
        return self._columns(row, entry) or self._forget(row, seal)

    def _forget(self, row: Row, seal: str) -> str:
        """Keep a gap, or the want of one, that the disposals do not explain."""
        authority = self.disposed.get((row.item, row.revision)) if seal and self.disposed else None
        if row.authority != authority or (authority is not None and row.content is not None):
            if authority is None:
                why = f"its content is disposed of under {shown(row.authority)}, but no entry says so"
            elif row.authority is None:
                why = f"its content was put back, though it is disposed of under {shown(authority)}"
            else:
                why = f"its content is disposed of under {shown(row.authority)}, but its entry says {shown(authority)}"
            self.forgotten = row.position, why
        return ""

    def _columns(self, row: Row, entry: Entry) -> str:
        """Which column disagrees."""
        if str(entry.item) != row.item:
            return f"it is filed under {row.item}, but about {entry.item}"
        should, found = columns(entry), row.columns
        if should == found:
            return ""
        if should._replace(key=found.key) == found and self._passes(row, entry, should.key):
            return ""
        return f"its column {_first_unlike(should, found)} disagrees with its payload"

    def _passes(self, row: Row, entry: Entry, should: bytes | None) -> bool:
        """Whether a key may stand: for an entity of unknown kind it was made from a class that is not here.

        The other way round, whoever copied an entry need not have known a kind that is known here.
        """
        found = row.columns.key
        if not isinstance(entry, Registered) or should is None:
            return False
        if not isinstance(entry.entity, Opaque):
            unknown = STRANGER.decode(row.payload, row.content, authority=row.authority or "")
            return found == columns(unknown).key
        if type(found) is not bytes or len(found) != len(should):
            return False
        self.unknown[entry.entity.kind] = self.unknown.get(entry.entity.kind, 0) + 1
        return True


def _first_unlike(should: Columns, found: Columns) -> str:
    names = (*GIST, *Columns._fields[1:])
    pairs = zip(names, (*should.gist, *should[1:]), (*found.gist, *found[1:]), strict=True)
    return next(name for name, right, there in pairs if right != there)
