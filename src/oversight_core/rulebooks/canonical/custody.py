"""Stage of a custody hold: lodged with an agency, which must not hold the person for long once it would let go.

That the person must be released is what a clock brings, and no state.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical.sources import DETAINER_RULE as DETAINER
from oversight_core.rulebooks.canonical.words import CONVENTION, NOT_STATED
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

LODGING_AGENCY = "lodging_agency"
HOLDING_AGENCY = "holding_agency"

_START = (NOT_STATED.name, "lodged")

CUSTODY_STAGE = Lifecycle(
    "custody_stage",
    "1",
    "stage",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        State("lodged", "the agency has been asked to hold the person"),
        State("releasable", "the agency would let the person go, but for the hold"),
        State("transferred", "who lodged it has assumed custody"),
        State("released", "the agency has let the person go"),
        State("lifted", "who lodged it no longer asks"),
    ),
    rules=(
        Rule(NOT_STATED.name, "lodge", "lodged", LODGING_AGENCY, expects="form", cites=DETAINER),
        Rule(
            _START,
            "become_releasable",
            "releasable",
            HOLDING_AGENCY,
            expects=("time_stamp", "notice_copy"),
            cites=DETAINER,
            means="by then the person has a copy of the form",
        ),
        Rule(_START, "lift", "lifted", LODGING_AGENCY, expects="notice", cites=CONVENTION),
        Rule("releasable", "assume", "transferred", LODGING_AGENCY, expects="time_stamp", cites=DETAINER),
        Rule("releasable", "release", "released", HOLDING_AGENCY, expects="time_stamp", cites=DETAINER),
    ),
    groups=(
        Group("open", ("lodged", "releasable"), "the agency holds the person, or is asked to"),
        Group("final", ("transferred", "released", "lifted"), "nothing need follow"),
    ),
    kinds="custody-hold",
)
