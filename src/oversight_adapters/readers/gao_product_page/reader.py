"""GAO's page of one product: what its report recommends to whom, and what became of each recommendation."""

from __future__ import annotations

import re
from typing import Any

from oversight_adapters.readers.collector import collector_at_rest
from oversight_adapters.readers.gao_agency_page.cells import Block
from oversight_adapters.readers.gao_agency_page.gathering import Gathering
from oversight_adapters.readers.gao_agency_page.lines import REPORT_ID, blanks, folded_lines
from oversight_adapters.readers.gao_agency_page.marks import Mark, value_at
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.gao_agency_page.reports import report_of
from oversight_adapters.readers.gao_product_page.copied import copied
from oversight_adapters.readers.gao_product_page.product import MATTERS, RECOMMENDATIONS, Product
from oversight_adapters.readers.gao_product_page.structured import structured
from oversight_adapters.readers.gao_product_page.totals import stated_counts
from oversight_adapters.texts.documents import glance, markup_of
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.layers import WayBack, smoothed
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Reading, Text

_ID = re.compile(rf"{REPORT_ID}|GAO-\d\d-\d{{3,6}}[A-Z]{{0,2}}?Publi")
_DATES = re.compile(r"(?:Published|Publicly\sReleased):\s", re.IGNORECASE)
_LISTS = re.compile(r"Open\sRecommendations\s\(|\bwith\sa\stotal\sof\s|\d\sOpen\sRecommendations?\b", re.IGNORECASE)
"""What pages print that list the recommendations of many products."""


class GaoProductPageReader:
    """Reads the page of one GAO product, as a web page or as its copied text.

    >>> page = "Visas: Checks Are Late\\nGAO-24-106233\\nPublished: Jul 23, 2024. Publicly Released: Aug 22, 2024.\\n"
    >>> reading = GaoProductPageReader().read(Text(Source.of(page.encode()), page))
    >>> [str(reading.candidates[0].entity.released_on), reading.candidates[0].entity.title]
    ['2024-08-22', 'Visas: Checks Are Late']
    """

    name = "gao-product-page"

    def recognise(self, source: Source) -> int:
        """3 where a report's number, its dates and a table stand there, 2 where two of them do, else 0."""
        head = fold(glance(source))
        if _LISTS.search(head):
            return 0
        table = RECOMMENDATIONS.search(head) or MATTERS.search(head) or b"view--recommendations" in source.content
        found = sum(map(bool, (_ID.search(head), _DATES.search(head), table)))
        return found if found > 1 else 0

    def read(self, text: Text) -> Reading:
        """Everything the page states, with its words; what does not hold together becomes a problem."""
        with collector_at_rest():
            return self._reading(*smoothed(text, blanks=blanks), text.content)

    def _reading(self, text: Text, way: WayBack | None, content: str) -> Reading:
        folded = folded_lines(text.content)
        product = _product(text, content, folded)
        gathering = Gathering(text, folded, way.printed if way else None)
        strays = [*product.strays(folded)]
        counts = [*stated_counts(folded, strays)]
        report = report_of(Block(product.title, product.details), folded, gathering.quotes)
        topics = [Mark("topics", "topic-cell/topics", *span) for span in product.topics]
        same = [count for count in counts if value_at(folded, count) == value_at(folded, counts[0])]
        gathering.document(report, (*topics, *same))
        for row in product.rows:
            gathering.take(row, report)
        _check(gathering, counts)
        if product.again:
            message = "a second table follows, perhaps of another product; it is left out"
            gathering.problem("several-entries", message, product.again)
        if product.title is None and not product.rows:
            gathering.problem("nothing-recognised", "neither a title nor a recommendation was recognised", None)
        told = gathering.account(strays)
        candidates = (*gathering.documents, *gathering.candidates)
        problems = (*(way.problems if way else ()), *gathering.problems)
        return Reading(candidates, problems, told.unaccounted, text.source, self.name, told.telling)

    def value(self, excerpt: Excerpt) -> Any:
        """What the phrasebook row named by an excerpt makes of its words alone."""
        return BOOK.value(excerpt)


def _product(text: Text, content: str, folded: str) -> Product:
    """The parts of the page: by its elements where it has any, else by its lines."""
    if markup := markup_of(text):
        product = structured(markup, content, folded)
        if product.rows or (product.details and not copied(folded).rows):
            return product
    return copied(folded)


def _check(gathering: Gathering, counts: list[Mark]) -> None:
    """Hold what the page counts against what stands in its table; one recommendation to two agencies is one."""
    stated = [value_at(gathering.folded, count) for count in counts]
    parsed = len({(item.report, item.number) for item in gathering.items if not item.number.startswith("matter")})
    for place, value in zip(counts, stated, strict=True):
        span = (place.start, place.end)
        if value != stated[0]:
            gathering.problem(
                "value-differs", f"the page counts {stated[0]} recommendations, and {value} elsewhere", span
            )
        elif value != parsed and place is counts[0]:
            message = f"the page states {value} recommendations and holds {parsed}"
            gathering.problem("listing-incomplete", message, span)
