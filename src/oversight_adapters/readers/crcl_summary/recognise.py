"""How surely some bytes are a page of the office."""

from __future__ import annotations

import re

from oversight_adapters.readers.crcl_summary.phrases import BOOK
from oversight_adapters.readers.crcl_summary.phrases.titles import TITLES
from oversight_adapters.texts.folded import fold

_HEAD = 16_384  # bytes
_OFFICE = re.compile(r"\bCRCL\b|Office\s+(?:for|of)\s+Civil\s+Rights\s+and\s+Civil\s+Liberties")
_OTHERS = re.compile(
    r"Open\s+Recommendations\s*\(|\bGAO-\d\d|Government\s+Accountability\s+Office|Recommendations?\s+for\s+Executive\s+Action"
)
_ACT = re.compile(
    r"\b(?:responded\s+to|concurred|recommendation(?:s)?\s+memo|memorandum|onsite\s+investigation|allegations)",
    re.IGNORECASE,
)


def sureness(content: bytes) -> int:
    """3 where a title of the office stands over its name and work; 2 and 1 where parts of that are missing."""
    head = content[:_HEAD]
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return 0
    encoding = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(head[:2], "utf-8")
    folded = fold(head.decode(encoding, "replace"))
    if not _OFFICE.search(folded) or _OTHERS.search(folded):
        return 0
    titled = any(_is_title(line) for line in folded.split("\n"))
    return 1 + titled + bool(titled and _ACT.search(folded))


def _is_title(line: str) -> bool:
    bare = line.strip(" #>•·_-")
    return (
        8 <= len(bare) <= 400
        and not bare.endswith(".")
        and any(BOOK.match(row.name, bare, 0, len(bare)) for row in TITLES)
    )
