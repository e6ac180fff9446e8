"""The head of a copied page: its title above the number of the report, and the dates below."""

from __future__ import annotations

import re

from oversight_adapters.readers.gao_agency_page.lines import REPORT_ID, Kind, kind_of
from oversight_adapters.readers.gao_agency_page.outline import STOPS
from oversight_adapters.readers.gao_product_page.product import Product, title_of
from oversight_adapters.texts.spans import Span

_DATES = r"(?:Published|Publicly\sReleased):"
_RUN_ON = re.compile(rf"(?P<id>GAO-\d\d-\d{{1,6}}[A-Z]{{0,2}}?)(?={_DATES})")
_UNFINISHED = re.compile(
    r"(?:\bPublicly|(?:Published|Released):(?:\s+[A-Z][a-z]{2,8}\.?)?(?:\s+\d{1,2},?)?)$", re.IGNORECASE
)
_NUMBER = re.compile(rf"(?:{REPORT_ID}|{_DATES}|{_RUN_ON.pattern})")
_MARKDOWN = "#* "
_LONGEST_TITLE = 300
_FULL_LINE = 50  # characters; a line so long may be wrapped, and no navigation is
_ABOVE, _BELOW = 8, 4  # lines within which the title stands above the number, and the dates below it


def head(folded: str, lines: list[Span]) -> Product:
    """A product of which only the title, the number and the dates are known."""
    product = Product()
    number = next((n for n, line in enumerate(lines) if _NUMBER.match(folded, *line)), None)
    if number is not None:
        above, below = lines[max(0, number - _ABOVE) : number], lines[number + 1 : number + 1 + _BELOW]
        product.details = _details(folded, lines[number], below)
        product.title = _title_above(folded, above) or _title(
            folded, [line for line in below if line < product.details[-1]]
        )
    return product


def lines_of(folded: str) -> list[Span]:
    """The lines that are not blank, without the marks of Markdown headings and the blanks around them."""
    found, at = [], 0
    for raw in folded.split("\n"):
        words = raw.strip()
        if bare := words.lstrip(_MARKDOWN).rstrip("* ") if words[:1] in ("#", "*") else words:
            start = at + raw.index(bare)
            found.append((start, start + len(bare)))
        at += len(raw) + 1
    return found


def _title(folded: str, lines: list[Span]) -> Span | None:
    """The first of these lines that may be one."""
    for start, end in lines:
        words = folded[start:end]
        if kind_of(words) is Kind.PROSE and end - start <= _LONGEST_TITLE and not words.endswith(STOPS):
            return title_of(folded, (start, end))
    return None


def _title_above(folded: str, lines: list[Span]) -> Span | None:
    """The title above a number, whose first line may be wrapped, behind a colon or a semicolon too."""
    if (title := _title(folded, lines[::-1])) is None:
        return None
    start, end = title
    for first, until in reversed([line for line in lines if line[1] < start]):
        apart = folded.count("\n", until, start) > 1
        goes_on = folded[until - 1] in ":;" or (not apart and until - first >= _FULL_LINE)
        if not goes_on or end - first > _LONGEST_TITLE or kind_of(folded[first:until]) is not Kind.PROSE:
            break
        if folded.endswith(STOPS, first, until) and folded[until - 1] != ";":
            break
        start = first
    return title_of(folded, (start, end))


def _details(folded: str, first: Span, below: list[Span]) -> list[Span]:
    """The line with the report's number, and those below it with its dates, which may be wrapped."""
    run_on = _RUN_ON.match(folded, *first)
    found = [run_on.span("id"), (run_on.end("id"), first[1])] if run_on else [first]
    for line in below:
        if _UNFINISHED.search(folded, *found[-1]):
            found[-1] = (found[-1][0], line[1])
        elif _NUMBER.match(folded, *line):
            found.append(line)
    return found
