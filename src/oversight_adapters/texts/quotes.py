"""Records of delimited text whose quotes may be wrong: a quote that never closes is a letter like any other.

The standard library's parser reads the records.  Where it finds a quote out of place, the record is read again by what
its first line says: if its quotes close there, as spreadsheet programs read it; else the quote that stays open is kept
as a letter, and the next line begins the next record.  So no quote swallows what follows it.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator

from oversight_adapters.texts.faults import Faults
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Cell

MOST_FAULTS = 100  # quotes that never close: each costs a pass, and such a file is misread anyway
MOST_LINES = 200  # of one record, beyond which a quote in it is likely to close too late


def records(lines: Iterable[str], delimiter: str, name: str, faults: Faults) -> Iterator[list[str]]:
    """The cells of each record of these lines, blank ones included; `faults` hears what is wrong with them.

    No more lines are held than those of one record.
    Raises `UnreadableSource` where more than a hundred quotes never close, or a cell has more characters than the
    standard library's parser takes.

    >>> lines = ['a,"b\\n', '"c, d",e\\n']
    >>> [*records(lines, ",", "x.csv", Faults())]
    [['a', '"b'], ['c, d', 'e']]
    """
    source, number, unclosed = iter(lines), 0, 0
    taken, ahead = deque[str](), deque[str]()  # the lines of the record that is read, and those to be read again
    begun = 0  # lines before those

    def fed() -> Iterator[str]:
        while (line := ahead.popleft() if ahead else next(source, None)) is not None:
            taken.append(line)
            yield line

    while True:
        try:
            for fields in csv.reader(fed(), delimiter=delimiter, strict=True):
                number += 1
                if len(taken) > MOST_LINES:
                    why = f"it spans {len(taken)} lines; look whether a quote in it closes too late"
                    faults.add("long-record", why, number, Cell("", number, 1))
                begun += len(taken)
                taken.clear()
                yield fields
            return
        except csv.Error:
            begun, number = begun + 1, number + 1
            fields, closed = _repaired(taken.popleft(), (begun, number), delimiter, name, faults)
            ahead.extendleft(reversed(taken))
            taken.clear()
            unclosed += not closed
            if unclosed > MOST_FAULTS:
                why = f"more than {MOST_FAULTS} quotes never close; is its delimiter {delimiter!r}?"
                raise UnreadableSource(name, why) from None
            yield fields


def _repaired(line: str, place: tuple[int, int], delimiter: str, name: str, faults: Faults) -> tuple[list[str], bool]:
    """What a line says whose quotes are wrong, which is told, and whether they close; `place` is its line and row."""
    number, row = place
    opening = _unclosed(line, delimiter)
    try:
        if opening is None:
            why = "words stand after a closing quote; they were kept as part of the cell"
            faults.add("stray-quote", why, row, Cell("", row, 1))
            return next(csv.reader([line], delimiter=delimiter)), True
        before = next(csv.reader([line[:opening]], delimiter=delimiter))[:-1] if opening else []
    except csv.Error:
        why = f"line {number} has a cell of more than {csv.field_size_limit():,} characters"
        raise UnreadableSource(name, why) from None
    why = f"a quote opens in line {number} and never closes; it was kept as a letter, and the row ends with the line"
    fields = [*before, *line[opening:].rstrip("\r\n").split(delimiter)]
    faults.add("unclosed-quote", why, row, Cell("", row, len(before) + 1))
    return fields, False


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
