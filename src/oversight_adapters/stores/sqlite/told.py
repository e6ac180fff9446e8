"""What SQLite and the operating system say went wrong, in the terms of a store."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile

from oversight_adapters.stores.rows import ODD
from oversight_core.errors import CorruptStore, ForeignFile, StoreFailed, StoreFull, StoreLocked, StoreReadOnly

FULL = "the disk or its quota is full"

SQLITE: tuple[tuple[str, type[StoreFailed], str], ...] = (
    # the start of SQLite's name for it, our error, and why in other words than SQLite's; the first that fits counts
    ("SQLITE_BUSY", StoreLocked, "it is being written"),
    ("SQLITE_LOCKED", StoreLocked, "it is being written"),
    ("SQLITE_PROTOCOL", StoreLocked, "too many programs use it at once"),
    ("SQLITE_READONLY_DBMOVED", StoreFailed, "the file was moved or deleted while it was open"),
    ("SQLITE_READONLY", StoreReadOnly, "it may only be read"),
    ("SQLITE_PERM", StoreReadOnly, "access is denied"),
    ("SQLITE_FULL", StoreFull, FULL),
    ("SQLITE_NOTADB", ForeignFile, "its content is not SQLite's"),
    ("SQLITE_CORRUPT", CorruptStore, "a page of the file makes no sense"),
    ("SQLITE_CONSTRAINT", CorruptStore, "its tables contradict each other"),
    ("SQLITE_IOERR_SHORT_READ", CorruptStore, "the file ends too early"),
    ("SQLITE_CANTOPEN", StoreFailed, "it cannot be opened"),
    ("SQLITE_IOERR", StoreFailed, "the disk reports an error"),
)

ROOM = 64 * 2**10
"""Bytes that must find room beside the file: the smallest index of its log, and some pages more."""

SYSTEM: dict[int, type[StoreFailed]] = {
    errno.EACCES: StoreReadOnly,
    errno.EPERM: StoreReadOnly,
    errno.EROFS: StoreReadOnly,
    errno.ENOSPC: StoreFull,
    errno.EDQUOT: StoreFull,
    errno.EFBIG: StoreFull,
}


def told(error: sqlite3.Error, location: str) -> StoreFailed:
    """Our error for one of SQLite's."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_IOERR") and _is_full(location):
        return StoreFull(location, FULL)
    for start, kind, why in SQLITE:
        if name.startswith(start):
            return kind(location, why)
    said = str(error).lower()
    if "no such" in said or "decode" in said:  # a table or column is gone, or a text is no text any more
        return CorruptStore(location, " ".join(str(error).split()))
    return StoreFailed(location, " ".join(str(error).split()))


def _is_full(location: str) -> bool:
    """Whether nothing can be put beside a file: SQLite keeps to itself what the system told it, so ask again."""
    try:
        with TemporaryFile(dir=os.path.dirname(os.path.abspath(location)), buffering=0) as file:
            left = bytes(ROOM)
            while left:
                left = left[file.write(left) :]
    except OSError as error:
        return SYSTEM.get(error.errno or 0) is StoreFull
    return False


@contextmanager
def telling(location: str) -> Iterator[None]:
    """Raise our errors for those of SQLite and of the operating system."""
    try:
        yield
    except sqlite3.Error as error:
        raise told(error, location) from error
    except UnicodeDecodeError as error:
        raise CorruptStore(location, "a text in it is no text") from error
    except OSError as error:
        kind = SYSTEM.get(error.errno or 0, StoreFailed)
        raise kind(location, (error.strerror or str(error)).lower()) from error


@contextmanager
def sound(location: str) -> Iterator[None]:
    """Raise `CorruptStore` where what is read is not of a kind that a store writes."""
    try:
        yield
    except StoreFailed:
        raise
    except ODD as error:
        raise CorruptStore(location, f"a value in it is none that a store writes: {error}") from error
