"""As of when a table says that it speaks: words above its header, or below its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oversight_adapters.readers.mapped_table.forms import read_date
from oversight_adapters.readers.mapped_table.layout import Layout
from oversight_adapters.readers.mapped_table.mapping import Pick, Stated
from oversight_adapters.readers.mapped_table.problems import Problems
from oversight_adapters.readers.mapped_table.telling import quoted
from oversight_adapters.readers.mapped_table.values import parts_of
from oversight_core.moments import Moment
from oversight_core.provenance import Cell, Pointer


def stated_on(layouts: Sequence[Layout], wanted: Stated | None, problems: Problems) -> Moment | None:
    """The first date that stands where `wanted` says; a problem where there is none, or it cannot be read."""
    if wanted is None:
        return None
    for words, locator in _around(layouts, wanted):
        try:
            return read_date(words, wanted.dates)
        except ValueError as error:
            problems.tell("unreadable-date", f"{quoted(words)} is not read as the date of the table: {error}", locator)
            return None
    before, after = map(repr, wanted.between)
    problems.tell("stated-date-missing", f"above and below the table nothing stands between {before} and {after}")
    return None


def _around(layouts: Sequence[Layout], wanted: Stated) -> Iterator[tuple[str, Cell | Pointer]]:
    pick = Pick(row="stated", between=wanted.between)
    for found in layouts:
        for row in found.around:
            for column, words in enumerate(row.words, 1):
                for piece in parts_of(pick, words) if words else ():
                    yield piece, found.sheet.locator(row.number, column)
