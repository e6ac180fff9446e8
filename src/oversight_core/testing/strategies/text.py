"""Text as documents bring it: plain words, and everything that has ever broken a program."""

from __future__ import annotations

import string
from functools import cache

from hypothesis import strategies as st

ODD = (
    "\x00",
    "=1+1",
    '"quoted", and\ttabbed\r\n',
    "Closed – Implemented",
    "ICE’s “plan”",
    "e\u0301",  # two code points, one letter
    "\ufeff",
    "\u202eright to left",
    "ﬁ ① İ ß ſ",
    "\U0001f4dc",
    "null",
    "1e400",
)
"""Words that look like a formula, a number or nothing; quotes, controls, marks, and letters that fold oddly."""


@cache
def words(*, min_size: int = 0) -> st.SearchStrategy[str]:
    """Text of a source: any Unicode but lone surrogates, which no document can hold."""
    return st.text(min_size=min_size, max_size=30) | st.sampled_from(ODD)


@cache
def slugs() -> st.SearchStrategy[str]:
    """One segment of an item.

    >>> from oversight_core.names import SEGMENT
    >>> from hypothesis import find
    >>> bool(SEGMENT.fullmatch(find(slugs(), lambda slug: "~" in slug)))
    True
    """
    first = string.ascii_lowercase + string.digits + "~"
    return st.builds(str.__add__, st.sampled_from(first), st.text(first + "._-", max_size=8))


@cache
def digests() -> st.SearchStrategy[str]:
    """The digest of a source, as excerpts name it."""
    return st.binary(min_size=32, max_size=32).map(lambda digest: "sha256:" + digest.hex())
