"""The list as a saved page: a row for each report, whose cells are told by their classes or by the names over them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from oversight_adapters.readers.dhs_oig_listing.layout import NAME, OPENS, YEAR, Entry
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.spans import Span

if TYPE_CHECKING:  # only then is the library of web pages needed
    from oversight_adapters.texts.markup import Markup, Part

_CLASSES = (
    ("number", "field-report-number"),
    ("title", "views-field-title"),
    ("date", "issue-date"),
    ("year", "field-fy"),
    ("year", "fiscal-year"),
)
_SHOWN = re.compile(r"\s>\s{0,9}(?=\S)")
_FEWEST = 3


def marked_entries(markup: Markup) -> list[Entry]:
    """Every entry of the tables of a page."""
    return [entry for table in markup.css("table") for entry in _rows(table)]


def _rows(table: Part) -> Iterator[Entry]:
    heads = [match.lastgroup if (match := NAME.search(fold(head.words))) else None for head in table.css("th")]
    for row in table.css("tr"):
        cells = row.css("td")
        named = {_of_class(cell) or (heads[n] if n < len(heads) else None) or "": cell for n, cell in enumerate(cells)}
        number = named.get("number")
        opens = OPENS.match(fold(number.words)) if number and len(cells) >= _FEWEST else None
        if number and opens:
            form = _cut(number, *opens.span("form")) if opens["form"] else None
            title, summary = _title(named.get("title"))
            year = named.get("year")
            stated = YEAR.fullmatch(year.words.strip()) if year else None
            yield Entry(
                _cut(number, *opens.span("number")),
                form,
                title,
                _whole(named.get("date")),
                _whole(year) if stated else None,
                summary,
            )


def _of_class(cell: Part) -> str:
    classes = cell.attribute("class")
    return next((name for name, mark in _CLASSES if mark in classes), "")


def _title(cell: Part | None) -> tuple[Span | None, Span | None]:
    """The title, which is what the cell links to, and the summary before it."""
    if cell is None:
        return None, None
    links = [link for link in cell.css("a") if link.words.strip()]
    if links:
        return _whole(links[-1]), _bare(cell, 0, links[-1].start - cell.start)
    shown = list(_SHOWN.finditer(cell.words))
    if shown:
        return _bare(cell, shown[-1].end(), len(cell.words)), _bare(cell, 0, shown[-1].start())
    return _whole(cell), None


def _whole(part: Part | None) -> Span | None:
    return _bare(part, 0, len(part.words)) if part else None


def _bare(part: Part, start: int, end: int) -> Span | None:
    """Words of an element without blanks, and without the mark before a title; None where none is left."""
    words = part.words[start:end]
    skipped = len(words) - len(words.lstrip(" \n\t\r\u00a0>"))
    kept = words.strip(" \n\t\r\u00a0>")
    return _cut(part, start + skipped, start + skipped + len(kept)) if kept else None


def _cut(part: Part, start: int, end: int) -> Span:
    return part.start + start, part.start + end
