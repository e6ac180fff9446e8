"""Why a move is not allowed: values that carry data and print one sentence each."""

from __future__ import annotations

import attrs

from oversight_core.moments import Moment


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "nothing"


@attrs.frozen
class WrongMoment:
    """The event is not offered from this status; `allowed_from` and `offered` say from where, and what is."""

    event: str
    status: str
    allowed_from: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()

    def __str__(self) -> str:
        where = f"only from {_listed(self.allowed_from)}" if self.allowed_from else "nor from any other status"
        return f"{self.event!r} is not offered from {self.status!r}, {where}; offered here: {_listed(self.offered)}"


@attrs.frozen
class UnknownStatus:
    """The status is neither a state nor a group of the table."""

    status: str
    known: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.status!r} is not a status of this table; its states and groups: {_listed(self.known)}"


@attrs.frozen
class StatusTooCoarse:
    """The record holds a group, and no one row covers the event for all its states."""

    group: str
    event: str

    def __str__(self) -> str:
        return f"{self.group!r} is too coarse for {self.event!r}: no one row covers all its states; say which state"


@attrs.frozen
class WrongActor:
    """The row does not let this role act."""

    role: str
    allowed: tuple[str, ...]

    def __str__(self) -> str:
        return f"the role {self.role!r} may not do this; who may: {_listed(self.allowed)}"


@attrs.frozen
class MissingRequirement:
    """The row requires evidence of a kind that was not offered."""

    kind: str

    def __str__(self) -> str:
        return f"evidence of the kind {self.kind!r} is required, not offered"


@attrs.frozen
class GuardFailed:
    """A condition of the row does not hold; `error` says how its test broke, where it did."""

    name: str
    meaning: str
    error: str = ""

    def __str__(self) -> str:
        broke = f" (its test broke: {self.error})" if self.error else ""
        return f"the condition {self.name!r} does not hold: {self.meaning}{broke}"


@attrs.frozen
class MissingFact:
    """A condition needs a fact that nobody supplied: it is neither true nor false."""

    name: str
    guard: str

    def __str__(self) -> str:
        return f"the condition {self.guard!r} needs the fact {self.name!r}, which nobody supplied"


@attrs.frozen
class OutOfOrder:
    """The attempt would fold before the latest applied move of its axis."""

    occurred_on: Moment
    latest: Moment

    def __str__(self) -> str:
        return f"it happened on {self.occurred_on}, before this axis last moved on {self.latest}; retract that first"


Reason = (
    UnknownStatus
    | WrongMoment
    | StatusTooCoarse
    | WrongActor
    | MissingRequirement
    | GuardFailed
    | MissingFact
    | OutOfOrder
)


@attrs.frozen
class NotAllowed:
    """The rules do not allow the attempt, and this is every reason.  It is a value, and false in a condition."""

    reasons: tuple[Reason, ...]

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return "not allowed: " + "; ".join(str(reason) for reason in self.reasons)
