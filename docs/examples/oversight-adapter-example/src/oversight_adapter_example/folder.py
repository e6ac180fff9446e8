"""A store: a folder with one file a batch, which any program can read and several may write.

All rows are held in memory, so it is for records of some hundred thousand entries.
"""

from __future__ import annotations

import errno
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from threading import RLock

from oversight_adapters.codec import CODEC, Codec
from oversight_adapters.stores.admit import Clock
from oversight_adapters.stores.disposal import request
from oversight_adapters.stores.drain import Salt, check_text, drain
from oversight_adapters.stores.held import Held
from oversight_adapters.stores.rows import Row
from oversight_adapters.stores.verifying import verify_rows
from oversight_core import (
    Capabilities,
    CorruptStore,
    Disposed,
    Item,
    Receipt,
    Recorded,
    StoreFailed,
    StoreFull,
    StoreReadOnly,
    Verdict,
)
from oversight_core.ledger import Entry
from oversight_core.ports import Batch

from oversight_adapter_example import batches

FAILURES: dict[int | None, type[StoreFailed]] = {
    errno.ENOSPC: StoreFull,
    errno.EDQUOT: StoreFull,
    errno.EACCES: StoreReadOnly,
    errno.EPERM: StoreReadOnly,
    errno.EROFS: StoreReadOnly,
}
"""What a number of the system means; any other is a plain `StoreFailed`."""


class FolderStore:
    """A record in a folder, which is made where it is missing.

    `clock` gives the present with its zone, `salt` fresh bytes for every entry that has words, and `codec` knows the
    kinds of entities.  Raises `StoreFailed` where there can be no such folder; its methods do so where the disk fails,
    and raise `CorruptStore` where a file is no batch that follows the ones before.
    """

    capabilities = Capabilities(
        durable=True,
        many_writers=True,
        many_processes=True,
        skipped=(("L14", "it answers no question itself; every answer is the fold's"),),
    )

    def __init__(
        self,
        location: str,
        *,
        clock: Clock = lambda: datetime.now(UTC),
        salt: Salt = secrets.token_bytes,
        codec: Codec = CODEC,
    ) -> None:
        if not location or "\0" in location:
            raise StoreFailed(repr(location), "this names no folder; write one behind the colon")
        self.location = location
        self._folder = Path(location)
        self._clock, self._salt, self._codec = clock, salt, codec
        self._lock = RLock()
        self._held = Held(codec)
        with self._errors():
            self._folder.mkdir(parents=True, exist_ok=True)

    # -- the five methods of a store -------------------------------------------------------------------------------

    def append(self, batch: Batch, *, recorder: str) -> Receipt:
        """Write a whole batch or nothing.  Raises `Conflict`, `InvalidBatch`, `CannotRetract` and `StoreFailed`."""
        check_text(recorder, "recorder", None)
        with closing(drain(batch, self._codec, self._salt)) as groups:
            return self._write(lambda clock: self._held.admit(groups, clock, recorder))

    def history(self, item: Item) -> Sequence[Recorded]:
        """Every entry of an item, in order; empty for an unknown one."""
        with self._present():
            rows = self._held.of(item)
        return tuple(map(self._held.read, rows))

    def scan(self, after: int = 0) -> Iterator[Recorded]:
        """Every entry after a position, in order, as the record is when this is called."""
        with self._present():
            rows = self._held.rows[max(after, 0) :]
        return map(self._held.read, rows)

    def verify(self, against: Receipt | None = None) -> Verdict:
        """Recompute the chain over what the files hold now; with a receipt, also that its head still stands in it."""
        with self._lock, self._errors():
            with suppress(CorruptStore):  # which the walk below names
                self._look()  # finishes a disposal that was cut short
            rows = list(batches.every(self._folder))
        return verify_rows(rows, self._codec, against)

    def dispose(self, item: Item, revisions: Sequence[int], authority: str, *, expected: int, recorder: str) -> Receipt:
        """Forget the content of entries and record under which authority.  Raises as `append` does.

        It is done as soon as it is recorded: whoever takes the entry in, now or after a crash, forgets what it names.
        """
        check_text(recorder, "recorder", item)
        named = request(item, revisions, authority, expected)
        return self._write(
            lambda clock: self._held.disposal(item, named, authority, expected=expected, clock=clock, recorder=recorder)
        )

    # -- writing ---------------------------------------------------------------------------------------------------

    def _write(self, placed: Callable[[Clock], list[Row]]) -> Receipt:
        """Write what a batch becomes behind all that is there by then, whoever wrote it."""
        clock = cache(self._clock)  # asked once, however often another program is faster
        while True:
            with self._present():
                rows = placed(clock)
                try:
                    if rows:
                        batches.create(batches.place(self._folder, rows[0].position), rows)
                except FileExistsError:
                    continue
                return self._take(rows)

    # -- taking in -------------------------------------------------------------------------------------------------

    @contextmanager
    def _present(self) -> Iterator[None]:
        """One thread at a time, and everything taken in that other programs wrote."""
        with self._lock, self._errors():
            self._look()
            yield

    def _look(self) -> None:
        while (file := batches.place(self._folder, len(self._held.rows) + 1)).exists():
            rows = batches.read(file)
            if not rows or [row.position for row in rows] != [*range(rows[0].batch, rows[0].batch + len(rows))]:
                raise CorruptStore(str(file), "its entries do not follow one another")
            self._take(rows)

    def _take(self, rows: Sequence[Row]) -> Receipt:
        """Take a batch in.  What it disposes of is forgotten first: where that fails, the next look tries again."""
        for row in rows:
            if row.columns.gist[0] == "disposed":
                self._forget(self._codec.decode(row.payload))
        return self._held.take(rows)

    def _forget(self, said: Entry) -> None:
        """Drop the words that a disposal names, in the files that still hold them, and here."""
        assert isinstance(said, Disposed)
        without = partial(_without_words, said)
        for file in {batches.place(self._folder, row.batch) for row in self._held.of(said.item)}:
            rows = batches.read(file)
            if any(row != without(row) for row in rows):
                batches.replace(file, map(without, rows))
        self._held.rows[:] = map(without, self._held.rows)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """What the system raises, as an error that says where and why."""
        try:
            yield
        except OSError as error:
            failure = FAILURES.get(error.errno, StoreFailed)
            raise failure(self.location, error.strerror or str(error)) from error


def _without_words(said: Disposed, row: Row) -> Row:
    """A row without its words, where a disposal names it and it still has them."""
    named = row.item == str(said.item) and row.revision in said.revisions and row.content is not None
    return row._replace(content=None, salt=None, authority=said.authority) if named else row
