"""Counting a clock: from when something happened to the day, or the range of days, on which it falls due."""

from oversight_core.rules.counting.days import plus_months
from oversight_core.rules.counting.due import Due, count, fresh_start
from oversight_core.rules.counting.local import bounds_of, day_of, is_before
from oversight_core.rules.counting.versions import in_force
from oversight_core.rules.counting.window import Spell, reached

__all__ = [
    "Due",
    "Spell",
    "bounds_of",
    "count",
    "day_of",
    "fresh_start",
    "in_force",
    "is_before",
    "plus_months",
    "reached",
]
