"""Whether an organisation is named alone: of two that are named together, neither is the one."""

from __future__ import annotations

import re

from oversight_adapters.readers.crcl_summary.page import Page, Sentence, Told
from oversight_adapters.readers.words.components import COMPONENT, component

_BESIDE = re.compile(rf"(?P<beside>{COMPONENT})\s*(?:,|,?\s*and|&)\s+(?:the\s+)?$")
_AND_ANOTHER = re.compile(rf"\s*,?\s*(?:and|&)\s+(?:the\s+)?{COMPONENT}(?!'s|\s+\w+ed\b)", re.IGNORECASE)


def alone(page: Page, sentence: Sentence, named: Told) -> bool:
    """Whether no other organisation is joined to this one, before it or after it."""
    if _AND_ANOTHER.match(page.folded, named.place.end, sentence.end):
        return False
    beside = _BESIDE.search(page.folded, max(sentence.start, named.place.start - 80), named.place.start)
    return beside is None or component(beside["beside"]) == named.value
