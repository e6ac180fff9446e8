"""To whom a recommendation is made: the officials between "We recommend that" and what they are to do."""

from __future__ import annotations

import re

from oversight_adapters.readers.inspectors_general.describing import Told
from oversight_adapters.readers.oig_report.offices import OFFICE
from oversight_adapters.readers.oig_report.page import Page
from oversight_adapters.readers.oig_report.sections import Section
from oversight_adapters.readers.words.components import COMPONENT

_LEAD = re.compile(r"We\s+(?:also\s+|further\s+)?recommend(?:ed)?\s+(?:that\s+)?", re.IGNORECASE)
_NAMES = re.compile(  # titles and offices: words with capitals, and the small words between them
    r"(?:\s{0,60}(?:(?-i:[A-Z])[\w.'&/()-]{0,40}|of|for|the|and|at|&),?){1,40}", re.IGNORECASE
)
_LINKED = re.compile(
    r",?\s{1,60}(?:in\s+(?:coordination|conjunction|consultation|collaboration)|working|along|together)\s+with\b",
    re.IGNORECASE,
)
_WHO = re.compile(rf"(?:{COMPONENT})|{OFFICE}", re.IGNORECASE)
_APPOSED = re.compile(r"(?:'s)?,\s*(?:the\s+)?$", re.IGNORECASE)
_WE_RECOMMEND = re.compile(r"\bWe\s+recommend\b")
_STOP = re.compile(r"(?<!U\.S)[.!?]\s")
_FIRST = re.compile(r"Recommendation\b|1[.)]\s", re.IGNORECASE)
_FARTHEST, _LONGEST_LIST = 600, 5_000


def addressees(page: Page, start: int, end: int) -> tuple[Told, ...]:
    """Whom the first words of a recommendation address."""
    lead = _LEAD.match(page.text, start, end)
    names = _NAMES.match(page.text, lead.end(), end) if lead else None
    if names is None:
        return ()
    found: dict[object, Told] = {}
    last = -1
    for match in _WHO.finditer(page.text, *names.span()):
        apposed = last >= 0 and _APPOSED.fullmatch(page.text, last, match.start())
        last = match.end()
        told = page.read("addressee", *match.span(), "addressee")
        if told and not (apposed and told.value == "DHS"):  # "the Director of ICE, Department of Homeland Security"
            found.setdefault(told.value, told)
    return tuple(found.values())


def addressees_of_list(page: Page, section: Section) -> tuple[Told, ...]:
    """Whom the sentence over a list of recommendations addresses: "We recommend that the Director of ICE:"."""
    leads = list(_WE_RECOMMEND.finditer(page.text, max(0, section.start - _LONGEST_LIST), section.start))
    at = leads[-1].start() if leads else -1
    colon = page.text.find(":", at, min(at + _FARTHEST, section.start)) if leads else -1
    if colon < 0 or _STOP.search(page.text, at, colon):
        return ()
    behind = page.text[colon + 1 : section.start].lstrip()
    return addressees(page, at, colon + 1) if not behind or _FIRST.match(behind) else ()
