"""The store: the contract over one SQLite file."""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, date, datetime
from functools import partial
from os import PathLike
from pathlib import Path
from threading import RLock
from types import TracebackType

from oversight_adapters.codec import CODEC, Codec, DecodeError
from oversight_adapters.stores import admit, verifying
from oversight_adapters.stores.admit import Clock, Line
from oversight_adapters.stores.disposal import disposal, request
from oversight_adapters.stores.drain import Salt, check_text, drain
from oversight_adapters.stores.spool import Group
from oversight_adapters.stores.sqlite import backing, checking, forks, projection, tables
from oversight_adapters.stores.sqlite.catching_up import CatchUp
from oversight_adapters.stores.sqlite.dictionary import Dictionary
from oversight_adapters.stores.sqlite.forgetting import forget
from oversight_adapters.stores.sqlite.opening import open_file
from oversight_adapters.stores.sqlite.packing import unpack
from oversight_adapters.stores.sqlite.placing import making
from oversight_adapters.stores.sqlite.told import sound, telling
from oversight_adapters.stores.sqlite.upgrading import upgrade
from oversight_core.errors import CorruptStore, StoreFailed, StoreFull, StoreLocked, StoreReadOnly
from oversight_core.ledger.entry import Entry, Receipt
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
        self._timeout = timeout
        self._lock = RLock()
        self._words = Dictionary()
        self._wrote = False
        self._process = os.getpid()
        to_present = partial(upgrade, location=self.location, codec=codec, progress=progress)
        self._db = open_file(Path(location), read_only=read_only, timeout=timeout, upgrade=to_present)

    # -- the port --------------------------------------------------------------------------------------------------

    def append(self, batch: Batch, *, recorder: str) -> Receipt:
        """Write a whole batch or nothing.

        Raises `Conflict`, `InvalidBatch`, `CannotRetract`, a `StoreFailed`, and whatever a lazy batch raises.
        """
        check_text(recorder, "recorder", None)
        with closing(drain(batch, self._codec, self._salt)) as groups, self._writing() as db:
            known = tables.standing(db, (item for item, _ in groups.seen))
            admit.check_revisions(groups.seen, lambda item: known.get(str(item), (0, 0))[1])
            if groups.retracts:
                admit.check_retractions(groups, self._lines)
            return self._put(db, groups, known, recorder, empty=not groups.count)

    def history(self, item: Item) -> Sequence[Recorded]:
        """Every entry of an item, in order; empty for an unknown one."""
        with self._reading() as db:
            return tuple(tables.history(db, item, self._words, self._decode))

    def scan(self, after: int = 0) -> Iterator[Recorded]:
        """Every entry after a position, in order, as far as the record goes when this is called."""
        with self._reading() as db:
            last = tables.head(db).position
        return self._pages(max(after, 0), last)

    def verify(self, against: Receipt | None = None) -> Verdict:
        """Recompute the chain, and compare columns, contents and projections with it.

        With a receipt, also that its head still stands in the record.
        """
        with self._reading() as db, checking.snapshot(db):
            disposed = verifying.disposals(checking.disposals(db), self._codec)
            verdict = verifying.verify(checking.every(db), disposed, self._codec, against)
            return checking.beside(db, verdict, self._decode) if verdict.holds else verdict

    def dispose(self, item: Item, revisions: Sequence[int], authority: str, *, expected: int, recorder: str) -> Receipt:
        """Forget the content of entries and record under which authority.

        Afterwards the words are nowhere in the file nor in its log; copies made earlier are out of reach.

        Raises `Conflict`, `InvalidBatch` where a revision does not exist, and `StoreLocked` where another program is
        still reading what is to be forgotten.
        """
        check_text(recorder, "recorder", item)
        named = request(item, revisions, authority, expected)
        with self._lock:
            self._empty_log("nothing was disposed of")
            with self._writing() as db:
                known = tables.standing(db, [item])
                admit.check_revisions([(item, expected)], lambda item: known.get(str(item), (0, 0))[1])
                group = disposal(item, named, authority, last=expected, codec=self._codec)
                receipt = self._put(db, [group], known, recorder)
                forget(db, tables.number(db, item), named, authority=authority)
            self._empty_log("it is recorded, but the old words leave the file only when that program is done")
            return receipt

    # -- beyond the port -------------------------------------------------------------------------------------------

    def periods(self, item: Item) -> tuple[Period, ...]:
        """The periods of an item, as its own entries fold; catches up first, where it may write."""
        if self._is_current():
            with self._reading() as db:
                number = tables.number(db, item)
                if not db.execute("SELECT 1 FROM kin WHERE item = ?", (number,)).fetchone():
                    return tuple(projection.periods(db, number, item))
        return fold(self.history(item)).periods

    def standings(self, axis: str, kind: str, on: date | None = None) -> list[tuple[str, date, int]] | None:
        """How many items of a kind stand where on an axis at a day (None: as far as the record goes).

        Rows of status, the day on which the axis was first spoken of, and how many; None where the projection cannot be
        caught up.  Items that are the same count once.
        """
        if not self._is_current():
            return None
        with self._reading() as db:
            return projection.standings(db, axis, kind, on)

    def joins(self) -> Iterable[Item]:
        """The items that some entry says are the same as another, retracted ones included."""
        with self._reading() as db:
            numbers = tables.joined(db)
            self._words.meet(db, items=numbers)
            return tuple(self._words.items[number] for number in numbers)

    def catch_up(self) -> None:
        """Bring the projection behind the views `periods`, `statuses` and `recommendations` up to date.

        Only items with new entries are folded again, in several transactions where there are many.  Raises a
        `StoreFailed`.
        """
        while self._is_behind():
            with self._writing() as db, sound(self.location):
                CatchUp(db, self._words, self._decode).step()

    def histories(self) -> Iterator[tuple[Item, Sequence[Recorded]]]:
        """Every item with its history, in the order in which they were first recorded, a few at a time.

        As far as the record goes when this is called.
        """
        with self._reading() as db:
            last = tables.head(db).position
        return self._histories(last)

    def backup(
        self, to: str | PathLike[str], *, replace: bool = False, progress: Progress = lambda done, total: None
    ) -> Receipt:
        """Copy the record into another file, while others may write; it is verified, noted here, and then placed.

        Returns the head of the record in it.  Raises a `StoreFailed`, also where there is a file of this name and it
        is not to be replaced, and `StoreLocked` where that is a store which a program has open.
        """
        source, target = backing.named(self.location), backing.named(to)
        backing.check_names(source, target, replace=replace)
        with self._writing() as db:  # whoever may not note a backup makes none
            made_at = admit.recording(self._clock, tables.head(db))
        with telling(str(target)), making(target) as made:
            head = backing.copy(source, made, timeout=self._timeout, progress=progress)
            note = partial(backing.note, made_at=made_at, location=str(target), head=head)
            with SqliteStore(made, codec=self._codec) as copied:
                note(copied._db)
                verdict = copied.verify(head)
            if not verdict.holds:
                raise CorruptStore(self.location, f"it does not hold, and was not copied: {verdict.why}")
            with self._writing() as db:
                backing.check_still_knows(db, head, str(target))
                note(db)
            backing.place_backup(made, target, replace=replace, timeout=self._timeout)
        return head

    def backups(self) -> tuple[Backup, ...]:
        """The backups that were made of this record, as far as it knows, in the order in which they were made."""
        with self._using() as db:
            return backing.noted(db)

    def close(self) -> None:
        """Catch up, if this object wrote, and let go of the file."""
        if self._process != os.getpid():
            return  # it is its parent's to close
        if self._wrote:
            with suppress(StoreFailed):  # the projection can be caught up at any other time
                self.catch_up()
        with self._lock:
            forks.closed(self._db)
            self._db.close()

    def __enter__(self) -> SqliteStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- inside ----------------------------------------------------------------------------------------------------

    @contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        if self._process != os.getpid():  # before the lock, which a thread of the parent may have held
            raise StoreFailed(self.location, forks.WHY)
        with self._lock, telling(self.location):
            yield self._db

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """As `_using`, where nothing of the caller's runs: what goes wrong then is the file's doing."""
        with self._using() as db, sound(self.location):
            yield db

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it, or nothing."""
        with self._using() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                self._words.forget()
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
            self._wrote = True

    def _put(
        self,
        db: sqlite3.Connection,
        groups: Iterable[Group],
        known: tables.Standing,
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
        return tables.put(db, linked, (head.position + 1, recorded_at, recorder), known, self._words)

    def _empty_log(self, but: str) -> None:
        """Bring the log into the file and cut it to nothing; raises `StoreLocked` where a reader is in the way."""
        with self._using() as db:
            if db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                raise StoreLocked(self.location, f"another program is reading it; {but}")

    def _pages(self, after: int, last: int) -> Iterator[Recorded]:
        """Entries never change, so pages up to a fixed position are one snapshot, and no lock is held between them."""
        while after < last:
            with self._reading() as db:
                page = tables.page(db, after, last, self._words, self._decode)
            yield from page
            after = page[-1].position if page else last

    def _histories(self, last: int) -> Iterator[tuple[Item, Sequence[Recorded]]]:
        """Entries never change, so what was there up to a fixed position is one snapshot."""
        number = 0
        while True:
            with self._reading() as db:
                found = tables.items_after(db, number, last, self._words, self._decode)
            if not found:
                return
            yield from ((history[0].item, history) for _, history in found)
            number = found[-1][0]

    def _decode(
        self, item: Item, position: int, step: str | None, packed: str, content: bytes | None, authority: str | None
    ) -> Entry:
        try:
            payload = unpack(packed, str(item), step).encode()
            return self._codec.decode(payload, content, authority=authority or "")
        except (DecodeError, TypeError, ValueError) as error:
            raise CorruptStore(self.location, f"entry {position}: {error}") from error

    def _is_behind(self) -> bool:
        with self._reading() as db:
            return projection.caught_up(db) < tables.head(db).position

    def _is_current(self) -> bool:
        """Whether the projection is up to date, after catching up where this object may write."""
        try:
            self.catch_up()
        except (StoreFull, StoreLocked, StoreReadOnly):
            return not self._is_behind()
        return True

    def _lines(self, item: Item) -> Iterator[Line]:
        return tables.lines(self._db, item)
