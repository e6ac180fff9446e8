"""The reader: each entry is a document."""

from __future__ import annotations

import re
from typing import Any

from oversight_adapters.readers.accounting import account
from oversight_adapters.readers.dhs_oig_listing.layout import HEADER, Entry, Span, entries
from oversight_adapters.readers.dhs_oig_listing.slots import SLOTS
from oversight_adapters.readers.inspectors_general.describing import Record, excerpts_of
from oversight_adapters.readers.inspectors_general.pieces import piece_of, tabbed
from oversight_adapters.readers.inspectors_general.reports import document_item, issuer_of
from oversight_adapters.readers.oig_report.layout import passages
from oversight_adapters.readers.oig_report.page import Page
from oversight_adapters.readers.oig_report.recommendations import Known
from oversight_adapters.readers.oig_report.reconcile import settle
from oversight_adapters.readers.oig_report.scope import Scope
from oversight_adapters.readers.oig_report.statements import Statements
from oversight_adapters.texts.blanks import second
from oversight_adapters.texts.documents import glance
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.layers import in_place
from oversight_adapters.texts.sentences import sentences
from oversight_core.names import Item
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Reading, Text

LONGEST = 4_000_000
_NAMES = tuple(re.compile(name, re.IGNORECASE) for name in (r"Report\s+Number", r"Issue\s+Date", r"Fiscal\s+Year"))
_NUMBER = re.compile(r"\bOIG-\d\d-\d{1,3}\b")


class DhsOigListingReader:
    """The list of reports of Homeland Security's inspector general."""

    name = "dhs-oig-listing"

    def recognise(self, source: Source) -> int:
        """3 where the names of the list's columns stand together and report numbers follow."""
        head = fold(glance(source))
        named = sum(bool(name.search(head)) for name in _NAMES)
        return named if named > 1 and _NUMBER.search(head) and HEADER.search(head) else 0

    def read(self, text: Text) -> Reading:
        """A document for each entry, with its words."""
        return in_place(text, self._read, blanks=second)

    def _read(self, text: Text) -> Reading:
        content = text.content[:LONGEST]
        folded = fold(content)
        record = Record(self.name, SLOTS, text.source.digest)
        if len(text.content) > LONGEST:
            record.problem("too-long", f"only the first {LONGEST:,} of {len(text.content):,} characters were read")
        page = Page(content, folded, tabbed(content, folded), folded, record)
        units: list[Span] = []
        for entry in entries(tabbed(content, folded)):
            _tell(page, entry)
            units += [span for span in (entry.title, entry.summary) if span]
        if not record.by_item:
            record.problem("nothing-recognised", "no report was recognised in this list")
        candidates = record.candidates()
        spans = list(passages(folded, units))
        told = account(content, folded, excerpts_of(candidates), source=record.source, spans=spans)
        return Reading(candidates, tuple(record.problems), told.unaccounted, text.source, self.name, told.telling)

    def value(self, excerpt: Excerpt) -> Any:
        """What the slot that an excerpt names makes of its words alone."""
        return SLOTS[excerpt.phrase.partition(":")[2]].value(str(excerpt.words))


def _tell(page: Page, entry: Entry) -> None:
    record, content = page.record, page.content
    number = content[slice(*entry.number)].upper()
    item = document_item(number)
    out = record.of(item)
    cells = (
        ("number", "report", entry.number),
        ("title", "cell", entry.title),
        ("issued_on", "cell-date", entry.date),
        ("fiscal_year", "fiscal-year", entry.year),
        ("summary", "cell", entry.summary),
    )
    for field, slot, span in cells:
        if span:
            out.tell(field, record.read(slot, piece_of(content, *span), field=field))
    out.derive("issuer", issuer_of(number))
    if entry.title is None:
        record.problem(
            "title-missing", f"{number} stands in the list without a title", piece_of(content, *entry.number)
        )
    if entry.summary:
        _tell_summary(page, item, number, entry.summary)
    if entry.form:
        release = record.of(item.within("release", "1"))
        release.tell("form", record.read("form", piece_of(content, *entry.form), field="form"))
        release.derive("document", item)


def _tell_summary(page: Page, document: Item, number: str, summary: Span) -> None:
    """What a summary says of the report's recommendations, in the words of reports."""
    scope = Scope(page, document, number, None, Known(), [])
    said = Statements.of(scope)
    for start, end in sentences(page.text, *summary):
        said.sentence(start, end)
    settle(said)
