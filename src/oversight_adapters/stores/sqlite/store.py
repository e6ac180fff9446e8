"""The store: the contract over one SQLite file."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from datetime import UTC, date, datetime
from functools import partial
from os import PathLike
from types import TracebackType

from oversight_adapters.codec import CODEC, Codec
from oversight_adapters.stores import admit
from oversight_adapters.stores.admit import Clock
from oversight_adapters.stores.disposal import disposal, request
from oversight_adapters.stores.drain import Salt, check_text, drain
from oversight_adapters.stores.spool import Group
from oversight_adapters.stores.sqlite import backing, catching_up, checking, projection, tables, walking
from oversight_adapters.stores.sqlite.decoding import decoder
from oversight_adapters.stores.sqlite.file import OpenFile
from oversight_adapters.stores.sqlite.forgetting import forget
from oversight_adapters.stores.sqlite.putting import put
from oversight_adapters.stores.sqlite.told import sound
from oversight_adapters.stores.sqlite.upgrading import upgrade
from oversight_core.errors import StoreFailed
from oversight_core.ledger.entry import Receipt
from oversight_core.ledger.fold import fold
from oversight_core.ledger.period import Period
from oversight_core.ledger.recorded import Recorded
from oversight_core.names import Item
from oversight_core.ports import Backup, Batch, Capabilities, Progress, Verdict


class SqliteStore:
    """A record in one file, which is made where there is none.

    Several threads may share a store, and several programs a file; one writes at a time, and others wait up to
    `timeout` seconds.  What an append returned is on the disk.  `clock` gives the present with its zone, `salt` fresh
    bytes for every entry that has words.  A file of an older layout is upgraded, unless it is only to be read; of that
    `progress` is told.

    Raises a `StoreFailed` for what is not a store of ours, or cannot be opened or used; such a file is never touched.
    """

    capabilities = Capabilities(
        durable=True,
        many_writers=True,
        many_processes=True,
        answers=frozenset({"backups", "histories", "joins", "periods", "standings"}),
    )

    def __init__(
        self,
        location: str | PathLike[str],
        *,
        clock: Clock = lambda: datetime.now(UTC),
        salt: Salt = secrets.token_bytes,
        codec: Codec = CODEC,
        read_only: bool = False,
        timeout: float = 5.0,
        progress: Progress = lambda done, total: None,
    ) -> None:
        self.location = str(location)
        self._clock, self._salt, self._codec = clock, salt, codec
        self._decode = decoder(self.location, codec)
        to_present = partial(upgrade, location=self.location, codec=codec, progress=progress)
        self._file = OpenFile(location, read_only=read_only, timeout=timeout, upgrade=to_present)

    # -- the port --------------------------------------------------------------------------------------------------

    def append(self, batch: Batch, *, recorder: str) -> Receipt:
        """Write a whole batch or nothing.

        Raises `Conflict`, `InvalidBatch`, `CannotRetract`, a `StoreFailed`, and whatever a lazy batch raises.
        """
        check_text(recorder, "recorder", None)
        with closing(drain(batch, self._codec, self._salt)) as groups, self._file.writing() as db:
            known = tables.known(db, (item for item, _ in groups.seen))
            admit.check_revisions(groups.seen, lambda item: known.get(str(item), (0, 0))[1])
            if groups.retracts:
                admit.check_retractions(groups, partial(tables.lines, db))
            return self._put(db, groups, known, recorder, empty=not groups.count)

    def history(self, item: Item) -> Sequence[Recorded]:
        """Every entry of an item, in order; empty for an unknown one."""
        with self._file.reading() as db:
            return tuple(tables.history(db, item, self._file.words, self._decode))

    def scan(self, after: int = 0) -> Iterator[Recorded]:
        """Every entry after a position, in order, as far as the record goes when this is called."""
        with self._file.reading() as db:
            last = tables.head(db).position
        return walking.entries(self._file, max(after, 0), last, self._decode)

    def verify(self, against: Receipt | None = None) -> Verdict:
        """Recompute the chain, and compare columns, contents and projections with it.

        With a receipt, also that its head still stands in the record.
        """
        with self._file.reading() as db:
            return checking.verify(db, self._codec, self._decode, against)

    def dispose(self, item: Item, revisions: Sequence[int], authority: str, *, expected: int, recorder: str) -> Receipt:
        """Forget the content of entries and record under which authority.

        Afterwards the words are nowhere in the file nor in its log; copies made earlier are out of reach.

        Raises `Conflict`, `InvalidBatch` where a revision does not exist, and `StoreLocked` where another program is
        still reading what is to be forgotten.
        """
        check_text(recorder, "recorder", item)
        named = request(item, revisions, authority, expected)
        with self._file.alone():
            self._file.empty_log("nothing was disposed of")
            with self._file.writing() as db:
                known = tables.known(db, [item])
                admit.check_revisions([(item, expected)], lambda item: known.get(str(item), (0, 0))[1])
                group = disposal(item, named, authority, last=expected, codec=self._codec)
                receipt = self._put(db, [group], known, recorder)
                forget(db, tables.number(db, item), named, authority=authority)
            self._file.empty_log("it is recorded, but the old words leave the file only when that program is done")
            return receipt

    # -- beyond the port -------------------------------------------------------------------------------------------

    def periods(self, item: Item) -> tuple[Period, ...]:
        """The periods of an item, as its own entries fold; catches up first, where it may write."""
        if catching_up.is_current(self._file, self._decode):
            with self._file.reading() as db:
                number = tables.number(db, item)
                if not projection.is_joined(db, number):
                    return tuple(projection.periods(db, number, item))
        return fold(self.history(item)).periods

    def standings(self, axis: str, kind: str, on: date | None = None) -> list[tuple[str, date, int]] | None:
        """How many items of a kind stand where on an axis at a day (None: as far as the record goes).

        Rows of status, the day on which the axis was first spoken of, and how many; None where the projection cannot be
        caught up.  Items that are the same count once.
        """
        if not catching_up.is_current(self._file, self._decode):
            return None
        with self._file.reading() as db:
            return projection.standings(db, axis, kind, on)

    def joins(self) -> Iterable[Item]:
        """The items that some entry says are the same as another, retracted ones included."""
        with self._file.reading() as db:
            numbers = tables.joined(db)
            self._file.words.meet(db, items=numbers)
            return tuple(self._file.words.items[number] for number in numbers)

    def catch_up(self) -> None:
        """Bring the projection behind the views `periods`, `statuses` and `recommendations` up to date.

        Only items with new entries are folded again, in several transactions where there are many.  Raises a
        `StoreFailed`.
        """
        catching_up.catch_up(self._file, self._decode)

    def histories(self) -> Iterator[tuple[Item, Sequence[Recorded]]]:
        """Every item with its history, in the order in which they were first recorded, a few at a time.

        As far as the record goes when this is called.
        """
        with self._file.reading() as db:
            last = tables.head(db).position
        return walking.histories(self._file, last, self._decode)

    def backup(
        self, to: str | PathLike[str], *, replace: bool = False, progress: Progress = lambda done, total: None
    ) -> Receipt:
        """Copy the record into another file, while others may write; it is verified, noted here, and then placed.

        Returns the head of the record in it.  Raises a `StoreFailed`, also where there is a file of this name and it
        is not to be replaced, and `StoreLocked` where that is a store which a program has open.
        """
        return backing.back_up(self._file, to, clock=self._clock, codec=self._codec, replace=replace, progress=progress)

    def backups(self) -> tuple[Backup, ...]:
        """The backups that were made of this record, as far as it knows, in the order in which they were made."""
        with self._file.reading() as db:
            return backing.noted(db)

    def close(self) -> None:
        """Catch up, if this object wrote, and let go of the file."""
        if self._file.is_inherited:
            return  # it is its parent's to close
        if self._file.wrote:
            with suppress(StoreFailed):  # the projection can be caught up at any other time
                self.catch_up()
        self._file.close()

    def __enter__(self) -> SqliteStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _put(
        self,
        db: sqlite3.Connection,
        groups: Iterable[Group],
        known: tables.Known,
        recorder: str,
        *,
        empty: bool = False,
    ) -> Receipt:
        """Put groups that fit behind the head; a batch without entries changes nothing."""
        with sound(self.location):
            head = tables.head(db)
        if empty:
            return Receipt(head.position, head.link)
        recorded_at = admit.recording(self._clock, head)
        linked = admit.linked(groups, head, recorded_at, recorder)
        return put(db, linked, (head.position + 1, recorded_at, recorder), known, self._file.words)
