"""Programmes of enforcement and custody that plans speak of, by their names."""

from __future__ import annotations

import re

import attrs

from oversight_core.names import Item, slug


@attrs.frozen
class Named:
    """A programme: its name, and a pattern of how it is written."""

    name: str
    pattern: str


PROGRAMMES = (
    Named("Priority Enforcement Program", r"Priority\s+Enforcement\s+Program(?:\s*\(PEP\))?"),
    Named("Secure Communities", r"Secure\s+Communities(?:\s+[Pp]rogram)?"),
    Named("287(g)", r"(?:Section\s+)?287\s?\(g\)(?:\s+[Pp]rogram)?"),
    Named("Criminal Alien Program", r"Criminal\s+Alien\s+Program(?:\s*\(CAP\))?"),
    Named("Alternatives to Detention", r"Alternatives\s+to\s+Detention(?:\s*\(ATD\))?(?:\s+[Pp]rogram)?"),
)
"""Programmes by name, as the plans of 2011 and 2014 and the reports about them write them."""

PROGRAMME = rf"(?-i:(?<!\w)(?:{'|'.join(row.pattern for row in PROGRAMMES)}))(?!\w)"


def programme(words: str) -> str:
    """The name of the programme that these words name; raises ValueError for any others.

    >>> programme("Priority Enforcement Program (PEP)")
    'Priority Enforcement Program'
    """
    bare = " ".join(words.split())
    for row in PROGRAMMES:
        if re.fullmatch(row.pattern, bare):
            return row.name
    raise ValueError(f"{words!r} is no programme that is known")


def programme_item(name: str) -> Item:
    """The item of a programme of the Department of Homeland Security."""
    return Item("programme", "dhs", slug(name))
