"""Entries whose titles are lost: keyword pages print the blurbs of many documents under the title of the first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oversight_adapters.readers.crcl_summary.page import Page
from oversight_adapters.readers.crcl_summary.vocabulary import SECTION_HEADINGS
from oversight_adapters.readers.words.components import COMPONENT
from oversight_adapters.readers.words.dates import WHEN

_AT = r"^(?=\S)"
_STRONG = re.compile(  # begins a blurb wherever it stands
    rf"{_AT}(?:This\s+memorandum\s+(?!also|further|is\s+(?!to\b)|was\b|will\b|has\b)|This\s+is\s+a\s+summary\s|"
    r"The\s+purpose\s+of\s+th(?:is|e)\s+memorandum\s|"
    rf"(?:On\s+{WHEN},\s+)?(?:the\s+)?{COMPONENT}\s+responded\s+to\s+an?\s+[\"\[]?(?-i:[A-Z]))",
    re.MULTILINE | re.IGNORECASE,
)
_WEAK = re.compile(  # begins a blurb on a page that is known to hold many
    rf"{_AT}(?:(?:The\s+Office\s+for\s+Civil\s+Rights|CRCL)\s|"
    rf"(?:On|In|Between|From|Following|After)\s|This\s+\w+\s+memo)",
    re.MULTILINE | re.IGNORECASE,
)
_BANNER = re.compile(
    r"^\s*(?:An\s+official\s+website\s+of\s+the\s+United\s+States|Here's\s+how\s+you\s+know|"
    r"Official\s+websites\s+use\s+\.gov|Secure\s+\.gov\s+websites)",
    re.MULTILINE | re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?][\"')\]]*\s*$")


def blurbs(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """The blurbs of a span in which there are several; none where it is one document."""
    if any(line.strip(" #:").casefold() in SECTION_HEADINGS for line in page.folded[start:end].split("\n")):
        return []
    strong = [at for at in _starts(_STRONG, page, start, end) if _is_fresh(page, start, at)]
    begun = strong
    if banner := _BANNER.search(page.folded, start, end):
        weak = [at for at in _starts(_WEAK, page, start, end) if _is_fresh(page, start, at)]
        first = [at for at in weak if at < banner.start()][:1]
        begun = sorted({*strong, *first, *(at for at in weak if at > banner.start())})
    spans = list(zip(begun, [*begun[1:], end], strict=False))
    several = len(strong) > 1 or (len(spans) > 1 and any(list(same(page, spans))[1:]))
    return spans if several else []


def _starts(row: re.Pattern[str], page: Page, start: int, end: int) -> Iterator[int]:
    return (match.start() for match in row.finditer(page.folded, start, end))


def _is_fresh(page: Page, start: int, at: int) -> bool:
    """Whether what stands before a line is no part of its sentence."""
    above = page.folded[max(page.folded.rfind("\n", start, at - 1) + 1, start) : at - 1] if at > start else ""
    return not above.strip() or bool(_ENDED.search(above)) or bool(_BANNER.match(above)) or len(above.split()) < 7


def opening(page: Page, span: tuple[int, int]) -> str:
    """The first words of a blurb, by which it is known again where it is longer or shorter."""
    return " ".join(page.folded[slice(*span)].split())[:90].casefold()


def same(page: Page, spans: list[tuple[int, int]]) -> Iterator[bool]:
    """For each blurb, whether it is the first one again."""
    first = opening(page, spans[0])
    for span in spans:
        yield opening(page, span) == first
