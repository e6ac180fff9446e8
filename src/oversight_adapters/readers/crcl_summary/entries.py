"""The documents of a page: mostly one; a listing holds several, each a title and what stands below it."""

from __future__ import annotations

import re

from oversight_adapters.readers.crcl_summary.layout import Title, lines, title_at
from oversight_adapters.readers.crcl_summary.page import Page
from oversight_core.names import normalise

_BULLET = re.compile(r"\s*(?:[•·-]\s*|#{1,6}\s)")
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
            if title and not (titles and _same(page, title, titles[-1])):
                titles.append(title)
                covered = title.end
        fresh = blank
    if not titles:
        page.problem(
            "title-missing", "no line is a title of the office's documents; what is told belongs to no document"
        )
        return [(0, len(page.folded), None)]
    starts = [0, *(title.start for title in titles[1:])]
    ends = [*starts[1:], len(page.folded)]
    return list(zip(starts, ends, titles, strict=True))


def _same(page: Page, one: Title, other: Title) -> bool:
    return normalise(page.folded[one.start : one.end]) == normalise(page.folded[other.start : other.end])
