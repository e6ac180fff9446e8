"""A status as of: the fold over the applied and reported entries of one axis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple

import attrs

from oversight_core.ledger.known import recording_day
from oversight_core.ledger.mark import NOT_STATED, Mark
from oversight_core.ledger.recorded import Recorded
from oversight_core.moments import Moment
from oversight_core.quick import quick

Basis = Literal["applied", "reported", "initial"]


@quick
@attrs.frozen(weakref_slot=False)
class Status:
    """The value of one axis, and how it is known.

    `since` is when the value began to hold; `basis` which kind of entry gave it; `applied` and `reported` are the two
    folds taken alone.  `order` is ``unclear`` where the winner could have happened before an entry it beat, and
    `rivals` names both.  `dated` is ``recording`` where the source gave the winner no day.
    """

    value: str
    since: Moment | None = None
    basis: Basis = "initial"
    entry: Recorded | None = None
    applied: Status | None = None
    reported: Status | None = None
    order: Literal["clear", "unclear"] = "clear"
    dated: Literal["source", "recording"] = "source"
    rivals: tuple[Recorded, ...] = ()
    states: tuple[str, ...] = ()  # what the value may stand for: several where it is a group


class Spell(NamedTuple):
    """A status with the first day on which it counts; the next spell ends it."""

    status: Status
    since_day: date


Ways = dict[str, list[Spell]]
"""The spells of an axis by basis: ``value`` from all its entries, ``applied`` and ``reported`` from those alone."""


def _confirms(mark: Mark, current: Status) -> bool:
    """A reported group that holds the value before it only confirms it."""
    return mark.kind == "reported" and mark.is_group and set(current.states) <= set(mark.states)


def _status(recorded: Recorded, mark: Mark, current: Status | None, beaten: Recorded | None) -> Status:
    """The status that an entry gives.

    It is since when the same value held before, and of unclear order where the entry may have happened before one that
    it beat.
    """
    dated = mark.latest is not None
    since = current.since if current else mark.occurred_on if dated else Moment.day(recording_day(recorded))
    unclear = beaten is not None and not beaten.mark.begins and beaten.mark.overlaps(mark)
    return Status(
        mark.status,
        since,
        "applied" if mark.kind == "applied" else "reported",
        recorded,
        None,
        None,
        "unclear" if unclear else "clear",
        "source" if dated else "recording",
        (beaten, recorded) if unclear and beaten else (),
        mark.states,
    )


def _next(current: Status, recorded: Recorded) -> Status:
    """The status after one more entry in fold order; the same object where the entry changes nothing."""
    mark, before = recorded.mark, current.entry
    if before is None:
        return _status(recorded, mark, None, None)
    was = before.mark
    if _confirms(mark, current) or (mark.begins and not was.begins and was.overlaps(mark)):
        return current
    if mark.status == current.value:
        return _status(recorded, mark, current, current.rivals[0] if current.rivals else None)
    return _status(recorded, mark, None, before)


def spells(moved: Iterable[Recorded]) -> list[Spell]:
    """How the status of one axis went, given its entries in fold order; a spell that no day saw is left out."""
    out: list[Spell] = []
    current = Status(NOT_STATED)
    for recorded in moved:
        following = _next(current, recorded)
        if following is current:
            continue
        day = recorded.mark.latest or recording_day(recorded)
        if out and (following.value == current.value or out[-1].since_day == day):
            day = out.pop().since_day
            if out and out[-1].status.value == following.value:
                day = out.pop().since_day
        out.append(Spell(following, day))
        current = following
    return out


def fold_axis(moved: Sequence[Recorded]) -> tuple[Status, Ways]:
    """The status of one axis with the two folds beside it, and the spells of each."""
    ways = {"value": spells(moved)}
    for basis in ("applied", "reported"):
        alone = [recorded for recorded in moved if recorded.mark.kind == basis]
        ways[basis] = ways["value"] if len(alone) == len(moved) else spells(alone)
    last = {basis: way[-1].status if way else None for basis, way in ways.items()}
    value = last["value"] or Status(NOT_STATED)
    return _beside(value, last["applied"], last["reported"]), ways


def _beside(value: Status, applied: Status | None, reported: Status | None) -> Status:
    """A status with the two folds beside it."""
    return Status(
        value.value,
        value.since,
        value.basis,
        value.entry,
        applied,
        reported,
        value.order,
        value.dated,
        value.rivals,
        value.states,
    )
