"""Offices by which reports address a component without naming it: each belongs to one, and to no other."""

from __future__ import annotations

import re

_OFFICES = {
    "ICE": (
        r"Enforcement\s+and\s+Removal\s+Operations",
        r"Homeland\s+Security\s+Investigations",
        r"ICE\s+Health\s+Service\s+Corps",
        r"(?-i:ERO)",
    ),
    "CBP": (r"(?:U\.S\.\s+)?Border\s+Patrol", r"Office\s+of\s+Field\s+Operations", r"Air\s+and\s+Marine\s+Operations"),
    "DHS": (r"Secretary\s+of\s+Homeland\s+Security", r"Under\s+Secretary\s+for\s+Management"),
}

OFFICE = rf"(?<![\w-])(?:{'|'.join(name for names in _OFFICES.values() for name in names)})(?![\w-])"
"""Pattern of any of these offices; case is to be ignored."""

_COMPILED = tuple((re.compile("|".join(names), re.IGNORECASE), short) for short, names in _OFFICES.items())


def component_of(words: str) -> str:
    """The component to which an office belongs; raises ValueError for other words.

    >>> component_of("Enforcement and Removal Operations"), component_of("U.S. Border Patrol")
    ('ICE', 'CBP')
    """
    for pattern, short in _COMPILED:
        if pattern.fullmatch(words):
            return short
    raise ValueError(f"{words!r} is no office of a component")
