"""Conditions of the canonical tables: what one party must not bring for itself."""

from __future__ import annotations

from oversight_core.names import Withheld, Words
from oversight_core.rules.attempt import Attempt, Facts, Guard


def own(attempt: Attempt, kind: str) -> tuple[bool, ...]:
    """For each exhibit of a kind, whether who acts, or whom it acts for, has supplied it; who is not named is another.

    Names are compared without regard to case and the width of blanks.
    """
    acting = {_folded(attempt.actor.name), _folded(attempt.actor.on_behalf_of)} - {""}
    return tuple(_folded(exhibit.supplied_by) in acting for exhibit in attempt.evidence if exhibit.kind == kind)


def _folded(name: Words | None) -> str:
    return "" if name is None or isinstance(name, Withheld) else " ".join(name.split()).casefold()


def _verifier_is_not_supplier(attempt: Attempt, facts: Facts) -> bool:
    return not any(own(attempt, "verified_evidence"))


def _consent_is_the_others(attempt: Attempt, facts: Facts) -> bool:
    consents = own(attempt, "consent")
    return not consents or not all(consents)  # that there is none at all is for the row to say


VERIFIER_IS_NOT_SUPPLIER = Guard(
    "verifier_is_not_supplier",
    "whoever verifies has not supplied the evidence itself",
    (),
    _verifier_is_not_supplier,
)
CONSENT_IS_THE_OTHERS = Guard(
    "consent_is_the_others",
    "the consent comes from the other side, not from who acts",
    (),
    _consent_is_the_others,
)
