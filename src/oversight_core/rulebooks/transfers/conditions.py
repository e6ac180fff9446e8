"""Does the belief that somebody holds suffice for what is sent?  The notice is found by its name."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.conditions import is_among
from oversight_core.rulebooks.transfers.notices import NOTICES, RELAY
from oversight_core.rules.attempt import Attempt, Facts, Guard
from oversight_core.rules.belief import Belief, Notice
from oversight_core.rules.vocabulary import fold

_BY_NAME = {notice.name: notice for notice in NOTICES}
_CRCL = (RELAY.sender, "Office for Civil Rights and Civil Liberties")
_BELIEF = ("standard", "proposition", "held_by")


def _is_met(notice: Notice, facts: Facts) -> bool:
    return notice.is_met(facts["held_by"], Belief(facts["standard"], facts["proposition"]))


def _basis_suffices(attempt: Attempt, facts: Facts) -> bool:
    notice = _BY_NAME.get(facts["notice"])
    return notice is not None and _is_met(notice, facts)


def _request_has_basis(attempt: Attempt, facts: Facts) -> bool:
    relayed = fold(facts["requested_by"]) in map(fold, _CRCL) or is_among(attempt.actor, _CRCL)
    return not relayed or _is_met(RELAY, facts)


BASIS_SUFFICES = Guard(
    "basis_suffices",
    "a notice of the plan has that name, and the belief is one that suffices for it, held by who must hold it",
    ("notice", *_BELIEF),
    _basis_suffices,
)
REQUEST_HAS_BASIS = Guard(
    "request_has_basis",
    "where CRCL makes or relays the request, CRCL has a substantial basis to believe what the plan names",
    ("requested_by", *_BELIEF),
    _request_has_basis,
)
