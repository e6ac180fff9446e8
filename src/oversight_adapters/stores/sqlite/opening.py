"""Opening: a new file is made whole or not at all, and a file that is not ours is never touched."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from oversight_adapters.stores.sqlite import forks
from oversight_adapters.stores.sqlite.placing import log_of, making, place
from oversight_adapters.stores.sqlite.schema import APPLICATION_ID, PAGE_SIZE, SCHEMA, VERSION
from oversight_adapters.stores.sqlite.told import telling, told
from oversight_core.errors import CorruptStore, ForeignFile, NewerStore, StoreFailed, StoreFull, StoreReadOnly

MAGIC = b"SQLite format 3\0"
HEADER = 100  # bytes; https://www.sqlite.org/fileformat.html#the_database_header


Upgrade = Callable[[sqlite3.Connection], None]
"""Brings a file of an older layout to the present one, or leaves it as it is and raises."""


def open_file(path: Path, *, read_only: bool, timeout: float, upgrade: Upgrade) -> sqlite3.Connection:
    """A connection to the store at a path, which is created, or upgraded, unless it is only to be read.

    Raises a `StoreFailed`: `ForeignFile`, `NewerStore`, `CorruptStore`, `StoreReadOnly`, `StoreLocked`, `StoreFull`.
    """
    location = str(path)
    check_name(path)
    with telling(location):
        if not os.path.lexists(path):
            if read_only:
                raise StoreFailed(location, "there is no such file")
            create(path)
        check_header(path)
        forks.check(path)
        may_write = _may_write(path) and _may_write(path.parent)
        read_only = read_only or not may_write
        try:
            db = connect(path, read_only=read_only, timeout=timeout)
        except sqlite3.OperationalError as error:
            if not may_write or not isinstance(told(error, location), StoreFull):
                raise
            db = connect(path, read_only=read_only, timeout=timeout, alone=True)
        try:
            if _version(db) != VERSION:
                if read_only:
                    raise StoreReadOnly(location, f"it has layout {_version(db)}; to be read it must become {VERSION}")
                upgrade(db)
            if not read_only and db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                with suppress(sqlite3.OperationalError):  # somebody else holds it, and will do
                    db.execute("PRAGMA journal_mode = WAL")
        except BaseException:
            db.close()
            raise
        forks.opened(db, path)
        return db


def check_name(path: Path) -> None:
    """Raise `StoreFailed` for a path that no file can have."""
    try:
        if b"\0" not in os.fsencode(path):
            return
    except UnicodeEncodeError:
        pass
    raise StoreFailed(ascii(str(path)), "no file can have this name")


def create(path: Path) -> None:
    """Put an empty store at a path, all at once; nothing happens if somebody else was faster."""
    if log_of(path).exists():
        raise StoreFailed(str(path), f"it is gone, but its log {log_of(path).name} is still there; put the file back")
    with making(path) as made:
        db = sqlite3.connect(made, isolation_level=None)
        try:
            db.execute(f"PRAGMA page_size = {PAGE_SIZE}")
            db.execute("PRAGMA journal_mode = WAL")
            db.executescript(SCHEMA)
        finally:
            db.close()
        with suppress(FileExistsError):
            place(made, path)


def check_header(path: Path) -> None:
    """Raise where the first bytes are not those of a store of ours; reads them and nothing else."""
    location = str(path)
    if not path.is_file():
        raise ForeignFile(location, "it is a folder" if path.is_dir() else "it is not an ordinary file")
    with path.open("rb") as file:
        header = file.read(HEADER)
    if not header:
        raise ForeignFile(location, "it is empty")
    if not header.startswith(MAGIC[: len(header)]):
        raise ForeignFile(location, "its content is not SQLite's")
    if len(header) < HEADER:
        raise CorruptStore(location, "it ends within its header")
    if _number(header, 68) != APPLICATION_ID:
        raise ForeignFile(location, "it is a database of another application")
    if _number(header, 60) > VERSION:
        raise NewerStore(location, f"layout {_number(header, 60)}; this version knows {VERSION}")
    _check_length(path, header)


def _check_length(path: Path, header: bytes) -> None:
    """Raise where the file is shorter than it says; with a log beside it, the log may still hold the rest."""
    page = int.from_bytes(header[16:18]) % 65535 or 65536  # 1 stands for 65536
    promised, found = page * _number(header, 28), path.stat().st_size
    log = log_of(path)
    if found < promised and not (log.exists() and log.stat().st_size):
        raise CorruptStore(str(path), f"it ends after {found} of {promised} bytes")


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4])


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _version(db: sqlite3.Connection) -> int:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    return version


def connect(path: Path, *, read_only: bool, timeout: float, alone: bool = False) -> sqlite3.Connection:
    """A connection to a file that is there, of whatever layout; raises `NewerStore`, and what SQLite raises."""
    mode = "mode=rw"
    if read_only and not alone:
        still = not _may_write(path.parent) and not log_of(path).exists()
        mode = "mode=ro&immutable=1" if still else "mode=ro"  # where nobody can make a log, nobody needs one
    db = sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        timeout=timeout,
        isolation_level=None,
        check_same_thread=False,
        factory=forks.Connection,
        cached_statements=64,
    )
    try:
        if alone:  # there is no room for an index beside the file: it is kept in memory, and everybody else out
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
        if _version(db) > VERSION:  # the log may be ahead of the header
            raise NewerStore(str(path), f"layout {_version(db)}; this version knows {VERSION}")
        for setting in ("synchronous = FULL", "secure_delete = ON", "temp_store = MEMORY", "trusted_schema = OFF"):
            db.execute(f"PRAGMA {setting}")
        if read_only:
            db.execute("PRAGMA query_only = ON")
    except BaseException:
        db.close()
        raise
    return db
