"""Files of batches: each is there whole or not at all, and no two programs can make the same one.

A batch is written under a passing name, forced to the disk, and then linked to the name of its first position.  The
link fails where somebody else has taken that position: so the name is the lock.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from oversight_adapters.stores.plain import from_plain, to_plain
from oversight_adapters.stores.rows import ODD, Row
from oversight_core import CorruptStore

SUFFIX = ".jsonl"


def place(folder: Path, position: int) -> Path:
    """The file of the batch that begins at a position.

    >>> place(Path("record"), 17).name
    '000000000017.jsonl'
    """
    return folder / f"{position:012}{SUFFIX}"


def every(folder: Path) -> Iterator[Row]:
    """All rows of a folder, in the order of its files."""
    for file in sorted(folder.glob(f"{'[0-9]' * 12}{SUFFIX}")):
        yield from read(file)


def read(file: Path) -> list[Row]:
    """The rows of a batch.  Raises `CorruptStore` where a line is none."""
    try:
        return [from_plain(json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()]
    except ODD as error:
        raise CorruptStore(str(file), f"a line of it is no entry: {error}") from error


def create(file: Path, rows: Iterable[Row]) -> None:
    """Make the file of a batch.  Raises `FileExistsError` where another program was faster."""
    with _written(file.parent, rows) as part:
        file.hardlink_to(part)


def replace(file: Path, rows: Iterable[Row]) -> None:
    """Put other rows in the place of those of a batch: the same ones, without the words that are forgotten."""
    with _written(file.parent, rows) as part:
        part.replace(file)


@contextmanager
def _written(folder: Path, rows: Iterable[Row]) -> Iterator[Path]:
    """Rows under a passing name, safe on the disk; so is, in the end, what the body makes of it."""
    with TemporaryDirectory(prefix=".", dir=folder) as room:
        part = Path(room, "rows")
        with part.open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(json.dumps(to_plain(row)) + "\n" for row in rows)
            out.flush()
            os.fsync(out.fileno())
        yield part
    _settle(folder)


def _settle(folder: Path) -> None:
    """Force the names in a folder to the disk, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
