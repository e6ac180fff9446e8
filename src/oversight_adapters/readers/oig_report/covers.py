"""Whose report it is: the inspector general that a cover names, and the number that its reports have there."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.inspectors_general.bodies import BODIES
from oversight_adapters.readers.inspectors_general.describing import Told
from oversight_adapters.readers.inspectors_general.reports import issuer_of
from oversight_adapters.readers.oig_report.page import Page
from oversight_adapters.readers.words import dates

_GAP = r"[\s,|]{1,80}"
_CALLED = r"(?:Office\s+of\s+(?:the\s+)?)?Inspector\s*General(?!')"
_NAMES = "|".join(
    re.escape(name).replace(r"\ ", r"\s+").replace("and", r"(?:and|&)")
    for body in BODIES
    for name in body.names
    if len(name) > 12 and "Homeland" not in name and "Inspector General" not in name
)
_CITY = r"(?-i:(?:City|County|State|Commonwealth)\s+of\s+[A-Z][a-z]+(?:[ ][A-Z][a-z]+){0,2})"
_NAME = rf"(?:(?:for|of)\s+)?(?:the\s+)?(?:U\.S\.\s+|United\s+States\s+)?(?:{_NAMES}|{_CITY})(?!\w)"
_SPECIAL = "|".join(
    re.escape(name).replace(r"\ ", r"\s+") for body in BODIES for name in body.names if "Inspector General" in name
)
_ISSUER = re.compile(rf"(?<!\w)(?:{_SPECIAL}|{_CALLED}{_GAP}{_NAME}|{_NAME}{_GAP}{_CALLED})(?!\w)", re.IGNORECASE)
_GENERAL = re.compile(r"Inspector\s*General", re.IGNORECASE)
_NEAR = 150  # code points
_OURS = re.compile(r"Homeland\s+Security|oig\.dhs\.gov|(?-i:\bDHS\b)", re.IGNORECASE)

_NUMBERS = {  # how the covers of an office number its reports
    "DOJ OIG": r"\bDivision\s+(?:Report\s+)?(?:No\.\s+)?(?P<number>\d\d-\d{2,3})(?![\w-])",
    "HHS OIG": r"(?<![\w-])(?P<number>A-\d\d-\d\d-\d{5}|OEI-\d\d-\d\d-\d{5})(?![\w-])",
    "VA OIG": r"(?<![\w-])(?P<number>\d\d-\d{5}-\d{1,3})(?![\w-])",
    "State OIG": r"(?<![\w-])(?P<number>(?:AUD|ESP|INV|ISP|MA|MAR)-(?:[A-Z]{1,4}-){0,2}\d\d-\d\d[A-Z]?)(?![\w-])",
    "DOD OIG": r"(?<![\w-])(?P<number>DODIG-\d{4}-\d{3})(?![\w-])",
    "SIGAR": r"\b(?P<number>SIGAR[ -]\d\d-\d\d(?:-[A-Z]{2})?)(?![\w-])",
}
_COMPILED = {short: re.compile(pattern) for short, pattern in _NUMBERS.items()}
_ANY_NUMBER = re.compile(
    r"\b(?:(?i:Report)\s+(?i:No\.?|Number|#)\s*:?|(?i:Audit|Evaluation|Inspection)\s+(?i:Report))\s{0,9}"
    r"(?P<number>(?=[A-Z-]{0,12}\d)[A-Z\d][A-Z\d/-]{1,23}[A-Z\d])(?![\w-])"
)
_DAY = re.compile(rf"{dates.DAY}|{dates.MONTH}", re.IGNORECASE)


@attrs.frozen
class Cover:
    """What a cover says of its office: who it is, and the number and the day on its line, where they are told."""

    issuer: Told | None = None
    number: Told | None = None
    issued_on: Told | None = None
    known: bool = True  # or nothing says whose report it is


def _named(text: str, end: int) -> Iterator[re.Match[str] | None]:
    """Whose inspector general each is of whom the cover speaks; asked near these words only, since names are many."""
    for called in _GENERAL.finditer(text, 0, end):
        yield _ISSUER.search(text, max(0, called.start() - _NEAR), min(end, called.end() + _NEAR))


def read_cover(page: Page, end: int, number: str) -> Cover:
    """The cover of a report that is not GAO's, nor by its cover and its number Homeland Security's."""
    if number and (issuer_of(number) == "GAO" or _OURS.search(page.folded, 0, end)):
        return Cover()
    match = next(filter(None, _named(page.folded, end)), None)
    issuer = page.read("issuer", *match.span(), "issuer") if match else None
    known = issuer is not None or bool(number) or _OURS.search(page.folded) is not None
    own = _COMPILED.get(str(issuer.value)) if issuer else None
    found = (own and own.search(page.folded, 0, end)) or _ANY_NUMBER.search(page.folded, 0, end)
    if found is None or (known and not issuer):
        return Cover(issuer, known=known)
    stop = page.folded.find("\n", found.end())
    day = _DAY.search(page.folded, found.end(), end if stop < 0 else stop)
    issued_on = page.read("date-line/issued_on", *day.span(), "issued_on") if day else None
    return Cover(issuer, page.read("any-report", *found.span("number"), "number"), issued_on, known)
