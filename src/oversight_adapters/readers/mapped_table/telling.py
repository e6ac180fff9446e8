"""Rows and words as messages name them: on one line, and rows as a spreadsheet shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

_WIDTH = 80  # characters of a cell that a message quotes


def quoted(words: str) -> str:
    """Words on one line between quotes, cut where they are long; what cannot be printed is escaped.

    >>> quoted("Agreed  With\\x1b")
    "'Agreed With\\\\x1b'"
    """
    line = " ".join(words.split())
    return repr(line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…")


def rows_told(places: Iterable[tuple[str, int]]) -> str:
    """Every row of these (sheet, row), neighbours as a range.

    >>> rows_told([("", 9), ("", 3), ("", 4), ("", 5)]), rows_told([("FY22", 7)])
    ('rows 3-5 and 9', "row 7 of 'FY22'")
    """
    told = []
    for sheet, rows in groupby(sorted(set(places)), key=lambda place: place[0]):
        ranges = list(_ranges([row for _, row in rows]))
        several = len(ranges) > 1 or "-" in ranges[0]
        told.append(f"row{'s' if several else ''} {listed(ranges)}" + (f" of {sheet!r}" if sheet else ""))
    return "; ".join(told)


def listed(words: Iterable[str]) -> str:
    """Words as a list in a sentence.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def counted(number: int, one: str, more: str = "") -> str:
    """A number of things.

    >>> counted(1, "row"), counted(1064, "row")
    ('1 row', '1,064 rows')
    """
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def _ranges(rows: list[int]) -> Iterator[str]:
    """Rows that are sorted, neighbours as ``first-last``; two neighbours stay two."""
    for _, group in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        run = [row for _, row in group]
        yield from map(str, run) if len(run) < 3 else (f"{run[0]}-{run[-1]}",)
