"""By when a recommendation of NTSB is answered.

That no answer is waited for to what NTSB has closed is a convention: the statute does not say so.
"""

from __future__ import annotations

from oversight_core.moments import PLAIN
from oversight_core.rulebooks.ntsb.tables import answering
from oversight_core.rules.clock import Clock, Unit

CLOCKS = (
    Clock(
        "reply",
        "received_on",
        90,
        Unit.DAYS,
        "Secretary of Transportation",
        answering("(a)"),
        "to adopt all, adopt a part or refuse; others who get recommendations are not bound",
        calendar=PLAIN.name,
        kinds="recommendation",
        met_by="position=answered",
        stops_on="oversight_status=closed",
    ),
)
