"""The report that a block belongs to: its title, and its number and date where the page prints them."""

from __future__ import annotations

import re

import attrs

from oversight_adapters.readers.dates import DAY
from oversight_adapters.readers.gao_agency_page.cells import Block
from oversight_adapters.readers.gao_agency_page.lines import REPORT_ID
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.gao_agency_page.quoting import Quoted, Quotes
from oversight_core.entities import Document
from oversight_core.names import Item, fingerprint, slug
from oversight_core.reading import Candidate

UNTITLED = "untitled"
_IN_TITLE = re.compile(rf"[\s,:;|(-]+(?P<id>{REPORT_ID})\)?(?P<date>[,.:]?\s+(?:Published:\s+)?{DAY})?$")
_LONGEST_TAIL = 70


@attrs.frozen
class Report:
    """A report as one block prints it; `segment` is what identifies it in an item."""

    segment: str
    title: Quoted | None = None
    number: Quoted | None = None
    issued: Quoted | None = None

    def candidate(self) -> Candidate | None:
        """The report as a document, where the page prints its number and its date."""
        if not (self.number and self.issued and self.title):
            return None
        title = attrs.evolve(self.title[1], field="title")
        entity = Document(title=self.title[0], issued_on=self.issued[0])
        return Candidate(Item("document", "gao", self.segment), entity, (), None, (title, self.issued[1]))


def report_of(block: Block, folded: str, quotes: Quotes) -> Report:
    """The report of a block."""
    number = issued = title = None
    for start, end in block.details:
        if number is None and (hit := BOOK.search("report", folded, start, end)):
            number = quotes.at("report", "report/report", *hit.match.span("report"))
        if issued is None and (hit := BOOK.search("report-date", folded, start, end)):
            issued = _issued(quotes, *hit.match.span("issued_on"))
    if block.title:
        start, end = block.title
        near = max(start, end - _LONGEST_TAIL)
        tail = _IN_TITLE.search(folded, near, end) if folded.find("-", near, end) >= 0 else None
        if tail:
            number = number or quotes.at("report", "report/report", *tail.span("id"))
            if issued is None and (hit := BOOK.search("report-date", folded, tail.end("id"), end)):
                issued = _issued(quotes, *hit.match.span("issued_on"))
            end = tail.start()
        title = quotes.at("report_title", "title/report_title", start, end)
    return Report(slug(number[0]) if number else fingerprint(title[0]) if title else UNTITLED, title, number, issued)


def _issued(quotes: Quotes, start: int, end: int) -> Quoted | None:
    try:
        return quotes.at("issued_on", "report-date/issued_on", start, end)
    except ValueError:  # the 31st of June
        return None
