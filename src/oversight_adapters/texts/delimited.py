"""CSV and its kin to a grid: the delimiter is found, every word stays as printed, what does not hold together is told.

A row's number is that of its record, as a spreadsheet program shows it: a line end inside quotes begins no row, and
blank lines count.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice

import attrs

from oversight_adapters.texts.faults import Faults
from oversight_adapters.texts.grid import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Grid, Row, Sheet, trimmed
from oversight_adapters.texts.plain import decode
from oversight_adapters.texts.quotes import records
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Cell, Source
from oversight_core.quick import maker
from oversight_core.reading import Problem, Text

DELIMITERS = ",;\t|"

_SAMPLE_LINES = 500
_SAMPLE_LENGTH = 200_000  # characters
_PART = 65_536  # characters

_row = maker(Row)


def csv_text(source: Source, *, delimiter: str = "") -> Text:
    """The text of a CSV file; the delimiter (comma, semicolon, tab or bar) is found where none is given.

    Raises `UnreadableSource` for what is no text, and beyond 16,384 columns, 1,048,576 rows that
    are not blank, or 20 million cells.

    >>> from oversight_core.provenance import Cell
    >>> csv_text(Source.of(b"title;no\\r\\n'Safety\\r\\n"), delimiter=";").at(Cell("", 2, 1))
    "'Safety"
    """
    text, name = decode(source), source.name or "the source"
    first = chain.from_iterable(_parts(text.content))
    stated = _stated_delimiter(next(first, ""))
    begin = 1 if stated else 0
    problems: list[Problem] = []
    delimiter = delimiter or stated
    if not delimiter:
        delimiter, clear = _found_delimiter(
            islice(chain.from_iterable(_parts(text.content)), begin, begin + _SAMPLE_LINES)
        )
        problems += () if clear else [_unclear(delimiter)]
    if len(delimiter) != 1 or delimiter in '"\r\n':
        raise UnreadableSource(name, f"a delimiter is one character other than a quote or line end, not {delimiter!r}")
    rows: list[Row] = []
    faults = Faults()
    cells = 0
    lines = islice(chain.from_iterable(_bounded(_parts(text.content), delimiter, name)), begin, None)
    for number, fields in enumerate(records(lines, delimiter, name, faults), 1):
        if words := trimmed(fields):
            rows.append(_row(number, words, (), len(fields)))
            cells += len(words)
        if cells > MOST_CELLS or len(rows) > MOST_ROWS:
            why = f"it has more than {MOST_ROWS:,} rows or {MOST_CELLS:,} cells; split it into several files"
            raise UnreadableSource(name, why)
    _ragged(rows, faults)
    return attrs.evolve(text, places=Grid((Sheet("", tuple(rows)),), (*problems, *faults.problems())))


def _parts(content: str) -> Iterator[list[str]]:
    """The lines of a text with their ends; a part of them at a time, since all of them take many times its memory."""
    at = 0
    while at < len(content):
        end = content.find("\n", at + _PART) + 1 or len(content)
        yield list(io.StringIO(content[at:end], newline=""))
        at = end


def _stated_delimiter(line: str) -> str:
    """The delimiter that a first line such as `sep=;` states; spreadsheet programs do not show that line as a row."""
    words = line.strip("\r\n").strip('"')
    return words[4] if len(words) == 5 and words.lower().startswith("sep=") else ""


def _found_delimiter(lines: Iterable[str]) -> tuple[str, bool]:
    """The delimiter that gives most records the same number of cells, and whether no other does as well."""
    sample, length = [], 0
    for line in lines:
        sample.append(line)
        length += len(line)
        if length > _SAMPLE_LENGTH:
            break
    scores: list[tuple[int, int]] = []  # for each delimiter: records alike, and their width
    for delimiter in DELIMITERS:
        widths = Counter(width for width in _widths(sample, delimiter) if width > 1)
        scores.append(max(((alike, width) for width, alike in widths.items()), default=(0, 0)))
    best = max(scores)
    return DELIMITERS[scores.index(best)], best == (0, 0) or scores.count(best) == 1


def _widths(lines: Iterable[str], delimiter: str) -> Iterator[int]:
    try:
        for record in csv.reader(lines, delimiter=delimiter):
            if any(record):
                yield len(record)
    except csv.Error:  # a cell beyond the csv module's bound: what stood before it must do
        return


def _bounded(parts: Iterable[list[str]], delimiter: str, name: str) -> Iterator[list[str]]:
    """The same lines.  Raises `UnreadableSource` where one has more cells than a spreadsheet holds."""
    before = 0
    for lines in parts:
        for number, line in enumerate(lines if max(map(len, lines), default=0) >= MOST_COLUMNS else (), before + 1):
            if line.rstrip(delimiter + "\r\n").count(delimiter) >= MOST_COLUMNS:
                raise UnreadableSource(name, f"line {number} has more than {MOST_COLUMNS:,} cells; is it a table?")
        before += len(lines)
        yield lines


def _unclear(delimiter: str) -> Problem:
    return Problem(
        "delimiter-unclear",
        f"several delimiters give rows of the same number of cells; {delimiter!r} was taken: give the right one",
        Cell("", 1, 1),
    )


def _ragged(rows: list[Row], faults: Faults) -> None:
    """Note rows with fewer or more cells than most have; what stands above the table may have fewer."""
    widths = Counter([row.width for row in rows])
    if len(widths) < 2:
        return
    usual = max(widths, key=lambda width: (widths[width], width), default=0)
    begun = False
    for row in rows:
        begun = begun or row.width == usual
        if row.width > usual or (begun and row.width < usual):
            have = "1 cell" if row.width == 1 else f"{row.width} cells"
            faults.add("ragged-rows", f"{have} where most rows have {usual}", row.number, Cell("", row.number, 1))
