"""Sentences of another time than the visit: what an office found in June 2012 is not what it found this year."""

from __future__ import annotations

import re
from datetime import date

from oversight_adapters.readers.words.dates import DAY, MONTH_NAME, RANGE, moment
from oversight_core.moments import Moment

_WHEN = re.compile(
    rf"(?<![\w-])(?:in|during)\s+(?:(?P<fiscal>FY|Fiscal\s+Year(?:\s+\(FY\))?)\s*)?"
    rf"(?:(?P<month>{MONTH_NAME})\s+)?(?P<year>(?:19|20)\d\d)(?![\w-])(?!\s+(?:National|Performance|PBNDS|NDS|Revis))",
    re.IGNORECASE,
)
_DAYS = re.compile(rf"{RANGE}|{DAY}", re.IGNORECASE)
_REVISED = re.compile(r"(?:revis\w{1,4}|opened)\s+\Z", re.IGNORECASE)
_OFFICE = re.compile(r"\bODO\b|Office of Detention Oversight", re.IGNORECASE)
AT_HAND = re.compile(
    r"\b(?:this|the|current|recent)\s+(?:[\w-]{1,12}\s+){0,2}(?:inspection|(?-i:CI)\b)"
    r"|\bthis\s+(?:[\w-]{1,12}\s+){0,2}review\b(?!\s+(?:cycle|period))",
    re.IGNORECASE,
)
"""What names the inspection at hand."""
OTHERS = re.compile(
    r"\b(?:Nakamoto|MGT|contractors?|American\s+Correctional|Inspector\s+General|OIDO)\b[^;]{0,160}?"
    r"\b(?:conducted|performed|inspected|reviewed|rated|audit(?:ed)?|certified)\b"
    r"|\b(?:conducted|performed|completed|audited|inspected|reviewed)\s+by\s+"
    r"(?:the\s+|(?:ICE|ERO|DHS)\s+){0,3}(?:Nakamoto|MGT|contractor|American\s+Correctional|Inspector\s+General|OIDO)\b",
    re.IGNORECASE,
)
"""Somebody else's inspection: a contractor's, or one for a certificate."""
_INSPECTED = re.compile(r"\b(?:inspected|inspection|review(?:ed)?|audit(?:ed)?)\b", re.IGNORECASE)
_REST = re.compile(r"\bremaining\b", re.IGNORECASE)
MOST_AFTER = 3
"""Sentences after one of another time that may go on with it."""


def of_another_time(words: str, started: Moment | None) -> bool:
    """Whether a sentence names months and years, and none of them is that of the visit.

    >>> visit = Moment.parse("2016-09-13")
    >>> of_another_time("In June 2012, ODO conducted an inspection.", visit)
    True
    >>> of_another_time("In FY 2016, ODO found two deficiencies under the NDS (Revised in 2019).", visit)
    False
    """
    day = started.earliest if started else None
    if day is None:
        return False
    if any(_covers(found[0], day) for found in _DAYS.finditer(words)):
        return False
    named = [found for found in _WHEN.finditer(words) if not _REVISED.search(words, 0, found.start())]
    return bool(named) and not any(_holds(found, day) for found in named)


def tells_when(folded: str, start: int, end: int) -> bool:
    """Whether a sentence that states nothing may say of which inspection the ones after it speak."""
    if folded.startswith("Since ", start, end):  # it holds this inspection against another
        return False
    return any(pattern.search(folded, start, end) for pattern in (AT_HAND, OTHERS, _INSPECTED))


def goes_on(words: str, *, together: bool = False) -> bool:
    """Whether a sentence may speak of what the one before it does.

    It does not name the inspection at hand; nor the office, unless it tells of what remains, or the two stand together
    in a paragraph.

    >>> goes_on("Eight deficiencies were found in five standards."), goes_on("During this inspection, two were found.")
    (True, False)
    >>> goes_on("ODO found 20 deficiencies in the remaining nine standards."), goes_on("ODO found two deficiencies.")
    (True, False)
    """
    return not AT_HAND.search(words) and bool(together or _REST.search(words) or not _OFFICE.search(words))


def _covers(words: str, day: date) -> bool:
    try:
        found = moment(words)
    except ValueError:
        return False
    return found.earliest is not None and found.latest is not None and found.earliest <= day <= found.latest


def _holds(found: re.Match[str], day: date) -> bool:
    year = int(found["year"])
    if found["fiscal"]:
        return year == day.year + (day.month > 9)
    if not found["month"]:
        return year == day.year
    month = moment(f"{found['month']} {year}").earliest
    return month is not None and (month.year, month.month) == (day.year, day.month)
