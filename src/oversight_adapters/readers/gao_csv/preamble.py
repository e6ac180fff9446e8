"""What stands above the header: as of when the export speaks, and how many recommendations it says it lists."""

from __future__ import annotations

from collections.abc import Sequence

from oversight_adapters.readers.gao_agency_page.listing import DATABASE
from oversight_adapters.readers.gao_agency_page.quoting import Quotes, Sheet
from oversight_adapters.texts.spans import Span
from oversight_core.entities import Listing
from oversight_core.names import Item
from oversight_core.provenance import Excerpt
from oversight_core.reading import Candidate

_COMPUTED = (Excerpt("parsed_total", computed_from=("items",)), Excerpt("items", computed_from=("recommendation",)))


def listing_of(preamble: Sequence[Span], items: Sequence[Item], quotes: Quotes) -> Candidate:
    """What the export lists, as of the day that its preamble states.

    The time of day beside it is not read: GAO stamps it "EST" in summer too.
    """
    sheet = Sheet(quotes)
    for span in preamble:
        for row in ("status-as-of", "stated-records"):
            if row_field(row) not in sheet.values:
                sheet.find(row, *span)
    entity = Listing(parsed_total=len(items), items=tuple(items), **sheet.values)
    item = Item("listing", "gao", DATABASE)
    return Candidate(item, entity, (), sheet.values.get("as_of"), (*sheet.excerpts, *_COMPUTED))


def row_field(row: str) -> str:
    """The field that a row of the preamble states."""
    return {"status-as-of": "as_of", "stated-records": "stated_total"}[row]
