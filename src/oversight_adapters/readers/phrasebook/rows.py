"""Phrases are data: each row says what a sentence looks like and which words in it give which field.

A row's pattern is plain text with slots: ``On <responded_on:day>, <responder:agency> responded to``.  A blank matches
any white space.  The slot names how its words are read, so the row applied to the words alone gives the value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.layers import unbroken
from oversight_core.quick import quick


@attrs.frozen
class Slot:
    """A kind of words that a phrase may hold: what they look like and how they are read (ValueError: not such).

    Words are read folded, so that a table needs one kind of quote and dash; `printed` words are read as they stand.
    """

    name: str
    pattern: str
    read: Callable[[str], Any]
    printed: bool = False

    def value(self, words: str) -> Any:
        """What these words are; raises ValueError where they are no such thing."""
        return self.read(unbroken(words) if self.printed else fold(unbroken(words)))


@attrs.frozen
class Phrase:
    """One row: a pattern with slots, a sentence it reads, one it must not, and where the form was seen.

    `cues` are words in lower case of which any text that the row reads holds one, and one of `also`; with one of
    `starts` what it reads starts.  A reader of many rows asks for them first.
    """

    name: str
    pattern: str
    example: str
    counter_example: str
    seen: str = ""
    cues: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()


@quick
@attrs.frozen(weakref_slot=False)
class Hit:
    """A phrase found: its row, and the words and place of each field it gives."""

    phrase: Phrase
    match: re.Match[str]

    def spans(self) -> Iterator[tuple[str, int, int]]:
        """Field, start and end of each slot that took part."""
        for field in self.match.re.groupindex:
            start, end = self.match.span(field)
            if start >= 0:
                yield field, start, end
