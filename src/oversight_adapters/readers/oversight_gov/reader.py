"""The reader: one page, its report, and the recommendations that are open."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from oversight_adapters.readers.inspectors_general.describing import value_of
from oversight_adapters.readers.inspectors_general.opened import Opened
from oversight_adapters.readers.oig_report.layout import passages
from oversight_adapters.readers.oversight_gov.copied import read_copied
from oversight_adapters.readers.oversight_gov.fields import FIELDS, SLOTS, STATED
from oversight_adapters.readers.oversight_gov.listed import read_listed, tell_listing
from oversight_adapters.readers.oversight_gov.marked import read_marked
from oversight_adapters.readers.oversight_gov.page import Page
from oversight_adapters.readers.oversight_gov.telling import Telling
from oversight_adapters.texts.documents import glance, markup_of
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.layers import in_place
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Reading, Text

LONGEST = 1_000_000
_NAMED = tuple(
    re.compile(rf"\b(?:{field.label})\b", re.IGNORECASE)
    for field in FIELDS
    if field.mark in ("field-report-submitting-oig", "field-report-agency-reviewed", "field-report-number-of-recs")
)
_STATED = re.compile(STATED, re.IGNORECASE)
_CLASS = re.compile(
    rb"(?:--name-|[\"' ])field-report-(?:submitting-oig|agency-reviewed|number-of-recs)|view-report-recommendations|"
    rb"views-field-field-report-date-issued"
)


class OversightGovReader:
    """A report's page on Oversight.gov: what the report is, and which of its recommendations are open."""

    name = "oversight-gov"

    def recognise(self, source: Source) -> int:
        """How surely this is such a page: by the names of its fields, or the classes that mark them."""
        head = fold(glance(source))
        marked = _CLASS.search(source.content[:2_000_000]) is not None
        named = sum(bool(pattern.search(head)) for pattern in _NAMED) + bool(_STATED.search(head))
        return min(3, named + 2 * marked) if head and (named > 1 or marked) else 0

    def read(self, text: Text) -> Reading:
        """Everything that is stated, with its words."""
        if marked := _marked(text):  # whose places are counted in the text as it stands
            return in_place(text, partial(self._read, pages=marked), soft=None)
        return in_place(text, self._read)

    def _read(self, text: Text, pages: tuple[Page, ...] = ()) -> Reading:
        opened = Opened.of(text, self.name, SLOTS, longest=len(text.content) if pages else LONGEST)
        tellings = [Telling(opened, page) for page in pages or (read_copied(opened.lined),)]
        documents = [document for telling in tellings if (document := telling.tell())]
        if any(page.listed for page in pages):
            tell_listing(opened, documents)
        return opened.reading(passages(opened.folded, [unit for telling in tellings for unit in telling.units]))

    def value(self, excerpt: Excerpt) -> Any:
        """What the slot that an excerpt names makes of its words alone."""
        return value_of(SLOTS, excerpt)


def _marked(text: Text) -> tuple[Page, ...]:
    """The layout by the marks of a saved page, of one report or of a list; none where it has no marks."""
    if not (markup := markup_of(text)):
        return ()
    page = read_marked(markup)
    return read_listed(markup) or ((page,) if page.fields else ())
