"""GAO's pages of open recommendations: what they list, the recommendations, and what comments say of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from oversight_adapters.readers.collector import collector_at_rest
from oversight_adapters.readers.gao_agency_page.assembly import Assembly
from oversight_adapters.readers.gao_agency_page.cells import Page
from oversight_adapters.readers.gao_agency_page.elements import spanning
from oversight_adapters.readers.gao_agency_page.layout import layout
from oversight_adapters.readers.gao_agency_page.lines import KNOWN_STATUS, blanks, folded_lines
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.texts.documents import glance, markup_of
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.layers import WayBack, smoothed
from oversight_adapters.texts.spans import Span
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Reading, Text

_WORD = "ecommendation"  # a text without it holds none
_MOST_LINES = 2_000_000  # a page of ten thousand recommendations has fifty thousand
_COUNT = r"\d[\d,]{0,8}"
_MARKS = (
    re.compile(r"open recommendations \([^()\n]{1,40} total\)"),
    re.compile(
        rf"^[ ]*{_COUNT} open (?:priority )?recommendations?(?:, including {_COUNT} priority)?[ ]*$", re.MULTILINE
    ),
    re.compile(r"^[ ]*agency(?: affected)?(?: sort \w+)?\s+recommendation(?: sort \w+)?\s+status", re.MULTILINE),
    re.compile(rf"\b{_COUNT} publications? with a total of {_COUNT} (?:open )?(?:priority )?recommendation"),
    re.compile(rf"\b{_COUNT} - {_COUNT} of {_COUNT} recommendations"),
    re.compile(rf"there are {_COUNT} open recommendations, of which"),
    re.compile(r"^[ ]*agency: [^\n]{1,200}\n\s*status: (?:open|closed)", re.MULTILINE),
)
_STATUS_CELL = re.compile(rf"(\|[ ]?(?:{KNOWN_STATUS}|Open|Closed))[ ](?=[A-Z])")  # with its comment
_PRODUCT = "recommendations for executive action"  # the heading of the table on the page of one report


class GaoAgencyPageReader:
    """Reads a page of an agency's or a topic's open recommendations, and the search results of 2016 to 2021.

    >>> page = "Department of State\\n\\nOpen Recommendations (1 total)\\n\\nVisas\\n\\n1 Open Recommendations"
    >>> reading = GaoAgencyPageReader().read(Text(Source.of(page.encode()), page))
    >>> [problem.code for problem in reading.problems]
    ['block-incomplete', 'listing-incomplete']
    """

    name = "gao-agency-page"
    phrasebook = BOOK

    def recognise(self, source: Source) -> int:
        """3 where two marks of such pages stand beside numbered recommendations, or three; less for less."""
        head = fold(glance(source)).lower()
        marks = sum(mark.search(head) is not None for mark in _MARKS)
        if marks == 1 and _PRODUCT in head:
            return 0
        return min(3, marks + (marks > 0 and "(recommendation " in head))

    def read(self, text: Text) -> Reading:
        """Everything the page states, with its words; what does not hold together becomes a problem."""
        with collector_at_rest():
            return self._reading(*smoothed(text, blanks=blanks), text.content)

    def _reading(self, text: Text, way: WayBack | None, content: str) -> Reading:
        folded = folded_lines(text.content)
        if "|" in folded and ("\n|" in folded or "-|-" in folded):  # or, in Markdown, a bar
            folded = _STATUS_CELL.sub(r"\1\n", folded).replace("|", "\n")
        lists = _WORD in folded and folded.count("\n") < _MOST_LINES
        page = layout(folded, _spanning(text, content)) if lists else Page()
        return Assembly(text, folded, way).reading(page, self.name)

    def value(self, excerpt: Excerpt) -> Any:
        """What the phrasebook row named by an excerpt makes of its words alone."""
        return BOOK.value(excerpt)


def _spanning(text: Text, content: str) -> Mapping[int, Span]:
    """Where rows of a web page start into which a cell above reaches."""
    markup = markup_of(text) if b"rowspan" in text.source.content else None
    return spanning(markup, content) if markup else {}
