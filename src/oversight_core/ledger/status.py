"""A status as of: the fold over the applied and reported entries of one axis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import attrs

from oversight_core.ledger.entry import Recorded, Reported
from oversight_core.ledger.known import counting_day, is_dated, overlap, states_of
from oversight_core.moments import Moment
from oversight_core.rules.attempt import Applied

Basis = Literal["applied", "reported", "initial"]

NOT_STATED = "not_stated"
"""The initial state of every canonical axis."""

ISSUED = frozenset({NOT_STATED, "awaiting", "open_awaiting"})
"""What `issue` leads to, and what a source reports before anything has happened."""


@attrs.frozen
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


@attrs.frozen
class Spell:
    """A status with the first day on which it counts; the next spell ends it."""

    status: Status
    since_day: date


def _is_initial(entry: Applied | Reported) -> bool:
    """Whether an entry only says that a thing has begun; a later `issue`, of a review's next memo, says more."""
    if isinstance(entry, Applied):
        return entry.step.event == "issue" and entry.step.source == NOT_STATED
    return entry.status in ISSUED


def _status(recorded: Recorded) -> Status:
    entry = recorded.entry
    assert isinstance(entry, Applied | Reported)
    value, states = states_of(entry)
    dated: Literal["source", "recording"] = "source" if is_dated(entry) else "recording"
    since = entry.occurred_on if dated == "source" else Moment.day(counting_day(recorded))
    basis: Basis = "applied" if isinstance(entry, Applied) else "reported"
    return Status(value, since, basis, recorded, dated=dated, states=states)


def _confirms(entry: Applied | Reported, current: Status) -> bool:
    """A reported group that holds the value before it only confirms it."""
    group = isinstance(entry, Reported) and entry.states not in ((), (entry.status,))
    return group and set(current.states) <= set(states_of(entry)[1])


def _next(current: Status, recorded: Recorded) -> Status:
    """The status after one more entry in fold order; the same object where the entry changes nothing."""
    entry, before = recorded.entry, current.entry
    assert isinstance(entry, Applied | Reported)
    if before is None:
        return _status(recorded)
    assert isinstance(before.entry, Applied | Reported)
    unsure = overlap(before.entry, entry)
    if _confirms(entry, current) or (unsure and _is_initial(entry) and not _is_initial(before.entry)):
        return current
    later = _status(recorded)
    beaten: Recorded | None = before
    if later.value == current.value:
        later = attrs.evolve(later, since=current.since)
        beaten = current.rivals[0] if current.rivals else None
    return _unless_clear(later, recorded, beaten)


def _unless_clear(later: Status, recorded: Recorded, beaten: Recorded | None) -> Status:
    """The status, its order unclear where the entry behind it may have happened before one it beat."""
    if beaten is None:
        return later
    assert isinstance(beaten.entry, Applied | Reported)
    if _is_initial(beaten.entry) or not overlap(beaten.entry, recorded.entry):
        return later
    return attrs.evolve(later, order="unclear", rivals=(beaten, recorded))


def spells(moved: Iterable[Recorded]) -> list[Spell]:
    """How the status of one axis went, given its entries in fold order; a spell that no day saw is left out."""
    out: list[Spell] = []
    current = Status(NOT_STATED)
    for recorded in moved:
        following = _next(current, recorded)
        if following is current:
            continue
        day = counting_day(recorded)
        if out and (following.value == current.value or out[-1].since_day == day):
            day = out.pop().since_day
            if out and out[-1].status.value == following.value:
                day = out.pop().since_day
        out.append(Spell(following, day))
        current = following
    return out


def fold_axis(moved: Sequence[Recorded]) -> tuple[Status, dict[str, list[Spell]]]:
    """The status of one axis with the two folds beside it, and the spells of each: value, applied, reported."""
    ways = {"value": spells(moved)}
    for basis, kind in (("applied", Applied), ("reported", Reported)):
        alone = [recorded for recorded in moved if isinstance(recorded.entry, kind)]
        ways[basis] = ways["value"] if len(alone) == len(moved) else spells(alone)
    last = {basis: way[-1].status if way else None for basis, way in ways.items()}
    value = last["value"] or Status(NOT_STATED)
    return attrs.evolve(value, applied=last["applied"], reported=last["reported"]), ways
