"""Periods as these workbooks write them: a fiscal year in a name, a quarter in a heading, a month in a note."""

from __future__ import annotations

import re

from oversight_adapters.readers.words.dates import MONTH_NAME, moment
from oversight_core.moments import Moment

_YEAR = re.compile(r"(?<![A-Za-z])(?:EO|EOY)?(?:FY|Fiscal\s{1,3}Year)\s{0,3}'?(20\d\d|\d\d)(?!\d)", re.IGNORECASE)
_BEFORE = re.compile(rf"\A\s{{0,3}}{_YEAR.pattern}\s{{0,3}}", re.IGNORECASE)
_QUARTER = re.compile(
    r"(?:Fiscal\s{1,5}Year\s{0,5}(?:\(FY\))?|FY)\s{0,5}(20\d\d|\d\d)\s{0,5},?\s{0,5}(?:Quarter\s{0,5}|Q)([1-4])(?!\d)",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"(?<![A-Za-z])({MONTH_NAME})\s{{1,5}}(20\d\d)(?!\d)", re.IGNORECASE)
_ONLY = re.compile(rf"{_YEAR.pattern}(?:\s{{1,3}}YTD)?", re.IGNORECASE)
_NAME = re.compile(MONTH_NAME, re.IGNORECASE)
_LAST_MONTH = 9  # of a fiscal year
_FIRST_DAY = re.compile(r"(20\d\d)-(\d\d)-01")


def fiscal_year(words: str) -> Moment:
    """The only fiscal year that words name; ValueError where there is none, or several.

    >>> str(fiscal_year("FY22 ALOS")), str(fiscal_year("Facilities EOFY23")), str(fiscal_year(" ATD FY24 YTD"))
    ('FY2022', 'FY2023', 'FY2024')
    """
    found = {year[-2:] for year in _YEAR.findall(words)}
    if len(found) != 1:
        raise ValueError("it names no fiscal year, or several")
    return Moment.parse(f"FY20{found.pop()}")


def without_year(words: str) -> str:
    """What is measured, without the year before it.

    >>> without_year("FY22 ALOS"), without_year("Level A")
    ('ALOS', 'Level A')
    """
    return " ".join(_BEFORE.sub("", words).split())


def quarter(words: str) -> Moment:
    """The quarter of a fiscal year that heads a block.

    >>> str(quarter("Fiscal Year (FY)  2022 Quarter 2 Data")), str(quarter("FY2023 Q1"))
    ('FY2022-Q2', 'FY2023-Q1')
    """
    found = _QUARTER.search(words)
    if found is None:
        raise ValueError("it names no quarter of a fiscal year")
    return Moment.parse(f"FY20{found[1][-2:]}-Q{found[2]}")


def months(words: str) -> list[str]:
    """The words of each month that a text names, different ones only.

    >>> months("September 2024\\nThis data is of September 2024.")
    ['September 2024']
    """
    by_month: dict[str, str] = {}
    for found in _MONTH.finditer(words):
        by_month.setdefault(str(moment(" ".join(found[0].split()))), found[0])
    return list(by_month.values())


def month(words: str) -> Moment:
    """The month that words are, or that a spreadsheet keeps as its first day.

    >>> str(month("September 2024")), str(month("2024-09-01"))
    ('2024-09', '2024-09')
    """
    if first := _FIRST_DAY.fullmatch(words.strip()):
        return Moment.month(int(first[1]), int(first[2]))
    return moment(" ".join(words.split()))


def only_year(words: str) -> Moment | None:
    """The fiscal year that words are, and nothing else but that it is not over yet; None where they are more.

    >>> str(only_year("FY2018 ")), str(only_year("FY2022 YTD")), only_year("FY2022 (10/1/2021 - 3/31/2022)")
    ('FY2018', 'FY2022', None)
    """
    return fiscal_year(words) if _ONLY.fullmatch(words.strip()) else None


def month_of(words: str, year: Moment | None) -> Moment | None:
    """The month of a fiscal year that words name; None where they name none, or the year is not known.

    >>> str(month_of("Oct", fiscal_year("FY2026"))), str(month_of("Sep", fiscal_year("FY2026")))
    ('2025-10', '2026-09')
    """
    if year is None or year.latest is None or not _NAME.fullmatch(words.strip()):
        return None
    found = moment(f"{words.strip()} {year.latest.year}").earliest
    return Moment.month(found.year - (found.month > _LAST_MONTH), found.month) if found else None
