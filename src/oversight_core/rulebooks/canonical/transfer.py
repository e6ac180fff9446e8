"""Stage of a request to take a person over from a law-enforcement agency: does it fit, and is discretion exercised?"""

from __future__ import annotations

from oversight_core.rulebooks.canonical.sources import TRANSFERS_PLAN as PLAN
from oversight_core.rulebooks.canonical.words import NOT_STATED
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

TRANSFER_REVIEWER = "transfer_reviewer"

_START = (NOT_STATED.name, "received")

TRANSFER_STAGE = Lifecycle(
    "transfer_stage",
    "1",
    "stage",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        State("received", "it has come in"),
        State("meets_priorities", "consistent with the enforcement priorities"),
        State("serves_federal_interest", "not a priority, and serves another important federal interest"),
        State("meets_neither", "neither a priority nor another important federal interest"),
        State("discretion_considered", "whether to exercise discretion has been decided, for now"),
    ),
    rules=(
        Rule(NOT_STATED.name, "receive", "received", TRANSFER_REVIEWER, expects="request", cites=PLAN),
        Rule(_START, "find_priority", "meets_priorities", TRANSFER_REVIEWER, expects="reasons", cites=PLAN),
        Rule(
            _START, "find_federal_interest", "serves_federal_interest", TRANSFER_REVIEWER, expects="reasons", cites=PLAN
        ),
        Rule(_START, "find_neither", "meets_neither", TRANSFER_REVIEWER, expects="reasons", cites=PLAN),
        Rule(
            "reviewed",
            "consider_discretion",
            "discretion_considered",
            TRANSFER_REVIEWER,
            expects=("circumstances", "determination"),
            cites=PLAN,
            means="for the first time or again, over the life of the case",
        ),
    ),
    groups=(
        Group(
            "reviewed",
            ("meets_priorities", "serves_federal_interest", "meets_neither", "discretion_considered"),
            "it has been held against the priorities",
        ),
        Group("final", ("meets_neither", "discretion_considered"), "nothing need follow, until the case changes"),
    ),
    kinds="transfer-request",
)
