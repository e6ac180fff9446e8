"""How deep the elements of a page stand in each other, told from its tags before any parser builds a tree of them."""

from __future__ import annotations

import re

_TAG = re.compile(r"<(/?)[a-z]", re.IGNORECASE)


def nested(page: str) -> int:
    """How many more elements begin than end, at most."""
    return page.count("<") - 2 * page.count("</")
