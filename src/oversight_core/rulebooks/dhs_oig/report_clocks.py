"""What is due after a report of an inspector general, and for its semiannual one, from the head and from itself."""

from __future__ import annotations

from oversight_core.moments import PLAIN, Moment
from oversight_core.rulebooks.dhs_oig.sources import HEAD, HEADS, IGS, ig_act
from oversight_core.rules.clock import Clock, Each, MonthEnd, Unit

_SEMIANNUAL = (("type", "semiannual-report"),)

OF_REPORTS = (
    Clock(
        "report-comment",
        ("received_on", "sent_on", "issued_on"),
        60,
        Unit.DAYS,
        "management of the audited agency",
        ig_act("(b)(10)(B)", IGS),
        "a report on which no comment came is listed in the semiannual report; rewritten by NDAA FY2023, section 5273",
        calendar=PLAIN.name,
        kinds="document",
        where=(("type", "report"),),
        met_by="response:responded_on",
        in_force_to=Moment.parse("2022"),
    ),
    Clock(
        "semiannual-report",
        "given_on",
        1,
        Unit.MONTHS,
        "inspector general",
        ig_act("(b)", IGS),
        "by 30 April for the half-year to 31 March, by 31 October for that to 30 September",
        calendar=PLAIN.name,
        kinds="mandate",
        where=(("clock", "semiannual-report"),),
        met_by="document:issued_on",
        stops_on="stage=superseded",
        each=Each.FISCAL_HALF_YEAR,
        month_end=MonthEnd.LAST_DAY,
    ),
    Clock(
        "semiannual-transmittal",
        "received_on",
        30,
        Unit.DAYS,
        HEAD,
        ig_act("(c)", HEADS),
        "to Congress, with the head's own report, which answers it",
        calendar=PLAIN.name,
        kinds="document",
        where=_SEMIANNUAL,
        met_by="response:responded_on",
    ),
    Clock(
        "semiannual-publication",
        "response:responded_on",
        60,
        Unit.DAYS,
        HEAD,
        ig_act("(d)", HEADS),
        "copies for the public, after it was transmitted",
        calendar=PLAIN.name,
        kinds="document",
        where=_SEMIANNUAL,
        met_by="release=published",
    ),
    Clock(
        "flagrant-problem",
        ("received_on", "sent_on", "issued_on"),
        7,
        Unit.DAYS,
        HEAD,
        ig_act("(e)", HEADS),
        "to Congress, with comments, within seven calendar days",
        calendar=PLAIN.name,
        kinds="document",
        where=(("type", "flagrant-problem-report"),),
        met_by="response:responded_on",
    ),
)
