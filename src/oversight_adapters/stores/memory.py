"""The reference: the contract of a store in its plainest form, in memory, with the bytes that every store makes."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from threading import RLock

from oversight_adapters.codec import CODEC, Codec
from oversight_adapters.stores import admit
from oversight_adapters.stores.admit import Clock, Head, Line
from oversight_adapters.stores.disposal import disposal, request
from oversight_adapters.stores.drain import Salt, check_text, drain
from oversight_adapters.stores.marks import parse_item, recorded
from oversight_adapters.stores.rows import Row
from oversight_adapters.stores.spool import Group
from oversight_adapters.stores.verifying import verify_rows
from oversight_core.ledger.entry import Entry, Receipt
from oversight_core.ledger.recorded import Recorded
from oversight_core.names import Item
from oversight_core.ports import Batch, Capabilities, Verdict


class MemoryStore:
    """A store in memory; safe to use from several threads.

    `clock` gives the present with its zone, `salt` fresh bytes for every entry that has words.
    """

    capabilities = Capabilities(
        many_writers=True,
        answers=frozenset({"joins"}),
        skipped=(
            ("L11", "the record is kept in memory and ends with the program"),
            ("L14", "it keeps no periods; every answer about them is the fold's"),
        ),
    )

    def __init__(
        self,
        *,
        clock: Clock = lambda: datetime.now(UTC),
        salt: Salt = secrets.token_bytes,
        codec: Codec = CODEC,
    ) -> None:
        self._clock, self._salt, self._codec = clock, salt, codec
        self._lock = RLock()
        self._rows: list[Row] = []
        self._places: dict[str, list[int]] = {}  # an item to the places of its rows
        self._joined: dict[Item, None] = {}  # the items that have a join, in the order in which they got one

    def append(self, batch: Batch, *, recorder: str) -> Receipt:
        """Write a whole batch or nothing.

        Raises `Conflict`, `InvalidBatch`, `CannotRetract`, and whatever a lazy batch raises.
        """
        check_text(recorder, "recorder", None)
        with closing(drain(batch, self._codec, self._salt)) as groups, self._lock:
            admit.check_revisions(groups.seen, self._revision)
            if groups.retracts:
                admit.check_retractions(groups, self._lines)
            return self._write(groups, recorder)

    def history(self, item: Item) -> Sequence[Recorded]:
        """Every entry of an item, in order; empty for an unknown one."""
        return tuple(map(self._read, self._rows_of(item)))

    def scan(self, after: int = 0) -> Iterator[Recorded]:
        """Every entry after a position, in order, as the record is when this is called."""
        with self._lock:
            rows = self._rows[max(after, 0) :]
        return map(self._read, rows)

    def verify(self, against: Receipt | None = None) -> Verdict:
        """Recompute the chain; with a receipt, also that its head still stands in it."""
        with self._lock:
            rows = list(self._rows)
        return verify_rows(rows, self._codec, against)

    def dispose(self, item: Item, revisions: Sequence[int], authority: str, *, expected: int, recorder: str) -> Receipt:
        """Forget the content of entries and record under which authority.

        Raises `Conflict`, and `InvalidBatch` where a revision does not exist.
        """
        check_text(recorder, "recorder", item)
        named = request(item, revisions, authority, expected)
        with self._lock:
            admit.check_revisions([(item, expected)], self._revision)
            group = disposal(item, named, authority, last=expected, codec=self._codec)
            receipt = self._write([group], recorder)
            self._blank(item, named, authority)
            return receipt

    def joins(self) -> Iterable[Item]:
        """The items that some entry says are the same as another, retracted ones included."""
        with self._lock:
            return tuple(self._joined)

    def _read(self, row: Row) -> Recorded:
        return recorded(row, self._decode)

    def _decode(self, item: Item, position: int, payload: bytes, content: bytes | None, authority: str | None) -> Entry:
        return self._codec.decode(payload, content, authority=authority or "")

    # -- under the lock ------------------------------------------------------------------------------------------

    def _write(self, groups: Iterable[Group], recorder: str) -> Receipt:
        head = self._head()
        if not any(group.drafts for group in groups):
            return Receipt(head.position, head.link)
        recorded_at = admit.recording(self._clock, head)
        rows = list(admit.placed(groups, head, recorded_at, recorder))
        for row in rows:
            self._places.setdefault(row.item, []).append(row.position - 1)
        self._joined |= {parse_item(row.item): None for row in rows if row.columns.same_as is not None}
        self._rows.extend(rows)
        return Receipt(rows[-1].position, rows[-1].link, rows[0].batch)

    def _blank(self, item: Item, revisions: Sequence[int], authority: str) -> None:
        places = self._places[str(item)]
        for place in (places[revision - 1] for revision in revisions):
            row = self._rows[place]
            if row.content is not None:
                self._rows[place] = row._replace(content=None, salt=None, authority=authority)

    def _head(self) -> Head:
        if not self._rows:
            return Head()
        last = self._rows[-1]
        return Head(last.position, last.link, last.recorded_at)

    def _revision(self, item: Item) -> int:
        return len(self._places.get(str(item), ()))

    def _rows_of(self, item: Item) -> list[Row]:
        with self._lock:
            return [self._rows[place] for place in self._places.get(str(item), ())]

    def _lines(self, item: Item) -> Iterator[Line]:
        return (Line(row.revision, row.columns.gist[0], row.columns.retracts) for row in self._rows_of(item))
