"""What it means: pure functions over the ledger, one file per question."""

from oversight_core.questions.changes import Happening, timeline
from oversight_core.questions.counts import Stated, stated_counts
from oversight_core.questions.deadlines import (
    Deadline,
    Lapse,
    Slippage,
    Stale,
    Timeliness,
    deadlines,
    due,
    due_soon,
    overdue,
    slippage,
    stale,
)
from oversight_core.questions.discrepancies import discrepancies
from oversight_core.questions.discrepancy import Discrepancy
from oversight_core.questions.snapshots import Change, DoesNotFit, Snapshot, apply, diff
from oversight_core.questions.standing import Age, Standing, standing
from oversight_core.questions.status import status
from oversight_core.questions.tally import Tally, TallyRow, tally

__all__ = [
    "Age",
    "Change",
    "Deadline",
    "Discrepancy",
    "DoesNotFit",
    "Happening",
    "Lapse",
    "Slippage",
    "Snapshot",
    "Stale",
    "Standing",
    "Stated",
    "Tally",
    "TallyRow",
    "Timeliness",
    "apply",
    "deadlines",
    "diff",
    "discrepancies",
    "due",
    "due_soon",
    "overdue",
    "slippage",
    "stale",
    "standing",
    "stated_counts",
    "status",
    "tally",
    "timeline",
]
