"""Where sentences stand: paragraphs end at a blank line, sentences at a stop before a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oversight_adapters.texts.spans import skipped

_PARAGRAPH_END = re.compile(r"\n[ ]*\n\s*")
_STOP = re.compile(r"[.!?][\"')\]]*(\s+)(?=[^a-z.\s])")
# A stop after one of these ends no sentence (the last word before it, lower case).
_BEFORE_NUMBERS = frozenset("stat reg res vol pt ch art".split())  # "136 Stat. 2395"
_ABBREVIATIONS = _BEFORE_NUMBERS | frozenset(
    "u.s u.s.c c.f.r no nos mr ms mrs dr v vs st ft inc corp co sec gov dept e.g i.e al cf para fig "
    "jan feb mar apr jun jul aug sep sept oct nov dec a.m p.m pub h.r cong sen rep hon fed".split()
)
_LONG = 6  # letters; so many are no abbreviation
_LONGEST_WORD = 24
_LETTERED = re.compile(
    r"(?:appendix|part|section|exhibit|attachment|table|figure|phase|tier|plan|group|class)\s+[A-Z]$", re.I
)
_LAST_WORD = re.compile(rf"[\w.]{{1,{_LONGEST_WORD}}}$")


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
        at = skipped(folded, at, close)
        for stop in _STOP.finditer(folded, at, close):
            after, follower = stop.span(1)
            if _ends_sentence(folded, stop.start(), follower):
                yield at, after
                at = follower
        while close > at and folded[close - 1].isspace():
            close -= 1
        if at < close:
            yield at, close
        at = paragraph.end() if paragraph else end


def _ends_sentence(folded: str, stop: int, follower: int) -> bool:
    """Whether a stop ends a sentence, given the place of what follows it."""
    if folded[follower].islower() or folded[follower] == ".":  # an ellipsis may be three stops with blanks between
        return False
    if folded[stop] != "." or (stop >= _LONG and folded[stop - _LONG : stop].isalpha()):
        return True
    tail = folded[max(0, stop - _LONGEST_WORD) : stop]
    word = tail.rpartition(" ")[2]
    if not word.replace(".", "").isalnum():  # nothing but a bracket or quote before it, most likely
        match = _LAST_WORD.search(tail)
        word = match[0] if match else ""
    if len(word) == 1 and word.isupper() and word != "I":  # "T. Don Hutto", and not "Appendix A. The list"
        return _LETTERED.search(tail) is not None
    small = word.lower()
    if small not in _ABBREVIATIONS:
        return True
    if small in _BEFORE_NUMBERS:
        return not folded[follower].isdigit()
    return small == "fed" and not folded.startswith("Reg.", follower)
