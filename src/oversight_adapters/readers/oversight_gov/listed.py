"""A saved list of reports: a row for each, and under it what is shown when its highlights are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from oversight_adapters.readers.inspectors_general.bodies import issuer
from oversight_adapters.readers.inspectors_general.opened import Opened
from oversight_adapters.readers.inspectors_general.pieces import piece_of
from oversight_adapters.readers.oversight_gov.marked import fields_in, mark_of_class, span_of
from oversight_adapters.readers.oversight_gov.page import Page
from oversight_adapters.texts.spans import Span
from oversight_core.names import Item

if TYPE_CHECKING:  # only then is the library of web pages needed
    from oversight_adapters.texts.markup import Markup, Part

_CELL = "views-field-"
_COUNT = r"\d[\d,]{0,8}"
_SHOWN = re.compile(rf"\bDisplaying\s+(?P<first>{_COUNT})\s*-\s*(?P<last>{_COUNT})\s+of\s+(?P<total>{_COUNT})")
_AGENCIES = "field-report-agency-reviewed"


def read_listed(markup: Markup) -> tuple[Page, ...]:
    """The layout of each report of a list; none where a page is no list."""
    found: list[Page] = []
    for row in markup.css("tr"):
        title = next((cell for cell in row.css("td") if "views-field-title" in cell.attribute("class").split()), None)
        if title is not None and title.words.strip():
            found.append(_page(row, title))
        elif found:
            one = found[-1]
            found[-1] = Page(one.title, (*one.fields, *fields_in(row)[0]), datetime=one.datetime, listed=True)
    return tuple(found)


def _page(row: Part, title: Part) -> Page:
    fields: list[tuple[str, Span]] = []
    datetime = ""
    for cell in row.css("td"):
        names = (name.removeprefix(_CELL) for name in cell.attribute("class").split() if name.startswith(_CELL))
        mark = next(filter(None, map(mark_of_class, names)), "")
        if mark and cell.words.strip():
            fields += [(mark, span) for span in (_several(cell) if mark == _AGENCIES else [span_of(cell)])]
            datetime = datetime or next((time.attribute("datetime") for time in cell.css("time")), "")
    return Page(span_of(title), tuple(fields), datetime=datetime, listed=True)


def _several(cell: Part) -> Iterator[Span]:
    """The agencies of a cell: parted at commas where each part is the name of one that is known."""
    start, end = span_of(cell)
    words = cell.words.strip()
    parts = words.split(", ")
    if len(parts) > 1 and all(issuer(part) != part for part in parts):
        for part in parts:
            yield start, start + len(part)
            start += len(part) + 2
    else:
        yield start, end


def tell_listing(opened: Opened, documents: Sequence[Item]) -> None:
    """The list itself: what it holds, and of how many it says that this is a page."""
    record = opened.record
    out = record.of(Item("listing", "oversight-gov", "reports"))
    out.derive("items", tuple(documents))
    out.derive("parsed_total", len(documents))
    if shown := _SHOWN.search(opened.folded):
        first, last = (int(shown[name].replace(",", "")) for name in ("first", "last"))
        total = piece_of(opened.content, *shown.span("total"))
        out.tell("stated_total", record.read("count", total, field="stated_total"))
        if last - first + 1 != len(documents):
            said = f"the page says that it shows {last - first + 1} reports, and holds {len(documents)}"
            record.problem("listing-incomplete", said, piece_of(opened.content, *shown.span()))
