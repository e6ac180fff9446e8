"""The documents of a page: mostly one; a listing holds several, each a title and what stands below it."""

from __future__ import annotations

import re
from itertools import islice

from oversight_adapters.readers.crcl_summary.layout import Title, lines, office_before, title_at
from oversight_adapters.readers.crcl_summary.page import Page
from oversight_core.names import normalise

_BULLET = re.compile(r"\s*(?:[•·-]\s*|#{1,6}\s)")
_OPENER = re.compile(
    r"^(?=\S)(?:This\s+memorandum\s+(?!also|further)|This\s+is\s+a\s+summary\s|The\s+purpose\s+of\s+th(?:is|e)\s+memorandum\s)",
    re.MULTILINE,
)
_MARK = re.compile(r"(?:\s*|.*[.!?][\"')]*\s+)[-•·]\s*")  # alone, or glued to the end of the entry before


def entries(page: Page) -> list[tuple[int, int, Title | None]]:
    """Spans of the documents of a page, each with its title; a page without a title is one document."""
    titles: list[Title] = []
    fresh = True  # the line begins a block, or follows a lone mark of a list
    covered = -1
    for start, end in lines(page.folded, 0, len(page.folded)):
        line = page.folded[start:end]
        blank = not line.strip() or bool(_MARK.fullmatch(line))
        if line.strip() and start > covered and (fresh or not titles or _BULLET.match(line)):
            title = title_at(page, start, end)
            if title and (not titles or _another(page, title, titles[-1])):
                titles.append(title)
                covered = title.end
        fresh = blank
    if not titles:
        page.problem(
            "title-missing", "no line is a title of the office's documents; what is told belongs to no document"
        )
        return [(0, len(page.folded), None)]
    if office_before(page, titles[0].start):  # a document of its own, and no listing
        titles = titles[:1]
    starts = [0, *(title.start for title in titles[1:])]
    ends = [*starts[1:], len(page.folded)]
    return [(start, _own(page, title, end), title) for start, end, title in zip(starts, ends, titles, strict=True)]


def _own(page: Page, title: Title, end: int) -> int:
    """Where an entry ends: some pages lose the titles of all entries but one, and what follows is another's."""
    openers = list(islice(_OPENER.finditer(page.folded, title.end, end), 2))
    if len(openers) < 2:
        return end
    page.problem("several-entries", "the page goes on with entries that have no title, which are left out")
    return openers[1].start()


def _another(page: Page, title: Title, last: Title) -> bool:
    """Whether a title begins another entry: it names a subject, and is not the last one again (a page's breadcrumb)."""
    named = "subject" in title.said
    return named and normalise(page.folded[title.start : title.end]) != normalise(page.folded[last.start : last.end])
