"""A sheet of tables that was copied out of its workbook as CSV: known by its banner, its numbers by their print."""

from __future__ import annotations

import re

import attrs

from oversight_adapters.texts.grid import CellKind, Row, Sheet
from oversight_core.provenance import Source

_BANNER = re.compile(r"\bICE (?:alternatives to )?detention data,? FY ?\d{2}", re.IGNORECASE)
_TOP = 10  # rows
_START = 4096  # bytes
_OTHERS = (b"<", b"%PDF", b"PK")
_NUMBER = re.compile(r"-?\$?\s?\d[\d,]{0,20}(?:\.\d{1,20})?\s?%?")


def begins_a_copy(source: Source) -> bool:
    """Whether a source is such a sheet: neither a page nor a workbook begins so."""
    start = source.content[:_START]
    return not start.lstrip().startswith(_OTHERS) and _BANNER.search(start.decode("latin-1")) is not None


def is_copy(sheet: Sheet) -> bool:
    """Whether a sheet without a name has the banner at its top."""
    top = (*sheet.columns[:1], *(row.words[0] for row in sheet.rows[:_TOP] if row.words))
    return not sheet.name and any(map(_BANNER.search, top))


def with_kinds(sheet: Sheet) -> Sheet:
    """A copy with what kind of value each cell shows."""
    return attrs.evolve(sheet, rows=tuple(map(_typed, sheet.rows)))


def _typed(row: Row) -> Row:
    return row if row.kinds else attrs.evolve(row, kinds=tuple(map(_kind, row.words)))


def _kind(words: str) -> CellKind:
    if not words:
        return "nothing"
    return "number" if _NUMBER.fullmatch(words.strip()) else "text"
