"""Laws: what holds for every sound table and every entity, checked in one line."""

from __future__ import annotations

from oversight_core.rules import Facts, Lifecycle, decide
from oversight_core.testing.laws.broken import Breach, LawBroken
from oversight_core.testing.laws.decisions import ANSWER_LAWS, Decide, decisions
from oversight_core.testing.laws.entity import check_entity
from oversight_core.testing.laws.ledger import FOLD_LAWS, check_fold, retraction_restores
from oversight_core.testing.laws.structure import LAWS, structure
from oversight_core.testing.memory import NO_FACTS


def check_lifecycle(lifecycle: Lifecycle, *, decide: Decide = decide, facts: Facts = NO_FACTS) -> None:
    """Prove a table: it has no flaw, its guards answer, and its whole decision space is answered as its rows say.

    `decide` is the verb under test; give your own to hold it to the same laws.  `facts` are examples of the facts that
    guards need; a guard that needs others is stubbed, and not asked itself.  Raises `LawBroken`, which names each law,
    the row or question where it is broken, and what to do.
    """
    breaches = tuple(structure(lifecycle, facts)) or tuple(decisions(lifecycle, decide))
    if breaches:
        raise LawBroken(f"the lifecycle {lifecycle.name!r} {lifecycle.version}", breaches)


__all__ = [
    "ANSWER_LAWS",
    "FOLD_LAWS",
    "LAWS",
    "Breach",
    "LawBroken",
    "check_entity",
    "check_fold",
    "check_lifecycle",
    "retraction_restores",
]
