"""The calendars that are there: those that every installation has, and those that a library brings."""

from __future__ import annotations

from oversight_adapters.calendars.errors import CalendarsNotInstalled
from oversight_adapters.calendars.federal import us_federal
from oversight_core.moments.calendars import PLAIN, WEEKENDS, Calendar

MAKERS = (us_federal,)
"""Each makes a calendar, or raises `CalendarsNotInstalled`."""


def brought() -> tuple[Calendar, ...]:
    """The calendars that installed libraries bring, as ``Register(calendars=...)`` takes them."""
    found: list[Calendar] = []
    for make in MAKERS:
        try:
            found.append(make())
        except CalendarsNotInstalled:
            continue
    return tuple(found)


def installed() -> dict[str, Calendar]:
    """Every calendar that a rule may name here, by its name.

    >>> list(installed())
    ['plain', 'weekends', 'us-federal']
    """
    return {calendar.name: calendar for calendar in (PLAIN, WEEKENDS, *brought())}
