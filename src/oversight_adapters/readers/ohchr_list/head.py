"""What stands over a list: the State, the session and cycle, and the total that it states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import attrs

from oversight_adapters.readers.ohchr_list.page import Page
from oversight_adapters.readers.ohchr_list.phrases import BOOK
from oversight_adapters.readers.united_nations.states import state
from oversight_adapters.texts.spans import Span
from oversight_core.names import slug
from oversight_core.provenance import Excerpt, Locator, TextSpan
from oversight_core.reading import Problem

_ROWS = ("title", "running-head", "report-title", "session", "cycle", "total", "total-of", "date", "symbol", "type")
_ONE = frozenset(("stated_total", "session", "cycle"))
_WRAPPED = ("type", "running-head", "title")
_FIRST = 20  # lines in which a paper says what it is and when it came out
UNKNOWN = "recommendations"


@attrs.frozen
class Head:
    """What is stated over a list, by field."""

    values: dict[str, Any]
    excerpts: tuple[Excerpt, ...]

    @property
    def named(self) -> Excerpt | None:
        """The words that name the State under review."""
        return next((one for one in self.excerpts if one.field == "agency"), None)

    @property
    def state(self) -> str:
        """The State under review, as a part of a name."""
        named = self.values.get("agency", "")
        return slug(state(named) or named) if named else ""

    @property
    def report(self) -> str:
        """What the recommendations are known under that name no report."""
        values = self.values
        if symbol := values.get("number"):
            return slug(symbol)
        session, cycle = values.get("session"), values.get("cycle")
        return f"session-{session}" if session else f"cycle-{cycle}" if cycle else UNKNOWN

    def place(self, field: str) -> Span | None:
        """Where a field is stated."""
        found = next((one.locator for one in self.excerpts if one.field == field), None)
        return (found.start, found.end) if isinstance(found, TextSpan) else None


def head_of(page: Page, folded: str, content: str, source: str, problems: list[Problem]) -> Head:
    """What the lines over a list state; a line with nothing but the name of a State names it where no title does."""
    values: dict[str, Any] = {}
    excerpts: dict[tuple[str, Locator | None], Excerpt] = {}
    for excerpt in _stated(page, folded, content, source):
        try:
            value = BOOK.value(excerpt)
        except ValueError:  # no State, or no day
            continue
        known = values.setdefault(excerpt.field, value)
        if _alike(known, value):
            excerpts.setdefault((excerpt.field, excerpt.locator), excerpt)
        elif excerpt.field in _ONE:
            message = f"the list states {excerpt.field.replace('_', ' ')} as {known!s} and as {value!s}"
            problems.append(Problem("value-differs", message, excerpt.locator, source))
    return Head(values, tuple(excerpts.values()))


def _stated(page: Page, folded: str, content: str, source: str) -> Iterator[Excerpt]:
    """The words of every row that reads a line over the list, or two: titles are wrapped."""
    for n, span in enumerate(page.head):
        alone = ("state",) if state(folded[slice(*span)].strip()) else ()
        yield from _words((*_ROWS, *alone), span, folded, content, source)
        if n < _FIRST:
            yield from (one for one in _words(("date-line",), span, folded, content, source) if _is_all(one, span))
    for one, other in pairwise(page.head[:_FIRST]):
        yield from _words(_WRAPPED, (one[0], other[1]), folded, content, source)


def _words(rows: Iterable[str], span: Span, folded: str, content: str, source: str) -> Iterator[Excerpt]:
    for row in rows:
        hit = BOOK.search(row, folded, *span)
        for field, start, end in hit.spans() if hit else ():
            yield BOOK.excerpt(field, (f"{row}/{field}", start, end), content, source)


def _is_all(one: Excerpt, span: Span) -> bool:
    return one.locator == TextSpan(*span)


def _alike(one: Any, other: Any) -> bool:
    """Whether two values are the same; names of States, and types in other letters, are."""
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold() == other.casefold() or bool(state(one) and state(one) == state(other))
    return bool(one == other)
