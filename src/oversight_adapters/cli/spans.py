"""How far ahead: ``30d``, ``6w``, ``3m``, ``1y``, or a plain number of days."""

from __future__ import annotations

import re
from datetime import date, timedelta

from oversight_adapters.cli.exits import WrongUse
from oversight_core.rules import MonthEnd
from oversight_core.rules.counting.days import plus_months

_SPAN = re.compile(r"(\d{1,6})\s*([a-z]*)", re.ASCII)
_UNITS = {"": "d", "d": "d", "day": "d", "w": "w", "week": "w", "m": "m", "month": "m", "y": "y", "year": "y"}


def last_day(span: str, start: date) -> date:
    """The last day of a span that begins on a day; one that would lie beyond the calendar is its last.

    A month after the 31st is the last day of a shorter month.  Raises `WrongUse`.

    >>> str(last_day("6w", date(2024, 1, 31))), str(last_day("1 month", date(2024, 1, 31)))
    ('2024-03-13', '2024-02-29')
    """
    asked = _SPAN.fullmatch(span.strip().casefold())
    unit = _UNITS.get(asked[2]) or _UNITS.get(asked[2].removesuffix("s")) if asked else None
    if asked is None or unit is None:
        raise WrongUse(
            f"--within is a number of days, or one of d, w, m or y after it, such as 30d or 6w, not {span!r}"
        )
    number = int(asked[1])
    try:
        if unit in "dw":
            return start + timedelta(number * (7 if unit == "w" else 1))
        return plus_months(start, number * (12 if unit == "y" else 1), MonthEnd.SAME_DAY)
    except OverflowError:
        return date.max
