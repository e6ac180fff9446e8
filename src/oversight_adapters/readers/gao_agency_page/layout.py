"""From lines to cells: which line is a title, an agency with its recommendation, a status, a comment.

Extractors drop "Show", the status, the header row or the blank lines; a line is therefore told by its neighbours too.
"""

from __future__ import annotations

import re

import attrs

from oversight_adapters.readers.gao_agency_page.cells import Block, Page, Row
from oversight_adapters.readers.gao_agency_page.lines import BLOCK, PRIORITY, Kind
from oversight_adapters.readers.gao_agency_page.outline import STOPS, Line, Outline
from oversight_adapters.readers.gao_agency_page.prefixes import Prefixes
from oversight_adapters.readers.gao_agency_page.suffix import Suffix, suffix_of

_WRAPPED = 30  # lines a text may be wrapped over
_LONGEST_TEXT = 20_000  # characters; GAO's longest are below three thousand
_PARAGRAPH = 60  # characters; a shorter line apart from its comment is not more of it
_FLAG = re.compile(rf"\s*({PRIORITY})\s*", re.IGNORECASE)


def layout(folded: str) -> Page:
    """The cells of a page.  A text of another kind gives a page without blocks, its prose as strays."""
    outline = Outline(folded)
    walk = _Walk(outline)
    for n in range(outline.first, len(outline.lines)):
        walk.take(n)
    return walk.page


class _Walk:
    """One pass over the lines below the head of a page."""

    def __init__(self, outline: Outline) -> None:
        self.outline, self.folded, self.lines = outline, outline.folded, outline.lines
        heading, total = outline.heading, outline.total
        self.page = Page(
            self.lines[heading][:2] if heading is not None else None, self.lines[total][:2] if total is not None else None
        )
        self.prefixes = Prefixes(outline.words(heading) if heading is not None else "")
        self.row: Row | None = None  # the one whose cells may still follow

    def take(self, n: int) -> None:
        """Put one line in its place."""
        line, row = self.lines[n], self.row
        if n in self.outline.titles:
            self._open(line)
        elif line.kind is Kind.PROSE:
            self._prose(n, line)
        elif line.kind is Kind.STATUS and row and row.status is None and row.comment is None:
            row.status = line[:2]
        elif line.kind in BLOCK:
            self._furniture(line)
        elif line.kind is Kind.PRIORITY and row and row.comment is None:
            row.priority = row.priority or line[:2]
        elif line.kind is Kind.REPORT and row is None and self.page.blocks:
            self.page.blocks[-1].details.append(line[:2])
        else:
            self.row = None

    def _open(self, title: Line | None) -> None:
        self.page.blocks.append(Block(title[:2] if title else None))
        self.row = None

    def _furniture(self, line: Line) -> None:
        blocks = self.page.blocks
        if not blocks or (blocks[-1].rows and line.kind is not Kind.HEADER):
            self._open(None)
        if line.kind is Kind.COUNT and blocks[-1].count is None:
            blocks[-1].count = line[:2]

    def _prose(self, n: int, line: Line) -> None:
        row = self.row
        if self._recommendation(n, line):
            return
        if not self.outline.titles and self._is_bare_title(n):
            self._open(line)
        elif row is None:
            self.page.strays.append(line[:2])
        elif row.unfinished and (row.text is None or self._reaches_end_of_text(n)):
            self._text(row, row.text[0] if row.text else line.start, line.end)
        elif row.comment is None:
            row.comment = line[:2]
        elif not line.apart or self._is_paragraph(line):
            row.comment = (row.comment[0], line.end)
        else:
            self.page.strays.append(line[:2])
            self.row = None

    def _is_paragraph(self, line: Line) -> bool:
        return line.end - line.start > _PARAGRAPH and self.folded.endswith(STOPS, line.start, line.end)

    # -- recommendations ---------------------------------------------------------------------------------------

    def _recommendation(self, n: int, line: Line) -> bool:
        """Start a row where a line is an agency with its recommendation, or an agency alone."""
        start, end, row = line.start, line.end, self.row
        cut = self.prefixes.end(self.folded, start, end)
        if cut == end:
            if not self.page.blocks or self.outline.kind(n + 1) not in (Kind.PROSE, Kind.PRIORITY):
                return False
            self._begin(Row((start, end)))
            return True
        if end - start > _LONGEST_TEXT:
            return False
        suffix = suffix_of(self.folded, start, end)
        marked = suffix is not None or self.outline.kind(n + 1) in (Kind.STATUS, Kind.PRIORITY)
        waiting = row is not None and row.comment is None  # for the rest of its text, or for its comment
        if not marked and cut > start and waiting:
            marked = self._wraps(n, cut)
        if not marked and (waiting or cut == start):
            return False
        if cut == start and marked and not (row is not None and row.unfinished):
            cut = self.prefixes.unlisted_end(self.folded, start, end)
            if cut == start and not (suffix and not waiting and self.page.blocks and self._says_should(start, end)):
                return False
        elif cut == start or self._goes_on(cut, end) or not (marked or self._says_should(cut, end)):
            return False
        row = Row((start, cut) if cut > start else None)
        self._begin(row)
        self._text(row, cut, end, suffix)
        return True

    def _wraps(self, n: int, cut: int) -> bool:
        """Whether a recommendation starts behind an agency's name and goes on in the lines below."""
        after = n + 1
        return after < len(self.lines) and self._says_should(cut, self.lines[n].end) and not self.lines[after].apart and self._reaches_end_of_text(after)

    def _says_should(self, start: int, end: int) -> bool:
        return self.folded.find(" should ", start, end) >= 0 or self.folded.endswith(" should", start, end)

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether a sentence goes on behind an agency's name: a comment may open with one, a cell starts anew."""
        return self.folded[start:end].lstrip()[:1].islower()

    def _begin(self, row: Row) -> None:
        if not self.page.blocks:
            self._open(None)
        self.page.blocks[-1].rows.append(row)
        self.row = row

    def _text(self, row: Row, start: int, end: int, suffix: Suffix | None = None) -> None:
        """Fill the text's cell, and those that an extractor ran into it: the flag before, status and comment behind."""
        if row.text is None and (flag := _FLAG.match(self.folded, start, end)):
            row.priority, start = row.priority or flag.span(1), flag.end()
        row.suffix = suffix = suffix or suffix_of(self.folded, start, end)
        if suffix and not suffix.closed and end == len(self.folded):
            self.page.cut = (suffix.start, end)
            row.suffix = suffix = attrs.evolve(suffix, number=None)
        row.text = self._trimmed(start, suffix.start if suffix else end)
        if suffix and suffix.status:
            row.status = suffix.status
            row.comment = self._trimmed(suffix.status[1], end)

    def _trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        words = self.folded[start:end]
        bare = words.strip()
        at = start + len(words) - len(words.lstrip())
        return (at, at + len(bare)) if bare else None

    def _reaches_end_of_text(self, n: int) -> bool:
        """Whether a line is more of a wrapped text: a number or a status follows before anything else does."""
        for ahead in range(n, min(n + _WRAPPED, len(self.lines))):
            line = self.lines[ahead]
            if line.kind is Kind.STATUS:
                return True
            if line.kind is not Kind.PROSE or line.apart or self.prefixes.end(self.folded, line.start, line.end) > line.start:
                return False
            if suffix_of(self.folded, line.start, line.end):
                return True
        return False

    def _is_bare_title(self, n: int) -> bool:
        """Whether a line stands right above a recommendation, on a page without any furniture."""
        if not self.outline.may_be_title(n) or self.outline.kind(n + 1) is not Kind.PROSE:
            return False
        below = self.lines[n + 1]
        named = self.prefixes.end(self.folded, below.start, below.end) > below.start
        return named and suffix_of(self.folded, below.start, below.end) is not None
