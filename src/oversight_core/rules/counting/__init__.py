"""Counting a clock: from when something happened to the day, or the range of days, on which it falls due."""

from oversight_core.rules.counting.due import Due, count
from oversight_core.rules.counting.versions import in_force
from oversight_core.rules.counting.window import Spell, reached

__all__ = ["Due", "Spell", "count", "in_force", "reached"]
