"""The fifteen invariants: what always holds of a record, and what is expected of it and listed where it is missing.

They are conventions of this library, but for those that name another source.
"""

from __future__ import annotations

from oversight_core.moments import NOW, AsOf
from oversight_core.register import Register
from oversight_core.testing.invariants import always, figures, papers
from oversight_core.testing.invariants.invariant import Invariant, Seen, Unmet, looked_at, seen
from oversight_core.testing.laws.broken import Breach, LawBroken

INVARIANTS: tuple[Invariant, ...] = (
    Invariant(
        1,
        "positions-add-up",
        "expected",
        "positions and what is not yet answered are as many as the recommendations",
        figures.positions_add_up,
        "public summaries of CRCL recommendation memos",
    ),
    Invariant(
        2,
        "position-has-a-response",
        "expected",
        "a position has a reply, and agreement a plan or the word that it is done already",
        papers.position_has_a_response,
    ),
    Invariant(
        3,
        "partial-is-split",
        "expected",
        "agreement with a part says with which part, and why not with the rest",
        papers.partial_is_split,
    ),
    Invariant(
        4,
        "implemented-is-verified",
        "expected",
        "what is closed as implemented has evidence that another than its supplier verified",
        papers.implemented_is_verified,
    ),
    Invariant(
        5,
        "position-moves-no-oversight-status",
        "always",
        "a change of position changes no oversight status by itself",
        always.position_moves_no_oversight_status,
    ),
    Invariant(
        6,
        "action-follows-decision",
        "expected",
        "final action is not before the management decision, and on its day only where no action is needed",
        figures.action_follows_decision,
        "5 U.S.C. 405",
    ),
    Invariant(
        7,
        "money-is-within",
        "expected",
        "unsupported and disallowed costs are within those questioned",
        figures.money_is_within,
    ),
    Invariant(
        8,
        "retained-has-a-memo",
        "expected",
        "a complaint that was retained has a retention memo",
        papers.retained_has_a_memo,
    ),
    Invariant(
        9,
        "release-follows-placement",
        "expected",
        "a release is not before the placement; a placement without one is ongoing",
        figures.release_follows_placement,
    ),
    Invariant(
        10,
        "status-makes-no-identity",
        "always",
        "a recommendation is its issuer, report, number and addressee, and never its status or place in a list",
        always.status_makes_no_identity,
    ),
    Invariant(
        11,
        "unknown-label-is-kept",
        "always",
        "a label that is not known is kept as printed, and no status is guessed from it",
        always.unknown_label_is_kept_and_moves_nothing,
    ),
    Invariant(
        12,
        "estimate-is-a-dated-claim",
        "always",
        "an estimated date is a claim as of the day it was stated, and moves nothing",
        always.estimate_is_a_dated_claim,
    ),
    Invariant(
        13,
        "open-are-no-more-than-all",
        "expected",
        "no more recommendations are open than there are",
        figures.open_are_no_more_than_all,
    ),
    Invariant(
        14,
        "outlier-has-its-base",
        "expected",
        "an outlier has a denominator of at least the minimum, and says what part of the data is covered",
        figures.outlier_has_its_base,
    ),
    Invariant(
        15,
        "sensitive-is-not-given-out",
        "always",
        "what is marked as sensitive stands in no identity, and is not shown once disposed of",
        always.what_is_sensitive_is_not_given_out,
    ),
)
"""Every invariant, by number."""


def unmet(register: Register, as_of: AsOf = NOW) -> tuple[Unmet, ...]:
    """Where something that is expected of a record is missing: allowed, and worth knowing."""
    return _found(seen(register, as_of), "expected")


def check_invariants(register: Register, as_of: AsOf = NOW) -> None:
    """Hold a record to what is always so.  Raises `LawBroken`, which names each invariant and item."""
    if found := broken(seen(register, as_of)):
        raise LawBroken("the record", tuple(Breach(one.invariant.name, str(one), "report it") for one in found))


def broken(record: Seen) -> tuple[Unmet, ...]:
    """Where something that is always so does not hold."""
    return _found(record, "always")


def _found(record: Seen, kind: str) -> tuple[Unmet, ...]:
    return tuple(
        Unmet(invariant, item, how)
        for invariant in INVARIANTS
        if invariant.kind == kind
        for item, how in invariant.find(record)
    )


__all__ = ["INVARIANTS", "Invariant", "Seen", "Unmet", "broken", "check_invariants", "looked_at", "seen", "unmet"]
