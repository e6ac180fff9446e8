"""Headings: lines that stand over what follows and are no sentences; which of them name a topic."""

from __future__ import annotations

import re

from oversight_adapters.readers.crcl_summary.lines import BULLET, VERB, is_one, stops, trimmed
from oversight_adapters.readers.crcl_summary.page import Page, Sentence, Told
from oversight_adapters.readers.crcl_summary.vocabulary import SECTION_HEADINGS
from oversight_adapters.texts.spans import lines

_LONGEST_SECTION = 60  # code points
_LONGEST = 200  # the same of any heading, with its blanks and lines
_WORDY = re.compile(r"[A-Z][^.!?:;,\d]{2,79}")
_CAPITALS = re.compile(r"[A-Z][\w'-]*(?: (?:[A-Z][\w'-]*|of|and|the|for|in|to|on|with|or)){0,7}")


def headings(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """Headings: marked ones, emphasised whole lines, and short lines of words that stand alone."""
    found = []
    alone = ended = True  # nothing but blanks since the last line; that line ended a sentence, or was a heading
    spans = list(lines(page.folded, start, end))
    for n, (a, b) in enumerate(spans):
        first, last = trimmed(page.folded, a, b)
        if last == first:
            alone = ended = True
            continue
        raw = page.content[a:b].strip()
        marked = raw.startswith("#") or (raw[:2] in ("**", "__") and raw[-2:] == raw[:2] and last - first < 120)
        closed = n + 1 == len(spans) or not page.folded[spans[n + 1][0] : spans[n + 1][1]].strip()
        known = ended and last - first < _LONGEST_SECTION and _is_section(page.text(first, last))
        if (
            (marked and not stops(page.folded, first, last))
            or known
            or (alone and closed and not BULLET.match(page.folded, a, b) and is_heading(page, first, last))
            or (ended and not closed and _in_capitals(page, first, last, spans[n + 1]))
        ):
            found.append((first, last))
        alone, ended = False, stops(page.folded, first, last) or found[-1:] == [(first, last)]
    return found


def is_heading(page: Page, first: int, last: int) -> bool:
    """Whether a line that stands alone is a few words and no sentence."""
    if last - first > _LONGEST:  # a paragraph
        return False
    bare = page.text(first, last)
    return _is_section(bare) or bool(_WORDY.fullmatch(bare) and not VERB.search(bare))


def _in_capitals(page: Page, first: int, last: int, below: tuple[int, int]) -> bool:
    """Whether a short line, right above a sentence, has its words in capitals as a heading has."""
    if last - first > _LONGEST_SECTION:
        return False
    follows = page.folded[slice(*below)].strip()
    bare = page.text(first, last)
    return follows[:1].isupper() and len(follows) > 60 and bool(_CAPITALS.fullmatch(bare))


def _is_section(bare: str) -> bool:
    return bare.strip(" :").casefold() in SECTION_HEADINGS


def topic_of(page: Page, sentence: Sentence, field: str = "about") -> Told | None:
    """The heading over a sentence, where it names a topic and not a section."""
    if not sentence.heading:
        return None
    first, last = sentence.heading
    bare = page.text(first, last).strip(" :")
    if _is_section(bare) or re.search(r"\b(?:response|recommendations?)$", bare.casefold()):
        return None
    if not is_one(page.folded, first, last):
        return None
    return page.words(field, "heading/about", first, last)


def section_of(page: Page, sentence: Sentence) -> str:
    """The heading over a sentence, in lower case; empty where there is none."""
    return page.text(*sentence.heading).strip(" :").casefold() if sentence.heading else ""
