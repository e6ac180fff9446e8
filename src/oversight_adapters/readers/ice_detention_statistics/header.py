"""The header of a list of facilities: which column is what, and the headings and years over its figures."""

from __future__ import annotations

import attrs

from oversight_adapters.readers.ice_detention_statistics.columns import BOOK, MEASURES, NO_MEASURES
from oversight_adapters.readers.ice_detention_statistics.inspections import Told, told_by
from oversight_adapters.readers.ice_detention_statistics.years import fiscal_year, without_year
from oversight_adapters.readers.table_columns import HEAD_ROWS, Column, name_key
from oversight_adapters.texts.grid import Block, Row, Sheet
from oversight_core.moments import Moment

_FAR = 3  # rows above the header in which the headings over it may stand
_NEEDED = (("name", "facility name"), ("city",), ("state",), ("aor", "type detailed"))


@attrs.frozen
class Place:
    """A cell, by its row and column."""

    row: Row
    column: int

    @property
    def words(self) -> str:
        """What stands there."""
        return self.row.at(self.column)


@attrs.frozen
class Measure:
    """A column of figures: its name, the heading over it, and the cell that names its year."""

    column: int
    heading: Place | None
    year: Place | None
    known: bool


@attrs.frozen
class Header:
    """Columns by what they give: a field of the facility, an inspection, a figure."""

    row: Row
    fields: dict[str, int]
    inspections: tuple[tuple[int, Told], ...]
    measures: tuple[Measure, ...]


def header(sheet: Sheet) -> Header | None:
    """The header of a sheet; None where it lists no facilities."""
    row = Row(0, sheet.columns) if sheet.columns else next(filter(_is_header, sheet.rows[:HEAD_ROWS]), None)
    return _header(sheet, row) if row and _is_header(row) else None


def _is_header(row: Row) -> bool:
    keys = set(map(name_key, row.words))
    return all(keys.intersection(names) for names in _NEEDED)


def _header(sheet: Sheet, row: Row) -> Header:
    fields, inspections, figures = dict[str, int](), list[tuple[int, Told]](), list[int]()
    for number, words in enumerate(row.words, 1):
        if column := BOOK.called(words):
            known = fields.get(column.row)
            if known is None or _rank(column, words) < _rank(column, row.at(known)):
                fields[column.row] = number
        elif told := told_by(words):
            inspections.append((number, told))
        elif words.strip() and name_key(words) not in NO_MEASURES:
            figures.append(number)
    years = [one for number in figures if _year(one := Place(row, number))]
    common = years[0] if len({str(_year(one)) for one in years}) == 1 else None
    measures = (_measure(sheet, row, number, common) for number in figures)
    return Header(row, fields, tuple(inspections), tuple(measures))


def _rank(column: Column, name: str) -> int:
    """Which of the names that a column may have this one is: the first of them says most."""
    keys = [name_key(one) for one in column.names]
    return keys.index(name_key(name))


def _measure(sheet: Sheet, row: Row, number: int, common: Place | None) -> Measure:
    own, heading = Place(row, number), _heading(sheet, row, number)
    year = next((one for one in (own, heading, common) if one and _year(one)), None)
    return Measure(number, heading, year, name_key(without_year(own.words)) in MEASURES)


def _year(place: Place) -> Moment | None:
    """The year that a name begins with; one within it, as in "Pending FY25 Inspection", is of something else."""
    if without_year(place.words) == " ".join(place.words.split()):
        return None
    try:
        return fiscal_year(place.words)
    except ValueError:
        return None


def _heading(sheet: Sheet, row: Row, number: int) -> Place | None:
    """The heading over a group of columns, above which and below which lines may stand alone, such as of the source."""
    for above in filter(None, (sheet.row(row.number - far) for far in range(1, 1 + _FAR))):
        block = sheet.block(above.number, number)
        if _is_line(above, block, len(row.words)):
            continue
        top = sheet.row(block.top) if block else above
        place = Place(top, block.left if block else number) if top else None
        return place if place and place.words.strip() else None
    return None


def _is_line(above: Row, block: Block | None, width: int) -> bool:
    """Whether what stands over a column is no heading: words alone in their row, or merged over all columns."""
    if block:
        return block.right - block.left + 3 > width
    return sum(bool(words.strip()) for words in above.words) < 2


def years_over(found: Header) -> frozenset[str]:
    """Every fiscal year that the names of columns and the headings over them speak of."""
    return frozenset(str(_year(measure.year)) for measure in found.measures if measure.year)


def years_differ(found: Header) -> bool:
    """Whether columns of one year stand under headings of another; those of many years have headings of their own."""
    own = {str(year) for measure in found.measures if (year := _year(Place(found.row, measure.column)))}
    return len(own) < 2 and len(years_over(found)) > 1


def years_named(found: Header, sheet: Sheet) -> frozenset[str]:
    """Every fiscal year that they and the sheet's name speak of."""
    try:
        return years_over(found) | {str(fiscal_year(sheet.name))}
    except ValueError:
        return years_over(found)
