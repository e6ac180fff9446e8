"""Does an excerpt stand where it says?"""

from __future__ import annotations

from oversight_core.provenance.excerpt import Excerpt
from oversight_core.provenance.locator import TextSpan


def stands(excerpt: Excerpt, content: str) -> bool:
    """Whether the words of an excerpt with a `TextSpan` are exactly what the text holds there.

    >>> stands(Excerpt("count", "four", TextSpan(5, 9)), "with four of")
    True
    """
    place = excerpt.locator
    if not isinstance(place, TextSpan):
        return False
    return 0 <= place.start < place.end <= len(content) and content[place.start : place.end] == excerpt.words
