"""Whether words name somebody who acts, and nobody else: the name, with what may stand beside it."""

from __future__ import annotations

import re
from itertools import islice

from oversight_adapters.readers.plan_document import vocabulary as words
from oversight_adapters.readers.plan_document.actors import actors
from oversight_adapters.readers.plan_document.verbs import LONGEST_ASIDE, says_nothing
from oversight_adapters.texts.spans import Span

_ASIDE = re.compile(
    r"\s+(?:in\s+(?:\w+\s+)?(?:consultation|coordination|cooperation|collaboration|conjunction|partnership|"
    r"concert)\s+with|"
    r"together\s+with|along\s+with|through|working\s+with|acting\s+through|as\s+appropriate)\b"
)
_DESIGNEE = re.compile(
    r",\s+or\s+(?:(?:his/her|his|her|their|its|a|the|or)\s+){0,4}(?:designee|delegate|designated|equivalent)"
)
_APPOSED = re.compile(
    r"(?:\s+(?:[A-Z][\w'&/.-]{0,30}|of|for|and|the|&)){1,14}\s*"
)  # the Director, Office of Training, will
_MADE = re.compile(r"\s+(?:[a-z-]{2,15}ed|led|made|consisting)\s+(?:by|of|in|to|with|under|from|on)\b")
_LAST_WORD = re.compile(r"[A-Za-z-]{1,30}$")
_WHO = re.compile(
    r"\s+(?:who|that(?!\s+(?:the|an?|its|their|all|any|each|no|it|they|this|these)\b))(?=\s+[a-z]{2,20}\s+\S)"
)
_ANY_OF_THEM = re.compile(r"(?:(?:the|an?|any|all|each|every|those)\s|[A-Z])")
_NO = re.compile(r"(?:no|neither)\s+", re.IGNORECASE)
_ELSE = re.compile(rf"{words.REPORTED}|\b(?:that|which|who|whom)\b", re.IGNORECASE)
_NAME_WORD = re.compile(r"\s*[\w'&./-]{1,40}")


def named_in(plain: str, start: int, end: int) -> Span | None:
    """The span of who acts, if that is all that stands there but for adverbs and asides."""
    last = end
    while True:
        while last > start and plain[last - 1].isspace():
            last -= 1
        word = _LAST_WORD.search(plain, max(start, last - 40), last)
        if not word or word.start() <= start or not says_nothing(word[0].lower()):
            break
        last -= len(word[0])
    while start < last and plain[start].isspace():
        start += 1
    said = plain[start:last]
    if said.endswith(","):
        return _before_aside(plain, start, last)
    if no := _NO.match(said):
        return (start + no.end(), last) if actors(said[no.end() :]) else None
    if (made := _MADE.search(said)) and actors(said[: made.start()]):
        return start, start + made.start()
    if _is_somebody(said):
        return start, last
    if who := _WHO.search(said):
        return (start, start + who.start()) if _is_any_of_them(said, who) else None
    if aside := _ASIDE.search(said):
        return (start, start + aside.start()) if _is_somebody(said[: aside.start()]) else None
    return None


def _is_any_of_them(said: str, who: re.Match[str]) -> bool:
    """Whether a name goes before "who", and nobody speaks or is spoken of after it."""
    head = said[: who.start()]
    return bool(_ANY_OF_THEM.match(head) and actors(head) and not _ELSE.search(said, who.end()))


def _is_somebody(said: str) -> bool:
    return said.strip().lower() in ("it", "they") or bool(actors(said))


def _before_aside(plain: str, start: int, last: int) -> Span | None:
    """Who acts, before what is said between two commas."""
    comma = plain.find(",", start, last - 1)
    while comma >= 0:
        said, aside = plain[start:comma], plain[comma + 1 : last - 1].split(None, 1)
        fits = (
            aside
            and last - comma < LONGEST_ASIDE
            and (
                _APPOSED.fullmatch(plain, comma + 1, last - 1)
                or aside[0].lower() in words.ASIDES
                or _MADE.match(plain, comma + 1)
                or _DESIGNEE.match(plain, comma)
            )
        )
        if fits and actors(said):
            return start, comma
        comma = plain.find(",", comma + 1, last - 1)
    return None


def with_bracket(sentence: str, named: Span) -> Span:
    """A name with the short form that stands in brackets after it, and without an article."""
    start, end = named
    said = sentence[start:end]
    cut = re.match(r"(?:the|both|an?)\s+", said, re.IGNORECASE)
    if bracket := re.match(r"\s*\([A-Z][\w&/-]{1,10}\)", sentence[end:]):
        end += bracket.end()
    return start + (cut.end() if cut else 0), end


def first_actor(plain: str, start: int, end: int) -> Span | None:
    """Who acts at the beginning of these words: the longest such name."""
    ends = [word.end() for word in islice(_NAME_WORD.finditer(plain, start, end), 10)]
    return next(((start, stop) for stop in reversed(ends) if actors(plain[start:stop])), None)
