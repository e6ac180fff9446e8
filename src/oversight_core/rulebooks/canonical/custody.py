"""Stage of a custody hold: lodged with a law-enforcement agency, which must not hold the person for long.

That the person must be released is what a clock brings, and no state.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical.sources import DETAINER_RULE as DETAINER
from oversight_core.rulebooks.canonical.sources import SECURE_COMMUNITIES_PAGE as PAGE
from oversight_core.rulebooks.canonical.words import CONVENTION, NOT_STATED
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

AGENCY = "agency"
LAW_ENFORCEMENT_AGENCY = "law_enforcement_agency"

_START = (NOT_STATED.name, "lodged")

CUSTODY_STAGE = Lifecycle(
    "custody_stage",
    "1",
    "stage",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        State("lodged", "the law-enforcement agency has been asked to hold the person"),
        State("releasable", "but for the hold the law-enforcement agency would let the person go"),
        State("transferred", "the agency that lodged it has assumed custody"),
        State("released", "the law-enforcement agency has let the person go"),
        State("lifted", "the agency that lodged it no longer asks"),
    ),
    rules=(
        Rule(NOT_STATED.name, "lodge", "lodged", AGENCY, expects="form", cites=DETAINER),
        Rule(
            _START,
            "become_releasable",
            "releasable",
            LAW_ENFORCEMENT_AGENCY,
            expects=("time_stamp", "notice_copy"),
            cites=(DETAINER, PAGE),
            means="by then the person has a copy of the form",
        ),
        Rule(
            (*_START, "releasable"),
            "lift",
            "lifted",
            AGENCY,
            expects="notice",
            cites=CONVENTION,
            means="whether or not the person would be let go by now",
        ),
        Rule("releasable", "assume", "transferred", AGENCY, expects="time_stamp", cites=DETAINER),
        Rule("releasable", "release", "released", LAW_ENFORCEMENT_AGENCY, expects="time_stamp", cites=DETAINER),
    ),
    groups=(
        Group("open", ("lodged", "releasable"), "the person is held, or is to be"),
        Group("final", ("transferred", "released", "lifted"), "nothing need follow"),
    ),
    kinds="custody-hold",
)
