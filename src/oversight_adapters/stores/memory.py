"""The reference: the contract of a store in its plainest form, in memory, with the bytes that every store makes."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from threading import RLock

from oversight_adapters.codec import CODEC, Codec
from oversight_adapters.stores.admit import Clock
from oversight_adapters.stores.disposal import request
from oversight_adapters.stores.drain import Salt, check_text, drain
from oversight_adapters.stores.held import Held
from oversight_adapters.stores.marks import parse_item
from oversight_adapters.stores.rows import Row
from oversight_adapters.stores.verifying import verify_rows
from oversight_core.ledger.entry import Receipt
from oversight_core.ledger.recorded import Recorded
from oversight_core.names import Item
from oversight_core.ports import Batch, Capabilities, Verdict


class MemoryStore:
    """A store in memory; safe to use from several threads.

    `clock` gives the present with its zone, `salt` fresh bytes for every entry that has words.  An entry is read back
    from its bytes the first time that somebody asks for it, and kept until its words are forgotten.
    """

    capabilities = Capabilities(
        many_writers=True,
        answers=frozenset({"histories", "joins"}),
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
        self._held = Held(codec)
        self._known: dict[int, Recorded] = {}  # by position, what was asked for already
        self._joined: dict[Item, None] = {}  # the items that have a join, in the order in which they got one

    def append(self, batch: Batch, *, recorder: str) -> Receipt:
        """Write a whole batch or nothing.

        Raises `Conflict`, `InvalidBatch`, `CannotRetract`, and whatever a lazy batch raises.
        """
        check_text(recorder, "recorder", None)
        with closing(drain(batch, self._codec, self._salt)) as groups, self._lock:
            rows = self._held.admit(groups, self._clock, recorder)
            self._joined |= {parse_item(row.item): None for row in rows if row.columns.same_as is not None}
            return self._held.take(rows)

    def history(self, item: Item) -> Sequence[Recorded]:
        """Every entry of an item, in order; empty for an unknown one."""
        with self._lock:
            rows, read = self._held.of(item), self._reader()
        return tuple(map(read, rows))

    def histories(self) -> Iterator[tuple[Item, Sequence[Recorded]]]:
        """Every item with its history, in the order in which they were first recorded, as the record is now."""
        with self._lock:
            items, read = self._held.by_item(), self._reader()
        found = (tuple(map(read, rows)) for rows in items)
        return ((history[0].item, history) for history in found)

    def scan(self, after: int = 0) -> Iterator[Recorded]:
        """Every entry after a position, in order, as the record is when this is called."""
        with self._lock:
            rows, read = self._held.rows[max(after, 0) :], self._reader()
        return map(read, rows)

    def _reader(self) -> Callable[[Row], Recorded]:
        """Gives the entry of a row, the same whenever it is asked for."""
        known, read = self._known, self._held.read
        return lambda row: known.get(row.position) or known.setdefault(row.position, read(row))

    def verify(self, against: Receipt | None = None) -> Verdict:
        """Recompute the chain; with a receipt, also that its head still stands in it."""
        with self._lock:
            rows = list(self._held.rows)
        return verify_rows(rows, self._codec, against)

    def dispose(self, item: Item, revisions: Sequence[int], authority: str, *, expected: int, recorder: str) -> Receipt:
        """Forget the content of entries and record under which authority.

        Raises `Conflict`, and `InvalidBatch` where a revision does not exist.
        """
        check_text(recorder, "recorder", item)
        named = request(item, revisions, authority, expected)
        with self._lock:
            rows = self._held.disposal(item, named, authority, expected=expected, clock=self._clock, recorder=recorder)
            self._held.rows[:] = self._held.without(item, named, authority)
            self._known = {}  # what was read has the words still; whoever is reading goes on with the old one
            return self._held.take(rows)

    def joins(self) -> Iterable[Item]:
        """The items that some entry says are the same as another, retracted ones included."""
        with self._lock:
            return tuple(self._joined)
