"""Cells of GAO's tables, each with a column or a place of its own; the rows say how their words are read."""

from __future__ import annotations

import re
from functools import lru_cache

from oversight_adapters.readers.phrasebook import Phrase, Slot
from oversight_adapters.readers.words import dates
from oversight_adapters.readers.words.agency_words import yes_no
from oversight_adapters.readers.words.numbers import COUNT
from oversight_core.moments import Moment

_ISO = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)(?:[T ][\d:.]{4,12}(?:Z|[+-]\d\d:?\d\d)?)?")


@lru_cache(maxsize=4096)
def day(words: str) -> Moment:
    """The date of a cell, whose time of day says nothing; raises ValueError where it is no date.

    >>> str(day("Sep 8, 2026")), str(day("2020-05-20T00:00:00Z")), str(day("2020-05"))
    ('2026-09-08', '2020-05-20', '2020-05')
    """
    if match := _ISO.fullmatch(words.strip()):
        return Moment.parse(match[1])
    return dates.moment(words)


COLUMN_SLOTS = (
    Slot("yes-no", r"[A-Za-z]{1,5}", yes_no),
    Slot("day", dates.DAY, day),
)

COLUMNS = (
    Phrase("title-cell", "<report_title:one-line>", "Immigration Detention:\nMore to Do", ""),
    Phrase("report-cell", "<report:words>", "GAO-24-106233", ""),
    Phrase("date-cell", "<issued_on:day>", "Sep 8, 2026", "in September", "B.1 CSV"),
    Phrase("priority-cell", "<priority:yes-no>", "Yes", "", "B.1 CSV"),
    Phrase("topic-cell", "<topics:one-line>", "Homeland Security", "", "B.1 CSV"),
    Phrase("status-as-of", "status as of <as_of:day>", "status as of Sep 28, 2026 at 4:05 PM EST", "as of", "B.1 CSV"),
    Phrase(
        "stated-records",
        r"(?<!\d\s)(?<!priority\s)<stated_total:count> (?:open )?recommendations?\b",
        "5,379 open recommendations",
        "Open recommendations",
    ),
    Phrase(
        "report-total",
        r"(?<!\w)(?:GAO|we) (?:(?:is|are) making|made|makes) (?:[^.;:\d]{0,80}? )?<recommendation_count:count> "
        rf"(?:new )?recommendations?\b(?! (?:to|for) [^.;:,-]{{1,80}}?,? and {COUNT} (?:[a-z]+ ){{0,2}}(?:to|for)\b)",
        "GAO is making three recommendations to DHS.",
        "DHS concurred with all three recommendations.",
        "C.2 1, 7",
    ),
)
"""Rows of cells, and what the page of a product counts."""
