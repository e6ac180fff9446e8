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


def paths(named: Iterable[str], *, besides: str | None = None) -> list[Path]:
    """The files that were named; for a folder those in it, at any depth, in the order of their names, hidden ones and
    the one `besides` left out.  A folder without any stands for itself, so that it is told in its turn."""
    return [path for name in named for path in list(_others(Path(name), besides)) or [Path(name)]]


def _others(folder: Path, besides: str | None) -> Iterator[Path]:
    """The files in a folder but one, such as the mapping that they are read by."""
    aside = Path(besides).absolute() if besides else None
    return (path for path in _inside(folder) if path.absolute() != aside)


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


TABLE_HINT = "it is a table: `oversight mapping guess {}` proposes a mapping file, and --mapping reads by it"
"""How to read what is a table."""

_TABLES = (".csv", ".tsv", ".xlsx", ".json", ".jsonl", ".ndjson")


def hint(source: Source) -> str:
    """How to make of this source what can be read; empty where neither its bytes nor its name tell."""
    start = source.content[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    if _is_table(source, start):
        return TABLE_HINT.format(source.name or "FILE")
    return next((advice for mark, advice in HINTS if start.startswith(mark)), "")


def _is_table(source: Source, start: bytes) -> bool:
    """Whether a source is a workbook or JSON by its bytes, a table by its name, or has as many commas in each line."""
    if start.startswith(b"PK"):
        return b"xl/workbook" in source.content
    if any(start.startswith(mark) for mark, _ in HINTS):
        return False
    if start.startswith((b"[{", b'{"')) or source.name.lower().endswith(_TABLES):
        return True
    lines = [line for line in source.content[:4096].splitlines()[:-1] if line.strip()]
    marks = ({line.count(mark) for line in lines} for mark in (b"\t", b";", b"|", b","))
    return len(lines) > 1 and any(len(counts) == 1 and 0 not in counts for counts in marks)
