"""Placing: a file is made under another name, and given its own when it is whole."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from glob import escape
from pathlib import Path
from uuid import uuid4

from oversight_adapters.stores.sqlite.told import told
from oversight_core.errors import StoreLocked


def log_of(path: Path) -> Path:
    """The write-ahead log beside a file."""
    return path.with_name(path.name + "-wal")


def _beside(path: Path) -> tuple[Path, Path]:
    return log_of(path), path.with_name(path.name + "-shm")


def unfinished(path: Path) -> tuple[Path, ...]:
    """What killed programs left of files that they were making under this name; it may hold what a record held."""
    with suppress(OSError):
        return tuple(sorted(path.parent.glob(f".{escape(path.name)}-{'[0-9a-f]' * 32}")))
    return ()


@contextmanager
def making(path: Path) -> Iterator[Path]:
    """A file beside a path, in which something is made; nothing is left of it but what was placed."""
    made = path.with_name(f".{path.name}-{uuid4().hex}")
    try:
        made.touch(exist_ok=False)  # says better than SQLite why it cannot be
        yield made
    finally:
        for leftover in (made, *_beside(made)):
            leftover.unlink(missing_ok=True)


def place(made: Path, path: Path) -> None:
    """Give a finished file its name; raises `FileExistsError` where the name is taken."""
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError(path) from None
        made.rename(path)
    _keep_name(path)


def place_over(made: Path, path: Path, *, timeout: float) -> None:
    """Put a finished file in the place of another, store or not; raises `StoreLocked` where a program has that open."""
    location = str(path)
    with closing(sqlite3.connect(path, timeout=timeout, isolation_level=None)) as old:
        try:
            old.execute("PRAGMA journal_mode = DELETE")  # which nobody can who is not alone; the log is gone then
            old.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if isinstance(told(error, location), StoreLocked):
                raise StoreLocked(location, "it is open there, and would be replaced") from error
            for log in _beside(path):  # it is no store, or none that can be used; its log must not meet the new one
                log.unlink(missing_ok=True)
        try:
            shutil.copymode(path, made)
            made.replace(path)
        except OSError:
            with suppress(sqlite3.Error):
                old.execute("ROLLBACK")
                old.execute("PRAGMA journal_mode = WAL")
            raise
    _keep_name(path)


def _keep_name(path: Path) -> None:
    """Let the name of a file outlive a power cut, where the system can promise that."""
    with suppress(OSError):
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
