"""What is due after a GAO report, to whom, and since when."""

from __future__ import annotations

from oversight_core.moments import PLAIN, Moment
from oversight_core.rulebooks.canonical.words import A_50, GAO_IG_ACT, after, ending
from oversight_core.rules.citation import Citation, Force, Read
from oversight_core.rules.clock import Bound, Clock, MonthEnd, Unit

_REPORT = ("document.issued_on", "issued_on")
_AGENCY_HEAD = "head of the agency"
_CHANGED = Moment.parse("2017/2022")
"""The 61st day was read in the text as of Pub. L. 115-3 (2017), the 181st as of Pub. L. 117-81; no source says when."""


def _statement(paragraph: str, read_in: str) -> Citation:
    return Citation(f"31 U.S.C. 720{paragraph}", Force.STATUTE, "heads of agencies", Read.SECOND_HAND, read_in)


_NOW = "civic-source/us-code title-31/chapter-7/section-720.md, as of Pub. L. 117-81"
_BEFORE = "self-law.org/code/plaw/115/public/3"

_STILL = "what was read of the law excepts nothing that GAO has closed, for which it is no longer asked here"
_ANSWERED = after(
    "OMB Circular A-50: the answer to Congress that resolves a recommendation is this statement", A_50.read, A_50.copy
)

CLOCKS = (
    Clock(
        "congress-statement",
        _REPORT,
        61,
        Unit.DAYS,
        _AGENCY_HEAD,
        (*ending(_statement("(b)", _BEFORE)), _ANSWERED),
        f"a statement to the committees on action taken, as the law was; {_STILL}",
        calendar=PLAIN.name,
        kinds="recommendation",
        bound=Bound.BEFORE,
        met_by="resolution=resolved",
        stops_on="oversight_status=closed",
        in_force_to=_CHANGED,
    ),
    Clock(
        "congress-statement",
        _REPORT,
        181,
        Unit.DAYS,
        _AGENCY_HEAD,
        (*ending(_statement("(b)(1)", _NOW)), _ANSWERED),
        f"a statement to the committees and to GAO on action taken or planned; {_STILL}",
        calendar=PLAIN.name,
        kinds="recommendation",
        bound=Bound.BEFORE,
        met_by="resolution=resolved",
        stops_on="oversight_status=closed",
        in_force_from=_CHANGED,
    ),
    Clock(
        "appropriations-statement",
        _REPORT,
        180,
        Unit.DAYS,
        _AGENCY_HEAD,
        ending(_statement("(b)(2)", _NOW)),
        "a statement to both Committees on Appropriations, with the first request made later than the 180th day; "
        f"{_STILL}",
        calendar=PLAIN.name,
        kinds="recommendation",
        stops_on="oversight_status=closed",
        awaits="appropriations request",
        in_force_from=_CHANGED,
    ),
    Clock(
        "draft-comment",
        "sent_on",
        30,
        Unit.DAYS,
        "agency that is asked to comment",
        Citation("31 U.S.C. 718(b)", Force.STATUTE, "GAO and agencies", Read.SECOND_HAND, "us.vlex.com 31 USC 718"),
        "longer only where the need is shown; silence must not delay the report",
        calendar=PLAIN.name,
        kinds="document",
        where=(("type", "draft-report"),),
        met_by="response:responded_on",
    ),
    Clock(
        "budget-justification",
        _REPORT,
        1,
        Unit.YEARS,
        _AGENCY_HEAD,
        GAO_IG_ACT,
        "listed in each annual budget justification while it is open, or closed and not implemented, a year or longer",
        calendar=PLAIN.name,
        kinds="recommendation",
        stops_on="oversight_status=implemented",
        repeats=True,
        awaits="budget justification",
        month_end=MonthEnd.SAME_DAY,
    ),
    Clock(
        "audit-resolution",
        _REPORT,
        6,
        Unit.MONTHS,
        "agency management",
        ending(A_50),
        "a recommendation of GAO is resolved when the agency answers Congress",
        calendar=PLAIN.name,
        kinds="recommendation",
        met_by="resolution=resolved",
        stops_on="oversight_status=closed",
        month_end=MonthEnd.SAME_DAY,
    ),
    Clock(
        "four-year-rate",
        _REPORT,
        4,
        Unit.YEARS,
        "",
        after("the share that GAO says is implemented four years after issue", Read.RECOLLECTION),
        "a measure, not a duty: whether it was implemented within four years of its issue; closing it settles that",
        calendar=PLAIN.name,
        kinds="recommendation",
        met_by="oversight_status=implemented",
        stops_on="oversight_status=closed",
        month_end=MonthEnd.SAME_DAY,
        marker=True,
    ),
)
