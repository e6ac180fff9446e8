"""One document after the other, each read or told why not: what `read` and `import` share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from oversight_adapters.cli import out
from oversight_adapters.cli.desk import adapters
from oversight_adapters.cli.exits import FAILED, WRONG_USE, FileFailed, code_of
from oversight_adapters.cli.lines import problem_line
from oversight_adapters.cli.sources import HINT, hint, source
from oversight_adapters.readers.mapped_table import MappedTableReader, TableRefused
from oversight_core.errors import AmbiguousFormat, OversightError, UnknownFormat, UnreadableSource
from oversight_core.moments import Moment
from oversight_core.provenance import Source
from oversight_core.reading import Problem, Reading

CODES: dict[type[OversightError], str] = {
    UnknownFormat: "unknown-format",
    AmbiguousFormat: "ambiguous-format",
    TableRefused: "table-refused",
}
"""Codes of problems with a whole document; those of a file stand in its error."""


@attrs.frozen
class Unread:
    """A document that could not be read: the problem in a sentence, the exit code it asks for, and what led to it."""

    name: str
    problem: Problem
    exit: int
    reasons: tuple[Problem, ...] = ()


def read_all(
    paths: Iterable[Path],
    *,
    format: str | None = None,
    dated_on: Moment | None = None,
    mapped: MappedTableReader | None = None,
) -> Iterator[Reading | Unread]:
    """A reading, or why there is none, for each path; one bad document does not stop the run.

    A reader that is made of a mapping reads them all.  Raises `UnknownAdapter` where no reader has the name `format`.
    """
    if format:
        adapters().reader(format)
    for path in paths:
        yield _read(path, format, dated_on, mapped)


def _read(
    path: Path, format: str | None, dated_on: Moment | None, mapped: MappedTableReader | None
) -> Reading | Unread:
    document: Source | None = None
    try:
        document = source(path, dated_on=dated_on)
        return mapped.take(document) if mapped else adapters().read(document, format=format or "")
    except OversightError as error:
        return _unread(path, document, error, hinted=mapped is None)
    except Exception as error:  # a reader of somebody else's that breaks; the next document is read all the same
        said = f"{path}: its reader failed ({type(error).__name__}: {error}); please report it to who brings the reader"
        return Unread(str(path), Problem("reader-failed", said, None, _name(path, document)), FAILED)


def _unread(path: Path, document: Source | None, error: OversightError, *, hinted: bool) -> Unread:
    """Why a document is not read; who named a mapping is not told how to come by one."""
    said = str(error)
    if hinted and document is not None and (advice := _advice(document, error)):
        said = f"{said}; {advice}"
    reasons = error.reasons if isinstance(error, TableRefused) else ()
    return Unread(str(path), Problem(_code(error), said, None, _name(path, document)), _exit(error), reasons)


def _advice(document: Source, error: OversightError) -> str:
    """How to make text of it: of a kind of file that we know by its first bytes, and of a format that nobody reads."""
    if isinstance(error, UnknownFormat):
        return hint(document) or HINT
    return hint(document) if isinstance(error, UnreadableSource) else ""


def _name(path: Path, document: Source | None) -> str:
    return document.digest if document else str(path)


def _code(error: OversightError) -> str:
    if isinstance(error, FileFailed):
        return error.code
    return CODES.get(type(error), "unreadable")


def _exit(error: OversightError) -> int:
    if isinstance(error, TableRefused):
        return FAILED
    return WRONG_USE if isinstance(error, UnknownFormat | AmbiguousFormat) else code_of(error)


def tell_unread(unread: Unread, json: bool) -> None:
    """Say why a document could not be read: as a line of the answer, or on standard error."""
    if json:
        for problem in (*unread.reasons, unread.problem):
            out.json_line(problem_line(problem))
    else:
        out.tell(unread.problem.message)
