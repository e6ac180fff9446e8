"""A table in copied text whose cells stand between bars, as Markdown and some extractors print it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from oversight_adapters.readers.gao_agency_page.cells import Row
from oversight_adapters.readers.gao_agency_page.suffix import Span
from oversight_adapters.readers.gao_product_page.product import HEADER, row_of, status_and_comment

_RULE = re.compile(r"[\s|:-]*-{3}[\s|:-]*\|[\s|:-]*$")  # below the header of a table, which bars may open or not
_BETWEEN_BARS = re.compile(r"[^|\s](?:[^|]*[^|\s])?")


def is_ruled(folded: str, below: Iterable[Span]) -> bool:
    """Whether bars part the cells of the lines below a heading."""
    return any(folded.startswith("|", start) or _RULE.match(folded, start, end) for start, end in below)


def ruled(folded: str, below: list[Span], addressee: Span | None) -> Iterator[Row]:
    """The rows of a table whose cells stand between bars: agency, if there is one, text, status, comment."""
    begun: int | None = None
    bare = not any(folded.startswith("|", start) for start, _ in below)
    for start, end in below:
        opens = folded[start] == "|" or (bare and folded.find("|", start, end) > 0)
        begun = start if begun is None and opens else begun
        if begun is None or folded[end - 1] != "|":  # a row may be wrapped
            continue
        cells = [match.span() for match in _BETWEEN_BARS.finditer(folded, begun, end)]
        if len(cells) > 1 and not HEADER.match(folded, begun, end):
            agency = cells.pop(0) if addressee is None else addressee
            status, comment = status_and_comment(folded, cells[1] if len(cells) > 1 else None)
            comment = cells[2] if len(cells) > 2 else comment
            yield row_of(folded, agency=agency, text=cells[0], status=status, comment=comment)
        begun = None
