"""The detainer rule: how long a law-enforcement agency may hold a person for immigration officers."""

from __future__ import annotations

from oversight_core.moments import US_FEDERAL
from oversight_core.rulebooks.canonical.custody import CUSTODY_STAGE
from oversight_core.rulebooks.canonical.words import ending
from oversight_core.rulebooks.restating import restated
from oversight_core.rules.citation import Citation, Force, Read
from oversight_core.rules.clock import Clock, Unit
from oversight_core.rules.rulebook import RuleBook

RULE = Citation(
    "8 CFR 287.7(d)",
    Force.REGULATION,
    "law-enforcement agencies that hold a person on a detainer",
    Read.SECOND_HAND,
    "avvo.com; nortontooby.com",
)

UNTIL_LIFTED = "no hold is counted once the agency that lodged it has lifted it"

# The rule binds who holds a person, and nobody to assume custody.
HOLDS = restated(CUSTODY_STAGE, "detainer_custody_stage", cites={"release": RULE})

HOLD = Clock(
    "hold",
    ("releasable_on", "stage=releasable"),
    48,
    Unit.HOURS,
    "law-enforcement agency",
    ending(RULE, UNTIL_LIFTED),
    "Saturdays, Sundays and holidays do not count; then custody is assumed, or the person is released",
    calendar=US_FEDERAL,
    kinds="custody-hold",
    met_by=("assumed_on", "released_on", "stage=transferred", "stage=released"),
    stops_on="stage=lifted",
    time_zone=":time_zone",
)

DETAINER = RuleBook(
    "detainer",
    "1",
    "Detainers under 8 CFR 287.7",
    (HOLDS,),
    clocks=(HOLD,),
    note="which calendar counts is the rule's to say: this one leaves out days that Secure Communities counts",
)
