"""How many recommendations a page says its report makes: in its highlights, its fast facts, or both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from oversight_adapters.readers.gao_agency_page.marks import Mark, mark, value_at
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.texts.sentences import sentences
from oversight_adapters.texts.spans import Span

_OTHERS = re.compile(
    r"\b(?:previous\w*|prior|earlier|past|since|(?:in|from|of)\s(?:\w+\s)?(?:19|20)\d\d)\b", re.IGNORECASE
)
"""Words of another report's recommendations."""


def stated_counts(folded: str, strays: Iterable[Span]) -> Iterator[Mark]:
    """Where the prose of the page counts what its report recommends."""
    for stray in strays:
        for start, end in sentences(folded, *stray):
            if folded.find("ecommendation", start, end) < 0 or _OTHERS.search(folded, start, end):
                continue
            hit = BOOK.search("report-total", folded, start, end)
            found = mark(hit, "recommendation_count") if hit else None
            if found and value_at(folded, found) is not None:
                yield found
