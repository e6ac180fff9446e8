"""How a document is laid out: the office's name, the title, the head of a memo, sentences, a bare date at the foot."""

from __future__ import annotations

import attrs

from oversight_adapters.readers.crcl_summary.header import Header, header_in
from oversight_adapters.readers.crcl_summary.headings import headings
from oversight_adapters.readers.crcl_summary.lines import trimmed
from oversight_adapters.readers.crcl_summary.page import Page, Said, Sentence, Told, sentences_of
from oversight_adapters.readers.crcl_summary.phrases import titles
from oversight_adapters.readers.crcl_summary.title import Title
from oversight_adapters.texts.spans import lines


@attrs.frozen
class Layout:
    """The parts of one document."""

    title: Title | None
    header: Header | None
    office: Told | None
    dated_on: Told | None
    sentences: tuple[Sentence, ...]


def office_before(page: Page, end: int, start: int = 0) -> Told | None:
    """The office's name on a line of its own before the title."""
    for a, b in lines(page.folded, start, end):
        first, last = trimmed(page.folded, a, b)
        said = page.at("office", Sentence(first, last, -1), first) if last > first else None
        if said and said.end == last:
            return said["issuer"]
    return None


def _dated(page: Page, start: int, end: int) -> Told | None:
    """A bare date on the last line that holds anything."""
    last = end
    while last > start:
        first = page.folded.rfind("\n", start, last) + 1 or start
        a, b = trimmed(page.folded, first, last)
        if b > a:
            said = page.at("dated", Sentence(a, b, -1), a)
            return said["dated_on"] if said and said.end == b and "dated_on" in said else None
        last = max(first - 1, start) if first > start else start
    return None


def laid_out(page: Page, start: int, end: int, title: Title | None, *, alone: bool = True) -> Layout:
    """The parts of the document that stands in a span; a date at the foot is its own only where it stands alone."""
    body = max(start, title.end) if title else start  # a blurb may stand far below the title that it belongs to
    if title and title.subject and title.subject[1] > body:
        body = title.subject[1]
    header = header_in(page, start, end)
    body = max(body, header.end) if header else body
    if header and title is None:
        title = title_of(page, header)
    dated_on = _dated(page, body, end) if alone else None
    stop = dated_on.place.start if dated_on else end
    found = tuple(sentences_of(page.folded, body, stop, headings(page, body, stop)))
    office = (
        None
        if header
        else office_before(page, title.start if title else body, min(start, title.start) if title else start)
    )
    return Layout(title, header, office, dated_on, found)


def title_of(page: Page, header: Header) -> Title | None:
    """The subject of a memo as its title: in one of the forms of titles, or as it stands."""
    if header.subject is None:
        return None
    first, last = header.subject
    line = Sentence(first, last, -1)
    for row in titles.MEMO_TITLES:
        if (said := page.at(row.name, line, first)) and said.end > first:
            subject = (said["subject"].place.start, last) if "subject" in said else None
            return Title(first, last, said, subject)
    return Title(first, last, Said("subject", line, first, last, {}), (first, last))
