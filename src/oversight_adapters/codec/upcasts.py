"""Upcasts: how plain data of an older version of a class becomes that of the next one.

They run on reading; nothing stored is rewritten.  A row takes the object under its tag and gives it in the form of the
next version; `Lifted` words stay where they are.  There is none yet: every class is at its first version.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Plain = dict[str, Any]
Upcasts = Mapping[tuple[str, int], Callable[[Plain], Plain]]
"""(tag, version it starts from) to the step that leads to the next version."""

UPCASTS: Upcasts = {}


def versions(upcasts: Upcasts) -> dict[str, int]:
    """The present version of every tag that ever changed; raises `ValueError` where a step is missing.

    >>> versions({("reported", 1): dict, ("reported", 2): dict})
    {'reported': 3}
    """
    latest: dict[str, int] = {}
    for tag, start in sorted(upcasts):
        if start != latest.get(tag, 1):
            raise ValueError(f"the upcasts of {tag!r} have a gap: none starts from version {latest.get(tag, 1)}")
        latest[tag] = start + 1
    return latest


def raised(upcasts: Upcasts, tag: str, version: int, plain: Plain) -> Plain:
    """Plain data in the form of the present version of its tag; raises whatever a step raises."""
    while step := upcasts.get((tag, version)):
        plain, version = step(dict(plain)), version + 1  # a copy, for a step may change what it is given
    return plain
