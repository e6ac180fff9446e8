"""Search results of 2016 to 2020 as cells: a caption stands before each ("Agency: …"), whatever an extractor drops.

A recommendation starts at its text, or where texts were dropped at its agency.  A second agency behind one text is a
second recommendation of the same words.
"""

from __future__ import annotations

import re

from oversight_adapters.readers.gao_agency_page.ahead import SHOULD
from oversight_adapters.readers.gao_agency_page.cells import Block, Page, Row, words_in
from oversight_adapters.readers.gao_agency_page.lines import Kind
from oversight_adapters.readers.gao_agency_page.outline import STOPS, Outline
from oversight_adapters.readers.gao_agency_page.suffix import suffix_of
from oversight_adapters.texts.spans import Span

_CAPTION = re.compile(
    r"(?P<recommendation>Recommendation)\s?:\s*|(?P<agency>Agency(?:\sAffected)?)\s?:\s*|(?P<status>Status)\s?:\s*|"
    r"(?P<comment>Comments?)\s?:\s*",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"^[ ]*Agency(?:[ ]Affected)?[ ]?:[ ]*\n?[ ]*\S", re.MULTILINE | re.IGNORECASE)
_ABOVE = (Kind.REPORT, Kind.PERSON, Kind.COUNT, Kind.PRIORITY_COUNT)  # what a title stands above


def is_captioned(folded: str) -> bool:
    """Whether agencies and what is said of them stand behind captions.

    >>> is_captioned("  Agency: Department of State\\nStatus: Open"), is_captioned("Agency Recommendation Status")
    (True, False)
    """
    return (
        ("gency:" in folded or "ffected:" in folded)
        and ("tatus:" in folded or "omment" in folded)
        and _AGENCY.search(folded) is not None
    )


def captioned(outline: Outline) -> Page:
    """The cells of a page of search results."""
    walk = _Walk(outline)
    for n in range(max(outline.total or 0, outline.subject or 0), len(outline.lines)):
        walk.take(n)
    walk.close()
    walk.page.blocks = [block for block in walk.page.blocks if block.rows or block.count or block.details]
    return walk.page


class _Walk:
    """One pass over the lines; `cell` names what a line without a caption goes on with."""

    def __init__(self, outline: Outline) -> None:
        self.outline, self.folded = outline, outline.folded
        self.page = Page(subject=outline.span(outline.subject), total=outline.span(outline.total))
        self.row: Row | None = None
        self.cell = ""
        self.text: Span | None = None  # of the recommendation that is being read, with its number

    def take(self, n: int) -> None:
        """Put one line in its place."""
        start, end, kind, _ = self.outline.lines[n]
        if caption := _CAPTION.match(self.folded, start, end):
            self._caption(str(caption.lastgroup), caption.end(), end)
        elif kind is Kind.PROSE:
            self._prose(n, start, end)
        elif kind is Kind.PRIORITY and self.row:
            self.row.priority = (start, end)
        elif kind is Kind.STATUS and self.row and self.row.status is None:
            self.row.status = (start, end)
        elif kind in _ABOVE:
            self._above(kind, (start, end))
        elif kind in (Kind.FOOTER, Kind.TOTAL, Kind.SUBJECT):
            self.close()

    def close(self) -> None:
        """End the recommendation that is being read: its number stands at the end of its text."""
        if self.row and self.text:
            start, end = self.text
            self.row.suffix = suffix = suffix_of(self.folded, start, end)
            self.row.text = words_in(self.folded, (start, suffix.start if suffix else end))
        self.row, self.cell, self.text = None, "", None

    def _caption(self, name: str, start: int, end: int) -> None:
        if name == "recommendation":
            self._begin()
            self.text = (start, end) if start < end else None
        elif name == "agency":
            self._agency(start, end)
        elif self.row is None:
            self.page.strays.append((start, end))
        elif start < end:
            setattr(self.row, name, (start, end))
        self.cell = name if self.row else ""

    def _agency(self, start: int, end: int) -> None:
        """The agency of the recommendation whose text stands above, or of the next one."""
        row, text = self.row, self.text
        if row is None or row.agency or row.status or row.comment:
            self._begin()
            self.text = text
        assert self.row is not None  # begun just now, or there
        if start < end:
            self.row.agency = (start, end)

    def _prose(self, n: int, start: int, end: int) -> None:
        """More of the open cell, or the title of the next block."""
        if self.outline.may_be_title(n) and self.outline.kind(n + 1) in _ABOVE and not self._goes_on():
            self._open((start, end))
        elif self._is_bare_text(n):
            self._caption("recommendation", start, end)
        elif self.row is None:
            if self.page.blocks:
                self.page.strays.append((start, end))
        elif self.cell == "recommendation":
            self.text = (self.text[0] if self.text else start, end)
        elif self.cell == "agency" and not (self.row.agency and self.outline.lines[n][3]):
            self.row.agency = (self.row.agency[0] if self.row.agency else start, end)
        elif self.cell == "comment":
            self.row.comment = (self.row.comment[0] if self.row.comment else start, end)
        else:
            self.page.strays.append((start, end))

    def _is_bare_text(self, n: int) -> bool:
        """Whether a line is a recommendation whose caption was dropped: its agency stands below."""
        if self.cell == "recommendation" or n + 1 >= len(self.outline.lines):
            return False
        start, end, _, apart = self.outline.lines[n]
        below = _CAPTION.match(self.folded, *self.outline.lines[n + 1][:2])
        if below is None or below.lastgroup != "agency" or self._goes_on():
            return False
        numbered = suffix_of(self.folded, start, end) is not None
        return numbered or ((apart or self.row is None) and SHOULD.search(self.folded, start, end) is not None)

    def _goes_on(self) -> bool:
        """Whether the open comment stops in the middle of a sentence."""
        comment = self.row.comment if self.row and self.cell == "comment" else None
        return comment is not None and not self.folded.endswith(STOPS, *comment)

    def _above(self, kind: Kind, line: Span) -> None:
        """What stands above the recommendations of a report; whose telephone it is goes nowhere."""
        blocks = self.page.blocks
        again = bool(blocks) and (
            (kind is Kind.REPORT and bool(blocks[-1].details)) or (kind is Kind.COUNT and bool(blocks[-1].count))
        )
        if not blocks or blocks[-1].rows or again:
            self._open(None)
        if kind is Kind.REPORT:
            blocks[-1].details.append(line)
        elif kind is Kind.COUNT:
            blocks[-1].count = line

    def _open(self, title: Span | None) -> None:
        self.close()
        self.page.blocks.append(Block(title))

    def _begin(self) -> None:
        self.close()
        if not self.page.blocks:
            self._open(None)
        self.row = Row(None)
        self.page.blocks[-1].rows.append(self.row)
