"""Rows of clocks for the proofs, in a line each."""

from __future__ import annotations

from datetime import date, timedelta

from oversight_core import Citation, Clock, Force, Moment, Read
from oversight_core.moments import WEEKENDS

LAW = Citation("a rule made up for this proof", Force.CONVENTION, "nobody", Read.ORIGINAL)
CLOSINGS = frozenset({date(2024, 12, 24), date(2025, 1, 9), date(2024, 12, 25), date(2018, 12, 5), date(2000, 1, 3)})
FIRST, LAST = date(1996, 1, 1), date(2026, 12, 31)


class Closings:
    """A calendar without weekends and some days that an order closed."""

    name = "closings"

    def is_open(self, day: date) -> bool:
        return WEEKENDS.is_open(day) and day not in CLOSINGS


def row(length: int | None, unit: str, **more: object) -> Clock:
    business = unit == "business days"
    monthly = {"month_end": "same day"} if unit in ("months", "years") else {}
    zoned = {"time_zone": "UTC"} if unit == "hours" else {}
    basis = {"calendar": "closings" if business else "plain", "kinds": "recommendation", **monthly, **zoned}
    return Clock("a clock", "issued_on", length, unit, "somebody", LAW, **{**basis, **more})  # type: ignore[arg-type]  # checked by `faults`


def range_of(first: date, last: date) -> Moment:
    return Moment.between(Moment.day(first), Moment.day(last))


def on(day: date, number: int) -> date:
    return day + timedelta(number)
