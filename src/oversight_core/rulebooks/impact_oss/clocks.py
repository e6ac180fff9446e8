"""When a report on an indicator is due: every so many months, as the indicator says."""

from __future__ import annotations

from oversight_core.moments import PLAIN
from oversight_core.rulebooks.impact_oss.words import CLIENT, SERVER
from oversight_core.rules.clock import Clock, MonthEnd

FREQUENCIES = (1, 3, 6, 12)
"""Every how many months; no other frequency can be chosen."""


def _report(months: int) -> Clock:
    every = "every month" if months == 1 else f"every {months} months"
    return Clock(
        "indicator-report",
        "starts_on",
        months,
        "months",
        "manager of the indicator",
        (SERVER, CLIENT),
        f"a report {every} until the indicator ends; managers are reminded 30 days ahead",
        calendar=PLAIN.name,
        kinds="indicator",
        where=(("frequency_months", f"{months}"),),
        met_by="progress-report:reported_on",
        stops_on="ends_on",
        repeats=True,
        month_end=MonthEnd.SAME_DAY,
    )


CLOCKS = tuple(_report(months) for months in FREQUENCIES)
