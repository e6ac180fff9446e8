"""The table at the end of a report, which holds its inspection against earlier ones.

Its columns are known by nothing but their order.  So the last one is read only where what the sentences of the report
say of the same counts is what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from oversight_adapters.readers.odo_inspection.phrases import BOOK
from oversight_adapters.readers.odo_inspection.phrases.compared import COMPARED
from oversight_adapters.readers.odo_inspection.statements import Statement

_NUMBER = re.compile(r"(?<!\d)(\d{1,3})\s{1,100}\Z")


def compared(folded: str) -> list[Statement]:
    """The rows of a table of inspections, each in its last column; none where a row comes twice."""
    found = [Statement(row.name, "", tuple(hit.spans())) for row in COMPARED for hit in _hits(row.name, folded)]
    return found if len({one.row for one in found}) == len(found) else []


def held(said: Mapping[str, Any], content: str, rows: Iterable[Statement]) -> tuple[Statement, ...]:
    """The rows of a column that says what is said already, of two counts or of one that is its own; else none."""
    rows = tuple(rows)
    agreed, own = 0, False
    for row in rows:
        for field, start, end in row.spans:
            if field in said:
                value = BOOK.value(BOOK.excerpt(field, (f"{row.row}/{field}", start, end), content, ""))
                if value != said[field]:
                    return ()
                agreed += 1
                own = own or _before(content, start) not in ("", content[start:end])
    return rows if agreed > 1 or own else ()


def _before(content: str, start: int) -> str:
    """The number in the column before, in figures; "" where there is none."""
    found = _NUMBER.search(content, max(0, start - 200), start)
    return found[1] if found else ""


def _hits(row: str, folded: str) -> Iterator[Any]:
    if any(cue in folded.lower() for cue in BOOK.phrases[row].cues):
        yield from BOOK.finditer(row, folded, 0, len(folded))
