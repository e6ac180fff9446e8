"""The rules, as data: one file or folder per body or programme, and the canonical tables."""

from oversight_core.errors import UnknownRulebook
from oversight_core.rulebooks.canonical import CANONICAL
from oversight_core.rulebooks.crcl import CRCL
from oversight_core.rulebooks.csb import CSB
from oversight_core.rulebooks.detainer import DETAINER
from oversight_core.rulebooks.dhs_oig import DHS_OIG
from oversight_core.rulebooks.fedramp import FEDRAMP
from oversight_core.rulebooks.gao import GAO
from oversight_core.rulebooks.impact_oss import IMPACT_OSS
from oversight_core.rulebooks.ntsb import NTSB
from oversight_core.rulebooks.oscal import OSCAL
from oversight_core.rulebooks.secure_communities import SECURE_COMMUNITIES
from oversight_core.rulebooks.segregation import SEGREGATION
from oversight_core.rulebooks.single_audit import SINGLE_AUDIT, SINGLE_AUDIT_DOL
from oversight_core.rulebooks.transfers import TRANSFERS
from oversight_core.rulebooks.upr import UPR
from oversight_core.rules.rulebook import RuleBook

BUILTIN = (
    CANONICAL,
    CRCL,
    GAO,
    DHS_OIG,
    NTSB,
    CSB,
    UPR,
    OSCAL,
    IMPACT_OSS,
    SEGREGATION,
    TRANSFERS,
    SECURE_COMMUNITIES,
    DETAINER,
    SINGLE_AUDIT,
    SINGLE_AUDIT_DOL,
    FEDRAMP,
)
"""The rulebooks that come with the library, the canonical one first."""


def find(name: str) -> RuleBook:
    """The built-in rulebook of that name, with hyphens or underscores.  Raises `UnknownRulebook`.

    >>> find("gao").title
    'U.S. Government Accountability Office'
    >>> find("dhs_oig") is find("dhs-oig")
    True
    """
    for book in BUILTIN:
        if book.name == name.replace("_", "-"):
            return book
    raise UnknownRulebook(name, tuple(book.name for book in BUILTIN))


__all__ = [
    "BUILTIN",
    "CANONICAL",
    "CRCL",
    "CSB",
    "DETAINER",
    "DHS_OIG",
    "FEDRAMP",
    "GAO",
    "IMPACT_OSS",
    "NTSB",
    "OSCAL",
    "SECURE_COMMUNITIES",
    "SEGREGATION",
    "SINGLE_AUDIT",
    "SINGLE_AUDIT_DOL",
    "TRANSFERS",
    "UPR",
    "find",
]
