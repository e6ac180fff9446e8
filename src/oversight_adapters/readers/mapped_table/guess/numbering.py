"""Numbers that stand inside the text of recommendations: "Recommendation 4: …" and "… (Recommendation 4)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import attrs

_WORD = r"(?:recommendation|rec|matter(?: for (?:congressional )?consideration)?|finding|item)"
_NUMBER = r"(?:(?:no\.|number|#) {0,2})?"
_FIGURES = r"\d[0-9A-Za-z.-]{0,9}?"
_AT_START = re.compile(
    rf"\s{{0,20}}(?P<before>{_WORD}s?\.? {{1,2}}{_NUMBER}){_FIGURES}(?P<after>:|\)|\. | ?[-–—] )", re.IGNORECASE
)
_AT_END = re.compile(
    rf"(?P<before>[(\[]{_WORD}s?\.? {{1,2}}{_NUMBER}){_FIGURES}(?P<after>[)\]])[.\s]{{0,5}}$", re.IGNORECASE
)
_LONGEST_END = 60  # characters from the end in which a bracket is looked for


@attrs.frozen
class InText:
    """What stands before and after a number in the text, whether at its beginning, and in how many texts it does."""

    before: str
    after: str
    begins: bool
    found: int


def number_in(texts: Iterable[str]) -> InText | None:
    """How the texts print their numbers, where at least half of them do.

    >>> number_in(["Recommendation 1: Count.", "Recommendation 2: Tell.", "Explain."])
    InText(before='Recommendation ', after=':', begins=True, found=2)
    >>> number_in(["ICE should count. (Recommendation 1)"])
    InText(before='(Recommendation ', after=')', begins=False, found=1)
    """
    counts: Counter[tuple[str, str, bool]] = Counter()
    total = 0
    for text in texts:
        total += 1
        if match := _AT_START.match(text):
            counts[match["before"], match["after"], True] += 1
        elif match := _AT_END.search(text[-_LONGEST_END:]):
            counts[match["before"], match["after"], False] += 1
    if not counts:
        return None
    (before, after, begins), found = counts.most_common(1)[0]
    return InText(before, after, begins, found) if found * 2 >= total else None
