"""Moments: a day, an instant, or what little the source says.

A moment never pretends to be finer than its source.  It *counts* from its `latest` day; one without a latest day
counts from nothing, and whoever records it says so.
"""

from oversight_core.moments.as_of import NOW, AsOf
from oversight_core.moments.calendars import (
    CALENDAR_NAMES,
    PLAIN,
    US_FEDERAL,
    WEEKENDS,
    Calendar,
    Calendars,
    OpenDays,
    Weekly,
)
from oversight_core.moments.forms import PRECISIONS
from oversight_core.moments.moment import Moment, as_moment

__all__ = [
    "CALENDAR_NAMES",
    "NOW",
    "PLAIN",
    "PRECISIONS",
    "US_FEDERAL",
    "WEEKENDS",
    "AsOf",
    "Calendar",
    "Calendars",
    "Moment",
    "OpenDays",
    "Weekly",
    "as_moment",
]
