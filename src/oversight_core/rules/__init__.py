"""What a rule is: rows with citations, and the one verb that decides by them."""

from oversight_core.rules.attempt import Applied, Attempt, Exhibit, Facts, Guard, Step
from oversight_core.rules.citation import Citation, Force, Read
from oversight_core.rules.decide import decide, missing_of, offered, rule_of
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State
from oversight_core.rules.reasons import (
    GuardFailed,
    MissingFact,
    MissingRequirement,
    NotAllowed,
    OutOfOrder,
    Reason,
    StatusTooCoarse,
    UnknownStatus,
    WrongActor,
    WrongMoment,
)

__all__ = [
    "Applied",
    "Attempt",
    "Citation",
    "Exhibit",
    "Facts",
    "Force",
    "Group",
    "Guard",
    "GuardFailed",
    "Lifecycle",
    "MissingFact",
    "MissingRequirement",
    "NotAllowed",
    "OutOfOrder",
    "Read",
    "Reason",
    "Rule",
    "State",
    "StatusTooCoarse",
    "Step",
    "UnknownStatus",
    "WrongActor",
    "WrongMoment",
    "decide",
    "missing_of",
    "offered",
    "rule_of",
]
