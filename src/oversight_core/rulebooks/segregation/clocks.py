"""Deadlines of a placement in segregation.  The facility notifies and the field office director reviews: two duties.

"At once" is the day on which the notice is due.
"""

from __future__ import annotations

from oversight_core.moments import PLAIN
from oversight_core.rulebooks.canonical.words import ending
from oversight_core.rulebooks.segregation.sources import (
    DETENTION_STANDARDS,
    FROM_KNOWLEDGE,
    SINCE_COMMITMENT,
    SINCE_DIRECTIVE,
    UN_BENCHMARK,
    WEEK,
    WEEKLY_NOTES,
    directive,
)
from oversight_core.rules.clock import Clock, Unit

FACILITY = "facility"
FIELD_OFFICE_DIRECTOR = "field office director"
HEALTH_SERVICE = "ICE Health Service Corps"
WEEKLY_COMMITTEE = "weekly-committee"

_NOTIFIED = "placement-notice:given_on"
_REVIEWED = "placement-review:reviewed_on"
_RELEASED = ("released_on", "stage=released")
_UNTIL_RELEASED = "nothing is asked about a placement that has ended"
_ILL = (("mental_illness", "true"),)

_DUTIES = (
    ("notice", FACILITY, _NOTIFIED, "the facility tells the field office director"),
    ("review", FIELD_OFFICE_DIRECTOR, _REVIEWED, "the field office director asks at once whether it is proper"),
)
_TERMS = (
    ("length-of-stay", 30, True, 14, None),
    ("14-in-21", 14, False, None, 21),
)
"""At day 14, at day 30 and every 30 days after; and where 14 days come together within any 21."""

LENGTH_OF_STAY = tuple(
    Clock(
        f"{duty}-{term}",
        "placed_on",
        length,
        Unit.DAYS,
        holder,
        ending(directive(holder), _UNTIL_RELEASED),
        means,
        calendar=PLAIN.name,
        kinds="placement",
        met_by=met_by,
        stops_on=_RELEASED,
        repeats=repeats,
        first=first,
        window=window,
        in_force_from=SINCE_DIRECTIVE,
    )
    for duty, holder, met_by, means in _DUTIES
    for term, length, repeats, first, window in _TERMS
)

MENTAL_ILLNESS = (
    Clock(
        "notice-mental-illness",
        ("known_on", "placed_on"),
        72,
        Unit.HOURS,
        FACILITY,
        (*ending(directive(FACILITY), _UNTIL_RELEASED), FROM_KNOWLEDGE),
        "the facility tells the field office director; a notice, not a review",
        calendar=PLAIN.name,
        kinds="placement",
        where=_ILL,
        met_by=_NOTIFIED,
        stops_on=_RELEASED,
        time_zone=":time_zone",
        in_force_from=SINCE_DIRECTIVE,
    ),
    Clock(
        "health-review",
        "placed_on",
        14,
        Unit.DAYS,
        HEALTH_SERVICE,
        ending(directive(HEALTH_SERVICE), _UNTIL_RELEASED),
        "treatment and placement",
        calendar=PLAIN.name,
        kinds="placement",
        where=_ILL,
        met_by=_REVIEWED,
        stops_on=_RELEASED,
        repeats=True,
        in_force_from=SINCE_DIRECTIVE,
    ),
)

COMMITTEE = Clock(
    WEEKLY_COMMITTEE,
    "given_on",
    1,
    Unit.WEEKS,
    FACILITY,
    (WEEKLY_NOTES, WEEK),
    "for each facility and week: notes of the multidisciplinary committee exist and cover each placement; the mandate "
    "is the facility's, and each meeting names it as its series",
    calendar=PLAIN.name,
    kinds="mandate",
    where=(("clock", WEEKLY_COMMITTEE),),
    met_by="meeting:held_on",
    stops_on="stage=superseded",
    repeats=True,
    in_force_from=SINCE_COMMITMENT,
)

MARKERS = (
    Clock(
        "disciplinary-ceiling",
        "placed_on",
        30,
        Unit.DAYS,
        "",
        DETENTION_STANDARDS,
        "no duty that a record can tell: the longest disciplinary placement in most cases, and only where the facility "
        "is held to these standards; beyond it, ask which case this is",
        calendar=PLAIN.name,
        kinds="placement",
        where=(("form", "disciplinary"),),
        met_by=_RELEASED,
        marker=True,
    ),
    Clock(
        "un-benchmark",
        "placed_on",
        15,
        Unit.DAYS,
        "",
        UN_BENCHMARK,
        "no duty: solitary confinement for longer counts as prolonged",
        calendar=PLAIN.name,
        kinds="placement",
        met_by=_RELEASED,
        marker=True,
    ),
)

CLOCKS = (*LENGTH_OF_STAY, *MENTAL_ILLNESS, COMMITTEE, *MARKERS)
