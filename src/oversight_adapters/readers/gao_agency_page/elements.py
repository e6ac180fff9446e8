"""Tables of a web page: the cells of each row, and where their words stand in the text that is read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from oversight_adapters.texts.layers import SOFT
from oversight_adapters.texts.spans import Span

if TYPE_CHECKING:  # only then is the library of web pages needed
    from oversight_adapters.texts.markup import Markup, Part

_MOST_ROWS = 1000  # over which one cell may span

Place = Callable[["Part | None"], Span | None]
"""Where the words of an element stand in the text that is read."""


def placing(content: str) -> Place:
    """What tells places in the running text without its soft breaks."""
    soft = [match.span() for match in SOFT.finditer(content)]
    ends, gone = [end for _, end in soft], [0, *accumulate(end - start for start, end in soft)]

    def place(part: Part | None) -> Span | None:
        if part is None or not part.words:
            return None
        start, end = part.start, part.start + len(part.words)
        return start - gone[bisect_right(ends, start)], end - gone[bisect_right(ends, end)]

    return place


def rows_of(section: Part) -> Iterator[list[Part]]:
    """The cells of each row; one that spans several rows belongs to all of them."""
    held: dict[int, tuple[Part, int]] = {}
    for tr in section.css("tr"):
        own = iter(tr.css("td"))
        cells: list[Part] = []
        while True:
            cell, left = held.pop(len(cells), (None, 0))
            if cell is None:
                if (cell := next(own, None)) is None:
                    break
                span = cell.attribute("rowspan")
                left = min(int(span), _MOST_ROWS) if span.isdecimal() and len(span) < 5 else 1
            if left > 1:
                held[len(cells)] = cell, left - 1
            cells.append(cell)
        yield cells


def spanning(markup: Markup, content: str) -> dict[int, Span]:
    """For each row that a cell above reaches into, where its own words start: the words of that cell.

    >>> from oversight_adapters.texts.html import html_text
    >>> from oversight_core.provenance import Source
    >>> page = "<table><tr><td rowspan=2>ICE<td>One.<tr><td>Two.</table>"
    >>> text = html_text(Source.of(page.encode()))
    >>> spanning(text.places, text.content)
    {9: (0, 3)}
    """
    place = placing(content)
    found: dict[int, Span] = {}
    for table in markup.css("table:has(td[rowspan])"):
        above: list[Part] = []
        for cells in rows_of(table):
            own = next((span for cell in cells if cell not in above and (span := place(cell))), None)
            if own and cells[0] in above and (span := place(cells[0])):
                found[own[0]] = span
            above = cells
    return found
