"""What stands before a sentence to say whose it is: *Myth:* what the speaker rejects, *Fact:* and *A:* what he says."""

from __future__ import annotations

import re

from oversight_adapters.readers.plan_document import vocabulary as words
from oversight_adapters.texts.spans import Span

_FALSE = "|".join(words.FALSE_LABELS)
_TRUE = "|".join(words.TRUE_LABELS)
_NUMBER = r"(?:\s{0,2}#?\s?\d{1,2})?"
_LABEL = re.compile(rf"(?:(?P<false>{_FALSE})|(?P<true>{_TRUE}|answer|a)){_NUMBER}", re.IGNORECASE)
_BEFORE = re.compile(
    rf"[ \t]{{0,40}}[*_>]{{0,4}}(?P<head>(?:{_FALSE}|{_TRUE}){_NUMBER}|(?:answer|question|a|q){_NUMBER}(?=\s?:))"
    r"(?P<mark>[*_]{0,3}\s?(?::|--?(?=\s)|\.(?=\s))[*_]{0,3})",
    re.IGNORECASE,
)


def label(folded: str, span: Span) -> re.Match[str] | None:
    """The label that a head is; its group `false` is that of what the speaker rejects."""
    return _LABEL.fullmatch(" ".join(folded[slice(*span)].split()).strip("*_ "))


def label_before(folded: str, start: int, end: int) -> tuple[Span, int] | None:
    """The label before what is said, and where it ends with its mark.

    >>> label_before("myth #2: it will close.", 0, 23)
    ((0, 7), 8)
    """
    found = _BEFORE.match(folded, start, end)
    return (found.span("head"), found.end("mark")) if found else None
