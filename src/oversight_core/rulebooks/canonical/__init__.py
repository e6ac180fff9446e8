"""The canonical tables: what any body may use, one file per axis."""

from oversight_core.rulebooks.canonical.complaint import COMPLAINT_STAGE
from oversight_core.rulebooks.canonical.implementation import IMPLEMENTATION
from oversight_core.rulebooks.canonical.oversight_status import OVERSIGHT_STATUS
from oversight_core.rulebooks.canonical.position import POSITION
from oversight_core.rulebooks.canonical.release import RELEASE
from oversight_core.rulebooks.canonical.resolution import RESOLUTION
from oversight_core.rulebooks.canonical.review import REVIEW_STAGE
from oversight_core.rules.rulebook import RuleBook

LIFECYCLES = (POSITION, RESOLUTION, IMPLEMENTATION, OVERSIGHT_STATUS, RELEASE, COMPLAINT_STAGE, REVIEW_STAGE)

CANONICAL = RuleBook("canonical", "1", "What any oversight body may use", LIFECYCLES)

__all__ = [
    "CANONICAL",
    "COMPLAINT_STAGE",
    "IMPLEMENTATION",
    "LIFECYCLES",
    "OVERSIGHT_STATUS",
    "POSITION",
    "RELEASE",
    "RESOLUTION",
    "REVIEW_STAGE",
]
