"""Matters for Congress in copied text: one begins where the one before has its number or its status."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oversight_adapters.readers.gao_agency_page.lines import KNOWN_STATUS
from oversight_adapters.readers.gao_agency_page.suffix import suffix_of
from oversight_adapters.readers.gao_product_page.product import HEADER
from oversight_adapters.texts.spans import Span

_STATUS = re.compile(rf"(?:Status:\s*)?({KNOWN_STATUS}|Open|Closed)", re.IGNORECASE)
_DUTY = re.compile(
    r"(?:The\s)?Congress\s(?:should|may|could|might)\b|To\s.{1,200},\sCongress\s(?:should|may|could|might)\b"
)
_WRAPPED = 12  # lines over which a matter may be wrapped


def matters(folded: str, below: list[Span]) -> Iterator[Span]:
    """The rows of the second table, each as a whole: the next one begins where this one has its number or status."""
    lines = [line for line in below if not HEADER.match(folded, *line)]
    begun, whole = 0, False
    for n, line in enumerate(lines):
        if n and whole and _begins(folded, lines[n : n + _WRAPPED]):
            yield lines[begun][0], lines[n - 1][1]
            begun, whole = n, False
        near = lines[max(begun, n - _WRAPPED)][0]
        whole = whole or bool(_STATUS.fullmatch(folded, *line) or suffix_of(folded, near, line[1], within=True))
    if lines:
        yield lines[begun][0], lines[-1][1]


def _begins(folded: str, lines: list[Span]) -> bool:
    """Whether a matter begins with the first of these lines: one that says so, or what Congress should do.

    Its number or its status follows before another one begins.
    """
    (start, end), *rest = lines
    if _STATUS.fullmatch(folded, start, end):
        return False
    if (suffix := suffix_of(folded, start, end, within=True)) and suffix.matter:
        return True
    if rest and _STATUS.fullmatch(folded, *rest[0]):
        return True
    if not _DUTY.match(folded, start, end):
        return False
    for line in rest:
        if _STATUS.fullmatch(folded, *line) or suffix_of(folded, start, line[1], within=True):
            return True
        if _DUTY.match(folded, *line):
            return False
    return False
