"""How a day, a month, a quarter or a year prints, and the days that it spans."""

from __future__ import annotations

import calendar
import re
from datetime import date

PRECISIONS = ("day", "month", "quarter", "year", "fiscal-year", "fiscal-quarter")
OPEN = ".."  # the missing end of a one-sided range, as ISO 8601 writes it

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])", re.ASCII)
_YEAR = re.compile(r"(\d{4})", re.ASCII)
_FISCAL_YEAR = re.compile(r"FY(\d{4})", re.ASCII)
_FISCAL_QUARTER = re.compile(r"FY(\d{4})-Q([1-4])", re.ASCII)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _quarter(year: int, quarter: int, first_month: int = 1) -> tuple[date, date]:
    """Bounds of a quarter of a year that starts in `first_month` (10 of the year before, for federal fiscal years)."""
    start = first_month + 3 * (quarter - 1)
    first_year = year - 1 if first_month == 10 else year
    first = date(first_year + (start - 1) // 12, (start - 1) % 12 + 1, 1)
    return first, _month_end(first.year, first.month + 2)


def bounds(text: str) -> tuple[date, date, str] | None:
    """Earliest, latest and precision of one end as it prints; None where it is no such end.  Raises ValueError."""
    if m := _DAY.fullmatch(text):
        day = date(int(m[1]), int(m[2]), int(m[3]))
        return day, day, "day"
    if m := _MONTH.fullmatch(text):
        year, month = int(m[1]), int(m[2])
        return date(year, month, 1), _month_end(year, month), "month"
    if m := _QUARTER.fullmatch(text):
        return *_quarter(int(m[1]), int(m[2])), "quarter"
    if m := _YEAR.fullmatch(text):
        return date(int(m[1]), 1, 1), date(int(m[1]), 12, 31), "year"
    if m := _FISCAL_YEAR.fullmatch(text):
        return date(int(m[1]) - 1, 10, 1), date(int(m[1]), 9, 30), "fiscal-year"
    if m := _FISCAL_QUARTER.fullmatch(text):
        return *_quarter(int(m[1]), int(m[2]), 10), "fiscal-quarter"
    return None


def printed(day: date, precision: str) -> str:
    """One end as it prints, given a day inside it."""
    if precision == "day":
        return day.isoformat()
    if precision == "month":
        return f"{day.year:04}-{day.month:02}"
    if precision == "quarter":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if precision == "year":
        return f"{day.year:04}"
    fiscal = day.year + (day.month >= 10)
    if precision == "fiscal-year":
        return f"FY{fiscal:04}"
    return f"FY{fiscal:04}-Q{(day.month - 10) % 12 // 3 + 1}"


def span_of(day: date | None, precision: str) -> tuple[date, date] | None:
    """The first and last day of what a day lies in; None for an open end, and for a day that should not be there."""
    if day is None or precision == OPEN:
        return None
    found = bounds(printed(day, precision))
    return found[:2] if found else None
