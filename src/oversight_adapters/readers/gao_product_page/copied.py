"""The page as text, copied or extracted: its parts are told by their headings and by what GAO prints on lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oversight_adapters.readers.gao_agency_page.cells import Row
from oversight_adapters.readers.gao_agency_page.layout import layout
from oversight_adapters.readers.gao_agency_page.lines import KNOWN_STATUS, Kind, kind_of
from oversight_adapters.readers.gao_agency_page.outline import STOPS
from oversight_adapters.readers.gao_product_page.captioned import captioned, is_captioned
from oversight_adapters.readers.gao_product_page.head import head, lines_of
from oversight_adapters.readers.gao_product_page.matters import matters
from oversight_adapters.readers.gao_product_page.product import (
    HEADINGS,
    MATTERS,
    RECOMMENDATIONS,
    Product,
    row_in,
)
from oversight_adapters.readers.gao_product_page.ruled import is_ruled, ruled
from oversight_adapters.texts.spans import Span

_TABLES = {"recommendations": RECOMMENDATIONS, "matters": MATTERS}
_AGENCY_HEADER = "Agency Recommendation Status\n"  # shorter than the heading that stands there
_SUFFIX = r"[(\[](?:Recommendation|Matter)[^()\[\]]{0,60}[)\]]\.?"
_TOGETHER = re.compile(
    rf"({_SUFFIX}[ \n]{{0,9}})[ \n]({KNOWN_STATUS}|(?:Open|Closed)(?![ \n]*[-(]))(?:[ \n]|$)", re.IGNORECASE
)
_WRAP = re.compile(r"(?<=[^\n])\n(?=[a-z])")


def copied(folded: str) -> Product:
    """The parts of a page's text."""
    folded = _apart(folded)
    lines = lines_of(folded)
    product = head(folded, lines)
    tables: set[str] = set()
    for heading, below in _sections(folded, lines):
        words = folded[slice(*heading)]
        table = next((name for name, form in _TABLES.items() if form.match(words)), "")
        if table in tables:
            product.again = product.again or heading
        elif table and (rows := _table(folded, heading, below)):
            tables.add(table)
            product.headings.append(heading)
            product.rows += rows
        elif not product.topics and words.rstrip(":").casefold() in ("topics", "topic"):
            product.topics += _topics(folded, below)
    return product


def _apart(folded: str) -> str:
    """The same text with the lines that a reader wants, place by place.

    What was wrapped before a small letter goes on; a number and a status that stand together have lines of their own.
    """

    def apart(match: re.Match[str]) -> str:
        return "\n".join(part.replace("\n", " ") for part in (*match.groups(), ""))[: len(match[0])]

    return _TOGETHER.sub(apart, _WRAP.sub(" ", folded))


def _sections(folded: str, lines: list[Span]) -> list[tuple[Span, list[Span]]]:
    """Each heading with the lines below it, up to the next one."""
    found: list[tuple[Span, list[Span]]] = []
    for line in lines:
        words = folded[slice(*line)]
        words = words.rstrip(": ")
        if RECOMMENDATIONS.fullmatch(words) or MATTERS.fullmatch(words) or HEADINGS.fullmatch(words):
            found.append((line, []))
        elif found:
            found[-1][1].append(line)
    return found


def _topics(folded: str, below: list[Span]) -> list[Span]:
    """One topic a line, up to what is none."""
    found: list[Span] = []
    for start, end in below:
        words = folded[start:end]
        if kind_of(words) is not Kind.PROSE or end - start > 60 or not words[:1].isupper() or words.endswith(STOPS):
            break
        found.append((start, end))
    return found


def _table(folded: str, heading: Span, below: list[Span]) -> list[Row]:
    """The rows below a heading; that of the matters says to whom they are addressed."""
    match = MATTERS.match(folded, *heading)
    addressee = match.span("addressee") if match else None
    if is_captioned(folded, below):
        return [*captioned(folded, below, addressee)]
    if is_ruled(folded, below):
        return [*ruled(folded, below, addressee)]
    if addressee:
        return [row_in(folded, block, agency=addressee) for block in matters(folded, below)]
    return [*_recommendations(folded, below)] if below else []


def _recommendations(folded: str, below: list[Span]) -> Iterator[Row]:
    """The rows of the first table, which is printed as on the pages of an agency, under its header."""
    start, end = below[0][0], below[-1][1]
    for block in layout(_AGENCY_HEADER.rjust(start, "\n") + folded[start:end]).blocks:
        for row in block.rows:
            cells = [cell for cell in (row.text, row.status, row.comment) if cell]
            if (row.suffix and row.status) or not row.text:
                yield row
            else:
                again = row_in(folded, (row.text[0], max(until for _, until in cells)), agency=row.agency)
                again.priority = again.priority or row.priority
                yield again
