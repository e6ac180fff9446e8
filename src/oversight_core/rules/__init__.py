"""What a rule is: rows with citations, and the one verb that decides by them."""

from oversight_core.rules.attempt import Applied, Attempt, Exhibit, Facts, Guard, Step
from oversight_core.rules.check import Defect, Flaw, defects, ensure_sound
from oversight_core.rules.citation import Citation, Force, Read
from oversight_core.rules.clock import Clock
from oversight_core.rules.decide import decide, missing_of, offered, rule_of
from oversight_core.rules.draw import to_matrix, to_mermaid, to_rows
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State
from oversight_core.rules.paths import missing_steps
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
from oversight_core.rules.rulebook import RuleBook
from oversight_core.rules.space import Question, space
from oversight_core.rules.versions import Change, changed_decisions
from oversight_core.rules.vocabulary import Mapping, Vocabulary

__all__ = [
    "Applied",
    "Attempt",
    "Change",
    "Citation",
    "Clock",
    "Defect",
    "Exhibit",
    "Facts",
    "Flaw",
    "Force",
    "Group",
    "Guard",
    "GuardFailed",
    "Lifecycle",
    "Mapping",
    "MissingFact",
    "MissingRequirement",
    "NotAllowed",
    "OutOfOrder",
    "Question",
    "Read",
    "Reason",
    "Rule",
    "RuleBook",
    "State",
    "StatusTooCoarse",
    "Step",
    "UnknownStatus",
    "Vocabulary",
    "WrongActor",
    "WrongMoment",
    "changed_decisions",
    "decide",
    "defects",
    "ensure_sound",
    "missing_of",
    "missing_steps",
    "offered",
    "rule_of",
    "space",
    "to_matrix",
    "to_mermaid",
    "to_rows",
]
