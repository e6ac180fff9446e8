"""Where words stand: one class for each kind of document."""

from __future__ import annotations

import attrs

from oversight_core.quick import quick


@quick
@attrs.frozen(order=True, weakref_slot=False)
class TextSpan:
    """Half-open code points of a decoded text."""

    start: int
    end: int


@quick
@attrs.frozen(order=True, weakref_slot=False)
class Cell:
    """A cell of a table; row and column count from 1 as a spreadsheet shows them."""

    sheet: str
    row: int
    column: int


@quick
@attrs.frozen(order=True, weakref_slot=False)
class Pointer:
    """A place in structured data, as an RFC 6901 JSON pointer."""

    path: str


@quick
@attrs.frozen(order=True, weakref_slot=False)
class Page:
    """Half-open code points of the text of one page; pages count from 1."""

    number: int
    start: int
    end: int


@quick
@attrs.frozen(order=True, weakref_slot=False)
class Element:
    """Half-open code points of the text of one element of a web page.

    The path leads to it from the root; among siblings of one name it counts from 1: ``/html/body/table[2]/tr[3]/td``.
    An only one has no number.
    """

    path: str
    start: int
    end: int


Locator = TextSpan | Cell | Pointer | Page | Element
