"""Where sentences stand: paragraphs end at a blank line, sentences at a stop before a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PARAGRAPH_END = re.compile(r"\n[ ]*\n\s*")
_STOP = re.compile(r"[.!?][\"')\]]*(?=\s)")
# A stop after one of these ends no sentence (the last word before it, lower case).
_ABBREVIATIONS = frozenset(
    "u.s u.s.c c.f.r no nos mr ms mrs dr v vs st ft inc corp co sec gov dept e.g i.e al cf para fig "
    "jan feb mar apr jun jul aug sep sept oct nov dec a.m p.m".split()
)
_LAST_WORD = re.compile(r"[\w.]{1,24}$")


def sentences(folded: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Half-open spans of the sentences of a folded text, blanks around them left out.

    >>> text = "In May, U.S. officials agreed. They did so\\nat once.\\n\\nA heading"
    >>> [text[a:b] for a, b in sentences(text)]
    ['In May, U.S. officials agreed.', 'They did so\\nat once.', 'A heading']
    """
    end = len(folded) if end is None else end
    at = start
    while at < end:
        paragraph = _PARAGRAPH_END.search(folded, at, end)
        close = paragraph.start() if paragraph else end
        for stop in _STOP.finditer(folded, at, close):
            after = stop.end()
            if after < close and _ends_sentence(folded, stop, close):
                if span := _trimmed(folded, at, after):
                    yield span
                at = after
        if span := _trimmed(folded, at, close):
            yield span
        at = paragraph.end() if paragraph else end


def _ends_sentence(folded: str, stop: re.Match[str], end: int) -> bool:
    after = stop.end()
    while after < end and folded[after].isspace():
        after += 1
    follower = folded[after : after + 1]
    if follower.islower() or not follower:
        return False
    if folded[stop.start()] != ".":
        return True
    word = _LAST_WORD.search(folded, max(0, stop.start() - 24), stop.start())
    return not word or word[0].lower() not in _ABBREVIATIONS


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
