"""The parts of a page as they stand, uninterpreted: a span is half-open and counts code points, folded or not."""

from __future__ import annotations

import attrs

from oversight_adapters.readers.gao_agency_page.suffix import Suffix
from oversight_adapters.texts.spans import Span, trimmed


def words_in(folded: str, cell: Span | None) -> Span | None:
    """A cell without the blanks around its words; None where it has none.

    >>> words_in(" Open ", (0, 6)), words_in("  ", (0, 2))
    ((1, 5), None)
    """
    if cell is None:
        return None
    start, end = trimmed(folded, *cell)
    return (start, end) if start < end else None


@attrs.define
class Row:
    """One recommendation; a cell that is not there is None."""

    agency: Span | None
    text: Span | None = None
    suffix: Suffix | None = None
    priority: Span | None = None
    status: Span | None = None
    comment: Span | None = None

    @property
    def unfinished(self) -> bool:
        """Whether more of its text may follow: neither its number nor its status has come."""
        return self.suffix is None and self.status is None and self.comment is None


@attrs.define
class Block:
    """The recommendations of one report that stand together; a report may have several blocks."""

    title: Span | None = None
    details: list[Span] = attrs.Factory(list)  # report number and dates
    count: Span | None = None
    rows: list[Row] = attrs.Factory(list)


@attrs.define
class Page:
    """A page of open recommendations: its heading, the total it states, its blocks, and what belongs to none.

    `subject` is what was searched for; the `head` of a page of search results counts the whole database.
    """

    heading: Span | None = None
    is_sole: bool = False  # the heading, among what stands above the total
    subject: Span | None = None
    head: Span | None = None
    total: Span | None = None
    blocks: list[Block] = attrs.Factory(list)
    strays: list[Span] = attrs.Factory(list)
    cut: Span | None = None  # a number that the end of the text may have cut off
