"""Stage of a placement in segregation: reviewed again and again until the person is released from it.

That a review is due is what a clock brings, and no state.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical.sources import SEGREGATION_DIRECTIVE as DIRECTIVE
from oversight_core.rulebooks.canonical.words import CONVENTION, NOT_STATED
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

FACILITY = "facility"
FIELD_OFFICE_DIRECTOR = "field_office_director"
HEALTH_SERVICE = "health_service"

_REVIEWERS = (FIELD_OFFICE_DIRECTOR, HEALTH_SERVICE)
_SEGREGATED = (
    State("placed", "in segregation, and no review has said anything yet"),
    State("continued", "a review has let it go on as it is"),
    State("modified", "a review has let it go on otherwise"),
)
_ANY = (NOT_STATED.name, "segregated")

PLACEMENT_STAGE = Lifecycle(
    "placement_stage",
    "1",
    "stage",
    NOT_STATED.name,
    states=(NOT_STATED, *_SEGREGATED, State("released", "out of segregation")),
    rules=(
        Rule(
            NOT_STATED.name,
            "place",
            "placed",
            FACILITY,
            expects=("reasons", "alternatives_considered"),
            cites=DIRECTIVE,
        ),
        Rule(
            _ANY,
            "continue",
            "continued",
            _REVIEWERS,
            expects=("written_assessment", "alternatives_considered"),
            cites=DIRECTIVE,
            means="a review, or a further one",
        ),
        Rule(
            _ANY,
            "modify",
            "modified",
            _REVIEWERS,
            expects=("written_assessment", "alternatives_considered"),
            cites=DIRECTIVE,
            means="a review, or a further one",
        ),
        Rule(
            _ANY,
            "release",
            "released",
            (FACILITY, *_REVIEWERS),
            expects="release_date",
            cites=CONVENTION,
            means="by a review, or without one",
        ),
    ),
    groups=(
        Group("segregated", tuple(state.name for state in _SEGREGATED), "the person is in segregation"),
        Group("final", "released", "nothing need follow"),
    ),
    kinds="placement",
)
