"""Tags: the stable names under which classes are stored.  A name here never changes its meaning.

A value of one of several types is stored as an object with one key, its tag: ``{"reported": {…}}``.  When the stored
form of a class changes, its tag gets a version (``reported/2``) and an upcast leads there from the one before.
"""

from __future__ import annotations

import re
from functools import lru_cache

from oversight_adapters.codec.errors import Unfit
from oversight_core.ledger.entry import Disposed, Registered, Reported, Retracted
from oversight_core.provenance import Cell, Element, Page, Pointer, TextSpan
from oversight_core.rules.attempt import Applied

ENTRIES: dict[str, type] = {
    "registered": Registered,
    "applied": Applied,
    "reported": Reported,
    "retracted": Retracted,
    "disposed": Disposed,
}

LOCATORS: dict[str, type] = {
    "cell": Cell,
    "element": Element,
    "page": Page,
    "pointer": Pointer,
    "text": TextSpan,
}

_TAG = re.compile(r"([a-z][a-z0-9-]{0,99})(?:/([2-9]|[1-9][0-9]{1,5}))?")


def spell(name: str, version: int) -> str:
    """A tag as it is stored; the first version has no number.

    >>> spell("reported", 1), spell("reported", 2)
    ('reported', 'reported/2')
    """
    tag = name if version == 1 else f"{name}/{version}"
    if not _TAG.fullmatch(tag):
        raise Unfit("a tag: a lower-case word and a version", tag)
    return tag


@lru_cache(256)
def parse(tag: str) -> tuple[str, int]:
    """The name and version of a stored tag; raises `Unfit`.

    >>> parse("reported/2")
    ('reported', 2)
    """
    found = _TAG.fullmatch(tag)
    if found is None:
        raise Unfit("a tag: a lower-case word and a version", tag)
    return found[1], int(found[2] or 1)


def opened(plain: object, what: str) -> tuple[str, object]:
    """The tag and the rest of an object with one key; raises `Unfit`."""
    if type(plain) is not dict or len(plain) != 1:
        raise Unfit(f"{what} as an object with one key, its tag", plain)
    return next(iter(plain.items()))
