"""Every error the core raises.

Errors are for misuse and for the world failing; a move that the rules do not allow and a problem in a document are
*values*, not errors.  Each error is frozen and carries data, compares by that data, and prints one sentence: what,
where, what to do.
"""

from oversight_core.errors.asking import NoDay, UnknownGrouping, UnknownItem
from oversight_core.errors.base import OversightError
from oversight_core.errors.parsing import UnparsableItem, UnparsableMoment
from oversight_core.errors.reading import AmbiguousFormat, UnknownFormat, UnreadableSource
from oversight_core.errors.rules import (
    DefectiveLifecycle,
    DefectiveRulebook,
    DefectiveVocabulary,
    OutsideCalendar,
    StandardsNotOrdered,
    UnknownAxis,
    UnknownCalendar,
    UnknownLabel,
    UnknownLifecycle,
    UnknownProjection,
    UnknownRule,
    UnknownRulebook,
)
from oversight_core.errors.stores import (
    CorruptStore,
    ForeignFile,
    NewerStore,
    StoreFailed,
    StoreFull,
    StoreLocked,
    StoreReadOnly,
)
from oversight_core.errors.writing import CannotRetract, Conflict, InvalidBatch, UnknownBatch

__all__ = [
    "AmbiguousFormat",
    "CannotRetract",
    "Conflict",
    "CorruptStore",
    "DefectiveLifecycle",
    "DefectiveRulebook",
    "DefectiveVocabulary",
    "ForeignFile",
    "InvalidBatch",
    "NewerStore",
    "NoDay",
    "OutsideCalendar",
    "OversightError",
    "StandardsNotOrdered",
    "StoreFailed",
    "StoreFull",
    "StoreLocked",
    "StoreReadOnly",
    "UnknownAxis",
    "UnknownBatch",
    "UnknownCalendar",
    "UnknownFormat",
    "UnknownGrouping",
    "UnknownItem",
    "UnknownLabel",
    "UnknownLifecycle",
    "UnknownProjection",
    "UnknownRule",
    "UnknownRulebook",
    "UnparsableItem",
    "UnparsableMoment",
    "UnreadableSource",
]
