"""How surely a text is a page of the office."""

from __future__ import annotations

import re

from oversight_adapters.readers.crcl_summary.phrases import BOOK
from oversight_adapters.readers.crcl_summary.phrases.titles import TITLES
from oversight_adapters.texts.folded import fold

_OFFICE = re.compile(r"\bCRCL\b|Officer?\s+(?:for|of)\s+Civil\s+Rights\s+and\s+Civil\s+Liberties")
_OTHERS = re.compile(
    r"Open\s+Recommendations\s*\(|\bGAO-\d\d|Government\s+Accountability\s+Office|Recommendations?\s+for\s+Executive\s+Action"
)
_OWN = re.compile(r"\bCRCL\b|\bMemo|\bClos(?:e|ing)\s+Summary", re.IGNORECASE)
_HEADED = re.compile(
    r"^[ ]*MEMORANDUM\s+(?:FOR|TO)\b[^\0]{0,4000}?\bFROM\s*:[^\0]{0,600}?Civil\s+Rights\s+and\s+Civil\s+Liberties",
    re.MULTILINE,
)
_ACT = re.compile(
    r"\b(?:responded\s+to|concurred|recommendation(?:s)?\s+memo|memorandum|onsite\s+investigation|allegations)",
    re.IGNORECASE,
)


def sureness(head: str) -> int:
    """3 where a title of the office stands over its name and its work; less where one of these is missing.

    Without a title, a page must at least speak of one of the office's memos by name.
    """
    folded = fold(head)
    if "\0" in folded:
        return 0
    named, works = bool(_OFFICE.search(folded)), bool(_ACT.search(folded))
    if named and _HEADED.search(folded):
        return 2 + works
    others = _OTHERS.search(folded)  # it may be theirs, or speak of them
    if any(_is_title(line) for line in folded.split("\n") if not others or _OWN.search(line)):
        return 1 + named + (named and works)
    return 0 if others else int(named and works and BOOK.search("memo", folded, 0, len(folded)) is not None)


def _is_title(line: str) -> bool:
    bare = line.strip(" #>•·_-")
    return (
        8 <= len(bare) <= 400
        and not bare.endswith(".")
        and any(BOOK.match(row.name, bare, 0, len(bare)) for row in TITLES)
    )
