"""Backing up: a copy of a store that is proved and noted before it gets its name, while others go on writing."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from os import PathLike
from pathlib import Path

from oversight_adapters.codec import Codec
from oversight_adapters.stores.admit import Clock, recording
from oversight_adapters.stores.marks import parse_instant
from oversight_adapters.stores.sqlite import checking, opening, statements, tables
from oversight_adapters.stores.sqlite.decoding import decoder
from oversight_adapters.stores.sqlite.file import OpenFile
from oversight_adapters.stores.sqlite.placing import log_of, making, place, place_over
from oversight_adapters.stores.sqlite.told import sound, telling, told
from oversight_core.errors import CorruptStore, StoreFailed, StoreFull
from oversight_core.ledger.entry import Receipt
from oversight_core.ports import Backup, Progress

PAGES = 1_000
"""How many pages are copied at a time; 8 MiB."""

TAKEN = "there is a file of this name already, and nobody said to replace it"


def back_up(
    file: OpenFile, to: str | PathLike[str], *, clock: Clock, codec: Codec, replace: bool, progress: Progress
) -> Receipt:
    """Copy the record of a file into another, and give its head; the copy is verified, noted in both, and then placed.

    Raises a `StoreFailed`.
    """
    source, target = named(file.location), named(to)
    check_names(source, target, replace=replace)
    with file.writing() as db:  # whoever may not note a backup makes none
        made_at = recording(clock, tables.head(db))
    with telling(str(target)), making(target) as made:
        head = copy(source, made, timeout=file.timeout, progress=progress)
        with closing(opening.connect(made, read_only=False, timeout=file.timeout)) as db, sound(str(made)):
            note(db, made_at=made_at, location=str(target), head=head)
            with telling(file.location):  # what is wrong with the copy is wrong with what was copied
                verdict = checking.verify(db, codec, decoder(file.location, codec), head)
        if not verdict.holds:
            raise CorruptStore(file.location, f"it does not hold, and was not copied: {verdict.why}")
        with file.writing() as db:
            check_still_knows(db, head, str(target))
            note(db, made_at=made_at, location=str(target), head=head)
        place_backup(made, target, replace=replace, timeout=file.timeout)
    return head


def named(path: str | PathLike[str]) -> Path:
    """The file that a path names, behind whatever links; raises `StoreFailed` for a name that no file can have."""
    opening.check_name(Path(path))
    try:
        return Path(path).resolve()
    except (OSError, RuntimeError) as error:  # links that go round are either
        raise StoreFailed(str(path), getattr(error, "strerror", None) or "its links go round") from error


def check_names(source: Path, path: Path, *, replace: bool) -> None:
    """Raise `StoreFailed` where a store cannot be copied to a path, or must not be."""
    if os.fsencode(path).decode(errors="replace") != str(path):
        raise StoreFailed(ascii(str(path)), "a backup is noted by its name, and this one is no text")
    if path.is_dir():
        raise StoreFailed(str(path), "it is a folder")
    if path.exists() and not path.is_file():  # a device must not become a file
        raise StoreFailed(str(path), "it is not an ordinary file")
    if path.exists() and path.samefile(source):
        raise StoreFailed(str(path), "a store and its backup are two files, this is one")
    if os.path.lexists(path) and not replace:
        raise StoreFailed(str(path), TAKEN)
    if log_of(path).exists() and not os.path.lexists(path):
        raise StoreFailed(str(path), f"it is gone, but its log {log_of(path).name} is still there; put the file back")


def copy(source: Path, made: Path, *, timeout: float, progress: Progress) -> Receipt:
    """Copy a store as it is at one moment, a few pages at a time, and give its head.

    Only those may read the copy who may read the store.  Raises a `StoreFailed`, and what SQLite raises of a full disk.
    """
    shutil.copymode(source, made)
    try:
        with (
            closing(opening.connect(source, read_only=True, timeout=timeout)) as old,
            closing(sqlite3.connect(made, isolation_level=None)) as new,
        ):
            old.execute("BEGIN")  # so that it need not begin again when others write
            head = tables.head(old)
            old.backup(new, pages=PAGES, progress=lambda _, left, total: progress(total - left, total))
    except sqlite3.Error as error:
        if isinstance(told(error, str(made)), StoreFull):
            raise
        raise told(error, str(source)) from error
    return Receipt(head.position, head.link)


def note(db: sqlite3.Connection, *, made_at: str, location: str, head: Receipt) -> None:
    """Note a backup in a store."""
    db.execute(statements.PUT_BACKUP, (made_at, location, head.position, head.hash))


def noted(db: sqlite3.Connection) -> tuple[Backup, ...]:
    """The backups that a store knows of, in the order in which they were made."""
    found = db.execute(statements.BACKUPS).fetchall()
    return tuple(Backup(parse_instant(made_at), location, Receipt(*head)) for made_at, location, *head in found)


def check_still_knows(db: sqlite3.Connection, head: Receipt, location: str) -> None:
    """Raise `StoreFailed` where words were disposed of after a head: a copy of that time still holds them."""
    if db.execute(statements.DISPOSED_AFTER, (head.position,)).fetchone():
        raise StoreFailed(location, "words were disposed of while it was made, and it would hold them; make it again")


def place_backup(made: Path, path: Path, *, replace: bool, timeout: float) -> None:
    """Give a finished file its name; raises `StoreFailed` where the name is taken, and not to be replaced."""
    if replace and os.path.lexists(path):
        place_over(made, path, timeout=timeout)
        return
    try:
        place(made, path)
    except FileExistsError:
        raise StoreFailed(str(path), TAKEN) from None
