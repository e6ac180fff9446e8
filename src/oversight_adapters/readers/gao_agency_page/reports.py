"""The report that a block belongs to: its title, and its number and date where the page prints them."""

from __future__ import annotations

import re

import attrs

from oversight_adapters.readers.gao_agency_page.cells import Block
from oversight_adapters.readers.gao_agency_page.lines import REPORT_ID
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.gao_agency_page.quoting import Quoted, Quotes
from oversight_core.entities import Document
from oversight_core.names import Item, fingerprint, slug
from oversight_core.reading import Candidate

UNTITLED = "untitled"
_IN_TITLE = re.compile(rf"[\s,:;|(-]+(?P<id>{REPORT_ID})\)?$")


@attrs.frozen
class Report:
    """A report as one block prints it; `segment` is what identifies it in an item."""

    segment: str
    title: Quoted | None = None
    number: Quoted | None = None
    issued: Quoted | None = None

    @property
    def stated(self) -> tuple[Quoted, ...]:
        """What the page states of it in a recommendation's own fields."""
        return tuple(quoted for quoted in (self.title, self.number) if quoted)

    def candidate(self) -> Candidate | None:
        """The report as a document, where the page prints its number and its date."""
        if not (self.number and self.issued and self.title):
            return None
        title = attrs.evolve(self.title.excerpt, field="title")
        entity = Document(title=self.title.value, issued_on=self.issued.value)
        return Candidate(Item("document", "gao", self.segment), entity, (), None, (title, self.issued.excerpt))


def report_of(block: Block, folded: str, quotes: Quotes) -> Report:
    """The report of a block."""
    number = issued = title = None
    for start, end in block.details:
        if number is None and (hit := BOOK.search("report", folded, start, end)):
            number = quotes.at("report", "report/report", *hit.match.span("report"))
        if issued is None and (hit := BOOK.search("report-date", folded, start, end)):
            issued = _dated(quotes, *hit.match.span("issued_on"))
    if block.title:
        start, end = block.title
        if tail := _IN_TITLE.search(folded, max(start, end - 40), end):
            number = number or quotes.at("report", "report/report", *tail.span("id"))
            end = tail.start()
        title = quotes.at("report_title", "title/report_title", start, end)
    segment = slug(number.value) if number else fingerprint(title.value) if title else UNTITLED
    return Report(segment, title, number, issued)


def _dated(quotes: Quotes, start: int, end: int) -> Quoted | None:
    try:
        return quotes.at("issued_on", "report-date/issued_on", start, end)
    except ValueError:  # the 31st of June
        return None
