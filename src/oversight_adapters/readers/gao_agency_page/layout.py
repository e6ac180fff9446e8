"""From lines to cells: which line is a title, an agency with its recommendation, a status, a comment.

Extractors drop "Show", the status, the header row or the blank lines; a line is therefore told by its neighbours too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

import attrs

from oversight_adapters.readers.gao_agency_page.ahead import LONGEST_NAME, Ahead
from oversight_adapters.readers.gao_agency_page.captions import captioned, is_captioned
from oversight_adapters.readers.gao_agency_page.cells import Block, Page, Row, words_in
from oversight_adapters.readers.gao_agency_page.lines import BLOCK, KNOWN_STATUS, PRIORITY, UNFINISHED, Kind
from oversight_adapters.readers.gao_agency_page.outline import STOPS, Line, Outline
from oversight_adapters.readers.gao_agency_page.prefixes import OPENING, Prefixes
from oversight_adapters.readers.gao_agency_page.slots import one_line
from oversight_adapters.readers.gao_agency_page.suffix import MARKED, Suffix, suffix_of
from oversight_adapters.texts.spans import Span

_LONGEST_HEAD = 20_000  # characters; a page says what the whole database holds before it lists anything
_LONGEST_TEXT = 20_000  # characters; GAO's longest are below three thousand
_PARAGRAPH = 60  # characters; a shorter line apart from its comment is not more of it
_KNOWN_STATUS = re.compile(KNOWN_STATUS, re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CAPTION = re.compile(r"(?:Status|Comments?):\s*(?=\S)", re.IGNORECASE)
_FLAG = re.compile(rf"\s*({PRIORITY})\s*", re.IGNORECASE)
_NONE: Mapping[int, Span] = MappingProxyType({})


def layout(folded: str, spanning: Mapping[int, Span] = _NONE) -> Page:
    """The cells of a page.  A text of another kind gives a page without blocks, its prose as strays.

    `spanning` tells where a row starts into which the agency's cell of a row above reaches.
    """
    outline = Outline(folded)
    if is_captioned(folded):
        page = captioned(outline)
    else:
        walk = _Walk(outline, spanning)
        n = outline.first
        while n < len(outline.lines):
            n = walk.take(n)
        page = walk.page
    page.head = (0, min(_LONGEST_HEAD, len(folded)))
    return page


class _Walk:
    """One pass over the lines below the head of a page."""

    def __init__(self, outline: Outline, spanning: Mapping[int, Span]) -> None:
        self.outline, self.folded, self.lines = outline, outline.folded, outline.lines
        self.spanning = spanning
        self.page = Page(
            heading=outline.title,
            is_sole=outline.is_sole,
            subject=outline.span(outline.subject),
            total=outline.span(outline.total),
        )
        self.prefixes = Prefixes(one_line(self.folded[slice(*outline.title)]) if outline.title else "")
        self.ahead = Ahead(outline, self.prefixes)
        self.row: Row | None = None  # the one whose cells may still follow

    def take(self, n: int) -> int:
        """Put one line in its place, or a recommendation with its status and comment; where to go on."""
        line = self.lines[n]
        start, end, kind, _ = line
        if self.spanning and (agency := self.spanning.get(start)):
            self._begin(Row(agency))
        row = self.row
        if (last := self.outline.titles.get(n)) is not None:
            self._open((start, self.lines[last][1]))
            return last + 1
        if kind is Kind.PROSE:
            if behind := self.ahead.behind_wrapped_name(n):
                self._begin(row := Row((start, behind)))
                self._text(row, behind, self.lines[n + 1][1])
                return self._status_and_comment(n + 2)
            if self._recommendation(n, start, end):
                return self._status_and_comment(n + 1)
            self._prose(n, line)
        elif kind is Kind.STATUS and row and row.status is None and row.comment is None:
            return self._status(row, n)
        elif kind in BLOCK:
            self._furniture((start, end), kind)
        elif kind is Kind.PRIORITY and row and row.comment is None:
            row.priority = row.priority or (start, end)
        elif kind is Kind.REPORT and row is None and self.page.blocks:
            self.page.blocks[-1].details.append((start, end))
        else:
            self.row = None
        return n + 1

    def _status_and_comment(self, n: int) -> int:
        """Take the two lines that mostly stand below a recommendation at once; where to go on."""
        row, titles = self.row, self.outline.titles
        if n + 1 >= len(self.lines) or not titles or n + 1 in titles or row is None or row.status or not row.suffix:
            return n
        (at, until, kind, _), (start, end, below, _) = self.lines[n : n + 2]
        if (
            kind is not Kind.STATUS
            or self.folded.endswith(UNFINISHED, at, until)
            or below is not Kind.PROSE
            or self.ahead.opens_with_agency(n + 1)
        ):
            return n
        if self.folded.endswith(MARKED, start, end):  # it may be a recommendation whose agency nobody listed
            return n
        if self.ahead.behind_wrapped_name(n + 1):
            return n
        row.status, row.comment = (self._behind_caption(at, until), until), (self._behind_caption(start, end), end)
        return n + 2

    def _status(self, row: Row, n: int) -> int:
        """Take a status, which may be wrapped; half of one is none.  Where to go on."""
        start, end, _, _ = self.lines[n]
        start = self._behind_caption(start, end)
        if not self.folded.endswith(UNFINISHED, start, end):
            row.status = (start, end)
            return n + 1
        below = self.lines[n + 1][1] if n + 1 < len(self.lines) else end
        if _KNOWN_STATUS.fullmatch(self.folded, start, below):
            row.status = (start, below)
            return n + 2
        return n + 1

    def _open(self, title: Span | None) -> None:
        self.page.blocks.append(Block(title))
        self.row = None

    def _furniture(self, line: Span, kind: Kind) -> None:
        blocks = self.page.blocks
        if not blocks or (blocks[-1].rows and kind is not Kind.HEADER):
            self._open(None)
        if kind is Kind.COUNT and blocks[-1].count is None:
            blocks[-1].count = line

    def _prose(self, n: int, line: Line) -> None:
        start, end, _, apart = line
        row = self.row
        if not self.outline.titles and self.ahead.is_bare_title(n):
            self._open((start, end))
        elif row is None:
            self.page.strays.append((start, end))
        elif row.unfinished and (row.text is None or self.ahead.reaches_end_of_text(n)):
            self._text(row, row.text[0] if row.text else start, end)
        elif row.comment is None:
            row.comment = (self._behind_caption(start, end), end)
        elif not apart or self._is_paragraph(start, end):
            row.comment = (row.comment[0], end)
        else:
            self.page.strays.append((start, end))
            self.row = None

    def _behind_caption(self, start: int, end: int) -> int:
        """Where a cell starts behind "Status:" or "Comments:", which some extractors keep."""
        caption = _CAPTION.match(self.folded, start, end)
        return caption.end() if caption else start

    def _is_paragraph(self, start: int, end: int) -> bool:
        if not self.folded.endswith(STOPS, start, end):
            return False
        return end - start > _PARAGRAPH or _YEAR.search(self.folded, start, end) is not None

    # -- recommendations ---------------------------------------------------------------------------------------

    def _recommendation(self, n: int, start: int, end: int) -> bool:
        """Start a row where a line is an agency with its recommendation, or an agency alone."""
        cut = self.prefixes.end(self.folded, start, end)
        if cut == end:
            return self._agency_alone(n, start, end)
        if cut == start and self._unlisted_alone(n, start, end):
            return True
        if end - start > _LONGEST_TEXT:
            return False
        suffix = suffix_of(self.folded, start, end, within=cut > start)
        marked = suffix is not None or self.outline.kind(n + 1) in (Kind.STATUS, Kind.PRIORITY)
        if cut > start:
            if not self._starts_behind(n, cut, end, marked):
                return False
        elif not marked or (self.row is not None and self.row.unfinished):
            return False
        else:
            cut = self.prefixes.unlisted_end(self.folded, start, end)
            if cut == start and not (suffix and self._starts_without_agency(start, end)):
                return False
        row = Row((start, cut) if cut > start else None)
        self._begin(row)
        self._text(row, cut, end, suffix)
        if cut == start and not OPENING.match(self.folded, start):
            row.text = None  # it may hold the name of an agency
        return True

    def _agency_alone(self, n: int, start: int, end: int) -> bool:
        """Start a row at an agency's name on a line of its own, inside a block."""
        if not self.page.blocks or self.outline.kind(n + 1) not in (Kind.PROSE, Kind.PRIORITY):
            return False
        if self.ahead.goes_on_small(end):
            return False
        self._begin(Row((start, end)))
        return True

    def _unlisted_alone(self, n: int, start: int, end: int) -> bool:
        """Start a row at a name that no table holds, on a line of its own: its flag or its recommendation follows."""
        if self._waits() or end - start > LONGEST_NAME or not self.outline.may_be_title(n):
            return False
        if self.outline.kind(n + 1) is Kind.PRIORITY or self.ahead.opens_numbered(n + 1):
            return self._agency_alone(n, start, end)
        return False

    def _starts_behind(self, n: int, cut: int, end: int, marked: bool) -> bool:
        """Whether a recommendation starts behind an agency's name.

        A comment may open with the name too, but goes on in small letters, and its "should" stands where one waits.
        """
        if self.ahead.goes_on_small(cut) or (self._waits() and self.ahead.is_within(n, cut)):
            return False
        return marked or self.ahead.wraps(n, cut) or (not self._waits() and self.ahead.says_should(cut, end))

    def _starts_without_agency(self, start: int, end: int) -> bool:
        return bool(self.page.blocks) and not self._waits() and self.ahead.says_should(start, end)

    def _waits(self) -> bool:
        """Whether the rest of a text, or a comment, is still to come."""
        return self.row is not None and self.row.comment is None

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
        row.text = words_in(self.folded, (start, suffix.start if suffix else end))
        if suffix and suffix.status:
            row.status = suffix.status
            row.comment = words_in(self.folded, (suffix.status[1], end))
