"""Prove it: strategies for everything the core speaks of, laws for tables, machines for applications, oracles.

Needs the extra `testing`.  Names are resolved on first use (PEP 562): Hypothesis loads this package whenever it is
imported itself, for `registration`, and is not to pay for the rest.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from oversight_core.testing.invariants import INVARIANTS, Invariant, Unmet, check_invariants, unmet
    from oversight_core.testing.laws import (
        Breach,
        LawBroken,
        check_entity,
        check_fold,
        check_lifecycle,
        retraction_restores,
    )
    from oversight_core.testing.machine import Differs, System, machine_for
    from oversight_core.testing.memory import remembered
    from oversight_core.testing.oracle import Expected, expected_decision
    from oversight_core.testing.oracle_fold import NaiveCase, NaiveStatus, naive_fold
    from oversight_core.testing.trials import trials
    from oversight_core.testing.walking import attempts, replay, walks

_HOMES = {
    "invariants": "INVARIANTS Invariant Unmet check_invariants unmet",
    "laws": "Breach LawBroken check_entity check_fold check_lifecycle retraction_restores",
    "machine": "Differs System machine_for",
    "oracle": "Expected expected_decision",
    "oracle_fold": "NaiveCase NaiveStatus naive_fold",
    "memory": "remembered",
    "trials": "trials",
    "walking": "attempts replay walks",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = [
    "INVARIANTS",
    "Breach",
    "Differs",
    "Expected",
    "Invariant",
    "LawBroken",
    "NaiveCase",
    "NaiveStatus",
    "System",
    "Unmet",
    "attempts",
    "check_entity",
    "check_fold",
    "check_invariants",
    "check_lifecycle",
    "expected_decision",
    "machine_for",
    "naive_fold",
    "remembered",
    "replay",
    "retraction_restores",
    "trials",
    "unmet",
    "walks",
]


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
