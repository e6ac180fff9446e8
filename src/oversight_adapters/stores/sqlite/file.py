"""The file while it is open: used by one thread at a time, and by the process that opened it alone."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from os import PathLike
from pathlib import Path
from threading import RLock

from oversight_adapters.stores.sqlite import forks
from oversight_adapters.stores.sqlite.dictionary import Dictionary
from oversight_adapters.stores.sqlite.opening import Upgrade, open_file
from oversight_adapters.stores.sqlite.told import sound, telling
from oversight_core.errors import StoreFailed, StoreLocked


class OpenFile:
    """A store's file with its connection; whatever goes wrong in it is raised as a `StoreFailed`.

    `words` explains the numbers in it; `wrote` says whether anything was written through this object.
    """

    def __init__(self, location: str | PathLike[str], *, read_only: bool, timeout: float, upgrade: Upgrade) -> None:
        self.location, self.timeout = str(location), timeout
        self.words = Dictionary()
        self.wrote = False
        self._lock = RLock()
        self._process = os.getpid()
        self._db = open_file(Path(location), read_only=read_only, timeout=timeout, upgrade=upgrade)

    @property
    def is_inherited(self) -> bool:
        """Whether this process was forked from the one that opened it, to which it belongs."""
        return self._process != os.getpid()

    def alone(self) -> AbstractContextManager[bool]:
        """A lock that keeps other threads out, over several transactions if need be."""
        if self.is_inherited:  # before the lock, which a thread of the parent may have held
            raise StoreFailed(self.location, forks.WHY)
        return self._lock

    @contextmanager
    def using(self) -> Iterator[sqlite3.Connection]:
        """The connection, which no other thread uses meanwhile."""
        with self.alone(), telling(self.location):
            yield self._db

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """As `using`, where nothing of the caller's runs: what goes wrong then is the file's doing."""
        with self.using() as db, sound(self.location):
            yield db

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it, or nothing."""
        with self.using() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                self.words.forget()
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
            self.wrote = True

    def empty_log(self, but: str) -> None:
        """Bring the log into the file and cut it to nothing; raises `StoreLocked` where a reader is in the way."""
        with self.using() as db:
            if db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                raise StoreLocked(self.location, f"another program is reading it; {but}")

    def close(self) -> None:
        """Let go of it."""
        with self._lock:
            forks.closed(self._db)
            self._db.close()
