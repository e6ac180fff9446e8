"""The parts of a product page as they stand, uninterpreted: spans are half-open and count code points."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.gao_agency_page.cells import Row, words_in
from oversight_adapters.readers.gao_agency_page.lines import KNOWN_STATUS, PRIORITY, Kind, kind_of
from oversight_adapters.readers.gao_agency_page.outline import STOPS
from oversight_adapters.readers.gao_agency_page.suffix import suffix_of
from oversight_adapters.texts.spans import Span

RECOMMENDATIONS = re.compile(r"Recommendations?\sfor\sExecutive\sAction", re.IGNORECASE)
MATTERS = re.compile(r"Matters?\sfor\s(?P<addressee>Congress)ional\sConsideration", re.IGNORECASE)
"""Headings of the two tables; the second says to whom its matters are addressed."""
HEADINGS = re.compile(
    r"(?:(?:Full\sReport|Highlights\sPage|Accessible\s(?:PDF|Version)|View\sReport\sOnline)"
    r"(?:\s\(\d{1,4}\spages?[^()]{0,20}\))?|GAO\sContacts?|Contacts?|Office\sof\sPublic\sAffairs|Topics?|Highlights|Fast\sFacts|"
    r"What\sGAO\s(?:Found|Recommends)|Why\sGAO\sDid\sThis\sStudy|Multimedia:?|Downloads?|Additional\sMaterials:?|"
    r"Related\s.{1,40}|Jump\sTo:?|Subject\sTerms?|Stay\sInformed|Media\sInquiries|"
    r"Explore\s.{1,60}\sOpen\sRecommendations\b.{0,9}|Looking\sfor\sour\srecommendations\?.{0,200})",
    re.IGNORECASE,
)
"""Headings of what else stands on the page."""
HEADER = re.compile(
    r"(?:Agency(?:\sAffected)?|Recommendation|Matter|Status|Comments?|Sort\s(?:de|a)scending|[\s|:-])+$",
    re.IGNORECASE,
)
"""The line above the rows of a table."""
_FLAG = re.compile(PRIORITY, re.IGNORECASE)
_STATUS = re.compile(rf"(?:Status:\s*)?(?P<status>{KNOWN_STATUS}|Open|Closed)(?![\w-])\s*", re.IGNORECASE)
_STATUS_LINE = re.compile(rf"\s*(?:Status:\s*)?(?P<status>{KNOWN_STATUS}|Open|Closed)\s*$", re.IGNORECASE)
_STATUS_BEHIND = re.compile(rf"[.)\]]\s+(?P<status>{KNOWN_STATUS}|Open|Closed)(?=\s*$|\s+[A-Z])")
_CAPTION = re.compile(r"\s*Comments?:", re.IGNORECASE)
_LONGEST_STATUS, _LONGEST_SUFFIX = 60, 200
_PREFIX = "U.S. GAO - "


@attrs.define
class Product:
    """One product: its title, the lines with its number and dates, its topics, and the rows of both tables.

    `again` is where a table stands for the second time, as where several pages are in one file.
    """

    title: Span | None = None
    details: list[Span] = attrs.Factory(list)
    topics: list[Span] = attrs.Factory(list)
    rows: list[Row] = attrs.Factory(list)
    headings: list[Span] = attrs.Factory(list)
    again: Span | None = None

    def strays(self, folded: str) -> Iterator[Span]:
        """What belongs to none of these: the lines between them that are no furniture of the page."""
        cells = [self.title, *self.details, *self.topics, *self.headings]
        cells += [cell for row in self.rows for cell in (row.agency, row.text, row.priority, row.status, row.comment)]
        cells += [(row.suffix.start, row.suffix.end) for row in self.rows if row.suffix]
        at = 0
        for start, end in (*sorted(filter(None, cells)), (len(folded), len(folded))):
            yield from _prose(folded, at, start)
            at = max(at, end)


def title_of(folded: str, title: Span) -> Span:
    """A title without the name of the site before it."""
    return (title[0] + len(_PREFIX), title[1]) if folded.startswith(_PREFIX, title[0]) else title


def status_and_comment(folded: str, cell: Span | None) -> tuple[Span | None, Span | None]:
    """A cell that begins with a status and may go on with the comment; one of no known status is one if it is short."""
    if (cell := words_in(folded, cell)) is None:
        return None, None
    if match := _STATUS.match(folded, *cell):
        return match.span("status"), (match.end(), cell[1])
    is_status = cell[1] - cell[0] <= _LONGEST_STATUS and not folded.endswith(STOPS, *cell)
    return (cell, None) if is_status else (None, cell)


def row_in(folded: str, block: Span, *, agency: Span | None) -> Row:
    """A row whose text, number, status and comment follow one another, on lines of their own or run together."""
    start, end = block
    at = start
    for line in folded[start:end].split("\n"):
        until = at + len(line)
        if suffix := suffix_of(folded, max(start, at - _LONGEST_SUFFIX), until, within=True):
            status, comment = status_and_comment(folded, (suffix.end, end))
            return row_of(folded, agency=agency, text=(start, suffix.end), status=status, comment=comment)
        if at > start and (match := _STATUS_LINE.match(folded, at, until)):
            return row_of(folded, agency=agency, text=(start, at), status=match.span("status"), comment=(until, end))
        if match := _STATUS_BEHIND.search(folded, at, until):
            text, status = (start, match.start("status")), match.span("status")
            return row_of(folded, agency=agency, text=text, status=status, comment=(match.end(), end))
        at = until + 1
    return row_of(folded, agency=agency, text=block, status=None, comment=None)


def row_of(folded: str, *, agency: Span | None, text: Span | None, status: Span | None, comment: Span | None) -> Row:
    """A row of these cells.  The mark of priority is cut from the cell in which it stands, the number from the text."""
    if comment and (caption := _CAPTION.match(folded, *comment)):
        comment = (caption.end(), comment[1])
    row = Row(None, status=words_in(folded, status), comment=words_in(folded, comment))
    row.agency = _without_flag(folded, agency, row)
    if text := _without_flag(folded, text, row):
        row.suffix = suffix = suffix_of(folded, *text)
        row.text = words_in(folded, (text[0], suffix.start if suffix else text[1]))
    return row


def _without_flag(folded: str, cell: Span | None, row: Row) -> Span | None:
    """A cell without the mark of priority, which is kept in the row; it stands at either end."""
    if (cell := words_in(folded, cell)) is None:
        return None
    start, end = cell
    for flag in _FLAG.finditer(folded, start, end):
        at_start, at_end = flag.start() == start, flag.end() == end
        if at_start or at_end:
            row.priority = row.priority or flag.span()
            return words_in(folded, (flag.end(), end) if at_start else (start, flag.start()))
    return cell


def _prose(folded: str, start: int, end: int) -> Iterator[Span]:
    """Paragraphs between two places, without the lines that are furniture."""
    begun: int | None = None
    at = start
    for line in folded[start:end].split("\n"):
        bare = line.strip()
        if not bare or kind_of(bare) is not Kind.PROSE or HEADINGS.fullmatch(bare):
            if begun is not None:
                yield begun, at
            begun = None
        elif begun is None:
            begun = at
        at += len(line) + 1
    if begun is not None:
        yield begun, end
