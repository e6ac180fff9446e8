"""Titles of reports: the lines over a date and a number, or behind the subject of a memorandum."""

from __future__ import annotations

import re

from oversight_adapters.readers.inspectors_general.describing import Told
from oversight_adapters.readers.inspectors_general.reports import NUMBER
from oversight_adapters.readers.oig_report.layout import is_titled
from oversight_adapters.readers.oig_report.lines import garbled, is_furniture
from oversight_adapters.readers.oig_report.page import Page
from oversight_adapters.readers.oig_report.phrases import BOOK
from oversight_adapters.texts.spans import Span, lines

DATED = ("date-and-number", "number-and-date", "date-line", "report-line", "numberless")
"""Rows of lines of the front that say a day or a number."""
NUMBERED = re.compile(rf"\s{{0,20}}\((?P<number>{NUMBER})\)")
"""Pattern of a number in brackets, as it stands behind a title."""

_HEADS = re.compile(
    r"\W*(?:(?:DHS OIG )?HIGHLIGHTS|DHS OIG|OIG|Final Report|Office of (?:the )?Inspector General|Homeland Security|"
    r"(?:Acting |Deputy )?Inspector ?General|U\.S\. Department of [\w ]{4,30}|Report in Brief|"
    r"Why We Did(?: This.{0,30})?|What We (?:Found|Recommend)|For Further Information.{0,120}|Audit Report|REPORT|"
    r"MEMORANDUM.{0,80}|FROM:.{0,80}|(?:Date|Report Number|Report No\.?)[:.]?)\W*",
    re.IGNORECASE,
)
_BLANK = re.compile(r"\n[ ]*\n")
_OPENS_LETTER = re.compile(
    r"\n[ ]*(?=(?:For\s+your|Attached|Enclosed|We\s|This\s+(?:memo|report|letter)|The\s+attached|In\s+accordance|"
    r"Thank\s+you)\b)"
)
_NUMBER_LINE = re.compile(
    r"\s*(?:Audit|Evaluation|Inspection|Final|Review)?\s*Report\s+(?:No\.?|Number|#)?\s*:?\s*[A-Z\d-]{0,9}\d[\w-]{0,12}\s*",
    re.IGNORECASE,
)
_NUMBER_LIKE = re.compile(r"OIG\W{1,3}(?:\d|\()")
_DATE_LIKE = re.compile(r"^(?=.{0,30}$).*\b\d{1,2}\s{0,3},\s{0,3}(?:19|20)\d\d\s*$")
_MARKING = re.compile(
    r"\s{1,60}[-(\[]{0,2}\s{0,60}(?:For\s{1,60}Official\s{1,60}Use\s{1,60}Only|FOUO)[)\]]?$", re.IGNORECASE
)
_JOINING = r"(?:and|or|of|the|to|for|in|at|an?|with|by|from|on|its|not|is|are|that|as)"
_OPEN_END = re.compile(rf"(?:\b{_JOINING}|[,&-])$", re.IGNORECASE)
_GOES_ON = re.compile(rf"(?:{_JOINING}\b|[a-z&(]|(?:And|Of|For|With|By|To|From|Its|Or)\b)")
_TITLE_HEAD = re.compile(r"[\s•·▪-]*(?:(?:DHS\s+OIG\s+)?HIGHLIGHTS\s+|SUBJECT:\s*)?")
_CALLED = re.compile(
    r"^[ ]*(?=(?:Audit|Evaluation|Inspection|Investigation|Review|Assessment|Management\s+Advisory|Follow-?up\s+\w+)"
    r"\s{1,9}(?:of|on)\s{1,9}\S)",
    re.MULTILINE,
)
_LONGEST_TITLE = 400
_MOST_TITLE_LINES, _LONGEST_LINE, _SHORTEST_TITLE = 7, 140, 12
_MOST_NOTICE_LINES = 5


def title_above(page: Page, spans: list[Span], n: int) -> list[tuple[Span, Told]]:
    """The title whose lines stand over a line of date and number."""
    at = n - 1
    while at >= 0 and (_is_between(page.folded[slice(*spans[at])]) or _notice(page, spans, at) < at):
        at = min(at - 1, _notice(page, spans, at))
    last = at
    while at >= 0 and last - at < _MOST_TITLE_LINES and _may_be_title(page.folded[slice(*spans[at])]):
        at = _over(page, spans, at)
    over = page.folded[slice(*spans[at])] if at >= 0 else ""
    if at == last or (over.strip() and not _is_head(over)):
        return []
    return title_at(page, spans[at + 1][0], spans[last][1])


def _notice(page: Page, spans: list[Span], at: int) -> int:
    """The line over a notice that ends with a line, or that line where none does."""
    for over in range(at, max(-1, at - _MOST_NOTICE_LINES), -1):
        line = page.folded[slice(*spans[over])].strip()
        if not line or line.startswith("Notice:"):
            return over - 1 if line else at
    return at


def _over(page: Page, spans: list[Span], at: int) -> int:
    """The line over a line of a title: the next one, or the one over a blank line, if the title goes on from there."""
    over = at - 1
    while over >= 0 and not page.folded[slice(*spans[over])].strip():
        over -= 1
    if over < 0 or over == at - 1:
        return at - 1
    upper, lower = (page.folded[slice(*spans[n])].strip() for n in (over, at))
    goes_on = _may_be_title(upper) and (_OPEN_END.search(upper) or _GOES_ON.match(lower))
    return over if goes_on else at - 1


def _is_head(line: str) -> bool:
    """Whether a line stands over a title and is none: the office, or what the page is called."""
    return is_furniture(line) or _HEADS.fullmatch(" ".join(line.split())) is not None


def _is_between(line: str) -> bool:
    """Whether a line may stand between a title and the line under it: blank, a number, or a date nobody can read."""
    return not line.strip() or _DATE_LIKE.search(line) is not None or _NUMBER_LINE.fullmatch(line) is not None


def _may_be_title(line: str) -> bool:
    bare = line.strip()
    return (
        2 < len(bare) <= _LONGEST_LINE
        and not bare.endswith((".", ":", ";"))
        and not garbled(bare)
        and not _NUMBER_LIKE.match(bare)
        and not _is_head(bare)
        and not _NUMBER_LINE.fullmatch(bare)
        and not any(BOOK.match(row, bare, 0, len(bare)) for row in DATED)
    )


def title_at(page: Page, start: int, stop: int) -> list[tuple[Span, Told]]:
    """The title that stands at a place, without what is printed before or behind it; none where it is too short."""
    head = _TITLE_HEAD.match(page.folded, start, stop)
    start = head.end() if head else start
    bare = NUMBERED.sub("", _MARKING.sub("", page.folded[start:stop].strip()))
    if len(bare) < _SHORTEST_TITLE:
        return []
    start += page.folded[start:stop].index(bare)
    stop = start + len(bare)
    told = page.read("subject/title", start, stop, "title")
    return [((start, stop), told)] if told else []


def title_called(page: Page, end: int) -> list[tuple[Span, Told]]:
    """The title that opens with the name of the work, wherever it stands on the cover: "Audit of the Clinics"."""
    opens = _CALLED.search(page.folded, 0, end)
    if opens is None:
        return []
    start = stop = opens.start()
    for first, last in lines(page.folded, start, end):
        if not _may_be_title(page.folded[first:last]) or last - start > _LONGEST_TITLE:
            break
        stop = last
    return title_at(page, start, stop) if stop > start else []


def title_below(page: Page, end: int) -> list[tuple[Span, Told]]:
    """The title under the number and the day, where they stand first on the cover, and a head stands under it."""
    start = stop = -1
    dated = False
    for first, last in lines(page.folded, 0, end):
        line = page.folded[first:last]
        if stop >= 0 and not _may_be_title(line) and line.strip():
            return title_at(page, start, stop) if _is_head(line) or is_titled(page.folded[start:stop]) else []
        if dated and _may_be_title(line):
            start, stop = first if stop < 0 else start, last
        dated = dated or any(BOOK.match(row, line.strip(), 0, len(line.strip())) for row in DATED)
        if stop - start > _LONGEST_TITLE:
            break
    return []


def subject_end(text: str, start: int, end: int) -> int:
    """Where the subject of a memorandum ends: at a blank line, where its letter opens, or nowhere that can be told."""
    blank = _BLANK.search(text, start, end)
    opening = _OPENS_LETTER.search(text, start, end)
    stops = [match.start() for match in (blank, opening) if match]
    return min(stops) if stops else start
