"""Conditions of the canonical tables: what one party must not bring, or decide, for itself."""

from __future__ import annotations

from collections.abc import Iterable

from oversight_core.names import Actor, Withheld, Words
from oversight_core.rules.attempt import Attempt, Facts, Guard


def own(attempt: Attempt, kind: str) -> tuple[bool, ...]:
    """For each exhibit of a kind, whether who acts, or whom it acts for, has supplied it; who is not named is another.

    Names are compared without regard to case and the width of blanks.
    """
    acting = _acting(attempt.actor)
    return tuple(_folded(exhibit.supplied_by) in acting for exhibit in attempt.evidence if exhibit.kind == kind)


def is_among(actor: Actor, names: Iterable[Words | None]) -> bool:
    """Whether who acts, or whom it acts for, is one of these; a name that is empty or withheld is nobody's."""
    return not _acting(actor).isdisjoint(map(_folded, names))


def _acting(actor: Actor) -> set[str]:
    return {_folded(actor.name), _folded(actor.on_behalf_of)} - {""}


def _folded(name: Words | None) -> str:
    return "" if name is None or isinstance(name, Withheld) else " ".join(name.split()).casefold()


def _verifier_is_not_supplier(attempt: Attempt, facts: Facts) -> bool:
    return not any(own(attempt, "verified_evidence"))


def _consent_is_the_others(attempt: Attempt, facts: Facts) -> bool:
    consents = own(attempt, "consent")
    return not consents or not all(consents)  # that there is none at all is for the row to say


def _validator_is_not_owner(attempt: Attempt, facts: Facts) -> bool:
    return not is_among(attempt.actor, (facts["owner"], *facts["last_moved_by"]))  # who reported it done acted as owner


def _verifier_did_not_supply(attempt: Attempt, facts: Facts) -> bool:
    return not is_among(attempt.actor, facts["last_supplied_by"]) and _verifier_is_not_supplier(attempt, facts)


def _approver_is_not_requester(attempt: Attempt, facts: Facts) -> bool:
    return not is_among(attempt.actor, (facts["requested_by"], *facts["last_moved_by"]))


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
VALIDATOR_IS_NOT_OWNER = Guard(
    "validator_is_not_owner",
    "whoever validates is not the owner, has not reported it done, and does not act for who is or has",
    ("owner", "last_moved_by"),
    _validator_is_not_owner,
)
VERIFIER_DID_NOT_SUPPLY = Guard(
    "verifier_did_not_supply",
    "whoever verifies supplied none of the evidence, neither when it was reported done nor now",
    "last_supplied_by",
    _verifier_did_not_supply,
)
APPROVER_IS_NOT_REQUESTER = Guard(
    "approver_is_not_requester",
    "whoever decides has not made the request, and does not act for who did",
    ("requested_by", "last_moved_by"),
    _approver_is_not_requester,
)
