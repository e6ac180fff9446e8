"""The reader: each entry is a document."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from oversight_adapters.readers.dhs_oig_listing.layout import HEADER, Entry, entries
from oversight_adapters.readers.dhs_oig_listing.marked import marked_entries
from oversight_adapters.readers.dhs_oig_listing.slots import SLOTS
from oversight_adapters.readers.inspectors_general.describing import value_of
from oversight_adapters.readers.inspectors_general.facilities import tell_facilities
from oversight_adapters.readers.inspectors_general.opened import Opened
from oversight_adapters.readers.inspectors_general.pieces import piece_of
from oversight_adapters.readers.inspectors_general.reports import OLD_NUMBER, document_item, form_of_title, issuer_of
from oversight_adapters.readers.oig_report.layout import passages
from oversight_adapters.readers.oig_report.page import Page
from oversight_adapters.readers.oig_report.summary import tell_summary
from oversight_adapters.texts.blanks import second
from oversight_adapters.texts.documents import glance, markup_of
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.layers import in_place
from oversight_adapters.texts.spans import Span
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Reading, Text

LONGEST = 4_000_000
_NAMES = tuple(re.compile(name, re.IGNORECASE) for name in (r"Report\s+Number", r"Issue\s+Date", r"Fiscal\s+Year"))
_NUMBER = re.compile(rf"\bOIG-\d\d-\d{{1,3}}\b|\b{OLD_NUMBER}\b")


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
        if marked := _marked(text):  # whose places are counted in the text as it stands
            return in_place(text, partial(self._read, found=marked), soft=None)
        return in_place(text, self._read, blanks=second)

    def _read(self, text: Text, found: list[Entry] | None = None) -> Reading:
        opened = Opened.of(text, self.name, SLOTS, longest=len(text.content) if found else LONGEST)
        page = Page.of(opened)
        units: list[Span] = []
        for entry in found or entries(page.lined):
            _tell(page, entry)
            units += [span for span in (entry.title, entry.summary) if span]
        if not page.record.by_item:
            page.record.problem("nothing-recognised", "no report was recognised in this list")
        return opened.reading(passages(page.folded, units))

    def value(self, excerpt: Excerpt) -> Any:
        """What the slot that an excerpt names makes of its words alone."""
        return value_of(SLOTS, excerpt)


def _marked(text: Text) -> list[Entry]:
    """The entries of a saved page; none where its table is no such list."""
    markup = markup_of(text)
    return marked_entries(markup) if markup else []


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
        tell_summary(page, item, number, *entry.summary)
    if entry.title:
        tell_facilities(record, item, piece_of(content, *entry.title))
    if form := entry.form or (form_of_title(content, *entry.title) if entry.title else None):
        release = record.of(item.within("release", "1"))
        release.tell("form", record.read("form", piece_of(content, *form), field="form"))
        release.derive("document", item)
