"""The name of a row: what a report and a number make of it, and what short columns must be added to tell rows apart."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from oversight_adapters.readers.mapped_table.guess.assigning import Assigned
from oversight_adapters.readers.mapped_table.guess.columns import Column
from oversight_adapters.readers.mapped_table.guess.naming import Key, colliding, needed_beside
from oversight_adapters.readers.mapped_table.guess.numbering import InText
from oversight_adapters.readers.mapped_table.guess.page import Page
from oversight_adapters.readers.mapped_table.guess.writing import pick_of
from oversight_adapters.readers.mapped_table.mapping import Pick
from oversight_adapters.readers.mapped_table.telling import quoted
from oversight_adapters.readers.mapped_table.values import parts_of
from oversight_adapters.texts.faults import ranges

_NAMING = ("addressee", "recommender", "number", "report")  # what names of columns say that may be part of a name


@attrs.frozen
class Identity:
    """What names the rows of a table: its columns by role, and the number that the text prints, if any."""

    given: Assigned
    number: InText | None
    stem: str

    def write(self, page: Page) -> None:
        """The section, where fields alone do not name rows, and what is doubtful about it."""
        roles = self.given.roles
        report = roles.get("report") or roles.get("report_title")
        keys = [column.values for column in (report, roles.get("addressee")) if column]
        needed = needed_beside([*keys, self._numbers()], [*roles.values(), *self._left()], list(self._short()))
        key = "part" if self._numbered() or "addressee" in roles else "number"
        columns = needed.columns or ()
        if columns and key == "number" and colliding([*keys, *(one.values for one in columns)], [*roles.values()]):
            columns = ()
        if report is None or columns:
            page.section("identity")
        if report is None:
            page.key("report", {"constant": self.stem}, "no column names a report; all rows are of one")
        if columns:
            names = " and ".join(quoted(column.name) for column in columns)
            told = f"rows {ranges(needed.collide)} differ, and without {names} some of them would have one name"
            page.key(key, tuple(map(pick_of, columns)), told)
        elif needed.collide:
            for words in self._told([*keys, self._numbers()], needed.collide):
                page.note("doubt", words)

    def _told(self, keys: list[Key], rows: tuple[int, ...]) -> Iterator[str]:
        """What rows of one name mean: those that differ are refused, those that seem not to are taken for one."""
        differ = colliding(keys, [*self.given.roles.values()])
        alike = [row for row in rows if row not in {*differ}]
        if differ:
            yield (
                f"rows {ranges(differ)} differ, and some of them have one name that no short column tells apart; the "
                "file is refused until identity or the table is mended"
            )
        if alike:
            names = " and ".join(quoted(column.name) for column in self._left() if colliding(keys, [column]))
            yield f"rows {ranges(alike)} differ only in {names}, which is left out, and are taken for one where they do"

    def _numbered(self) -> bool:
        return self.number is not None or "number" in self.given.roles

    def _left(self) -> list[Column]:
        return [column for column, _ in self.given.left]

    def _short(self) -> Iterator[Column]:
        """Columns that are left out and may be part of a name: codes, and who is named; never dates, figures, texts."""
        for column in sorted(self._left(), key=lambda column: column.length):
            lettered = any(any(map(str.isalpha, words)) for words in column.words)
            if (column.named in _NAMING and column.values and not column.dated) or (column.numbers and lettered):
                yield column

    def _numbers(self) -> Key:
        """The number of each row; its text where none is printed."""
        roles = self.given.roles
        text = roles["text"].values if "text" in roles else {}
        if column := roles.get("number"):
            return {**text, **column.values}
        if self.number is None:
            return text
        found = self.number
        pick = Pick(row="number", between=(found.before, found.after), begins=found.begins, shape="number")
        return {row: (parts_of(pick, words) or [words])[0] for row, words in text.items()}
