"""`oversight export`: the record in another format; a file is whole or is not there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import adapters, open_register
from oversight_adapters.cli.exits import FileFailed, WrongUse
from oversight_adapters.cli.options import DEFAULT_STORE, PRESENT, Dates, Store
from oversight_adapters.cli.progress import working
from oversight_core.moments import NOW


def export(format: str, /, *, output: str | None = None, store: Store = DEFAULT_STORE, dates: Dates = PRESENT) -> None:
    """Write the record in another format, on standard output or into a file.

    Parameters
    ----------
    format:
        One of the writers in `oversight adapters`, such as jsonlines, markdown or csv.
    output:
        The file; it is replaced only when all of it is written.
    """
    kind = adapters().writers[format]
    as_of = dates.moments()
    if as_of != NOW and not kind.dated:
        raise WrongUse(f"{format} writes every entry, whatever the date; leave the dates out or choose another format")
    writer = kind.make(as_of)
    with open_register(store) as register:
        if not output:
            writer.write(register, sys.stdout)
            return
        with working("writing"), whole_file(Path(output)) as file:
            writer.write(register, file)
    out.line(f"{output} is written")


@contextmanager
def whole_file(path: Path) -> Iterator[IO[str]]:
    """A file that appears under its name when all of it is written, and not before; raises `FileFailed`."""
    try:
        with NamedTemporaryFile(
            "w", encoding="utf-8", newline="", dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            try:
                yield file
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise
        _into_place(Path(file.name), path)
    except OSError as error:
        raise FileFailed(str(path), "unwritable", f"it cannot be written ({error.strerror or error})") from None


def _into_place(written: Path, path: Path) -> None:
    try:
        written.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        written.replace(path)
    except OSError:
        written.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The mask of new files, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
