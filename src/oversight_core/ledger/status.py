"""A status as of: the fold over the applied and reported entries of one axis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import attrs

from oversight_core.ledger.known import Placed
from oversight_core.ledger.mark import NOT_STATED, Mark
from oversight_core.ledger.recorded import Recorded
from oversight_core.moments import Moment
from oversight_core.quick import maker, quick

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


Spell = tuple[Status, date]
"""A status with the first day on which it counts; the next spell ends it."""

Ways = dict[str, list[Spell]]
"""The spells of an axis by basis: ``value`` from all its entries, ``applied`` and ``reported`` from those alone."""


_made = maker(Status)  # the fold makes one for every entry that changes anything
_INITIAL = Status(NOT_STATED)


def _confirms(mark: Mark, current: Status) -> bool:
    """A reported group that holds the value before it only confirms it."""
    return mark.kind == "reported" and mark.group and set(current.states) <= set(mark.states)


def _first_beaten(current: Status, before: Placed) -> Placed | None:
    """Which entry a confirmation of the value must be clear of: the one that the value itself beat unclearly."""
    return (before[0], before[1], current.rivals[0], current.rivals[0].mark) if current.rivals else None


def _status(placed: Placed, since: Moment | None, beaten: Placed | None) -> Status:
    """The status that an entry gives, of unclear order where it may have happened before one that it beat."""
    _, _, recorded, mark = placed
    unclear = beaten is not None and not beaten[3].begins and beaten[3].overlaps(mark)
    return _made(
        mark.status,
        since,
        "applied" if mark.kind == "applied" else "reported",
        recorded,
        None,
        None,
        "unclear" if unclear else "clear",
        "recording" if mark.latest is None else "source",
        (beaten[2], recorded) if unclear and beaten else (),
        mark.states,
    )


def spells(moved: Iterable[Placed]) -> list[Spell]:
    """How the status of one axis went, given its entries in fold order; a spell that no day saw is left out."""
    out: list[Spell] = []
    current, before = _INITIAL, None
    for placed in moved:
        day, _, _, mark = placed
        since = Moment.day(day) if mark.latest is None else mark.occurred_on
        if before is None:
            following = _status(placed, since, None)
        elif (mark.group and _confirms(mark, current)) or (
            mark.begins and not before[3].begins and before[3].overlaps(mark)
        ):
            continue
        elif mark.status == current.value:
            following = _status(placed, current.since, _first_beaten(current, before))
        else:
            following = _status(placed, since, before)
        if out and (following.value == current.value or out[-1][1] == day):
            day = out.pop()[1]
            if out and out[-1][0].value == following.value:
                day = out.pop()[1]
        out.append((following, day))
        current, before = following, placed
    return out


def fold_axis(moved: Sequence[Placed]) -> tuple[Status, Ways]:
    """The status of one axis with the two folds beside it, and the spells of each."""
    whole = spells(moved)
    ways = {"value": whole}
    kinds = {placed[3].kind for placed in moved}
    for basis in ("applied", "reported"):
        alone = [placed for placed in moved if placed[3].kind == basis] if len(kinds) > 1 else []
        ways[basis] = whole if kinds == {basis} else spells(alone)
    applied, reported = (ways[basis][-1][0] if ways[basis] else None for basis in ("applied", "reported"))
    return _beside(whole[-1][0] if whole else _INITIAL, applied, reported), ways


def _beside(value: Status, applied: Status | None, reported: Status | None) -> Status:
    """A status with the two folds beside it."""
    return _made(
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
