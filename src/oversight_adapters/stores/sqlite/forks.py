"""Forks: SQLite's locks stay with the process that took them, so a child may not use what was open when it was forked.

Not even through a connection of its own: SQLite finds the file open in what it takes for this process, locks nothing,
and what the child is told is written is lost when the others let go of the file.
https://www.sqlite.org/howtocorrupt.html#_carrying_an_open_database_across_a_fork_
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from weakref import WeakKeyDictionary

from oversight_core.errors import StoreFailed

File = tuple[int, int]  # device and number: the same file under any name

WHY = "it was open when this process was forked; open it in the child alone, or start the child by spawn"

_open: WeakKeyDictionary[sqlite3.Connection, File] = WeakKeyDictionary()
_inherited: set[File] = set()


class Connection(sqlite3.Connection):
    """A connection that can be kept in mind without being kept alive."""


def opened(db: sqlite3.Connection, path: Path) -> None:
    """Keep in mind that a connection has a file open."""
    _open[db] = _file(path)


def closed(db: sqlite3.Connection) -> None:
    """It has not any more."""
    _open.pop(db, None)


def check(path: Path) -> None:
    """Raise `StoreFailed` for a file that was open when this process was forked."""
    if _inherited and _file(path) in _inherited:
        raise StoreFailed(str(path), WHY)


def _file(path: Path) -> File:
    found = path.stat()
    return found.st_dev, found.st_ino


def _forked() -> None:
    _inherited.update(_open.values())


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forked)
