"""One row an item, for a spreadsheet, in which no cell becomes a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import IO

from oversight_adapters.writers.safe import one_line
from oversight_adapters.writers.wording import known_cases, own_label, says, unmapped
from oversight_core.entities import Document, Recommendation
from oversight_core.ledger import Case
from oversight_core.moments import NOW, AsOf
from oversight_core.names import Item
from oversight_core.register import Register

AXES = ("position", "resolution", "implementation", "oversight_status", "release", "stage")
"""The axes that have columns; what stands on another, or means none, is told in the column `other`."""

COLUMNS = (
    *("item", "kind", "issuer", "report", "number", "addressee", "title", "text"),
    *(f"{axis}{part}" for axis in AXES for part in ("", "_label", "_since", "_basis")),
    "other",
)
"""The header: the same in every export of this version."""

_ACTIVE = tuple("=+-@＝＋－＠")  # what makes a spreadsheet calculate; tabs and line ends are gone by then


class CsvWriter:
    """Comma-separated values in the order of items, every cell quoted; statuses as of the dates given."""

    name = "csv"
    suffix = ".csv"
    lossless = False

    def __init__(self, as_of: AsOf = NOW) -> None:
        self.as_of = as_of

    def write(self, record: Register, out: IO[str]) -> None:
        """Write a header and one row an item."""
        rows = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        rows.writerow(COLUMNS)
        for item, case in sorted(known_cases(record.histories(self.as_of), self.as_of).items()):
            cells = dict(_cells(item, case))
            rows.writerow([inactive(cells.get(column, "")) for column in COLUMNS])


def inactive(value: object) -> str:
    """A cell that a spreadsheet shows as it stands: an apostrophe goes before what would make it a formula.

    >>> inactive('=HYPERLINK("http://example.org")'), inactive("26")
    ('\\'=HYPERLINK("http://example.org")', '26')
    """
    line = one_line(value)
    return f"'{line}" if line.startswith(_ACTIVE) else line


def _cells(item: Item, case: Case) -> Iterator[tuple[str, object]]:
    yield "item", item
    yield from ((name, getattr(item, name)) for name in ("kind", "issuer", "report", "number", "addressee"))
    described = case.described
    yield "title", described.report_title if isinstance(described, Recommendation) else ""
    if isinstance(described, Document):
        yield "title", described.title
    yield "text", says(described)
    other = []
    for axis, status in sorted(case.statuses.items()):
        if axis not in AXES:
            other.append(f"{axis}: {status.value}")
            continue
        yield axis, status.value
        yield f"{axis}_label", own_label(status)
        yield f"{axis}_since", status.since
        yield f"{axis}_basis", status.basis
    other += [f"no status of ours: {label}" for label, _ in unmapped(case)]
    yield "other", "; ".join(other)
