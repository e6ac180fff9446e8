"""Organisations as documents name them: one row for each, its short form first, and how often-misspelt words go.

Short forms count in capitals only, since "ice" and "dhs" are not agencies in every sentence.
"""

from __future__ import annotations

import re

import attrs


@attrs.frozen
class Component:
    """An organisation: its short form, its long names, and what else stands for it."""

    short: str
    names: tuple[str, ...]
    aliases: tuple[str, ...] = ()  # other short forms, matched in capitals as they stand


COMPONENTS = (
    Component("ICE", ("Immigration and Customs Enforcement",), ("USICE",)),
    Component("CBP", ("Customs and Border Protection",)),
    Component("USCIS", ("Citizenship and Immigration Services",)),
    Component("FPS", ("Federal Protective Service",)),
    Component("USCG", ("Coast Guard",)),
    Component("TSA", ("Transportation Security Administration",)),
    Component("FEMA", ("Federal Emergency Management Agency",)),
    Component("USSS", ("Secret Service",)),
    Component("CISA", ("Cybersecurity and Infrastructure Security Agency",)),
    Component("FLETC", ("Federal Law Enforcement Training Centers", "Federal Law Enforcement Training Center")),
    Component("DHS", ("Department of Homeland Security",)),
)
"""Components of the Department of Homeland Security, and the department itself."""

# Words that are printed wrong often enough to be read all the same ("Enforement" on two pages of the collection).
_SPELLINGS = {
    "Immigration": r"Imm?igration",
    "Enforcement": r"Enfor\w{0,2}e?ment",
    "Protection": r"Protecti?on",
    "Citizenship": r"Citizens?hip",
    "and": r"(?:and|&)",
    "Services": r"Services?",
}
_BEFORE = r"(?:(?:U\.\s?S\.|US|United\s+States|DHS(?:'s)?|DHS/|Department\s+of\s+Homeland\s+Security's)\s*)?"
_AFTER = r"(?:\s*\(\s*\"?(?-i:[A-Z][A-Z&]{1,5})\"?\s*\))?"


def _long(name: str) -> str:
    return r"\s+".join(_SPELLINGS.get(word, word) for word in name.split())


def _pattern(row: Component) -> str:
    """Long names with or without what precedes and follows them, or a short form in capitals."""
    longs = "|".join(_long(name) for name in row.names)
    shorts = "|".join((row.short, *row.aliases))
    return rf"(?:(?:{longs}){_AFTER}|(?-i:{shorts})(?![\w-]))"


_ROWS = tuple((re.compile(_BEFORE + _pattern(row), re.IGNORECASE), row.short) for row in COMPONENTS)

COMPONENT = rf"(?<![\w-]){_BEFORE}(?:{'|'.join(_pattern(row) for row in COMPONENTS)})(?!\w)"
"""Pattern of any component, long or short, with its short form in brackets; case is to be ignored elsewhere."""


def component(words: str) -> str:
    """The short form of the organisation that these words name; raises ValueError for any others.

    >>> component("U.S. Immigration and Customs Enforement (ICE)"), component("DHS FPS"), component("U.S. Coast Guard")
    ('ICE', 'FPS', 'USCG')
    """
    bare = words.strip()
    for pattern, short in _ROWS:
        if pattern.fullmatch(bare):
            return short
    raise ValueError(f"{words!r} is not a component")
