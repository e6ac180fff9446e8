"""What a page says it lists, held against what stands on it; and what it says of the whole database."""

from __future__ import annotations

from collections.abc import Sequence

from oversight_adapters.readers.gao_agency_page.agencies import is_addressee
from oversight_adapters.readers.gao_agency_page.cells import Page
from oversight_adapters.readers.gao_agency_page.quoting import Quotes, Sheet
from oversight_adapters.readers.gao_agency_page.slots import one_line
from oversight_core.entities import Listing
from oversight_core.names import Item, slug
from oversight_core.provenance import Excerpt
from oversight_core.reading import Candidate

UNNAMED, DATABASE = "page", "recommendations-database"
_TOTALS = ("total", "total-of", "total-documents", "total-priority")
_COMPUTED = (Excerpt("parsed_total", computed_from=("items",)), Excerpt("items", computed_from=("recommendation",)))


def listing_of(page: Page, items: Sequence[Item], quotes: Quotes) -> Candidate:
    """The listing of a page: its agency or topic, the totals it states, how many stand on it, and which."""
    sheet = Sheet(quotes)
    _take_subject(page, sheet)
    if page.total:
        for row in _TOTALS:
            sheet.find(row, *page.total)
    item = Item("listing", "gao", _segment(page, sheet, items))
    entity = Listing(parsed_total=len(items), items=tuple(dict.fromkeys(items)), **sheet.values)
    return Candidate(item, entity, (), None, (*sheet.excerpts, *_COMPUTED))


def database_of(page: Page, quotes: Quotes) -> Candidate | None:
    """What the head of a page of search results says of the whole database; None where it says nothing."""
    sheet = Sheet(quotes)
    if page.head is None or not sheet.find("database", *page.head):
        return None
    return Candidate(Item("listing", "gao", DATABASE), Listing(**sheet.values), (), None, tuple(sheet.excerpts))


def _take_subject(page: Page, sheet: Sheet) -> None:
    """The agency that the heading or the search names; another search is for a topic."""
    if page.subject:
        if not sheet.find("subject-agency", *page.subject):
            sheet.find("subject", *page.subject)
    elif page.heading and _names_agency(page, one_line(sheet.folded(*page.heading)), sheet):
        sheet.take("agency", "heading/agency", *page.heading)
    elif page.heading and page.is_sole:
        sheet.take("topic", "topic/topic", *page.heading)


def _names_agency(page: Page, words: str, sheet: Sheet) -> bool:
    """Whether a heading names an agency; a topic is none."""
    return is_addressee(words) or any(
        row.agency and one_line(sheet.folded(*row.agency)) == words for block in page.blocks for row in block.rows
    )


def _segment(page: Page, sheet: Sheet, items: Sequence[Item]) -> str:
    if named := sheet.values.get("agency") or sheet.values.get("topic"):
        return slug(named)
    if page.heading:
        return slug(sheet.folded(*page.heading))
    addressees = {item.addressee for item in items}
    return addressees.pop() if len(addressees) == 1 and "" not in addressees else UNNAMED
