"""Stage of a request to take a person over from a law-enforcement agency: does it fit, and is discretion exercised?"""

from __future__ import annotations

from oversight_core.rulebooks.canonical.sources import TRANSFERS_PLAN as PLAN
from oversight_core.rulebooks.canonical.words import NOT_STATED
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

AGENCY = "agency"

_START = (NOT_STATED.name, "received")
_FITS = ("consistent_with_priorities", "other_federal_interest")

TRANSFER_STAGE = Lifecycle(
    "transfer_stage",
    "1",
    "stage",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        State("received", "it has come in"),
        State("consistent_with_priorities", "it is consistent with the enforcement priorities"),
        State("other_federal_interest", "it is not, and otherwise serves an important federal interest"),
        State("not_consistent", "it does neither"),
        State("discretion_considered", "the agency has determined, for now, whether to exercise discretion"),
    ),
    rules=(
        Rule(NOT_STATED.name, "receive", "received", AGENCY, expects="request", cites=PLAN),
        Rule(_START, "find_consistent", "consistent_with_priorities", AGENCY, expects="reasons", cites=PLAN),
        Rule(_START, "find_other_interest", "other_federal_interest", AGENCY, expects="reasons", cites=PLAN),
        Rule(_START, "find_inconsistent", "not_consistent", AGENCY, expects="reasons", cites=PLAN),
        Rule(
            (*_FITS, "discretion_considered"),
            "consider_discretion",
            "discretion_considered",
            AGENCY,
            expects=("circumstances", "determination"),
            cites=PLAN,
            means="for the first time or again, over the life of the case",
        ),
    ),
    groups=(
        Group("fitting", _FITS, "the person may be taken over"),
        Group("final", ("not_consistent", "discretion_considered"), "nothing need follow, until the case changes"),
    ),
    kinds="transfer-request",
)
