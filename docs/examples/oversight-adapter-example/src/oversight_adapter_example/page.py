"""A writer: the record as one web page that is only text, whatever the words in it try to be."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import IO

from oversight_adapters.writers.safe import one_line
from oversight_adapters.writers.wording import both_labels, dates, known_cases, says, since, unmapped, values, words
from oversight_core import NOW, AsOf, Case, Item, Register

HEAD = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Record</title></head>
<body>
<p>{dates}</p>
<table>
<tr><th>item</th><th>what it is</th><th>where it stands</th></tr>
"""
FOOT = """</table>
</body>
</html>
"""


class PageWriter:
    """One row an item, in the order of items; statuses as of the dates given."""

    name = "web-page"
    suffix = ".html"
    lossless = False

    def __init__(self, as_of: AsOf = NOW) -> None:
        self.as_of = as_of

    def write(self, record: Register, out: IO[str]) -> None:
        """Write the page; equal records give equal pages."""
        cases = known_cases(record.histories(self.as_of), self.as_of)
        out.write(HEAD.format(dates=text(dates(self.as_of))))
        for item, case in sorted(cases.items()):
            cells = "".join(f"<td>{text(cell)}</td>" for cell in _row(item, case))
            out.write(f"<tr>{cells}</tr>\n")
        out.write(FOOT)


def text(value: object) -> str:
    """A value as text of a page: on one line, without control characters, and no markup.

    >>> text('<a href="x">=1+1</a>')
    '&lt;a href=&quot;x&quot;&gt;=1+1&lt;/a&gt;'
    """
    return escape(one_line(value))


def _row(item: Item, case: Case) -> Iterator[object]:
    yield item
    yield says(case.described) or "; ".join(f"{words(name)}: {value}" for name, value in values(case.described))
    yield "; ".join(_standing(case))


def _standing(case: Case) -> Iterator[str]:
    """Where an item stands on each axis of which somebody spoke."""
    for axis, status in sorted(case.statuses.items()):
        if label := both_labels(status):
            yield f"{words(axis)}: {label}" + (f", {since(status)}" if since(status) else "")
    yield from (f"{label} (in its source's words, which mean no status here)" for label, _ in unmapped(case))
