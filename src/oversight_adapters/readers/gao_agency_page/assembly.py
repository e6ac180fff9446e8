"""A laid-out page as a reading: candidates, the totals held against what stands there, and what nobody understood."""

from __future__ import annotations

import re

from oversight_adapters.readers.gao_agency_page.cells import Block, Page
from oversight_adapters.readers.gao_agency_page.gathering import Gathering
from oversight_adapters.readers.gao_agency_page.listing import database_of, listing_of
from oversight_adapters.readers.gao_agency_page.reports import report_of
from oversight_adapters.readers.words import numbers
from oversight_adapters.texts.layers import WayBack
from oversight_core.names import Item
from oversight_core.reading import Candidate, Reading, Text

_COUNTED = re.compile(rf"(?P<count>{numbers.COUNT})\s+open\s+(?:priority\s+)?recommendations?", re.IGNORECASE)


class Assembly:
    """Puts one page together; used once."""

    def __init__(self, text: Text, folded: str, way: WayBack | None) -> None:
        self.folded, self.gathering = folded, Gathering(text, folded, way.printed if way else None)
        self.problems = way.problems if way else ()
        self.documents: dict[Item, Candidate] = {}
        self.counts: dict[str, int] = {}

    def reading(self, page: Page, format: str) -> Reading:
        """The reading of a page."""
        gathering = self.gathering
        for block in page.blocks:
            self._block(block)
        database = database_of(page, gathering.quotes)
        listings = (*self._listing(page), *((database,) if database else ()))
        told = gathering.account(page.strays)
        return Reading(
            (*listings, *self.documents.values(), *gathering.candidates),
            (*self.problems, *gathering.problems),
            told.unaccounted,
            gathering.text.source,
            format,
            told.telling,
        )

    def _listing(self, page: Page) -> tuple[Candidate, ...]:
        problem = self.gathering.problem
        if not page.blocks and page.total is None:
            problem("nothing-recognised", "no open recommendations were recognised in this text", None)
            return ()
        listing = listing_of(page, [row.item for row in self.gathering.rows], self.gathering.quotes)
        stated, parsed = listing.entity.stated_total, listing.entity.parsed_total
        if page.total and stated is None:
            problem("unreadable-total", "the total that the page states is no number that can be read", page.total)
        elif stated is not None and stated != parsed:
            problem("listing-incomplete", f"the page states {stated} recommendations and holds {parsed}", page.total)
        if page.cut:
            problem("truncated", "the text ends within a recommendation's number, which is left out", page.cut)
        return (listing,)

    def _block(self, block: Block) -> None:
        problem = self.gathering.problem
        report = report_of(block, self.folded, self.gathering.quotes)
        if (document := report.candidate()) is not None:
            self.documents.setdefault(document.item, document)
        if not report.is_known:
            problem("title-missing", "a block of recommendations has no title", block.count)
        for row in block.rows:
            self.gathering.take(row, report)
        stated = self._count(self.folded[slice(*block.count)]) if block.count else len(block.rows)
        if stated != len(block.rows):
            message = f"a block states {stated} recommendations and holds {len(block.rows)}"
            problem("block-incomplete", message, block.count)

    def _count(self, words: str) -> int:
        """What a block states; the same words stand over many blocks."""
        if words not in self.counts:
            counted = _COUNTED.search(words)
            self.counts[words] = numbers.count(counted["count"]) if counted else 0
        return self.counts[words]
