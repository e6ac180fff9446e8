"""A table in copied text whose cells stand between bars, as Markdown and some extractors print it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from oversight_adapters.readers.gao_agency_page.cells import Row
from oversight_adapters.readers.gao_product_page.product import HEADER, row_of, status_and_comment
from oversight_adapters.texts.spans import Span

_RULE = re.compile(r"[\s|:-]*-{3}[\s|:-]*\|[\s|:-]*$")  # below the header of a table, which bars may open or not
_BETWEEN_BARS = re.compile(r"[^|\s](?:[^|]*[^|\s])?")


def is_ruled(folded: str, below: Iterable[Span]) -> bool:
    """Whether bars part the cells of the lines below a heading."""
    return any(folded.startswith("|", start) or _RULE.match(folded, start, end) for start, end in below)


def ruled(folded: str, below: list[Span], addressee: Span | None) -> Iterator[Row]:
    """The rows of a table whose cells stand between bars: agency, if there is one, text, status, comment.

    Where an extractor ended a row behind its text, status and comment are the lines below it.
    """
    for cells, lines in _rows(folded, below, fewest=2 if addressee is None else 1):
        agency = cells.pop(0) if addressee is None else addressee
        rest = (lines[0][0], lines[-1][1]) if lines else None
        status, comment = status_and_comment(folded, cells[1] if len(cells) > 1 else rest)
        comment = cells[2] if len(cells) > 2 else comment
        yield row_of(folded, agency=agency, text=cells[0], status=status, comment=comment)


def _rows(folded: str, below: list[Span], *, fewest: int) -> list[tuple[list[Span], list[Span]]]:
    """The cells of each row, and the lines below it that are no row; a row may be wrapped."""
    found: list[tuple[list[Span], list[Span]]] = []
    begun: int | None = None
    bare = not any(folded.startswith("|", start) for start, _ in below)
    for start, end in below:
        opens = folded[start] == "|" or (bare and folded.find("|", start, end) > 0)
        begun = start if begun is None and opens else begun
        if begun is None:
            if found:
                found[-1][1].append((start, end))
        elif folded[end - 1] == "|":
            cells = [match.span() for match in _BETWEEN_BARS.finditer(folded, begun, end)]
            if len(cells) >= fewest and not HEADER.match(folded, begun, end):
                found.append((cells, []))
            begun = None
    return found
