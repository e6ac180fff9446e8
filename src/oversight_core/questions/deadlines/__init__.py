"""Deadlines: what is due, overdue, stale or slipping, as of a day; nothing about time is stored."""

from oversight_core.questions.deadlines.asked import DUE_SOON, deadlines, due, due_soon, overdue
from oversight_core.questions.deadlines.deadline import Deadline, Timeliness
from oversight_core.questions.deadlines.slippage import Lapse, Slippage, slippage
from oversight_core.questions.deadlines.stale import OPEN_KINDS, STALE, Stale, stale
from oversight_core.questions.deadlines.version import Events

__all__ = [
    "DUE_SOON",
    "OPEN_KINDS",
    "STALE",
    "Deadline",
    "Events",
    "Lapse",
    "Slippage",
    "Stale",
    "Timeliness",
    "deadlines",
    "due",
    "due_soon",
    "overdue",
    "slippage",
    "stale",
]
