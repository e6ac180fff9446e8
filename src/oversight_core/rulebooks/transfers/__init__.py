"""The plan of 2014 to monitor transfers from state and local custody to ICE, under the Priority Enforcement Program."""

from __future__ import annotations

from oversight_core.moments import PLAIN, Moment
from oversight_core.rulebooks.restating import needed
from oversight_core.rulebooks.transfers.notices import NOTICES
from oversight_core.rulebooks.transfers.sources import ANCHOR, plan
from oversight_core.rulebooks.transfers.tables import TABLES
from oversight_core.rules.clock import Clock, Each, Unit
from oversight_core.rules.rulebook import RuleBook

QUARTERLY_MEETING = Clock(
    "quarterly-meeting",
    ("activated_on", "announced_on"),
    1,
    Unit.FISCAL_QUARTERS,
    "CRCL and ICE",
    (plan("CRCL and ICE"), ANCHOR),
    "to discuss transfers, and more often as the need arises; the programme is the series of the meetings",
    calendar=PLAIN.name,
    kinds="programme",
    met_by="meeting:held_on",
    stops_on="discontinued_on",
    each=Each.FISCAL_QUARTER,
    in_force_from=Moment.parse("2014-11-20/2014-12-31"),  # the plan has no date; it was asked for on the earlier day
)

TRANSFERS = RuleBook(
    "transfers",
    "1",
    "Monitoring of transfers from state and local custody (Priority Enforcement Program)",
    TABLES,
    clocks=(QUARTERLY_MEETING,),
    facts=needed(TABLES),
    note="standards of belief are not ranked: each notice names the pairs that suffice",
    notices=NOTICES,
)
