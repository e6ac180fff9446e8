"""All rows of a table as a reading: each item once, what has slipped or is short told, the States with their groups."""

from __future__ import annotations

from oversight_adapters.readers.mapped_table.problems import Problems
from oversight_adapters.readers.mapped_table.telling import counted, listed, quoted
from oversight_adapters.readers.table_columns import Column, name_key
from oversight_adapters.readers.upr_export.groups import Groups
from oversight_adapters.readers.upr_export.header import Header, header
from oversight_adapters.readers.upr_export.rows import RowReader, Taken
from oversight_adapters.readers.upr_export.tables import Table
from oversight_adapters.texts.grid import Grid, Row
from oversight_core.names import Item
from oversight_core.provenance import Cell, Pointer
from oversight_core.reading import Candidate, Reading, Text, Unaccounted


class Assembly:
    """Puts one table together; used once."""

    def __init__(self, text: Text, table: Table) -> None:
        self.text, self.table = text, table
        self.source = text.source.digest
        self.problems = Problems(self.source)
        self.unaccounted: list[Unaccounted] = []
        self.telling = 0
        self._first: dict[Item, Candidate] = {}
        self._out: list[Candidate] = []

    def reading(self) -> Reading:
        """The reading of the table."""
        grid = self.text.places if isinstance(self.text.places, Grid) else Grid(())
        found = header(grid, self.table)
        if found is None:
            self.problems.tell("header-missing", f"there is no row with the columns of a {self.table.name}")
        else:
            self._rows(found)
        told = (*grid.problems, *(told.problem for told in self.problems.all()))
        return Reading(tuple(self._out), told, tuple(self.unaccounted), self.text.source, self.table.name, self.telling)

    def _rows(self, found: Header) -> None:
        reader, groups = RowReader(self.table, found, self.source, self._unread), Groups(self.table, found, self.source)
        width, rows = len(found.names), [row for row in found.sheet.rows if row.number > found.row]
        if not rows:
            self.problems.tell("nothing-recognised", "there are no rows below the header")
        for row in rows:
            taken = reader.taken(row)
            self.telling += taken.telling
            if refused := self._refused(taken):
                self._whole(row, found, *refused)
                continue
            if row.width and row.width < width and not found.sheet.name and not found.sheet.columns:
                self._short(row, found)
            for candidate in reader.candidates(taken):
                self._add(candidate, row, found)
            groups.take(row)
        self._out += groups.candidates(self.problems)
        self._tell_unmapped(found, rows, groups.columns)

    # -- rows that do not fit --------------------------------------------------------------------------------------

    def _refused(self, taken: Taken) -> tuple[str, str] | None:
        """Why a row is not read, as the code and sentence of a problem; None where it is."""
        values, table = taken.values, self.table
        if not values.get("text") or not values.get("addressee"):
            return "row-not-taken", "{rows} without a text or a State under review; not read"
        if table.positions and taken.said("position") not in table.positions:
            if not str(values.get(table.check, ""))[:1].isdigit():
                return "row-slipped", "{rows} hold other things than their columns are called; not read"
            self._unknown(taken)
        return None

    def _whole(self, row: Row, found: Header, code: str, why: str) -> None:
        """A row that is not read: told, and all words of its columns unaccounted for."""
        place = found.sheet.locator(row.number, 1)
        self.problems.gather(code, why, (found.sheet.name, row.number), place)
        listed_already = {one.locator for one in self.unaccounted[-len(found.columns) :]}
        for at in dict.fromkeys(place + 1 for place, _ in found.columns):
            where = found.sheet.locator(row.number, at)
            if row.at(at).strip() and where not in listed_already:
                self.unaccounted.append(Unaccounted(row.at(at), where, self.source))

    def _short(self, row: Row, found: Header) -> None:
        missing = [name for name in found.names[row.width :] if name.strip()]
        say = (
            f"{{rows}} have {counted(row.width, 'cell')} under a header of {len(found.names)}; what the others hold "
            f"fits their names, so that {listed(map(repr, missing))} is missing there"
        )
        place = found.sheet.locator(row.number, 1)
        self.problems.gather("rows-short", say, (found.sheet.name, row.number), place)

    def _unknown(self, taken: Taken) -> None:
        _, where = taken.aside.get("position", ("", None))
        if where is not None and isinstance(where.locator, Cell | Pointer):
            say = f"the word {quoted(str(where.words))} is no position that is known; it is kept as it stands"
            self.problems.tell("unknown-word", say, where.locator)

    def _unread(self, why: str, words: str, where: Cell | Pointer, column: Column) -> None:
        say = f"{quoted(words)} in the column {column.names[0]!r} is not read: {why}"
        self.problems.tell("unreadable-value", say, where)
        self.unaccounted.append(Unaccounted(words, where, self.source))

    # -- items -----------------------------------------------------------------------------------------------------

    def _add(self, candidate: Candidate, row: Row, found: Header) -> None:
        """A candidate once; rows that say the same of one item are told, and so are rows that do not."""
        first = self._first.setdefault(candidate.item, candidate)
        if first is candidate:
            self._out.append(candidate)
            return
        place, where = (found.sheet.name, row.number), found.sheet.locator(row.number, 1)
        if _said(first) == _said(candidate):
            self.problems.gather("duplicate-row", "{rows} say again what an earlier row says", place, where)
            return
        say = f"{{rows}} and an earlier row differ and are all {candidate.item}"
        self.problems.gather("identity-collision", say, place, where)
        self._out.append(candidate)

    def _tell_unmapped(self, found: Header, rows: list[Row], grouped: frozenset[int]) -> None:
        """Columns that nothing is read from, by name and by how many rows fill them."""
        known = {place for place, _ in found.columns} | grouped
        ignored = {name_key(name) for name in self.table.ignored}
        for place, name in enumerate(found.names):
            if place in known or name_key(name) in ignored:
                continue
            filled = sum(1 for row in rows if row.at(place + 1).strip())
            if filled:
                has = counted(filled, "row has", "rows have")
                what = f"the column {quoted(name)}" if name.strip() else f"column {place + 1}, which has no name,"
                self.problems.tell("column-not-mapped", f"{what} is not read, and {has} something in it")


def _said(candidate: Candidate) -> object:
    """What a candidate says, wherever it stands."""
    return candidate.entity, tuple(label.words for label in candidate.labels)
