"""The two rhythms of the review.  Both are about so long, and neither is law.

Both run on after a review is closed, which it is at the adoption: only one that never took place has neither.
"""

from __future__ import annotations

from oversight_core.moments import PLAIN
from oversight_core.rulebooks.upr.sources import CYCLE, MID_TERM
from oversight_core.rules.clock import Clock, MonthEnd

CLOCKS = (
    Clock(
        "next-review",
        "opened_on",
        5,
        "years",
        "",
        CYCLE,
        "about five years after a State's review comes its next one",
        calendar=PLAIN.name,
        kinds="review",
        month_end=MonthEnd.SAME_DAY,
        stops_on="stage=cancelled",
        marker=True,
    ),
    Clock(
        "mid-term-report",
        "opened_on",
        30,
        "months",
        "",
        MID_TERM,
        "about two and a half years after its review a State may report; it is voluntary, and a day gone by no breach",
        calendar=PLAIN.name,
        kinds="review",
        month_end=MonthEnd.SAME_DAY,
        stops_on="stage=cancelled",
        marker=True,
    ),
)
