"""A document as a file: it is whole, or it is not there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

import attrs

from oversight_core.errors import OversightError
from oversight_core.ports import Writer
from oversight_core.register import Register


@attrs.frozen
class UnwritableFile(OversightError, OSError):
    """A file that could not be written; what stood there before stands there still."""

    path: str
    why: str

    def __str__(self) -> str:
        return f"{self.path} cannot be written ({self.why}); what stood there before is as it was"


def write_file(writer: Writer, record: Register, path: str | PathLike[str]) -> None:
    """Write a record into a file, in UTF-8: all of it, or the file stays as it was.

    Behind a link stands what is replaced.  What is no regular file, such as a pipe, is written directly.  Raises
    `UnwritableFile`; what the writer or the record raises of its own comes through, and nothing is left behind.
    """
    with whole_file(path) as out:
        writer.write(record, out)


@contextmanager
def whole_file(path: str | PathLike[str]) -> Iterator[IO[str]]:
    """What is written to it appears in the file when all of it is written, and not before; the same rules hold."""
    with _told(Path(path)) as target, _special(target) if _is_special(target) else _whole(target) as out:
        yield out


@contextmanager
def _told(path: Path) -> Iterator[Path]:
    """The file behind a path; what the file system says against it becomes an error of ours."""
    try:
        target = path.resolve()
    except (OSError, RuntimeError) as error:  # links that go round are either
        raise UnwritableFile(str(path), f"{error}") from error
    try:
        yield target
    except OSError as error:
        raise UnwritableFile(str(path), error.strerror or f"{error}") from error
    except UnicodeEncodeError as error:
        raise UnwritableFile(
            str(path), f"it would hold what UTF-8 cannot say, {error.object[error.start]!r}"
        ) from error


def _is_special(path: Path) -> bool:
    """Whether a path is a pipe, a terminal, nothing at all: what can be written to, but not replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _special(path: Path) -> IO[str]:
    return path.open("w", encoding="utf-8", newline="")


@contextmanager
def _whole(path: Path) -> Iterator[IO[str]]:
    """A file that appears under its name when all of it is written, and not before."""
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
