"""Segregation of vulnerable people quarter by quarter: blocks by reason, a grand total, and notes on other counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import attrs

from oversight_adapters.readers.ice_detention_statistics.cells import Cells
from oversight_adapters.readers.ice_detention_statistics.columns import HIDDEN, marks, subject
from oversight_adapters.readers.ice_detention_statistics.years import quarter
from oversight_adapters.readers.said import Said
from oversight_adapters.readers.table_columns import name_key
from oversight_adapters.texts.grid import Row
from oversight_core.names import Item, slug

REASON = ("Placement Reason", "Reason for Placement", "Reason")
COUNT = ("Number of Placements", "Placements", "Placement Count")
_TOTALS = ("grand total", "total")
_REASON_KEYS, _COUNT_KEYS = (frozenset(map(name_key, names)) for names in (REASON, COUNT))
_COUNTED = re.compile(
    r"(?<![\w.,/-])(\d{1,3}(?:,\d{3}){1,3}|\d{1,7})\s{1,3}"
    r"((?:(?:unique|distinct|individual|segregation|total)\s{1,3}){0,2}"
    r"(?:placements?|detainees?|noncitizens?|non-citizens?|individuals?|persons?|people|aliens?))(?!\w)",
    re.IGNORECASE,
)
_MOST_COUNTS = 20  # in one note


@attrs.frozen
class _Block:
    """One quarter: its heading, the header of its columns, its rows, and the notes below them."""

    heading: tuple[Row, int]
    header: Row
    rows: tuple[Row, ...]
    notes: tuple[Row, ...]


class Quarters:
    """Reads one sheet of quarter blocks; used once."""

    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self._named: set[Item] = set()

    def read(self) -> bool:
        """Tell of every block; whether the sheet holds any."""
        blocks = tuple(_blocks(self._cells.sheet.rows))
        for block in blocks:
            about = next(n for n, words in enumerate(block.header.words, 1) if name_key(words) in _REASON_KEYS)
            for column, words in enumerate(block.header.words, 1):
                if column != about and words.strip():
                    self._column(block, about, column)
            for note in block.notes:
                self._note(block, note)
        return bool(blocks)

    def _column(self, block: _Block, about: int, column: int) -> None:
        total, whole = Decimal(0), name_key(block.header.at(column)) in _COUNT_KEYS
        for row in block.rows:
            said = Said()
            value: Decimal | None = self._cells.tell(said, "value", row, column)
            if value is None:
                whole = False
                if row.at(column).strip() and row.at(column).strip().casefold() not in HIDDEN:
                    self._cells.gather("unreadable-value", "a figure is no number", row, column)
                continue
            if name_key(row.at(about)) not in _TOTALS:
                total += value
            elif whole and value != total:
                say = f"the rows of {quarter(_words(block.heading))} make {total}, and the total states {value}"
                self._cells.problem("total-mismatch", say, row, column)
            self._cells.tell(said, "measure", block.header, column)
            self._cells.tell(said, "about", row, about)
            self._add(block, said, f"{slug(said.fields['measure'])}-{slug(subject(row.at(about)))}", row, about)

    def _add(self, block: _Block, said: Said, name: str, row: Row, about: int) -> None:
        period = self._cells.tell(said, "quarter", *block.heading)
        mark = marks(row.at(about)) if about else ""
        note = next((one for one in block.notes if mark and _mark(one) == mark), None)
        if note:
            self._cells.tell(said, "note", note, _first(note))
        item = Item("figure", "ice", "special-population-segregation", f"{str(period).lower()}-{name}")
        if item in self._named:
            self._cells.gather("identity-collision", "a quarter states one figure twice", row, max(about, 1))
        self._named.add(item)
        self._cells.figure(item, said)

    def _note(self, block: _Block, note: Row) -> None:
        """A note counts another population than the rows: its counts are figures, and the note goes with them."""
        column = _first(note)
        words = note.at(column)
        for found in list(_COUNTED.finditer(words))[:_MOST_COUNTS]:
            said = Said()
            self._cells.tell(said, "value", note, column, words=found[1])
            self._cells.tell(said, "measure", note, column, words=found[2])
            self._cells.tell(said, "note", note, column)
            self._add(block, said, f"note-{slug(found[2])}", note, 0)


def _blocks(rows: Sequence[Row]) -> Iterator[_Block]:
    """Every heading of a quarter with what stands below it, up to the next."""
    starts = [(number, column) for number, row in enumerate(rows) if (column := _heads(row))]
    for n, (start, column) in enumerate(starts):
        below = rows[start + 1 : starts[n + 1][0] if n + 1 < len(starts) else len(rows)]
        header = next((number for number, row in enumerate(below) if _is_header(row)), None)
        if header is not None:
            body = below[header + 1 :]
            end = _end(below[header], body)
            notes = tuple(row for row in body[end:] if _is_note(row))
            yield _Block((rows[start], column), below[header], tuple(body[:end]), notes)


def _end(header: Row, body: Sequence[Row]) -> int:
    """How many rows a block has: up to its total, else to a note or a blank row."""
    last = header.number
    for index, row in enumerate(body):
        if _is_note(row) or row.number > last + 1:
            return index
        if any(name_key(words) in _TOTALS for words in row.words):
            return index + 1
        last = row.number
    return len(body)


def _heads(row: Row) -> int:
    """The column in which a row names a quarter, alone; 0 where it does not."""
    column = _first(row)
    if sum(bool(words.strip()) for words in row.words) != 1 or _mark(row):
        return 0
    try:
        quarter(row.at(column))
    except ValueError:
        return 0
    return column


def _is_header(row: Row) -> bool:
    return any(name_key(words) in _REASON_KEYS for words in row.words)


def _is_note(row: Row) -> bool:
    """Whether a row is words alone, and no reason whose figures are hidden."""
    filled = [words for words in row.words if words.strip()]
    return len(filled) == 1 and (bool(_mark(row)) or len(filled[0]) > 60 or _COUNTED.search(filled[0]) is not None)


def _mark(row: Row) -> str:
    words = row.at(_first(row)).lstrip()
    return words[: len(words) - len(words.lstrip("*†‡"))]


def _first(row: Row) -> int:
    return next((number for number, words in enumerate(row.words, 1) if words.strip()), 1)


def _words(heading: tuple[Row, int]) -> str:
    return heading[0].at(heading[1])
