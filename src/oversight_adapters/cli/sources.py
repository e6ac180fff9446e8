"""Files to sources: every path that was named, the files of a folder in order, and why one cannot be read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from oversight_adapters.cli.exits import FileFailed
from oversight_adapters.scoring.labels import ENDING
from oversight_adapters.texts.documents import document_text
from oversight_adapters.texts.layers import Layer
from oversight_adapters.texts.plain import LARGEST, is_markup
from oversight_core.errors import OversightError
from oversight_core.moments import Moment
from oversight_core.provenance import Source


def documents_in(named: Iterable[str], *, besides: str | None = None) -> list[Path]:
    """The files that were named; for a folder those in it, at any depth, in the order of their names.

    Hidden ones, pipes and devices, label files, and the one `besides`, such as the mapping that the others are read by,
    are left out of a folder.  One without any stands for itself, so that it is told in its turn.
    """
    aside = Path(besides).absolute() if besides else None
    return [path for name in named for path in list(_documents(Path(name), aside)) or [Path(name)]]


def labels_in(named: Iterable[str]) -> list[Path]:
    """The label files that were named, and those in the folders that were."""
    files = (path for name in named for path in list(_inside(Path(name))) or [Path(name)])
    return [path for path in files if path.name.endswith(ENDING)]


def _documents(folder: Path, aside: Path | None) -> Iterator[Path]:
    return (path for path in _inside(folder) if not path.name.endswith(ENDING) and path.absolute() != aside)


def _inside(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from filter(_is_document, (Path(root, name) for name in sorted(files) if not name.startswith(".")))


def _is_document(path: Path) -> bool:
    """Whether this is a file, or leads to none and is told so; whoever opens a pipe waits for somebody to fill it."""
    return path.is_file() or not path.exists()


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


HINT = "a document may be plain text, a saved web page, a PDF or a .docx; if it is of one of these, name the --format"
"""What to do with a document that nobody recognises."""


SCAN_HINT = "its pages are pictures; recognise their text first, with an OCR program such as ocrmypdf"
"""What to do with a PDF whose pages have no text."""


TABLE_HINT = "it is a table: `oversight mapping guess {}` proposes a mapping file, and --mapping reads by it"
"""How to read what is a table."""

_TABLES = (".csv", ".tsv", ".xlsx", ".xls", ".json", ".jsonl", ".ndjson")


def hint(source: Source) -> str:
    """How to make of this source what can be read; empty where neither its bytes nor its name tell."""
    start = source.content[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    if _is_table(source, start):
        return TABLE_HINT.format(source.name or "FILE")
    return SCAN_HINT if start.startswith(b"%PDF") and _is_scan(source) else ""


def _is_scan(source: Source) -> bool:
    """Whether a PDF has no text that a reader could recognise, since its pages are pictures."""
    try:
        places = document_text(source).places
    except OversightError:
        return False
    return isinstance(places, Layer) and any(problem.code == "needs-ocr" for problem in places.problems)


def _is_table(source: Source, start: bytes) -> bool:
    """Whether a source is a workbook or JSON by its bytes, a table by its name, or has as many commas in each line."""
    if start.startswith(b"PK"):
        return b"xl/workbook" in source.content
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return "Workbook".encode("utf-16-le") in source.content
    if start.startswith((b"%PDF", b"{\\rtf")) or is_markup(source.content):
        return False
    if start.startswith((b"[{", b'{"')) or source.name.lower().endswith(_TABLES):
        return True
    lines = [line for line in source.content[:4096].splitlines()[:-1] if line.strip()]
    marks = ({line.count(mark) for line in lines} for mark in (b"\t", b";", b"|", b","))
    return len(lines) > 1 and any(len(counts) == 1 and 0 not in counts for counts in marks)
