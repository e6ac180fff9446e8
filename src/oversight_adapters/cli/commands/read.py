"""`oversight read`: what documents say, and where."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from functools import cache, partial
from pathlib import Path

import attrs

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import adapters
from oversight_adapters.cli.exits import DONE, FAILED, PROBLEMS, WrongUse
from oversight_adapters.cli.fleet import spread
from oversight_adapters.cli.lines import reading_lines
from oversight_adapters.cli.mappings import reader_for
from oversight_adapters.cli.options import Books, Json, Strict
from oversight_adapters.cli.progress import progress
from oversight_adapters.cli.reading import Unread, read_all, tell_unread
from oversight_adapters.cli.sources import documents_in
from oversight_adapters.cli.tables import books_in
from oversight_adapters.readers.facts import Fact, facts, plain
from oversight_adapters.readers.mapped_table import MappedTableReader
from oversight_adapters.writers.footnotes import place
from oversight_adapters.writers.safe import shortened
from oversight_adapters.writers.wording import words
from oversight_core.ports import Reader
from oversight_core.reading import Problem, Reading

_FEW = 8  # documents that are read sooner than another process has begun
_ALONE = frozenset((".pdf",))  # what no Python code reads, and so nothing here can interrupt


@attrs.frozen
class _Way:
    """How documents are read and shown: what another process has to know of a command."""

    format: str | None
    mapping: str | None
    rulebook: tuple[str, ...]
    json: bool
    width: int


@attrs.frozen
class _Shown:
    """What was printed about one document, the exit code it asks for, and how many problems it has."""

    printed: str
    told: str
    exit: int
    problems: int


def read(
    first: str,
    /,
    *more: str,
    format: str | None = None,
    mapping: str | None = None,
    rulebook: Books = (),
    processes: int | None = None,
    json: Json = False,
    strict: Strict = False,
    full: bool = False,
) -> int:
    """Read documents and show every value with its words; nothing is kept.

    Parameters
    ----------
    first:
        A document, or a folder of them.
    more:
        More of the same.
    format:
        Which reader reads; without it, the one that recognises the document.
    mapping:
        A mapping file by which tables are read; see `oversight mapping guess`.
    processes:
        How many processes read many documents side by side; without it, one for each processor.
    full:
        Show words at their full length.
    """
    if processes is not None and processes < 1:
        raise WrongUse(f"--processes is at least 1, not {processes}")
    way = _Way(format, mapping, tuple(rulebook), json, 1_000_000 if full else 100)
    _mapped.cache_clear()  # files may have changed since another command
    _mapped(way)  # what is wrong with it is told once, and before anything is read
    if format:
        adapters().reader(format)
    files = documents_in((first, *more), besides=mapping)
    code, problems = DONE, 0
    for shown in progress(_all(files, way, processes), "reading", total=len(files)):
        sys.stdout.write(shown.printed)
        sys.stderr.write(shown.told)
        code, problems = max(code, shown.exit), problems + shown.problems
    return code or (PROBLEMS if strict and problems else DONE)


def _all(files: Sequence[Path], way: _Way, processes: int | None) -> Iterator[_Shown]:
    """What is shown of each document; a few are read in this process, unless one may take it with it."""
    if processes is None and len(files) <= _FEW and not any(path.suffix.lower() in _ALONE for path in files):
        return map(partial(_shown, way), files)
    return spread(
        files,
        partial(_shown, way),
        partial(_lost, way),
        processes=processes or min(os.cpu_count() or 1, len(files)) or 1,
    )


@cache
def _mapped(way: _Way) -> MappedTableReader | None:
    return reader_for(way.mapping, way.format, books_in(way.rulebook))


def _shown(way: _Way, path: Path) -> _Shown:
    """Read one document, and keep what is printed about it."""
    with redirect_stdout(io.StringIO()) as printed, redirect_stderr(io.StringIO()) as told:
        (result,) = read_all([path], format=way.format, mapped=_mapped(way))
        exit, problems = _show(way, result)
    return _Shown(printed.getvalue(), told.getvalue(), exit, problems)


def _lost(way: _Way, path: Path) -> _Shown:
    """What is shown of a document whose reader took its process with it."""
    why = f"{path}: its reader crashed, ran out of memory or did not come to an end; the other documents are read"
    with redirect_stdout(io.StringIO()) as printed, redirect_stderr(io.StringIO()) as told:
        tell_unread(Unread(str(path), Problem("reader-crashed", why, None, str(path)), FAILED), way.json)
    return _Shown(printed.getvalue(), told.getvalue(), FAILED, 1)


def _show(way: _Way, result: Reading | Unread) -> tuple[int, int]:
    """Print one document, and say which exit code it asks for and how many problems it has."""
    if isinstance(result, Unread):
        tell_unread(result, way.json)
        return result.exit, 1
    reader = _mapped(way) or adapters().reader(result.format)
    if way.json:
        for line in reading_lines(result, reader):
            out.json_line(line)
    else:
        _tell(result, reader, way.width)
    return DONE, len(result.problems)


def _tell(reading: Reading, reader: Reader, width: int) -> None:
    """A reading for people: its facts by item, its problems, and what was not understood."""
    name = reading.source.name if reading.source else ""
    out.heading(f"{name}: {reading.format}, {reading.coverage:.0%} of the telling sentences accounted for")
    by_item: dict[str, list[tuple[str, str, str, str]]] = {}
    for fact in facts(reading, reader):
        by_item.setdefault(str(fact.item), []).append(_row(fact, width))
    for item, rows in by_item.items():
        out.heading(item)
        out.table(("field", "value", "words", "where"), rows)
    if reading.problems:
        out.heading("Problems")
        out.table(("code", "what"), [(problem.code, problem.message) for problem in reading.problems])
    if reading.unaccounted:
        out.heading("Not understood")
        sentences = [(place(one.locator), shortened(one.text, width)) for one in reading.unaccounted]
        out.table(("where", "sentence"), sentences)


def _row(fact: Fact, width: int) -> tuple[str, str, str, str]:
    value, quote = shortened(_text(plain(fact.value)), width), shortened(fact.quote, width)
    words_ = "computed" if fact.quote is None else "the same" if quote == value else f"“{quote}”"
    return words(fact.field), value, words_, place(fact.locator)


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
