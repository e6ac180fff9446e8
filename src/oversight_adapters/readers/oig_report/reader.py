"""The reader: front, recommendations, and what the sentences say of them."""

from __future__ import annotations

import re
from typing import Any

from oversight_adapters.readers.gao_agency_page.phrases import BOOK as COMMENTS
from oversight_adapters.readers.inspectors_general.describing import value_of
from oversight_adapters.readers.inspectors_general.facilities import SLOTS as FACILITY_SLOTS
from oversight_adapters.readers.inspectors_general.opened import Opened
from oversight_adapters.readers.oig_report.benefits import tell_benefits
from oversight_adapters.readers.oig_report.front import read_front
from oversight_adapters.readers.oig_report.layout import garbled_lines, passages, smooth
from oversight_adapters.readers.oig_report.page import Page
from oversight_adapters.readers.oig_report.phrases import BOOK
from oversight_adapters.readers.oig_report.recommendations import tell_recommendations
from oversight_adapters.readers.oig_report.reconcile import reconcile, settle
from oversight_adapters.readers.oig_report.scope import Scope
from oversight_adapters.readers.oig_report.sections import sections
from oversight_adapters.readers.oig_report.statements import Statements, sole_addressee
from oversight_adapters.readers.oig_report.tables import rows
from oversight_adapters.texts.documents import glance
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.layers import in_place
from oversight_adapters.texts.spans import Span
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Reading, Text

LONGEST = 1_500_000
"""Code points; the longest reports have a few hundred pages."""

SLOTS = {**dict(COMMENTS.places()), **FACILITY_SLOTS, **BOOK.slots, **dict(BOOK.places())}
"""Every slot, by its name and by its place in a row; those of GAO's comments too, since estimates are read by them."""
_OFFICE = re.compile(
    r"Office\s+of\s+(?:the\s+)?Inspector\s+General|\bDHS\s+OIG\b|\bOIG\b|oig\.dhs\.gov|\bDODIG-\d|\bSIGAR\s+\d|"
    r"\bWhat\s+GAO\s+Recommends\b|\bGAO\s+is\s+making\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(?:OIG-\d{2}-\d{1,3}|GAO-\d\d-\d{3,6}|DODIG-\d{4}-\d{3}|SIGAR\s\d\d-\d\d)(?!\d)|"
    r"\b(?i:Report\s+(?:No\.|Number|#))\s*[A-Z\d]"
)
_WORK = re.compile(
    r"\b(?:made|making)\s+\S+\s+recommendation|\b(?:OIG|SIGAR)\s+recommends\b|\bOIG\s+Analysis\b|\bRecommendation\s+#?\d{1,2}:|"
    r"\brecommendations?\b[^.]{0,60}\b(?:resolved|open|closed)\b|\bno\s+recommendations\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"Publicly\s+Released:|\bGAO-\d\d-\d{3,6}\w{0,2}\s*Published:|Open\s+Recommendations\s*\(|This\s+r"
    r"eport\s+has\s+\d+\s+open\s+recommendations|Submitting\s+OIG|"
    r"^\W*(?:Summary\s+of\s+CRCL|Close\s+Summary\b|(?:[A-Z]+\s+){0,3}Memo(?:randum)?\s+(?:to|Concerning|Regarding)\b)|"
    r"^\s*FROM:[^:]{1,400}Office\s+for\s+Civil\s+Rights|"
    r"\bFiscal\s+Year\s*(?:Sort|\n)|^From:[^\n]{1,200}@",
    re.IGNORECASE | re.MULTILINE,
)
"""What stands on pages of other kinds, and over an e-mail about a report."""


class OigReportReader:
    """What an inspector general's report recommends, what was answered, and what state it was in when issued."""

    name = "oig-report"
    phrasebook = BOOK

    def recognise(self, source: Source) -> int:
        """How surely this is such a report, from its first pages; who only names an inspector general is none."""
        head = fold(glance(source))
        if not _OFFICE.search(head) or _OTHERS.search(head):
            return 0
        found = sum(bool(pattern.search(head)) for pattern in (_NUMBER, _WORK))
        return 1 + found if found else 0

    def read(self, text: Text) -> Reading:
        """Everything that is stated, with its words."""
        return in_place(text, self._read)

    def _read(self, text: Text) -> Reading:
        opened = Opened.of(text, self.name, SLOTS, longest=LONGEST)
        if not opened.content.strip():
            opened.record.problem("empty", "the document holds no text")
            return opened.reading(())
        page = Page.of(opened, prose=smooth(opened.folded))
        return opened.reading(passages(page.text, _tell(page)), prose=page.text)

    def value(self, excerpt: Excerpt) -> Any:
        """What the phrasebook row named by an excerpt makes of its words alone."""
        return value_of(SLOTS, excerpt)


def _tell(page: Page) -> list[Span]:
    """All that a report tells; the spans that are read as one passage each."""
    for (start, end), why in garbled_lines(page.folded):
        page.record.problem("garbled", f"these words cannot be read: {why}", page.piece(start, end))
    front = read_front(page)
    found = sections(page.text)
    sole = sole_addressee(page, front.number)
    known, units = tell_recommendations(page, front.item, found, sole)
    units += front.titles
    scope = Scope(page, front.item, front.number, front.addressee, known, found, sole)
    said = Statements.of(scope)
    covered = set(units)
    for start, end in passages(page.text, units):
        if (start, end) not in covered:
            for part in scope.parted(start, end):
                said.sentence(*part)
    for line in rows(page):
        said.row(line)
    tell_benefits(page, front.item)
    settle(said)
    reconcile(scope)
    return units
