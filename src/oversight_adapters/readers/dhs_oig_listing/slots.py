"""How the cells of the list are read."""

from __future__ import annotations

import re

from oversight_adapters.readers.oig_report.reader import SLOTS as REPORT_SLOTS
from oversight_adapters.readers.phrasebook import Slot
from oversight_adapters.readers.words import dates
from oversight_core.moments import Moment

_YEAR = re.compile(r"(?:FY\s*)?(?P<year>(?:19|20)\d\d)", re.IGNORECASE)


def fiscal_year(words: str) -> Moment:
    """The year of a column that is headed *Fiscal Year*; raises ValueError for other words.

    >>> str(fiscal_year("2020"))
    'FY2020'
    """
    match = _YEAR.fullmatch(words.strip())
    if match is None:
        raise ValueError(f"{words!r} is no year")
    return Moment.parse(f"FY{match['year']}")


def printed(words: str) -> str:
    """Words as printed, with single blanks."""
    return " ".join(words.split())


SLOTS = REPORT_SLOTS | {
    slot.name: slot
    for slot in (
        Slot("cell", r"\S", printed, printed=True),
        Slot("cell-date", dates.DAY, dates.moment),
        Slot("fiscal-year", _YEAR.pattern, fiscal_year),
    )
}
"""Slots by name; those of reports as well, since a summary speaks as a report does."""
