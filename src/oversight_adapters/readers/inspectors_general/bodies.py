"""Inspectors general by every name, in pages and as the keys of scrapers; each has one short form."""

from __future__ import annotations

import re

import attrs


@attrs.frozen
class Body:
    """An inspector general: the short form, what it inspects by name, and other short forms and keys of that."""

    short: str
    names: tuple[str, ...]
    keys: tuple[str, ...] = ()


def _office(short: str, *names: str, keys: tuple[str, ...] = ()) -> Body:
    """The office of one department or agency, which is called after it."""
    return Body(f"{short} OIG", names, (short, *keys))


BODIES = (
    _office("DHS", "Department of Homeland Security"),
    _office("DOJ", "Department of Justice", keys=("justice",)),
    _office("DOD", "Department of Defense", keys=("DoD",)),
    _office("DOC", "Department of Commerce", keys=("commerce",)),
    _office("DOE", "Department of Energy", keys=("energy",)),
    _office("DOI", "Department of the Interior", keys=("interior",)),
    _office("DOL", "Department of Labor", keys=("labor",)),
    _office("DOT", "Department of Transportation"),
    _office("ED", "Department of Education", keys=("education",)),
    _office("HHS", "Department of Health and Human Services", "Health and Human Services"),
    _office("HUD", "Department of Housing and Urban Development", "Housing and Urban Development"),
    _office("State", "Department of State"),
    _office("Treasury", "Department of the Treasury", "Department of Treasury"),
    _office("USDA", "Department of Agriculture", keys=("agriculture",)),
    _office("VA", "Department of Veterans Affairs", "Veterans Affairs"),
    _office("AmeriCorps", "AmeriCorps", "Corporation for National and Community Service", keys=("cncs",)),
    _office("Amtrak", "Amtrak", "National Railroad Passenger Corporation"),
    _office("CPSC", "Consumer Product Safety Commission"),
    _office("EPA", "Environmental Protection Agency"),
    _office("EXIM", "Export-Import Bank of the United States", "Export-Import Bank"),
    _office("FCC", "Federal Communications Commission"),
    _office("FDIC", "Federal Deposit Insurance Corporation"),
    _office("FEC", "Federal Election Commission"),
    _office("FHFA", "Federal Housing Finance Agency", "Federal Housing Financing Agency"),
    _office("GPO", "Government Publishing Office"),
    _office("GSA", "General Services Administration"),
    _office("NARA", "National Archives and Records Administration", keys=("archives",)),
    _office("NASA", "National Aeronautics and Space Administration"),
    _office("NRC", "Nuclear Regulatory Commission"),
    _office("NSF", "National Science Foundation"),
    _office("OPM", "Office of Personnel Management"),
    _office("Peace Corps", "Peace Corps", keys=("peacecorps",)),
    _office("SBA", "Small Business Administration"),
    _office("SEC", "Securities and Exchange Commission"),
    _office("Smithsonian", "Smithsonian Institution"),
    _office("SSA", "Social Security Administration"),
    _office("TVA", "Tennessee Valley Authority"),
    _office("USAID", "Agency for International Development"),
    _office("USPS", "Postal Service"),
    Body("SIGAR", ("Special Inspector General for Afghanistan Reconstruction",), ("sigar",)),
    Body("SIGIR", ("Special Inspector General for Iraq Reconstruction",), ("sigir",)),
    Body("SIGTARP", ("Special Inspector General for the Troubled Asset Relief Program",), ("sigtarp",)),
    Body("TIGTA", ("Treasury Inspector General for Tax Administration",), ("tigta",)),
    _office("GAO", "Government Accountability Office"),
    Body("GAO", (), ("gaoreports",)),
)
"""Every inspector general that is known, and GAO itself, whose reports one scraper collects."""

_CALLED = r"(?:office\s+of\s+(?:the\s+)?inspector\s+general|oig|inspector\s*general)"
_AROUND = re.compile(
    rf"(?:{_CALLED},?\s+(?:(?:for|of)\s+)?)?(?:the\s+)?(?:(?:u\.?\s?s\.?|united\s+states)\s+)?"
    rf"(?P<name>.{{2,90}}?)(?:'s)?(?:,?\s+{_CALLED})?",
    re.IGNORECASE,
)


def _same(name: str) -> str:
    return " ".join(name.casefold().replace("&", "and").split())


_BY_NAME = {_same(name): body.short for body in BODIES for name in (*body.names, *body.keys)}


def issuer(words: str) -> str:
    """The short form of an inspector general that a page names; one that nobody listed keeps its words.

    >>> issuer("Department of Justice OIG"), issuer("doj"), issuer("Office of Inspector General, U.S. Postal Service")
    ('DOJ OIG', 'DOJ OIG', 'USPS OIG')
    >>> issuer("Denali Commission OIG"), issuer("gao")
    ('Denali Commission OIG', 'GAO OIG')
    """
    bare = " ".join(words.split())
    match = _AROUND.fullmatch(bare)
    known = _BY_NAME.get(_same(bare)) or (_BY_NAME.get(_same(match["name"])) if match else None)
    return known or bare
