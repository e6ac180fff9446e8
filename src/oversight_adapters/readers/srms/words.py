"""Words that only records of segregation have."""

from __future__ import annotations

import re

from oversight_adapters.readers.words.agency_words import category, text, yes_no

_OFFICE = re.compile(r"([A-Z]{3})\s{1,3}\(?([A-Za-z][A-Za-z. ]{2,30}[A-Za-z])\)?")
_INTERVAL = re.compile(r"(72)[\s-]{0,3}hours?|(14|30)[\s-]{0,3}days?(?:\s{1,3}interval)?", re.IGNORECASE)


def office(words: str) -> str:
    """A field office: its code, and its city in brackets however they are printed.

    >>> office("SNA San Antonio"), office("SNA (San Antonio)"), office("SEA")
    ('SNA (San Antonio)', 'SNA (San Antonio)', 'SEA')
    """
    bare = text(words)
    found = _OFFICE.fullmatch(bare)
    return f"{found[1]} ({found[2]})" if found else category(bare)


def interval(words: str) -> str:
    """How long after the placement a report is due.

    >>> interval("72 Hour"), interval("14 Day"), interval("30 Day Interval")
    ('72-hour', '14-day', '30-day')
    """
    found = _INTERVAL.fullmatch(text(words))
    if found is None:
        raise ValueError("it is no interval of reports")
    return "72-hour" if found[1] else f"{found[2]}-day"


def requested(words: str) -> bool:
    """Whether the person asked for it.

    >>> requested("Detainee Request"), requested("Facility-Initiated")
    (True, False)
    """
    said = text(words).casefold().replace("-", " ")
    if said in ("detainee request", "detainee requested"):
        return True
    return False if said == "facility initiated" else yes_no(words)


def suicide_risk(words: str) -> bool:
    """Whether a risk of suicide is marked; the mark of a form is its own name.

    >>> suicide_risk("Suicide Risk"), suicide_risk("No")
    (True, False)
    """
    return text(words).casefold() == "suicide risk" or yes_no(words)


def form(words: str) -> str:
    """Administrative or disciplinary.

    >>> form("Administrative")
    'administrative'
    """
    said = text(words).casefold()
    if said not in ("administrative", "disciplinary"):
        raise ValueError("it is neither administrative nor disciplinary")
    return said


def disciplinary(words: str) -> str | None:
    """Disciplinary, where a column of that name says yes; a no does not say what else, and states nothing.

    >>> disciplinary("y"), disciplinary("N ")
    ('disciplinary', None)
    """
    return "disciplinary" if yes_no(words) else None
