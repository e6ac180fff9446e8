"""The documents of a page: mostly one; a listing holds several, each a title and what stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oversight_adapters.readers.crcl_summary.header import header_in
from oversight_adapters.readers.crcl_summary.layout import Title, lines, office_before, title_at
from oversight_adapters.readers.crcl_summary.page import Page
from oversight_adapters.readers.crcl_summary.untitled import blurbs, same
from oversight_core.names import normalise

_BULLET = re.compile(r"\s*(?:[•·-]\s*|#{1,6}\s)")
_MARK = re.compile(r"(?:\s*|.*[.!?][\"')]*\s+)[-•·]\s*")  # alone, or glued to the end of the entry before


Entry = tuple[int, int, Title | None]
"""From where to where it stands, and its title, if it has one."""


def entries(page: Page) -> list[Entry]:
    """Spans of the documents of a page, each with its title; a page without a title is one document."""
    if header_in(page, 0, len(page.folded)):  # a memo, whose subject is its title
        return [(0, len(page.folded), None)]
    titles: list[Title] = []
    fresh = True  # the line begins a block, or follows a lone mark of a list
    covered = -1
    for start, end in lines(page.folded, 0, len(page.folded)):
        line = page.folded[start:end]
        bare = line.strip()
        blank = not bare or (bare[-1] in "-•·" and bool(_MARK.fullmatch(line)))
        if bare and start > covered and (fresh or not titles or _BULLET.match(line)):
            title = title_at(page, start, end)
            if title and (not titles or _another(page, title, titles[-1])):
                titles.append(title)
                covered = title.end
        fresh = blank
    if not titles:
        found = blurbs(page, 0, len(page.folded))
        page.problem(
            "title-missing", "no line is a title of the office's documents; what is told belongs to no document"
        )
        return [(start, end, None) for start, end in found or [(0, len(page.folded))]]
    if office_before(page, titles[0].start):  # a document of its own, and no listing
        titles = titles[:1]
    starts = [0, *(title.start for title in titles[1:])]
    ends = [*starts[1:], len(page.folded)]
    spans = zip(starts, ends, titles, strict=True)
    if office_before(page, titles[0].start):
        return list(spans)
    return [entry for start, end, title in spans for entry in _divided(page, start, end, title)]


def _divided(page: Page, start: int, end: int, title: Title) -> Iterator[Entry]:
    """Some pages lose the titles of all entries but one: each blurb is another's, or the first again."""
    found = blurbs(page, title.end, end)
    if not found:
        yield start, end, title
        return
    again = list(same(page, found))
    if not all(again):
        page.problem("several-entries", "the page goes on with entries that have no title; they belong to no document")
    yield start, found[0][1], title
    for span, is_first in list(zip(found, again, strict=True))[1:]:
        yield *span, (title if is_first else None)


def _another(page: Page, title: Title, last: Title) -> bool:
    """Whether a title begins another entry: it names a subject, and is not the last one again (a page's breadcrumb)."""
    named = "subject" in title.said
    return named and normalise(page.folded[title.start : title.end]) != normalise(page.folded[last.start : last.end])
