"""Calendars from the world, and deadlines for a calendar: which days are holidays, and `.ics` files.

The modules load their libraries when they are asked, so that this room can be imported without the extra `calendars`.
"""

from oversight_adapters.calendars.errors import CalendarsNotInstalled
from oversight_adapters.calendars.federal import Workdays, us_federal
from oversight_adapters.calendars.ics import Events, to_ics, write_ics
from oversight_adapters.calendars.present import brought, installed

__all__ = [
    "CalendarsNotInstalled",
    "Events",
    "Workdays",
    "brought",
    "installed",
    "to_ics",
    "us_federal",
    "write_ics",
]
