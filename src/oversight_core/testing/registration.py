"""What Hypothesis runs when it is imported, so that ``st.from_type(Recommendation)`` works with no import of ours.

It names types and where their strategies are; a strategy is made when the first value of its type is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from hypothesis import strategies as st

_TYPES = {
    "names": "Actor Item Withheld",
    "moments": "AsOf Moment",
    "provenance": "Cell Element Excerpt Page Pointer Source TextSpan",
    "entities": "Action Allegation Commitment Complaint ContractStandard CustodyHold DateRevision Deficiency "
    "DepartmentalResponse Deviation DiscretionRequest Document Evidence Facility Figure FinalAction Finding Indicator "
    "Inspection Listing ManagementDecision Mandate Meeting Milestone Money Organisation Outlier Placement "
    "PlacementNotice PlacementReport PlacementReview Programme ProgressReport Recommendation RedressChannel Referral "
    "Release Response Review Risk StatisticalReview TransferRequest Update",
    "rules": "Applied Attempt Belief Citation Clock Exhibit Group Guard Lifecycle Mapping NotAllowed Notice Projection "
    "Rule RuleBook State Step Vocabulary",
    "ledger": "Case Disposed Receipt Recorded Registered Reported Retracted",
    "reading": "Candidate Label Problem Reading Text Unaccounted",
}
"""The room of the core to the types in it; the strategies of a room are its namesake in `testing.strategies`."""


def registered() -> Iterator[type]:
    """Every type that has a strategy of ours, as far as its room can be imported."""
    for room, names in _TYPES.items():
        try:
            module = import_module(f"oversight_core.{room}")
        except ImportError:  # somebody else's tests import Hypothesis too, and our troubles are not theirs
            continue
        yield from (getattr(module, name) for name in names.split() if hasattr(module, name))


def register() -> None:
    """Tell Hypothesis of a strategy for every public type of the core."""
    for typ in registered():
        st.register_type_strategy(typ, _strategy)


def _strategy(typ: type) -> st.SearchStrategy[Any]:
    by_type: Callable[[type], st.SearchStrategy[Any]] = import_module("oversight_core.testing.strategies").values
    return by_type(typ)
