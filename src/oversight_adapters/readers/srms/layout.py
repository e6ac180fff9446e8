"""Where the reports of a sheet are: below a header, wherever that stands, as long as a row tells of a placement."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from oversight_adapters.readers.srms.columns import BOOK, NEVER, SAYS_NOTHING, TRACKING
from oversight_adapters.readers.srms.variants import VARIANTS, Variant
from oversight_adapters.readers.table_columns import HEAD_ROWS, Column, name_key
from oversight_adapters.texts.grid import Row, Sheet

_PLACEMENT_FIELDS = frozenset(("facility", "placed_on", "released_on", "reason", "initial_reason", "interval"))


@attrs.frozen
class Layout:
    """A sheet of reports: its header, what its columns give, and those that are left alone; columns count from 1."""

    sheet: Sheet
    variant: Variant
    header: Row
    read: tuple[tuple[int, Column], ...]
    tracking: int = 0
    never: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()

    def rows(self) -> Iterator[Row]:
        """The rows below the header; where the header comes again, it is none."""
        for row in self.sheet.rows:
            if row.number > self.header.number and (row.at(1) != self.header.at(1) or _keys(row) != self._keys):
                yield row

    def slipped(self, row: Row) -> bool:
        """Whether words of a row may stand under the wrong names: delimited text with too few or too many cells."""
        delimited = not (self.sheet.name or self.sheet.columns)
        return delimited and (row.width < self.header.width or len(row.words) > self.header.width)

    @property
    def where(self) -> str:
        """The sheet, as messages name it."""
        return f" in {self.sheet.name!r}" if self.sheet.name else ""

    @property
    def _keys(self) -> list[str]:
        return _keys(self.header)

    @property
    def telling(self) -> tuple[int, ...]:
        """The columns of which a row fills one where it tells of a placement, and not only, say, of a sum."""
        return tuple(number for number, column in self.read if column.field in _PLACEMENT_FIELDS)


def layout(sheet: Sheet) -> Layout | None:
    """How a sheet is laid out; None where no row near its top is a header of reports."""
    if sheet.columns:
        return _of_header(sheet, Row(0, sheet.columns))
    return next(filter(None, (_of_header(sheet, row) for row in sheet.rows[:HEAD_ROWS])), None)


def _of_header(sheet: Sheet, header: Row) -> Layout | None:
    keys = frozenset(_keys(header))
    variant = next((one for one in VARIANTS if one.fits(keys)), None)
    return _under(sheet, variant, header) if variant else None


def _under(sheet: Sheet, variant: Variant, header: Row) -> Layout:
    read, never, unknown, tracking = list[tuple[int, Column]](), list[int](), list[int](), 0
    for number, key in enumerate(_keys(header), 1):
        if key == TRACKING:
            tracking = number
        elif key in NEVER:
            never.append(number)
        elif column := BOOK.called(key):
            read.append((number, column))
        elif key not in SAYS_NOTHING:
            unknown.append(number)
    return Layout(sheet, variant, header, tuple(read), tracking, tuple(never), tuple(unknown))


def _keys(row: Row) -> list[str]:
    return [name_key(words) for words in row.words]
