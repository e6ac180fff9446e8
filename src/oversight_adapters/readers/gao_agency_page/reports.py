"""The report that a block belongs to: its title, and its number and dates where the page prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.gao_agency_page.cells import Block
from oversight_adapters.readers.gao_agency_page.lines import REPORT_ID
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.gao_agency_page.quoting import Quoted, Quotes, Sheet
from oversight_adapters.readers.words.dates import DAY
from oversight_adapters.texts.spans import Span
from oversight_core.entities import Document
from oversight_core.names import Item, fingerprint, slug
from oversight_core.provenance import Excerpt
from oversight_core.quick import maker, quick
from oversight_core.reading import Candidate

_excerpt = maker(Excerpt)

UNTITLED = "untitled"
_IN_TITLE = re.compile(rf"[\s,:;|(-]+(?P<id>{REPORT_ID})\)?(?P<date>[,.:]?\s+(?:Published:\s+)?{DAY})?$")
_LONGEST_TAIL = 70
_RELEASED = ("released", "released_on")
_ISSUED = ("report-date", "issued_on")
_REISSUED = ("reissued", "reissued_on")


@quick
@attrs.frozen(weakref_slot=False)
class Report:
    """A report as one block prints it; `segment` is what identifies it in an item."""

    segment: str
    title: Quoted | None = None
    number: Quoted | None = None
    dates: tuple[Quoted, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether anything names it, so that the numbers of its recommendations tell them apart."""
        return self.segment != UNTITLED

    def candidate(self, also: Sheet | None = None) -> Candidate | None:
        """The report as a document, where the page tells more of it than a title, with what stands elsewhere."""
        if not self.number and not self.dates:
            return None
        named = [(field, *one) for field, one in (("title", self.title), ("number", self.number)) if one]
        values = {field: value for field, value, _ in named} | {one.field: value for value, one in self.dates}
        excerpts = [_excerpt(field, one.words, one.locator, one.source, one.phrase) for field, _, one in named]
        excerpts += [one for _, one in self.dates]
        if also:
            values |= also.values
            excerpts += also.excerpts
        return Candidate(Item("document", "gao", self.segment), Document(**values), (), None, tuple(excerpts))


def report_of(block: Block, folded: str, quotes: Quotes) -> Report:
    """The report of a block: what its title says, and the lines below it."""
    details, title, number = [*block.details], None, None
    if block.title:
        start, end = block.title
        near = max(start, end - _LONGEST_TAIL)
        tail = _IN_TITLE.search(folded, near, end) if folded.find("-", near, end) >= 0 else None
        if tail:
            details.append((tail.start("id"), end))
            end = tail.start()
        title = quotes.at("report_title", "title/report_title", start, end)
    for start, end in details:
        if number is None and (hit := BOOK.search("report", folded, start, end)):
            number = quotes.at("report", "report/report", *hit.match.span("report"))
    dates = tuple(_dates(folded, details, block.title, quotes))
    return Report(slug(number[0]) if number else fingerprint(title[0]) if title else UNTITLED, title, number, dates)


def _dates(folded: str, details: list[Span], title: Span | None, quotes: Quotes) -> Iterator[Quoted]:
    """When the report was issued and released, each as it is first told, and when it came out again."""
    seen = set[str]()
    for start, end in details:
        released = BOOK.search(_RELEASED[0], folded, start, end)
        for row, until in ((_ISSUED, released.match.start() if released else end), (_RELEASED, end)):
            if row[0] not in seen and (found := _date(row, folded, (start, until), quotes)):
                seen.add(row[0])
                yield found
    for place in (*((title,) if title else ()), *details):
        if folded.find("[", *place) >= 0 and (found := _date(_REISSUED, folded, place, quotes)):
            yield found
            return


def _date(row: tuple[str, str], folded: str, within: Span, quotes: Quotes) -> Quoted | None:
    name, field = row
    hit = BOOK.search(name, folded, *within)
    try:
        return quotes.at(field, f"{name}/{field}", *hit.match.span(field)) if hit else None
    except ValueError:  # the 31st of June
        return None
