"""Files to sources: every path that was named, the files of a folder in order, and why one cannot be read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from oversight_adapters.cli.exits import FileFailed
from oversight_adapters.texts.plain import LARGEST
from oversight_core.moments import Moment
from oversight_core.provenance import Source


def paths(named: Iterable[str]) -> list[Path]:
    """The files that were named; for a folder those in it, at any depth, in the order of their names, hidden ones
    left out.  A folder without any stands for itself, so that it is told in its turn."""
    return [path for name in named for path in list(_inside(Path(name))) or [Path(name)]]


def _inside(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root, name) for name in sorted(files) if not name.startswith("."))


def source(path: Path, *, dated_on: Moment | None = None) -> Source:
    """The bytes of a file as a source.  Raises `FileFailed` where there is no such file, it is empty, or too large."""
    if path.is_dir():
        raise FileFailed(str(path), "empty", "there is no file in this folder")
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)  # never more, whatever the path turns out to be
    except FileNotFoundError:
        raise FileFailed(str(path), "not-found", "there is no such file") from None
    except OSError as error:
        raise FileFailed(str(path), "unreadable", f"it cannot be read ({error.strerror or error})") from None
    if not content.strip():
        raise FileFailed(str(path), "empty", "it is empty")
    if len(content) > LARGEST:
        limit = f"{LARGEST // 1024**2} MB"
        raise FileFailed(str(path), "too-large", f"it has more than the {limit} that a document may have")
    return Source.of(content, name=str(path), dated_on=dated_on, retrieved_at=datetime.now(UTC))


HINTS = (
    (b"%PDF", "it is a PDF: make text of it with `pdftotext -layout FILE.pdf FILE.txt` and read that"),
    (b"PK\x03\x04", "it is a packed file, such as a Word document: save it as plain text and read that"),
    (b"\xd0\xcf\x11\xe0", "it is an old Office file: save it as plain text and read that"),
    (b"{\\rtf", "it is rich text: save it as plain text and read that"),
    (b"<", "it is a web page: open it in a browser, copy all of its text into a text file, and read that"),
)
"""What a file is by its first bytes, and how to make text of it."""


HINT = "copy the text of the page, or what `pdftotext -layout` makes of a PDF, into a text file, or name a --format"
"""How to make text of anything else."""


def hint(source: Source) -> str:
    """How to make of this source what can be read; empty where its first bytes do not tell."""
    start = source.content[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    return next((advice for mark, advice in HINTS if start.startswith(mark)), "")
