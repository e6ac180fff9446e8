"""Files that a command may write to: never the record that it reads, and never what only a slip would replace."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from oversight_adapters.cli.desk import place_of
from oversight_adapters.cli.exits import WrongUse
from oversight_adapters.stores.sqlite.opening import MAGIC

LOGS = ("-wal", "-shm", "-journal")
"""What the names of the files that SQLite keeps beside a store end in, after the name of the store."""
_CALENDAR = b"begin:vcalendar"
_MARK = b"\xef\xbb\xbf"  # with which some programs begin a text in UTF-8


def not_the_record(path: str, store: str, *, ends: tuple[str, ...] = ("", *LOGS)) -> None:
    """Raise `WrongUse` where a path leads to the file of a store, or to one that SQLite keeps beside it.

    `ends` are the ends of those names that are looked at.
    """
    place = place_of(store)
    if place and _is_of(Path(path), Path(place), ends):
        raise WrongUse(f"{path} is a file of the record {store} itself, and nothing was written; name another file")


def not_a_database(path: str) -> None:
    """Raise `WrongUse` where a path leads to a database, which may be a record or its backup."""
    if _begins(path, len(MAGIC)) == MAGIC:
        raise WrongUse(f"{path} is a database, perhaps a record, and is not replaced; name another file")


def only_a_calendar(path: str) -> None:
    """Raise `WrongUse` where a path leads to a file that is there and is no calendar."""
    if not Path(path).is_file():
        return
    if not _begins(path, 100).removeprefix(_MARK).lstrip().lower().startswith(_CALENDAR):
        raise WrongUse(f"{path} is there already, is no calendar, and is not replaced; name another file with --ics")


def _is_of(path: Path, record: Path, ends: tuple[str, ...]) -> bool:
    """Whether a path leads to a file of a record, or would; one that leads nowhere does not."""
    with suppress(OSError, RuntimeError, ValueError):
        target, record = path.resolve(), record.resolve()
        return any(_are_one(target, record.with_name(record.name + end)) for end in ends)
    return False


def _are_one(one: Path, other: Path) -> bool:
    return one == other or (one.exists() and other.exists() and one.samefile(other))


def _begins(path: str, most: int) -> bytes:
    """The first bytes of an ordinary file; none of what cannot be read, which nobody replaces unseen."""
    with suppress(OSError, ValueError):
        if Path(path).is_file():
            with Path(path).open("rb") as file:
                return file.read(most)
    return b""
