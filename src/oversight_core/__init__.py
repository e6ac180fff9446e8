"""Typed entities and status rules for government oversight, and the ledger that keeps what was said.

Every public name is resolved on first use (PEP 562), so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "errors": "AmbiguousFormat CannotRetract Conflict CorruptStore DefectiveLifecycle DefectiveRulebook "
    "DefectiveVocabulary ForeignFile InvalidBatch NewerStore NoDay OutsideCalendar OversightError "
    "StandardsNotOrdered StoreFailed StoreFull StoreLocked StoreReadOnly UnknownAxis UnknownBatch "
    "UnknownCalendar UnknownFormat UnknownGrouping UnknownItem UnknownLabel UnknownLifecycle "
    "UnknownProjection UnknownRule UnknownRulebook UnparsableItem UnparsableMoment UnreadableSource",
    "names": "Actor Item Withheld fingerprint normalise slug",
    "moments": "AsOf Calendar Calendars Moment NOW",
    "provenance": "Cell Element Excerpt Page Pointer Source TextSpan stands",
    "entities": "Action Allegation Commitment Complaint ContractStandard CustodyHold DateRevision Deficiency "
    "DepartmentalResponse Deviation DiscretionRequest Document Evidence Facility Figure FinalAction Finding Indicator "
    "Inspection KINDS Listing ManagementDecision Mandate Meeting Milestone Money Organisation Outlier "
    "Placement PlacementNotice PlacementReport PlacementReview Programme ProgressReport Recommendation RedressChannel "
    "Referral Release Response Review Risk StatisticalReview TransferRequest Update",
    "rules": "Applied Attempt Belief Citation Clock Exhibit Force Group Guard GuardFailed Lifecycle MissingFact "
    "MissingRequirement NotAllowed Notice OutOfOrder Projection Read Rule RuleBook State StatusTooCoarse "
    "Step UnknownStatus Vocabulary WrongActor WrongMoment changed_decisions decide defects missing_of "
    "missing_steps rule_of space to_matrix to_mermaid",
    "rulebooks": "BUILTIN",
    "ledger": "Case Disposed Period Receipt Recorded Registered Reported Retracted Status fold",
    "reading": "Candidate Label Problem Reading Text Unaccounted",
    "questions": "Age Deadline Discrepancy Happening Standing Tally deadlines discrepancies due overdue slippage stale "
    "standing tally timeline",
    "ports": "Accepted Capabilities Listener Progress Reader Store Verdict Writer",
    "register": "Plan Register",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = sorted([*_HOME, "__version__"])


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
