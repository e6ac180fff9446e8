"""Days, months and fiscal periods counted from a day.  A day is never counted itself: the next one is day 1."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from oversight_core.moments import OpenDays
from oversight_core.rules.clock import Bound, Clock, Each, MonthEnd, Unit

_FISCAL_MONTHS = {
    Each.FISCAL_QUARTER: 3,
    Each.FISCAL_HALF_YEAR: 6,
    Each.FISCAL_YEAR: 12,
    Unit.FISCAL_QUARTERS: 3,
    Unit.FISCAL_YEARS: 12,
}
_ENDS = {3: (3, 6, 9, 12), 6: (3, 9), 12: (9,)}
"""The months at whose end a period of so many months ends; the fiscal year ends on 30 September."""


def last_day(clock: Clock, start: date, number: int, days: OpenDays) -> date:
    """The last day on which the `number`-th occurrence of a clock in days or more is in time.

    Raises `OverflowError` beyond the calendar, and `OutsideCalendar` where business days are not known so far.
    """
    length = clock.units(number) - (clock.bound is Bound.BEFORE)
    match clock.unit:
        case Unit.DAYS:
            return start + timedelta(length)
        case Unit.WEEKS:
            return start + timedelta(weeks=length)
        case Unit.BUSINESS_DAYS:
            return days.after(start, length) if length else start
        case Unit.MONTHS | Unit.YEARS:
            months = length * 12 if clock.unit == Unit.YEARS else length
            return plus_months(start, months, clock.month_end or MonthEnd.SAME_DAY)
        case Unit.FISCAL_QUARTERS | Unit.FISCAL_YEARS:
            return period_end(start, _FISCAL_MONTHS[Unit(clock.unit)], length)
    raise ValueError(f"{clock.unit} are not counted in days")


def plus_months(day: date, months: int, month_end: MonthEnd) -> date:
    """So many months later; where that month has no such day, its last one.

    >>> str(plus_months(date(2024, 1, 31), 1, MonthEnd.SAME_DAY))
    '2024-02-29'
    >>> str(plus_months(date(2023, 9, 30), 1, MonthEnd.LAST_DAY))
    '2023-10-31'
    """
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if years > date.max.year:
        raise OverflowError(f"{day} and {months} months are beyond the calendar")
    last = monthrange(years, month + 1)[1]
    stays_last = month_end is MonthEnd.LAST_DAY and day.day == monthrange(day.year, day.month)[1]
    return date(years, month + 1, last if stays_last else min(day.day, last))


def period_end(day: date, months: int, number: int = 1) -> date:
    """The last day of the `number`-th fiscal period, of 3, 6 or 12 months, that ends after a day.

    >>> str(period_end(date(2024, 9, 30), 3)), str(period_end(date(2024, 5, 1), 12))
    ('2024-12-31', '2024-09-30')
    """
    ends = _ENDS[months]
    first = next(end for month in (*ends, ends[0] + 12) if (end := _month_end(day.year, month)) > day)
    return plus_months(first, months * (number - 1), MonthEnd.LAST_DAY)


def anchors(clock: Clock, start: date, number: int) -> date:
    """The end of the `number`-th period that a clock starts anew at: of those that end on the start or later."""
    assert clock.each is not None
    return period_end(start - timedelta(1), _FISCAL_MONTHS[clock.each], number)


def _month_end(year: int, month: int) -> date:
    years, month = divmod(month - 1, 12)
    year += years
    if year > date.max.year:
        raise OverflowError("the period ends beyond the calendar")
    return date(year, month + 1, monthrange(year, month + 1)[1])
