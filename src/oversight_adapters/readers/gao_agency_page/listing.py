"""What a page says it lists, held against what stands on it."""

from __future__ import annotations

from collections.abc import Sequence

from oversight_adapters.readers.gao_agency_page.agencies import is_addressee
from oversight_adapters.readers.gao_agency_page.cells import Page
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.gao_agency_page.quoting import Quoted, Quotes
from oversight_core.entities import Listing
from oversight_core.names import Item, slug
from oversight_core.provenance import Excerpt
from oversight_core.reading import Candidate

UNNAMED = "page"
_COMPUTED = (Excerpt("parsed_total", computed_from=("items",)), Excerpt("items", computed_from=("recommendation",)))


def listing_of(page: Page, items: Sequence[Item], folded: str, quotes: Quotes) -> Candidate:
    """The listing of a page: its agency, the total it states, how many stand on it, and which."""
    agency, stated = _agency(page, folded, quotes), stated_total(page, folded, quotes)
    quoted = [one for one in (agency, stated) if one]
    entity = Listing(
        agency=agency[0] if agency else "",
        stated_total=stated[0] if stated else None,
        parsed_total=len(items),
        items=tuple(dict.fromkeys(items)),
    )
    item = Item("listing", "gao", _segment(page, agency, items, folded))
    return Candidate(item, entity, (), None, (*(excerpt for _, excerpt in quoted), *_COMPUTED))


def stated_total(page: Page, folded: str, quotes: Quotes) -> Quoted | None:
    """The total that the page states; None where there is none that can be read."""
    for row in ("total", "total-of"):
        if page.total and (hit := BOOK.search(row, folded, *page.total)):
            return quotes.at("stated_total", f"{row}/stated_total", *hit.match.span("stated_total"))
    return None


def _agency(page: Page, folded: str, quotes: Quotes) -> Quoted | None:
    """The agency that the heading names; a topic is none."""
    if page.heading is None:
        return None
    words = folded[slice(*page.heading)]
    named = any(row.agency and folded[slice(*row.agency)] == words for block in page.blocks for row in block.rows)
    return quotes.at("agency", "heading/agency", *page.heading) if named or is_addressee(words) else None


def _segment(page: Page, agency: Quoted | None, items: Sequence[Item], folded: str) -> str:
    if agency:
        return slug(agency[0])
    if page.heading:
        return slug(folded[slice(*page.heading)])
    addressees = {item.addressee for item in items}
    return addressees.pop() if len(addressees) == 1 and "" not in addressees else UNNAMED
