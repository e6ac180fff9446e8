"""The page as a web page: which element holds what, by the classes that GAO's site gives them, else by its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from oversight_adapters.readers.gao_agency_page.cells import Row, words_in
from oversight_adapters.readers.gao_agency_page.elements import Place, placing, rows_of
from oversight_adapters.readers.gao_agency_page.lines import REPORT_ID
from oversight_adapters.readers.gao_product_page.head import head, lines_of
from oversight_adapters.readers.gao_product_page.product import (
    MATTERS,
    RECOMMENDATIONS,
    Product,
    row_of,
    status_and_comment,
    title_of,
)
from oversight_adapters.texts.spans import Span

if TYPE_CHECKING:  # only then is the library of web pages needed
    from oversight_adapters.texts.markup import Markup, Part

_HEAD, _MOST_DETAILS = "span.text-small", 3
_ID = re.compile(REPORT_ID)
_TOPICS = (".views-field-field-topic .field-content a", ".views-field-field-topic a", ".field--name-field-topic a")
_SECTIONS = "[class*='view--recommendations--block']"
_TEXT, _AGENCY, _STATUS = "views-field-field-recommendation", "views-field-name", "views-field-field-status-code"
_CODE, _COMMENT = ".code", ".comment"


def structured(markup: Markup, content: str, folded: str) -> Product:
    """The parts of a web page; `content` is its running text as it is, `folded` without soft breaks."""
    place = placing(content)
    details = [*_details(markup, folded, place)]
    product = Product(details=details) if details else head(folded, lines_of(folded))
    product.title = _title(markup, folded, place, product.details) or product.title
    product.topics = [span for part in _first(markup, _TOPICS) if (span := place(part))]
    above = markup.css("h2, h3, h4")
    for section in markup.css(_SECTIONS) or markup.css("table"):
        headings = [part for part in above if part.start < section.start][-1:]
        heading, addressee = _heading((*section.css("h2, h3, h4, caption, th"), *headings), folded, place)
        rows = [*_rows(section, folded, place, addressee)]
        product.headings += [heading] if heading and rows else []
        product.rows += rows
    return product


def _details(markup: Markup, folded: str, place: Place) -> Iterator[Span]:
    """The number and dates of the product: those at the head of the page, and not of what it lists as related."""
    number = ""
    for part in markup.css(_HEAD)[:_MOST_DETAILS]:
        for span in (place(_one(part, "strong")), place(part)):
            named = _ID.search(folded, *span) if span else None
            if named and number and named[0] != number:
                return
            number = named[0] if named else number
            if span:
                yield span


def _title(markup: Markup, folded: str, place: Place, details: list[Span]) -> Span | None:
    """The last heading above the number; without a number the first one."""
    headings = [span for part in markup.css("h1") if (span := place(part))]
    above = [span for span in headings if details and span < details[0]]
    return title_of(folded, above[-1] if above else headings[0]) if headings else None


def _first(markup: Markup, selectors: tuple[str, ...]) -> tuple[Part, ...]:
    return next((found for selector in selectors if (found := markup.css(selector))), ())


def _heading(parts: Sequence[Part], folded: str, place: Place) -> tuple[Span | None, Span | None]:
    """The heading of a table, and the words in it that name whom its rows are addressed to."""
    for part in parts:
        span = place(part)
        if span and (match := MATTERS.search(folded, *span)):
            return span, match.span("addressee")
        if span and RECOMMENDATIONS.search(folded, *span):
            return span, None
    return None, None


def _rows(section: Part, folded: str, place: Place, addressee: Span | None) -> Iterator[Row]:
    names = [" ".join(part.words.split()).casefold() for part in section.css("th")]
    row: Row | None = None
    for cells in rows_of(section):
        text = _cell(cells, names, _TEXT, ("recommendation", "matter"))
        if text is None or text.tag != "td":
            if row and row.comment is None and len(cells) == 1:  # the comment has a row of its own
                row.comment = words_in(folded, place(cells[0]))
            continue
        agency, status = _cell(cells, names, _AGENCY, ("agency",)), _cell(cells, names, _STATUS, ("status",))
        code, comment = _status(status, folded, place)
        row = row_of(
            folded,
            agency=place(agency) or addressee,
            text=place(text),
            status=code,
            comment=place(_within(cells, _COMMENT) or _cell(cells, names, "", ("comment",))) or comment,
        )
        yield row


def _status(cell: Part | None, folded: str, place: Place) -> tuple[Span | None, Span | None]:
    """The status in a cell, and what stands behind it there."""
    whole, code = place(cell), place(_one(cell, _CODE) if cell else None)
    if whole is None or code is None:
        return status_and_comment(folded, whole)
    return code, (code[1], whole[1])


def _one(part: Part, selector: str) -> Part | None:
    return next(iter(part.css(selector)), None)


def _within(cells: list[Part], selector: str) -> Part | None:
    """The first element of this class within a row."""
    return next((found for cell in cells if (found := _one(cell, selector))), None)


def _cell(cells: list[Part], names: list[str], name: str, starts: tuple[str, ...]) -> Part | None:
    """The cell of this class, else the one in the column whose name starts so, where the row has one for each."""
    if name and (found := next((cell for cell in cells if name in cell.attribute("class").split()), None)):
        return found
    at = next((n for n, title in enumerate(names) if title.startswith(starts)), None)
    return cells[at] if at is not None and len(cells) == len(names) else None
