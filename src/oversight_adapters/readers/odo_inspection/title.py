"""The title page of a report, whose lines say which facility was visited, and when."""

from __future__ import annotations

import re

from oversight_adapters.readers.odo_inspection.phrases import BOOK
from oversight_adapters.readers.odo_inspection.statements import Statement

_FRONT = 20_000  # code points; a title page is the first
_WHOLE_ABOVE = re.compile(
    r"(?:\A|\n[^\S\n]{0,200}\n|(?:Office|Operations|Inspection|Division|Review|\d)[^\S\n]{0,200}\n)\Z"
)


def title(folded: str) -> tuple[Statement, int, int] | None:
    """What a title page states, with its span; None where there is none.

    The line above may be half of a facility's name, unless it is blank or is a heading of its own.
    """
    hit = BOOK.search("title", folded, 0, min(len(folded), _FRONT))
    if hit is None:
        return None
    start, end = hit.match.span()
    whole = _WHOLE_ABOVE.search(folded, max(0, start - 400), start) is not None
    spans = tuple(span for span in hit.spans() if whole or span[0] != "facility")
    return Statement("title", "", spans), start, end
