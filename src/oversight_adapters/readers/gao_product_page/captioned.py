"""Tables of 1990 to 2020, in which a caption stands before each cell ("Status: Open").

Pages to 2016 print the status first and the recommendation behind it, later ones the other way round: the caption that
comes first opens every row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from oversight_adapters.readers.gao_agency_page.cells import Row
from oversight_adapters.readers.gao_agency_page.lines import Kind, kind_of
from oversight_adapters.readers.gao_agency_page.outline import STOPS
from oversight_adapters.readers.gao_product_page.product import row_of
from oversight_adapters.texts.spans import Span

_CAPTION = re.compile(
    r"(?:(?P<text>Recommendation|Matter)|(?P<agency>Agency(?:\sAffected)?)|(?P<status>Status)|(?P<comment>Comments?))"
    r"\s?:\s*",
    re.IGNORECASE,
)
_PROSE = ("text", "comment")  # cells of any length


def is_captioned(folded: str, below: Sequence[Span]) -> bool:
    """Whether texts stand behind captions, and what became of them too.

    >>> page = "Status: Open\\nMatter: Congress should act."
    >>> is_captioned(page, [(0, 12), (13, len(page))]), is_captioned(page, [(0, 12)])
    (True, False)
    """
    names = {match.lastgroup for line in below if (match := _CAPTION.match(folded, *line))}
    return "text" in names and len(names) > 1


def captioned(folded: str, below: Sequence[Span], addressee: Span | None) -> Iterator[Row]:
    """The rows below a heading; `addressee` is whom that names, where it does."""
    opener, record = "", _Record()
    for line in below:
        caption = _CAPTION.match(folded, *line)
        if caption is None:
            record.go_on(folded, line)
            continue
        name = str(caption.lastgroup)
        opener = opener or name
        if name in record.cells:
            yield from record.rows(folded, addressee)
            record = record.twin() if name == "agency" and name != opener else _Record()
        elif name == opener:
            yield from record.rows(folded, addressee)
            record = _Record()
        record.open(name, (caption.end(), line[1]))
    yield from record.rows(folded, addressee)


@attrs.define
class _Record:
    """The cells of one row so far, in their order; those without words are empty."""

    cells: dict[str, Span] = attrs.Factory(dict)
    priority: Span | None = None
    cell: str = ""  # which a line without a caption goes on with

    def open(self, name: str, words: Span) -> None:
        self.cells[name], self.cell = words, name

    def go_on(self, folded: str, line: Span) -> None:
        """Take a line without a caption: more of the open cell, or the flag of priority."""
        kind = kind_of(folded[slice(*line)])
        start, end = self.cells.get(self.cell, line)
        apart = folded.count("\n", end, line[0]) > 1
        if kind is Kind.PRIORITY:
            self.priority = self.priority or line
        elif not self.cell:
            return
        elif start == end:  # its caption stands on a line of its own
            self.cells[self.cell] = line
        elif not (kind is Kind.PROSE or self._goes_on(kind, folded, apart=apart)) or (
            apart and (self.cell not in _PROSE or not folded.endswith(STOPS, *line))
        ):
            self.cell = ""
        else:
            self.cells[self.cell] = (start, line[1])

    def _goes_on(self, kind: Kind, folded: str, *, apart: bool) -> bool:
        """Whether a line that is nothing but a date or a figure is a part of the sentence above it."""
        return kind in (Kind.REPORT, Kind.FOOTER) and not apart and not folded.endswith(STOPS, *self.cells[self.cell])

    def twin(self) -> _Record:
        """The same recommendation to another agency: what stands before the agency holds for both."""
        names = [*self.cells]
        return _Record({name: self.cells[name] for name in names[: names.index("agency")]}, self.priority)

    def rows(self, folded: str, addressee: Span | None) -> Iterator[Row]:
        """The row that these cells make, if they hold a text."""
        cell = self.cells.get
        if cell("text"):
            row = row_of(
                folded,
                agency=cell("agency") or addressee,
                text=cell("text"),
                status=cell("status"),
                comment=cell("comment"),
            )
            row.priority = row.priority or self.priority
            yield row
