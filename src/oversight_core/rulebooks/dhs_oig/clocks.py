"""What is due after an inspector general has recommended something, from management and the head of the establishment.

The Act counts to final action and not to closing: a recommendation may be closed before its report is issued, and a
list of what is closed dates no decision and no action.  That nothing is asked for any more then is a convention.
"""

from __future__ import annotations

from oversight_core.moments import PLAIN
from oversight_core.rulebooks.canonical.words import A_50, GAO_IG_ACT, OIG_CLOSURE, ending
from oversight_core.rulebooks.dhs_oig.sources import A_50_RECALLED, DIRECTIVE_077_01, FASA, HEAD, HEADS, ig_act
from oversight_core.rules.clock import Clock, MonthEnd, Unit

_REPORT = ("document.issued_on", "issued_on")
_MANAGEMENT = "management of the audited agency"

OF_RECOMMENDATIONS = (
    Clock(
        "audit-resolution",
        _REPORT,
        6,
        Unit.MONTHS,
        _MANAGEMENT,
        ending(A_50),
        "auditor and management agree, or the audit follow-up official decides, six months after the final report",
        calendar=PLAIN.name,
        kinds="recommendation",
        met_by="resolution=resolved",
        stops_on="oversight_status=closed",
        month_end=MonthEnd.SAME_DAY,
    ),
    Clock(
        "non-federal-audit-resolution",
        ("document.received_on", "received_on"),
        6,
        Unit.MONTHS,
        _MANAGEMENT,
        ending(A_50_RECALLED),
        "of an audit of somebody else than an agency, from the day on which the agency has the report",
        calendar=PLAIN.name,
        kinds="recommendation",
        where=(("document.type", "non-federal-audit"),),
        met_by="resolution=resolved",
        stops_on="oversight_status=closed",
        month_end=MonthEnd.SAME_DAY,
    ),
    Clock(
        "management-decision",
        _REPORT,
        6,
        Unit.MONTHS,
        HEAD,
        ending(FASA),
        "the decision on each recommendation, as the statute is remembered; one that was closed without a decision on "
        "record is not shown as overdue, which does not say that it was decided",
        calendar=PLAIN.name,
        kinds="recommendation",
        met_by="management-decision:decided_on",
        stops_on="oversight_status=closed",
        month_end=MonthEnd.SAME_DAY,
    ),
    Clock(
        "final-action",
        _REPORT,
        12,
        Unit.MONTHS,
        HEAD,
        ending(FASA),
        "all actions that the decision thinks needed, as the statute is remembered; where it needs none, final action "
        "is on the day of the decision; closing is not final action, though nothing is shown as overdue after it",
        calendar=PLAIN.name,
        kinds="recommendation",
        met_by="final-action:completed_on",
        stops_on="oversight_status=closed",
        month_end=MonthEnd.SAME_DAY,
    ),
    Clock(
        "component-reply",
        _REPORT,
        90,
        Unit.DAYS,
        "DHS component",
        ending(DIRECTIVE_077_01),
        "a written reply within 90 days of the memo's date",
        calendar=PLAIN.name,
        kinds="recommendation",
        met_by="position=answered",
        stops_on="oversight_status=closed",
    ),
    Clock(
        "closeout-letter",
        "final-action:completed_on",
        30,
        Unit.DAYS,
        "DHS component",
        ending(OIG_CLOSURE),
        "a letter with proof of what was done, and of what became of money, after all of it is done",
        calendar=PLAIN.name,
        kinds="recommendation",
        met_by="implementation=reported_complete",
        stops_on="oversight_status=closed",
    ),
    Clock(
        "final-action-explanation",
        "management-decision:decided_on",
        1,
        Unit.YEARS,
        HEAD,
        ending(ig_act("(c)(5)", HEADS)),
        "a decision older than a year without final action is explained in the head's next semiannual report",
        calendar=PLAIN.name,
        kinds="recommendation",
        stops_on=("final-action:completed_on", "oversight_status=closed"),
        awaits="semiannual report",
        month_end=MonthEnd.SAME_DAY,
    ),
    Clock(
        "budget-justification",
        _REPORT,
        1,
        Unit.YEARS,
        "head of the agency",
        ending(GAO_IG_ACT),
        "listed in each annual budget justification while published a year or longer without final action",
        calendar=PLAIN.name,
        kinds="recommendation",
        stops_on=("final-action:completed_on", "oversight_status=closed"),
        repeats=True,
        awaits="budget justification",
        month_end=MonthEnd.SAME_DAY,
    ),
)
