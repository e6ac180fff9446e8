"""Custody: segregation in detention, and holds for another agency.

Placements are what ICE's Directive 11065.1 has facilities report and field offices review, holds what 8 CFR 287.7(d)
limits.  They are about people: no identity is made of their words, and a person stands here by a pseudonym only.
"""

from __future__ import annotations

import attrs

from oversight_core.moments import Moment
from oversight_core.names import CONTENT, Item, Words, several
from oversight_core.quick import quick


@attrs.frozen(kw_only=True)
class Placement:
    """One stay of a person in segregation.  One without a day of release is ongoing, which is not a length of zero.

    `reason` is the category that the source prints and `reason_group` the one of nine that it belongs to;
    `initial_reason` is what a log gives for the first hours, `release_reason` why it ended.  `known_on` is when the
    vulnerability became known, where that was later than the placement.  `mental_illness` is None where nobody says,
    which is no *no*.  `time_zone` is where the facility is, as "America/Chicago": hours are counted there.
    """

    facility: str = ""
    form: str = ""  # administrative, disciplinary
    reason: str = ""
    placed_on: Moment | None = None
    released_on: Moment | None = None
    known_on: Moment | None = None
    vulnerability: tuple[str, ...] = attrs.field(default=(), converter=several)
    mental_illness: bool | None = None
    person: Words = attrs.field(default="", metadata=CONTENT)
    field_office: str = ""
    time_zone: str = ""
    facility_code: str = ""
    reason_group: str = ""
    initial_reason: str = ""
    release_reason: str = ""
    gender: Words = attrs.field(default="", metadata=CONTENT)
    citizenship: Words = attrs.field(default="", metadata=CONTENT)


@attrs.frozen(kw_only=True)
class PlacementReview:
    """One review of a placement: by whom, when, and with what outcome."""

    placement: Item | None = None
    by: str = ""
    reviewed_on: Moment | None = None
    outcome: str = ""  # continued, modified, released
    clock: str = ""  # which clock of its rulebook it answers; empty where it may answer any


@quick
@attrs.frozen(kw_only=True, weakref_slot=False)
class PlacementReport:
    """One report on a placement at an interval; several of them are about one stay.

    `interval` is 72-hour, 14-day or 30-day, `length_of_stay` the days as the report counts them.  `mental_illness`,
    `medical_illness` and `disability` are the categories that it prints: the word "None" is one, an empty cell is none.
    `current_review` is the day of the stay at which the latest review stands, `sanction_length` as printed.
    """

    placement: Item | None = None
    interval: str = ""
    created_on: Moment | None = None
    length_of_stay: int | None = None
    complies: bool | None = None
    recommendation: str = ""
    attorney: bool | None = None
    attorney_notified: bool | None = None
    requested: bool | None = None
    suicide_risk: bool | None = None
    mental_illness: str = ""
    medical_illness: str = ""
    disability: str = ""
    ever_serious_mental_illness: bool | None = None
    special_criteria: bool | None = None
    current_review: int | None = None
    sanction_length: str = ""
    custody_classification: str = ""


@attrs.frozen(kw_only=True)
class PlacementNotice:
    """One notice of a placement, such as a facility gives to the field office director."""

    placement: Item | None = None
    by: str = ""
    to: str = ""
    given_on: Moment | None = None
    clock: str = ""  # which clock of its rulebook it answers; empty where it may answer any


@attrs.frozen(kw_only=True)
class CustodyHold:
    """A detainer: a law-enforcement agency is asked to hold a person until another agency assumes custody.

    `releasable_on` is when the agency would otherwise let the person go, mostly an instant; `time_zone` is where it is,
    as "America/Chicago"; `notice_given_on` is when the person got a copy of the form.
    """

    agency: str = ""
    lodged_on: Moment | None = None
    releasable_on: Moment | None = None
    assumed_on: Moment | None = None
    released_on: Moment | None = None
    time_zone: str = ""
    notice_given_on: Moment | None = None
