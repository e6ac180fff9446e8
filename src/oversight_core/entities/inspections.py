"""Inspections of facilities, and the deficiencies that they find, as GAO and DHS OIG report on those of ICE."""

from __future__ import annotations

import attrs

from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Item, Words


@attrs.frozen(kw_only=True)
class Inspection:
    """One inspection: of which facility, by whom, in which form (on site, self-assessment), against which standard.

    Its counts are as stated: how many standards were looked at, complied with and not met, how many deficiencies were
    found in them, and how many of these are repeated.  `corrective_plan_completed` is whether the facility is said to
    have completed its corrective action plan.
    """

    facility: str = ""
    by: str = ""
    form: str = ""
    standard: str = ""
    started_on: Moment | None = None
    ended_on: Moment | None = None
    number: str = ""
    rating: str = ""
    inspected_count: int | None = None
    complied_count: int | None = None
    deficient_count: int | None = None
    deficiency_count: int | None = None
    repeat_count: int | None = None
    corrective_plan_completed: bool | None = None


@attrs.frozen(kw_only=True)
class Deficiency:
    """Where an inspection found that a standard, or one component of it, is not met.

    `repeat_of` is the deficiency that it repeats; `consequence` what followed, such as a financial penalty.
    """

    inspection: Item | None = None
    standard: str = ""
    component: str = ""
    priority: str = ""
    corrected_on_site: bool | None = None
    repeat_of: Item | None = None
    consequence: str = ""
    text: Words = attrs.field(default="", metadata=CONTENT)
