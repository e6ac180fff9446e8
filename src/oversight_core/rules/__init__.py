"""What a rule is: rows with citations, and the one verb that decides by them."""

from oversight_core.rules.attempt import Applied, Attempt, Exhibit, Facts, Guard, Step
from oversight_core.rules.belief import Belief, Duty, Notice
from oversight_core.rules.check import Defect, Flaw, defects, ensure_sound
from oversight_core.rules.citation import Citation, Force, Read
from oversight_core.rules.clock import Bound, Clock, Each, MonthEnd, Unit
from oversight_core.rules.counting import Due, count, in_force, reached
from oversight_core.rules.decide import decide, missing_of, offered, rule_of
from oversight_core.rules.draw import to_matrix, to_mermaid, to_rows
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State
from oversight_core.rules.paths import missing_steps
from oversight_core.rules.projection import Projection
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
    "Belief",
    "Bound",
    "Change",
    "Citation",
    "Clock",
    "Defect",
    "Due",
    "Duty",
    "Each",
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
    "MonthEnd",
    "NotAllowed",
    "Notice",
    "OutOfOrder",
    "Projection",
    "Question",
    "Read",
    "Reason",
    "Rule",
    "RuleBook",
    "State",
    "StatusTooCoarse",
    "Step",
    "Unit",
    "UnknownStatus",
    "Vocabulary",
    "WrongActor",
    "WrongMoment",
    "changed_decisions",
    "count",
    "decide",
    "defects",
    "ensure_sound",
    "in_force",
    "missing_of",
    "missing_steps",
    "offered",
    "reached",
    "rule_of",
    "space",
    "to_matrix",
    "to_mermaid",
    "to_rows",
]
