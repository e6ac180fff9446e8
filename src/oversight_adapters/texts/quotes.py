"""Records of delimited text whose quotes may be wrong: a quote that never closes is a letter like any other.

The standard library's parser reads the records.  Where it finds a quote out of place, the record is read again by what
its first line says: if its quotes close there, as spreadsheet programs read it; else the quote that stays open is kept
as a letter, and the next line begins the next record.  So no quote swallows what follows it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

from oversight_core.errors import UnreadableSource

MOST_FAULTS = 100  # quotes that never close: each costs a pass, and such a file is misread anyway
MOST_LINES = 200  # of one record, beyond which a quote in it is likely to close too late


class Record(NamedTuple):
    """The cells of one record, and its fault, if any: a code and a sentence, and the column it is about."""

    fields: list[str]
    fault: tuple[str, str] | None = None
    column: int = 1


def records(lines: list[str], delimiter: str, name: str) -> Iterator[Record]:
    """The records of these lines, blank ones included.

    Raises `UnreadableSource` where more than a hundred quotes never close, or a cell has more characters than the
    standard library's parser takes.

    >>> lines = ['a,"b\\n', '"c, d",e\\n']
    >>> [record.fields for record in records(lines, ",", "x.csv")]
    [['a', '"b'], ['c, d', 'e']]
    """
    begun, faults = 0, 0
    while begun < len(lines):
        parser = csv.reader((lines[index] for index in range(begun, len(lines))), delimiter=delimiter, strict=True)
        first = begun
        try:
            for fields in parser:
                end = first + parser.line_num
                yield Record(fields, _long(end - begun))
                begun = end
        except csv.Error:
            record = _repaired(lines[begun], begun + 1, delimiter, name)
            faults += record.fault is not None and record.fault[0] == "unclosed-quote"
            if faults > MOST_FAULTS:
                why = f"more than {MOST_FAULTS} quotes never close; is its delimiter {delimiter!r}?"
                raise UnreadableSource(name, why) from None
            yield record
            begun += 1


def _long(lines: int) -> tuple[str, str] | None:
    if lines <= MOST_LINES:
        return None
    return "long-record", f"it spans {lines} lines; look whether a quote in it closes too late"


def _repaired(line: str, number: int, delimiter: str, name: str) -> Record:
    """What a line says whose quotes are wrong: here, or by staying open at its end."""
    opening = _unclosed(line, delimiter)
    try:
        if opening is None:
            fields = next(csv.reader([line], delimiter=delimiter))
            why = "words stand after a closing quote; they were kept as part of the cell"
            return Record(fields, ("stray-quote", why))
        before = next(csv.reader([line[:opening]], delimiter=delimiter))[:-1] if opening else []
    except csv.Error:
        why = f"line {number} has a cell of more than {csv.field_size_limit():,} characters"
        raise UnreadableSource(name, why) from None
    why = f"a quote opens in line {number} and never closes; it was kept as a letter, and the row ends with the line"
    fields = [*before, *line[opening:].rstrip("\r\n").split(delimiter)]
    return Record(fields, ("unclosed-quote", why), len(before) + 1)


def _unclosed(line: str, delimiter: str) -> int | None:
    """Where the quote stands that is open at the end of a line."""
    mark = re.escape(delimiter)
    cell = re.compile(rf'(?:"[^"]*+(?:""[^"]*+)*+(?P<close>"?)[^{mark}]*|[^{mark}]*){mark}?')
    at = 0
    while at < len(line):
        match = cell.match(line, at)
        assert match is not None and match.end() > at
        if match["close"] == "":
            return at
        at = match.end()
    return None
