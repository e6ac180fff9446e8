"""The account of a plan: what binds somebody, or tells how often, is telling too where no excerpt touches it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from oversight_adapters.readers.accounting import Account, account, tells
from oversight_adapters.readers.plan_document.phrases import BOOK
from oversight_adapters.readers.plan_document.phrases.times import CADENCES, OFTEN
from oversight_adapters.readers.plan_document.sheet import Page
from oversight_adapters.readers.plan_document.verbs import MODAL
from oversight_adapters.texts.spans import Span
from oversight_core.provenance import Excerpt, TextSpan
from oversight_core.reading import Unaccounted

_PROMISES = re.compile(
    r"\b(?:(?:is|are|am|remains?)\s+(?:fully\s+|strongly\s+)?committed\s+to|(?:agree|undertake|pledge|commit)s?\s+to)\b",
    re.IGNORECASE,
)
"""Words that bind somebody without a modal, and are read for nothing."""

_OFTEN = tuple(row.name for row in CADENCES)
_REGULAR = re.compile(rf"(?<![\w-]){BOOK.slots['regular'].pattern}", re.IGNORECASE)
"""How often a thing is that is only named: "an ongoing quarterly review"."""


def accounted(page: Page, excerpts: list[Excerpt], spans: list[Span], furniture: list[Span]) -> Account:
    """The account of the sentences of a page, and of those in the furniture at its end."""
    told = account(page.content, page.folded, excerpts, source=page.source, spans=[*spans, *furniture])
    bare = (span for span in spans if not tells(page.folded, *span) and _binds(page.folded, *span))
    touched = sorted((e.locator.start, e.locator.end) for e in excerpts if isinstance(e.locator, TextSpan))
    more = [Unaccounted(page.content[a:b], TextSpan(a, b), page.source) for a, b in _untouched(bare, touched)]
    found = sorted((*told.unaccounted, *more), key=_place)
    return Account(told.telling + len(more), tuple(found))


def _binds(folded: str, start: int, end: int) -> bool:
    if MODAL.search(folded, start, end) or _PROMISES.search(folded, start, end):
        return True
    return OFTEN.search(folded, start, end) is not None and _tells_how_often(folded, start, end)


def _tells_how_often(folded: str, start: int, end: int) -> bool:
    rows = any(BOOK.search(row, folded, start, end) for row in _OFTEN)
    return rows or _REGULAR.search(folded, start, end) is not None


def _untouched(spans: Iterable[Span], touched: list[Span]) -> Iterator[Span]:
    """Those spans, in their order, with which none of the others overlaps."""
    at, reached = 0, 0
    for start, end in spans:
        while at < len(touched) and touched[at][0] < end:
            reached = max(reached, touched[at][1])
            at += 1
        if reached <= start:
            yield start, end


def _place(one: Unaccounted) -> int:
    return one.locator.start if isinstance(one.locator, TextSpan) else 0
