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
from oversight_adapters.cli.options import DEFAULT_STORE, PRESENT, Dates, Json, Store
from oversight_adapters.cli.progress import working
from oversight_core.moments import NOW


def export(
    format: str,
    /,
    *,
    output: str | None = None,
    store: Store = DEFAULT_STORE,
    dates: Dates = PRESENT,
    json: Json = False,
) -> None:
    """Write the record in another format, on standard output or into a file.

    Parameters
    ----------
    format:
        One of the writers in `oversight adapters`, such as jsonlines, markdown or csv.
    output:
        The file; it is replaced only when all of it is written.  What is no regular file, such as a pipe, is written
        directly.
    """
    kind = adapters().writers[format]
    as_of = dates.moments()
    if as_of != NOW and not kind.dated:
        raise WrongUse(f"{format} writes every entry, whatever the date; leave the dates out or choose another format")
    if json and not output:
        raise WrongUse("--json tells of the file that is written; name one with --output")
    writer = kind.make(as_of)
    with open_register(store) as register:
        if not output:
            writer.write(register, sys.stdout)
            return
        with working("writing"), _opened(Path(output)) as file:
            writer.write(register, file)
    if json:
        out.json_line({"type": "export", "format": format, "output": output})
    else:
        out.line(f"{output} is written")


@contextmanager
def _opened(path: Path) -> Iterator[IO[str]]:
    """The file to write to, whatever it is; raises `FileFailed`."""
    try:
        special = path.exists() and not path.is_file() and not path.is_dir()  # a pipe, a terminal, nothing at all
        # Behind a link stands what is to be replaced.
        with path.open("w", encoding="utf-8", newline="") if special else whole_file(path.resolve()) as file:
            yield file
    except (OSError, RuntimeError) as error:  # links that go round are either
        why = getattr(error, "strerror", None) or error
        raise FileFailed(str(path), "unwritable", f"it cannot be written ({why})") from None


@contextmanager
def whole_file(path: Path) -> Iterator[IO[str]]:
    """A file that appears under its name when all of it is written, and not before; raises `OSError`."""
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
