"""The Government Accountability Office: it says open or closed, and does not judge replies."""

from __future__ import annotations

from oversight_core.rulebooks.canonical import IMPLEMENTATION, POSITION
from oversight_core.rulebooks.gao.clocks import CLOCKS
from oversight_core.rulebooks.gao.labels import POSITIONS, PROJECTIONS, STATUSES
from oversight_core.rulebooks.gao.tables import GAO_RESOLUTION, GAO_STATUS
from oversight_core.rules.rulebook import RuleBook

GAO = RuleBook(
    "gao",
    "1",
    "U.S. Government Accountability Office",
    (GAO_STATUS, GAO_RESOLUTION, POSITION, IMPLEMENTATION),
    (STATUSES, POSITIONS),
    CLOCKS,
    note="priority is a flag beside the status, not a status",
    projections=PROJECTIONS,
)

__all__ = ["GAO", "GAO_RESOLUTION", "GAO_STATUS"]
