"""Deadlines of the page: the committee's first report, the quarterly review of figures, and the hold on a detainer."""

from __future__ import annotations

from oversight_core.moments import PLAIN, Moment
from oversight_core.rulebooks.secure_communities.sources import ANCHOR, GUIDANCE, HOLD_END, HOLD_START, START, page
from oversight_core.rules.clock import Clock, Each, Unit

FIRST_REPORT = "advisory-committee-report"

CLOCKS = (
    Clock(
        FIRST_REPORT,
        ("announced_on", "given_on"),
        45,
        Unit.DAYS,
        "advisory committee",
        (page("the advisory committee"), START),
        "the committee's first report to the Director; the 45 days began when it was announced, or when it was set up",
        calendar=PLAIN.name,
        kinds="mandate",
        between=True,
        where=(("clock", FIRST_REPORT),),
        met_by="document:issued_on",
        stops_on="stage=superseded",
    ),
    Clock(
        "statistical-review",
        ("activated_on", "announced_on"),
        1,
        Unit.FISCAL_QUARTERS,
        "ICE and CRCL",
        (page("ICE and CRCL"), ANCHOR),
        "of the quarter that has ended, for each jurisdiction where it is activated: effectiveness and signs of misuse",
        calendar=PLAIN.name,
        kinds="programme",
        met_by="statistical-review:held_on",
        stops_on="discontinued_on",
        each=Each.FISCAL_QUARTER,
        in_force_from=Moment.parse("2011/2011-06-25"),  # the page has no date; it was copied on the later day
        in_force_to=Moment.parse("2014-11-20"),
    ),
    Clock(
        "hold",
        ("releasable_on", "stage=releasable"),
        48,
        Unit.HOURS,
        "law-enforcement agency",
        (GUIDANCE, HOLD_START, HOLD_END),
        "every hour counts; then custody is assumed, or the person is released",
        calendar=PLAIN.name,
        kinds="custody-hold",
        met_by=("assumed_on", "released_on", "stage=transferred", "stage=released"),
        stops_on="stage=lifted",
        time_zone=":time_zone",
    ),
)
