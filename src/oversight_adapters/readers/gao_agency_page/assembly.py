"""A laid-out page as a reading: candidates, the totals held against what stands there, and what nobody understood."""

from __future__ import annotations

from oversight_adapters.readers.accounting import Account, account, tells
from oversight_adapters.readers.gao_agency_page.cells import Block, Page, Row
from oversight_adapters.readers.gao_agency_page.listing import listing_of
from oversight_adapters.readers.gao_agency_page.marks import mark, value_at
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.gao_agency_page.quoting import Quotes
from oversight_adapters.readers.gao_agency_page.recommendations import Read, read_row
from oversight_adapters.readers.gao_agency_page.reports import Report, report_of
from oversight_adapters.texts.sentences import sentences
from oversight_core.entities import Recommendation
from oversight_core.names import Item
from oversight_core.provenance import TextSpan
from oversight_core.reading import Candidate, Problem, Reading, Text

_LONGEST_COMMENT = 100_000  # characters; GAO's longest are below ten thousand


class Assembly:
    """Puts one page together; used once."""

    def __init__(self, text: Text, folded: str) -> None:
        self.text, self.folded, self.quotes = text, folded, Quotes(text, folded)
        self.rows: list[Read] = []
        self.first: dict[Item, Read] = {}
        self.repeated: dict[Item, set[Recommendation]] = {}
        self.documents: dict[Item, Candidate] = {}
        self.counts: dict[str, int] = {}
        self.problems: list[Problem] = []

    def reading(self, page: Page, format: str) -> Reading:
        """The reading of a page."""
        for block in page.blocks:
            self._block(block)
        listing = self._listing(page)
        candidates = (*listing, *self.documents.values(), *(found for row in self.rows for found in row.candidates))
        told = self._account(page)
        return Reading(candidates, tuple(self.problems), told.unaccounted, self.text.source, format, told.telling)

    def _listing(self, page: Page) -> tuple[Candidate, ...]:
        if not page.blocks and page.total is None:
            self._problem("nothing-recognised", "no open recommendations were recognised in this text", None)
            return ()
        listing = listing_of(page, [row.item for row in self.rows], self.folded, self.quotes)
        stated, parsed = listing.entity.stated_total, listing.entity.parsed_total
        if page.total and stated is None:
            self._problem(
                "unreadable-total", "the total that the page states is no number that can be read", page.total
            )
        elif stated is not None and stated != parsed:
            self._problem(
                "listing-incomplete", f"the page states {stated} recommendations and holds {parsed}", page.total
            )
        if page.cut:
            self._problem("truncated", "the text ends within a recommendation's number, which is left out", page.cut)
        return (listing,)

    # -- blocks ------------------------------------------------------------------------------------------------

    def _block(self, block: Block) -> None:
        report = report_of(block, self.folded, self.quotes)
        if (document := report.candidate()) is not None:
            self.documents.setdefault(document.item, document)
        if block.title is None:
            self._problem("title-missing", "a block of recommendations has no title", block.count)
        for row in block.rows:
            if row.comment and row.comment[1] - row.comment[0] > _LONGEST_COMMENT:
                self._problem("comment-too-long", "a comment is too long to be one and was not read", row.comment)
                row.comment = None
            self._row(row, report)
        stated = self._count(self.folded[slice(*block.count)]) if block.count else len(block.rows)
        if stated != len(block.rows):
            message = f"a block states {stated} recommendations and holds {len(block.rows)}"
            self._problem("block-incomplete", message, block.count)

    def _count(self, words: str) -> int:
        """What a block states; the same words stand over many blocks."""
        if words not in self.counts:
            hit = BOOK.search("block-count", words, 0, len(words))
            self.counts[words] = value_at(words, mark(hit, "count")) if hit else 0
        return self.counts[words]

    def _row(self, row: Row, report: Report) -> None:
        read = read_row(row, report, self.folded, self.quotes)
        if read is None:
            self._problem("unreadable-recommendation", "a recommendation has neither text nor number", row.agency)
            return
        if row.agency is None:
            self._problem(
                "addressee-missing",
                f"{read.item} is printed without an agency that can be told from its text",
                row.text,
            )
        if (first := self.first.setdefault(read.item, read)) is not read:
            same = self.repeated.setdefault(read.item, {first.candidates[0].entity})
            if read.candidates[0].entity in same:
                return  # the same row printed twice
            same.add(read.candidates[0].entity)
            self._problem("identity-collision", f"two recommendations that differ are both {read.item}", row.text)
        self.rows.append(read)

    # -- accounting --------------------------------------------------------------------------------------------

    def _account(self, page: Page) -> Account:
        """Dated sentences are quoted whole; the others are asked whether they tell something and were touched."""
        some = [row for row in self.rows if self._any_tells(row.undated)]
        spans = [span for row in some for span in row.undated]
        spans += [span for stray in page.strays for span in sentences(self.folded, *stray)]
        excerpts = [excerpt for row in some for excerpt in row.excerpts]
        told = account(self.text.content, self.folded, excerpts, source=self.text.source.digest, spans=sorted(spans))
        dated = sum(len(row.candidates) - 1 for row in self.rows)
        return Account(told.telling + dated, told.unaccounted)

    def _any_tells(self, spans: tuple[tuple[int, int], ...]) -> bool:
        """Whether any of these sentences tells something: one look at all of them, since most tell nothing."""
        words = "\n".join([self.folded[start:end] for start, end in spans])
        return tells(words, 0, len(words))

    def _problem(self, code: str, message: str, place: tuple[int, int] | None) -> None:
        locator = TextSpan(*place) if place else None
        self.problems.append(Problem(code, message, locator, self.text.source.digest))
