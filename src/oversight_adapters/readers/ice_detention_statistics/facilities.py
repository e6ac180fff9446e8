"""A list of facilities: each row a facility, its last inspections, and a figure a column."""

from __future__ import annotations

from collections import Counter

from oversight_adapters.readers.ice_detention_statistics.cells import Cells
from oversight_adapters.readers.ice_detention_statistics.columns import DASHES, HIDDEN
from oversight_adapters.readers.ice_detention_statistics.header import (
    Header,
    Measure,
    Place,
    header,
    years_differ,
    years_named,
    years_over,
)
from oversight_adapters.readers.ice_detention_statistics.inspections import kind_of, misplaced
from oversight_adapters.readers.ice_detention_statistics.slips import righted, slipped
from oversight_adapters.readers.ice_detention_statistics.years import fiscal_year, months, without_year
from oversight_adapters.readers.mapped_table.telling import counted
from oversight_adapters.readers.said import Said
from oversight_adapters.readers.table_columns import name_key
from oversight_adapters.readers.words.agency_words import is_redacted
from oversight_adapters.texts.grid import Row
from oversight_core.entities import Facility, Inspection
from oversight_core.moments import Moment
from oversight_core.names import Item, slug
from oversight_core.reading import Candidate

_LONGEST_NAME = 120  # characters; what is longer is a note
_PLACE = ("facility.city", "facility.state", "facility.zip", "facility.field_office", "facility.type")
_TOTALS = ("total", "grand total", "totals")


class Facilities:
    """Reads one list of facilities; used once."""

    def __init__(self, cells: Cells, found: Header) -> None:
        self._cells, self._found = cells, found
        cells.names(found.row)
        years = sorted(years_named(found, cells.sheet))
        self._differ, of_many = years_differ(found), len(years_over(found)) > 1
        if self._differ or (len(years) > 1 and not of_many):
            cells.problem("year-differs", f"the names speak of several years: {', '.join(years)}", found.row)
        self._year = years[0] if len(years) == 1 else ""
        self._rows = [row for row in cells.sheet.rows if row.number > found.row.number and self._is_facility(row)]
        self._seen: dict[Item, Row] = {}
        self._names = Counter(slug(self._name(row)) for row in self._rows)
        self._inspected = righted(found.inspections, self._rows)
        self._slipped = dict(slipped(found.inspections, self._rows))
        self._measures = Counter(_measured(found, measure) for measure in found.measures)

    def read(self) -> frozenset[str]:
        """Tell of every row; the names of facilities, as they are in items."""
        for row in self._rows:
            self._facility(row)
        self._tell_of_columns()
        return frozenset(self._names)

    def _is_facility(self, row: Row) -> bool:
        name = self._name(row)
        if name.casefold() == "redacted" or is_redacted(name):
            self._cells.gather("redacted", "a facility's name is redacted, and its row is not read", row, 1)
            self._cells.names(row)
            return False
        somewhere = any(row.at(self._found.fields.get(field, 0)).strip() for field in _PLACE)
        again = name_key(name) == name_key(self._name(self._found.row))
        sound = 0 < len(name) <= _LONGEST_NAME and name_key(name) not in _TOTALS
        return somewhere and sound and not again

    def _name(self, row: Row) -> str:
        return " ".join(row.at(self._found.fields["facility.name"]).split())

    def _item(self, row: Row) -> Item:
        """A facility is named for its name, and for its code or place too where two in the list share one."""
        name = slug(self._name(row))
        if self._names[name] == 1:
            return Item("facility", "ice", name)
        if code := row.at(self._found.fields.get("facility.code", 0)).strip():
            return Item("facility", "ice", name, slug(code))
        place = (row.at(self._found.fields.get(field, 0)).strip() for field in _PLACE[:2])
        return Item("facility", "ice", name, slug(" ".join(filter(None, place)) or f"row {row.number}"))

    def _facility(self, row: Row) -> None:
        item, said = self._item(row), Said()
        if (earlier := self._seen.setdefault(item, row)) is not row and self._is_again(row, earlier):
            return
        for named, column in self._found.fields.items():
            value = self._cells.tell(said, named, row, column)
            words = row.at(column).strip()
            if value is None and words and words.casefold() not in HIDDEN:
                self._cells.gather("unreadable-value", f"{named.partition('.')[2]} is not what it says", row, column)
            if named == "facility.zip" and row.kind(column) == "number" and len(words) < 5:
                say = "a zip code is a number that is too short, as of one that lost its zeros; it is kept as printed"
                self._cells.gather("zip-short", say, row, column)
        self._cells.candidates.append(Candidate(item, Facility(**said.fields), (), None, tuple(said.excerpts)))
        self._inspections(item, row)
        for measure in self._found.measures:
            self._figure(item, row, measure)

    def _is_again(self, row: Row, earlier: Row) -> bool:
        """Whether a row says what an earlier one says; one that says otherwise of one facility is read, and told."""
        if row.words == earlier.words:
            self._cells.gather("duplicate-row", "a facility stands twice, the same in every column", row, 1)
            self._cells.names(row)
            return True
        self._cells.gather("identity-collision", "two rows are of one name and place; both are kept", row, 1)
        return False

    def _inspections(self, item: Item, row: Row) -> None:
        told: dict[str, Said] = {}
        for column, about in self._inspected:
            said = told.setdefault(about.which, Said())
            if column in self._slipped and kind_of(row.at(column)) != about.field:
                continue
            value = self._cells.tell(said, f"inspection.{about.field}", row, column)
            if value is None and about.field == "ended_on" and _is_figure(row.at(column)):
                self._cells.gather("unreadable-date", "a date of inspection is none", row, column)
            elif value is None and misplaced(about.field, row.at(column)):
                say = f"what stands under {self._found.row.at(column)!r} is of another column"
                self._cells.gather("unreadable-value", say, row, column)
            if value is not None and about.by and "by" not in said.fields:
                self._cells.tell(said, "inspection.by", self._found.row, column)
        for which, said in told.items():
            if said.fields:
                self._cells.tell(said, "inspection.facility", row, self._found.fields["facility.name"])
                inspection = Inspection(**said.fields)
                part = _dated(self._year, which)
                one = Candidate(item.within("inspection", part), inspection, (), None, tuple(said.excerpts))
                self._cells.candidates.append(one)

    def _figure(self, item: Item, row: Row, measure: Measure) -> None:
        column = measure.column
        if not measure.known and row.kind(column) != "number":
            return
        said, is_dash = Said(), row.kind(column) == "number" and row.at(column).strip() in DASHES
        if self._cells.tell(said, "dash" if is_dash else "value", row, column) is None:
            if row.at(column).strip() and row.at(column).strip().casefold() not in HIDDEN:
                self._cells.gather("unreadable-value", "a figure is no number", row, column)
            return
        self._cells.tell(said, "measure", self._found.row, column)
        self._cells.tell(said, "about", row, self._found.fields["facility.name"])
        year = self._period(said, measure)
        if measure.heading:
            self._cells.tell(said, "table", measure.heading.row, measure.heading.column)
        said.compute("facility", item)
        name = _measured(self._found, measure)
        if self._measures[name] > 1 and measure.heading and measure.year != Place(self._found.row, column):
            name = f"{name}-{slug(measure.heading.words)}"
        self._cells.figure(item.within("figure", _dated(year, name)), said)

    def _period(self, said: Said, measure: Measure) -> str:
        """Tell the month or the year of a figure: by the nearest cell that names one, else by the sheet's name."""
        named = self._found.row.at(measure.column)
        if months(named) == [named.strip()]:
            self._cells.tell(said, "month", self._found.row, measure.column, words=named.strip())
            return ""
        if self._differ and measure.year != Place(self._found.row, measure.column):
            return ""
        if measure.year:
            return str(self._cells.tell(said, "fiscal-year", measure.year.row, measure.year.column))
        try:
            year: Moment = fiscal_year(self._cells.sheet.name)
        except ValueError:
            return ""
        said.compute("period", year)
        return str(year)

    def _tell_of_columns(self) -> None:
        for column, field in self._slipped.items():
            what = {"ended_on": "the days"}.get(field, f"the {field}")
            say = f"under the name {self._found.row.at(column)!r} stands {what} of inspections, and is read as such"
            self._cells.problem("column-slipped", say, self._found.row, column)
        for measure in self._found.measures:
            row, column = self._found.row, measure.column
            filled = [one for one in self._rows if one.at(column).strip() and one.kind(column) != "number"]
            if not measure.known and filled:
                say = f"the column {row.at(column)!r} is not known here, and has {counted(len(filled), 'cell')}"
                self._cells.problem("column-not-mapped", say, row, column)


def _measured(found: Header, measure: Measure) -> str:
    return slug(without_year(found.row.at(measure.column)))


def _dated(year: str, name: str) -> str:
    return f"{year.lower()}-{name}" if year else name


def _is_figure(words: str) -> bool:
    """Whether words in figures stand there, and not, say, that a date is still to come."""
    return any(map(str.isdigit, words)) and "scheduled" not in name_key(words) and "pending" not in name_key(words)


def facilities(cells: Cells) -> frozenset[str] | None:
    """Read a sheet that lists facilities; None where it does not."""
    found = header(cells.sheet)
    return Facilities(cells, found).read() if found else None
