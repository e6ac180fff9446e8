"""The documents of a page: mostly one; a listing holds several, each a title and what stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oversight_adapters.readers.crcl_summary.header import header_in
from oversight_adapters.readers.crcl_summary.headings import is_heading
from oversight_adapters.readers.crcl_summary.layout import office_before
from oversight_adapters.readers.crcl_summary.lines import stops, trimmed
from oversight_adapters.readers.crcl_summary.page import Page
from oversight_adapters.readers.crcl_summary.title import Title, title_at
from oversight_adapters.readers.crcl_summary.untitled import blurbs, same
from oversight_adapters.readers.crcl_summary.vocabulary import SECTION_HEADINGS
from oversight_adapters.texts.spans import lines
from oversight_core.names import normalise

_BULLET = re.compile(r"\s*(?:[•·-]\s*|#{1,6}\s)")
_MARK = re.compile(r"(?:\s*|.*[.!?][\"')]*\s+)[-•·]\s*")  # alone, or glued to the end of the entry before
_MARKED = re.compile(r"\s*•\s+(?=\S)")  # a title of a list whose blurbs stand below it


Entry = tuple[int, int, Title | None]
"""From where to where it stands, and its title, if it has one."""


def entries(page: Page) -> list[Entry]:
    """Spans of the documents of a page, each with its title; a page without a title is one document."""
    if header_in(page, 0, len(page.folded)):  # a memo, whose subject is its title
        return [(0, len(page.folded), None)]
    titles, others = _titles(page)
    page.passed += others if titles else []
    if not titles:
        found = blurbs(page, 0, len(page.folded))
        page.problem(
            "title-missing", "no line is a title of the office's documents; what is told belongs to no document"
        )
        return [(start, end, None) for start, end in found or [(0, len(page.folded))]]
    if office_before(page, titles[0].start):  # a document of its own, and no listing
        return [(0, len(page.folded), titles[0])]
    starts = [0, *(title.start for title in titles[1:])]
    ends = [*starts[1:], len(page.folded)]
    for n, (start, end) in enumerate(zip(starts, ends, strict=True)):
        after = max(start, titles[n].end)
        ends[n] = next((other for other, _ in others if after < other < end), end)
    spans = zip(starts, ends, titles, strict=True)
    return [entry for start, end, title in spans for entry in _divided(page, start, end, title)]


def _titles(page: Page) -> tuple[list[Title], list[tuple[int, int]]]:
    """The titles of a page, and those of entries of a list that are no documents of the office."""
    titles: list[Title] = []
    others: list[tuple[int, int]] = []
    heads: list[tuple[int, int]] = []
    fresh = listed = False  # the line begins a block, or follows a sentence that ends there, or a lone mark of a list
    covered = -1
    spans = list(lines(page.folded, 0, len(page.folded)))
    for n, (start, end) in enumerate(spans):
        line = page.folded[start:end]
        bare = line.strip()
        mark = bool(bare) and bare[-1] in "-•·" and bool(_MARK.fullmatch(line))
        marked = _MARKED.match(line) is not None
        if bare and not mark and start > covered and (fresh or not titles or _BULLET.match(line)):
            title = title_at(page, start, end)
            if title and titles and _goes_on(page, titles[-1], title):
                titles[-1] = title  # the last crumb of the path to the page, which is cut short
                covered = title.end
            elif title and (not titles or _another(page, title, titles[-1])):
                titles.append(title)
                covered = title.end
            elif title is None and (listed or (marked and _stands_alone(page, spans, n))):
                others.append(trimmed(page.folded, start, end))
            elif title is None and titles and fresh and _stands_alone(page, spans, n):
                heads.append(trimmed(page.folded, start, end))
        fresh, listed = not bare or mark or stops(page.folded, start, end), mark or (listed and not bare)
    return titles, sorted((*others, *_entries_among(page, heads, titles)))


def _entries_among(page: Page, heads: list[tuple[int, int]], titles: list[Title]) -> list[tuple[int, int]]:
    """Lines that stand alone on a page of several titles begin an entry of their own, where no section is headed so."""
    if len(titles) < 2 or any(page.text(*head).casefold().strip(" :") in SECTION_HEADINGS for head in heads):
        return []
    return [head for head in heads if page.folded.count(" ", *head) > 1 and is_heading(page, *head)]


def _stands_alone(page: Page, spans: list[tuple[int, int]], n: int) -> bool:
    """Whether nothing stands right below a line, which does not end as a sentence."""
    start, end = spans[n]
    below = page.folded[slice(*spans[n + 1])].strip() if n + 1 < len(spans) else ""
    return not below and not stops(page.folded, start, end)


def _goes_on(page: Page, last: Title, title: Title) -> bool:
    """Whether a title is the last one with its subject, which that one lacks."""
    short, long = (normalise(page.folded[one.start : one.end]) for one in (last, title))
    return "subject" not in last.said and len(long) > len(short) and long.startswith(short)


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
