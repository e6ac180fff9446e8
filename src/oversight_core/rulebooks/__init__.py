"""The rules, as data: one file per body or programme, and the canonical tables."""

from oversight_core.errors import UnknownRulebook
from oversight_core.rulebooks.canonical import CANONICAL
from oversight_core.rulebooks.crcl import CRCL
from oversight_core.rulebooks.gao import GAO
from oversight_core.rules.rulebook import RuleBook

BUILTIN = (CANONICAL, CRCL, GAO)
"""The rulebooks that come with the library, the canonical one first."""


def find(name: str) -> RuleBook:
    """The built-in rulebook of that name.  Raises `UnknownRulebook`.

    >>> find("gao").title
    'U.S. Government Accountability Office'
    """
    for book in BUILTIN:
        if book.name == name:
            return book
    raise UnknownRulebook(name, tuple(book.name for book in BUILTIN))


__all__ = ["BUILTIN", "CANONICAL", "CRCL", "GAO", "find"]
