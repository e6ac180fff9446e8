"""The number of a directive or policy: on a line of its own in the head of a paper, or before its title."""

from __future__ import annotations

from collections.abc import Iterable

from oversight_adapters.readers.plan_document.phrases import BOOK
from oversight_adapters.readers.plan_document.sheet import Page
from oversight_adapters.texts.spans import Span

_ROWS = ("directive-number", "number-first")
_MARKS = " :.-"


def number_of(page: Page, spans: Iterable[Span], title: Span | None) -> tuple[str, Span] | None:
    """The row and the place of a number; of lines that print several, the first."""
    for start, end in spans:
        hit = BOOK.match("directive-number", page.folded, start, end)
        if hit and not page.folded[hit.match.end() : end].strip(_MARKS):
            return "directive-number/number", hit.match.span("number")
    for row in _ROWS if title else ():
        if title and (hit := BOOK.match(row, page.folded, *title)):
            return f"{row}/number", hit.match.span("number")
    return None


def unnumbered(page: Page, title: Span) -> Span:
    """A title without the number before it; with it where nothing else is there.

    "ICE Directive 11065.1: Review of Segregation" is the review, and "DHS Directive 045-06" is itself.
    """
    for row in _ROWS:
        hit = BOOK.match(row, page.folded, *title)
        if not hit:
            continue
        at = hit.match.end()
        rest = page.folded[at : title[1]]
        said = rest.lstrip(_MARKS + "\n")
        if said and (row == "number-first" or rest.lstrip()[:1] in (":", "-", ".")):
            return title[1] - len(said), title[1]
    return title
