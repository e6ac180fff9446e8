"""What ICE's page of 2011 says of Secure Communities, and to whom.  A page that announces something is no law."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.sources import PAGE_COPY, PAGE_TITLE
from oversight_core.rulebooks.canonical.words import after
from oversight_core.rules.citation import Citation, Force, Read


def page(binds: str) -> Citation:
    """What the page says will be done, and by whom."""
    return Citation(PAGE_TITLE, Force.COMMITMENT, binds, Read.COPY, PAGE_COPY)


GUIDANCE = Citation(
    f"{PAGE_TITLE}, on the detainer form",
    Force.PRACTICE,
    "state and local law-enforcement agencies",
    Read.COPY,
    PAGE_COPY,
)
HOLD_START = after(
    "8 CFR 287.7(d), from when the person would otherwise be released: the page does not say",
    Read.SECOND_HAND,
    "avvo.com; nortontooby.com",
)
HOLD_END = after("the page, which does not say that a hold may be lifted: none is counted then", Read.COPY, PAGE_COPY)
ANCHOR = after(
    "the federal fiscal year: the page does not say when a quarter ends, nor by when it is reviewed",
    Read.COPY,
    PAGE_COPY,
)
START = after("the page, which does not say from when the 45 days count", Read.COPY, PAGE_COPY)
