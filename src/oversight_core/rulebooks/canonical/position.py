"""Position: what the addressee says to a recommendation.  An answer given again is its revision."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.words import (
    ADDRESSEE,
    CONVENTION,
    CRCL_PRACTICE,
    GAO_LABELS,
    NOT_STATED,
    NTSB_REPLIES,
    OVERSIGHT_BODY,
)
from oversight_core.rules.citation import Citation
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

ANSWERS: tuple[tuple[str, State, tuple[str, ...], Citation], ...] = (
    (
        "concur",
        State("concurred", "the addressee agrees"),
        ("reply", "plan"),
        NTSB_REPLIES,
    ),
    (
        "partially_concur",
        State("partially_concurred", "the addressee agrees with a part"),
        ("reply", "accepted_part", "plan", "reasons"),
        NTSB_REPLIES,
    ),
    (
        "non_concur",
        State("non_concurred", "the addressee does not agree"),
        ("reply", "reasons"),
        NTSB_REPLIES,
    ),
    (
        "neither_agree_nor_disagree",
        State("neither_agreed_nor_disagreed", "the addressee answers and takes no position"),
        ("reply",),
        GAO_LABELS,
    ),
    (
        "not_address",
        State("not_addressed", "the addressee answers and passes this recommendation over"),
        ("reply",),
        CONVENTION,
    ),
)
"""Event, answer, what is expected with it (a plan, or the word that it is done already), and whom it is after."""

_STATES = tuple(state.name for _, state, _, _ in ANSWERS)


def _first(event: str, answer: State, expects: tuple[str, ...], cites: Citation) -> Rule:
    source = (NOT_STATED.name, "awaiting")
    return Rule(source, event, answer.name, ADDRESSEE, expects=expects, cites=cites, means="the answer")


def _revised(event: str, answer: State) -> Rule:
    others = tuple(name for name in _STATES if name != answer.name)
    expects = ("reply", "reasons")
    return Rule(others, event, answer.name, ADDRESSEE, expects=expects, cites=CONVENTION, means="the revised answer")


POSITION = Lifecycle(
    "position",
    "1",
    "position",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        State("awaiting", "the recommendation is issued and an answer is asked for"),
        State("not_required", "the recommendation is issued and no answer is asked for"),
        *(state for _, state, _, _ in ANSWERS),
    ),
    rules=(
        Rule(NOT_STATED.name, "issue", "awaiting", OVERSIGHT_BODY, expects="memo", cites=CRCL_PRACTICE),
        Rule(NOT_STATED.name, "issue_without_reply", "not_required", OVERSIGHT_BODY, expects="memo", cites=CONVENTION),
        *(_first(*answer) for answer in ANSWERS),
        *(_revised(event, answer) for event, answer, _, _ in ANSWERS),
    ),
    groups=(
        Group("answered", _STATES, "the addressee has answered"),
        Group("final", (*_STATES, "not_required"), "nothing need follow; an answer may be revised"),
    ),
    kinds="recommendation",
)
