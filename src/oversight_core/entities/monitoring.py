"""Monitoring: statistics of a programme and what stands out in them, and indicators that are reported on regularly.

The quarterly review of Secure Communities (2011) has the first form, IMPACT OSS the second.
"""

from __future__ import annotations

from decimal import Decimal

import attrs

from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Item, Words


@attrs.frozen(kw_only=True)
class StatisticalReview:
    """One look at the figures of a programme for a period: to what aim, by which method.

    `minimum` is the smallest denominator that the method takes.
    """

    programme: Item | None = None
    period: Moment | None = None
    aim: str = ""  # effectiveness, misuse
    method: str = ""
    minimum: int | None = None
    held_on: Moment | None = None


@attrs.frozen(kw_only=True)
class Outlier:
    """A jurisdiction that stands out in a statistical review: a lead, not a finding.

    `coverage` is the part of the records in which the measure is known, in per cent; `score` is what the method gives.
    """

    review: Item | None = None
    jurisdiction: str = ""
    measure: str = ""
    numerator: int | None = None
    denominator: int | None = None
    coverage: Decimal | None = None
    score: Decimal | None = None
    flagged_on: Moment | None = None


@attrs.frozen(kw_only=True)
class Indicator:
    """What shows whether a recommendation is met, and how often its manager reports on it, as IMPACT OSS has it."""

    recommendation: Item | None = None
    text: Words = attrs.field(default="", metadata=CONTENT)
    manager: str = ""
    frequency_months: int | None = None
    starts_on: Moment | None = None
    ends_on: Moment | None = None


@attrs.frozen(kw_only=True)
class ProgressReport:
    """One report on an indicator."""

    indicator: Item | None = None
    reported_on: Moment | None = None
