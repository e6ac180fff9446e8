"""Titled tables anywhere in a sheet, side by side and under each other: a title, a header below it, rows of numbers."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from oversight_adapters.readers.ice_detention_statistics.header import Place
from oversight_adapters.texts.grid import Row, Sheet

_LEAST_TITLE = 10  # characters
_LONGEST_LABEL = 150
_BESIDE = 4  # columns within which a header names another one
_MOST_ROWS = 2_000  # of a table
_MOST_COLUMNS = 100  # of a table
_MOST_TRIED = 50_000  # rows that are tried in a sheet, so that one made of titles does not take long


@attrs.frozen
class Table:
    """Its title, its header, the columns of labels and of numbers, and its rows."""

    title: Place
    header: Row
    labels: tuple[int, ...]
    values: tuple[int, ...]
    rows: tuple[Row, ...]


def tables(sheet: Sheet) -> Iterator[Table]:
    """Every titled table of a sheet, from the top."""
    tried = 0
    for row in sheet.rows:
        for column in range(1, len(row.words) + 1):
            header = _header(sheet, Place(row, column))
            if header is None or tried > _MOST_TRIED:
                continue
            rows = _body(sheet, header, column)
            tried += len(rows) + 1
            if table := _under(Place(row, column), header, rows):
                yield table


def _under(title: Place, header: Row, rows: tuple[Row, ...]) -> Table | None:
    """The table of a title, a header and what stands below it; None where they make none."""
    if not rows:
        return None
    widest = max(len(header.words), *(len(row.words) for row in rows))
    width = min(widest, title.column + _MOST_COLUMNS)
    labels = _labels(header, rows, title.column, width)
    values = _values(header, rows, title, labels, width)
    kept = _numbered(rows, values)
    sound = labels and values and kept and len({header.at(one).strip() for one in values}) == len(values)
    return Table(title, header, labels, values, kept) if sound else None


def _is_title(place: Place) -> bool:
    words = place.words.strip()
    return place.row.kind(place.column) == "text" and len(words) >= _LEAST_TITLE and " " in words


def _header(sheet: Sheet, title: Place) -> Row | None:
    """The row of names below a title, or below a blank row after it; one of dates names no labels."""
    if not _is_title(title):
        return None
    below = sheet.row(title.row.number + 1) or sheet.row(title.row.number + 2)
    if below is None or below.kind(title.column + 1) == "date":
        return below
    beside = range(title.column + 1, title.column + _BESIDE + 1)
    several = any(below.kind(one) in ("text", "date") for one in beside)
    return below if several and below.kind(title.column) in ("text", "nothing") else None


def _body(sheet: Sheet, header: Row, column: int) -> tuple[Row, ...]:
    rows = list[Row]()
    for number in range(header.number + 1, header.number + 1 + _MOST_ROWS):
        row = sheet.row(number)
        if row is None or row.kind(column) == "number" or len(row.at(column)) > _LONGEST_LABEL:
            break
        rows.append(row)
    return tuple(rows)


def _labels(header: Row, rows: tuple[Row, ...], column: int, width: int) -> tuple[int, ...]:
    """The columns of labels, from the title's on: words and no numbers stand in them."""
    found = list[int]()
    for one in range(column, width + 1):
        named = one == column or header.at(one).strip()
        if not named or not _is_of_words(rows, one) or any(row.kind(one) == "number" for row in rows[:3]):
            break
        found.append(one)
    return tuple(found)


def _is_of_words(rows: tuple[Row, ...], column: int) -> bool:
    return any(row.kind(column) == "text" for row in rows)


def _values(header: Row, rows: tuple[Row, ...], title: Place, labels: tuple[int, ...], width: int) -> tuple[int, ...]:
    """The columns of numbers: named, and below no title of another table."""
    found, gap = list[int](), 0
    for one in range((labels or (title.column,))[-1] + 1, width + 1):
        gap = 0 if header.at(one).strip() else gap + 1
        if title.row.at(one).strip() or gap > 1:
            break
        if gap:
            continue
        if header.kind(one) not in ("text", "date") or rows[0].kind(one) not in ("number", "nothing"):
            break
        if any(row.kind(one) == "number" for row in rows):
            found.append(one)
    return tuple(found)


def _numbered(rows: tuple[Row, ...], values: tuple[int, ...]) -> tuple[Row, ...]:
    """The rows of a table: as long as there is a number in each."""
    kept = list[Row]()
    for row in rows:
        if not any(row.kind(column) == "number" for column in values):
            break
        kept.append(row)
    return tuple(kept)
