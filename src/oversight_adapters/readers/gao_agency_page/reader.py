"""GAO's pages of open recommendations, as text: recommendations, what comments say of them, and what a page lists."""

from __future__ import annotations

import re
from typing import Any

from oversight_adapters.readers.collector import collector_at_rest
from oversight_adapters.readers.gao_agency_page.assembly import Assembly
from oversight_adapters.readers.gao_agency_page.cells import Page
from oversight_adapters.readers.gao_agency_page.layout import layout
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.plain import is_markup
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Reading, Text

_WORD = "ecommendation"  # a text without it holds none
_MOST_LINES = 2_000_000  # a page of ten thousand recommendations has fifty thousand
_HEAD = 256 * 1024  # bytes; a page says at its start what it is
_MARKS = (
    re.compile(rb"open recommendations \([^()\n]{1,40} total\)"),
    re.compile(rb"(?:^|[\r\n])[ \t]*\d[\d,]* open recommendations?[ \t]*[\r\n]"),
    re.compile(rb"agency(?: affected)?(?: sort \w+)?\s+recommendation(?: sort \w+)?\s+status"),
)


class GaoAgencyPageReader:
    """Reads a page of an agency's or a topic's open recommendations, as printed since 2022, and before where alike.

    >>> page = "Department of State\\n\\nOpen Recommendations (1 total)\\n\\nVisas\\n\\n1 Open Recommendations"
    >>> reading = GaoAgencyPageReader().read(Text(Source.of(page.encode()), page))
    >>> [problem.code for problem in reading.problems]
    ['block-incomplete', 'listing-incomplete']
    """

    name = "gao-agency-page"

    def recognise(self, source: Source) -> int:
        """3 where total, block and table are there, or two of them with numbered recommendations; less for less."""
        if is_markup(source.content):
            return 0
        head = source.content[:_HEAD].replace(b"\0", b"").lower()
        marks = sum(mark.search(head) is not None for mark in _MARKS)
        return min(3, marks + 1) if marks and b"(recommendation " in head else marks

    def read(self, text: Text) -> Reading:
        """Everything the page states, with its words; what does not hold together becomes a problem."""
        with collector_at_rest():
            return self._reading(text)

    def _reading(self, text: Text) -> Reading:
        folded = fold(text.content)
        page = layout(folded) if _WORD in folded and folded.count("\n") < _MOST_LINES else Page()
        return Assembly(text, folded).reading(page, self.name)

    def value(self, excerpt: Excerpt) -> Any:
        """What the phrasebook row named by an excerpt makes of its words alone."""
        return BOOK.value(excerpt)
