"""The calendar `us-federal`: no weekends, no federal holidays, no day that an executive order closed.

The days come from the `holidays` library, which knows the orders of the past.  An order of tomorrow changes answers of
today: a deadline that crosses a day which is closed later moves by it, once a library that knows it is installed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

import attrs

from oversight_adapters.calendars.errors import CalendarsNotInstalled
from oversight_core.errors import OutsideCalendar
from oversight_core.moments.calendars import US_FEDERAL, WEEKENDS

FIRST, LAST = 1777, 2100
"""The years of which the library knows something."""


def _days(value: Iterable[date]) -> frozenset[date]:
    return frozenset(value)


@attrs.frozen
class Workdays:
    """A calendar of working days: Monday to Friday, but for the days listed, which are known from `first` to `last`.

    Any body's closed days will do.

    >>> town = Workdays("town", frozenset({date(2024, 5, 6)}), date(2024, 1, 1), date(2024, 12, 31))
    >>> town.is_open(date(2024, 5, 6)), town.is_open(date(2024, 5, 7))
    (False, True)
    """

    name: str
    closed: frozenset[date] = attrs.field(converter=_days, repr=False)
    first: date
    last: date

    def is_open(self, day: date) -> bool:
        """Whether a day is a working day.  Raises `OutsideCalendar` for one of which nothing is known."""
        if not self.first <= day <= self.last:
            raise OutsideCalendar(self.name, day)
        return WEEKENDS.is_open(day) and day not in self.closed


@cache
def us_federal() -> Workdays:
    """The federal calendar, from 1 January 1777 to the end of 2100 as the library has it; made once.

    A holiday on a weekend closes the weekday on which it is observed.  A day that an order closed for half counts as
    closed, as the library has it (24 December 2002, 2009 and 2015).  What is closed for weather is open here, and so is
    Inauguration Day, a holiday in and around Washington only.  Raises `CalendarsNotInstalled`.

    >>> us_federal().is_open(date(2025, 1, 9))  # closed by executive order, on a Thursday
    False
    """
    try:
        from holidays import GOVERNMENT, PUBLIC, country_holidays
    except ImportError:
        raise CalendarsNotInstalled(f"the calendar {US_FEDERAL!r}", "the library holidays") from None
    days = country_holidays("US", years=range(FIRST, LAST + 1), categories=(PUBLIC, GOVERNMENT))
    return Workdays(US_FEDERAL, days, date(FIRST, 1, 1), date(LAST, 12, 31))
