"""Typed entities and status rules for government oversight, and the ledger that keeps what was said.

Every public name is resolved on first use (PEP 562), so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "errors": "OversightError",
    "names": "Actor Item Withheld fingerprint normalise slug",
    "moments": "AsOf Moment",
    "provenance": "Cell Excerpt Page Pointer Source TextSpan stands",
    "entities": "Action Allegation Complaint Document Evidence Finding Listing Organisation Recommendation Release "
    "Response Review Update",
    "rules": "Applied Attempt Citation Exhibit Force Group Guard Lifecycle NotAllowed Read Rule RuleBook State Step "
    "Vocabulary changed_decisions decide defects missing_steps",
    "ledger": "Case Disposed Period Receipt Recorded Registered Reported Retracted Status fold",
    "reading": "Candidate Label Problem Reading Text Unaccounted",
    "ports": "Capabilities Reader Store Verdict Writer",
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
