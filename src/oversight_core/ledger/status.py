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


Spell = tuple[str, date, Moment | None]
"""The value of a status with the first day on which it counts, and when that was as far as its source says, None where
it gives no last day; the next spell ends it."""

Ways = dict[str, list[Spell]]
"""The spells of an axis by basis: ``value`` from all its entries, ``applied`` and ``reported`` from those alone."""


_made = maker(Status)  # the fold makes one for every entry that changes anything
_INITIAL = Status(NOT_STATED)


Held = tuple[Placed, Placed, Placed | None]
"""What holds while an axis is folded: the entry from which on its value holds, the last one that says so, and the one
that this must be clear of."""


def _is_unclear(held: Held) -> bool:
    """Whether the last entry may have happened before the one it beat."""
    _, last, beaten = held
    return beaten is not None and not beaten[3].begins and beaten[3].overlaps(last[3])


def _status(held: Held) -> Status:
    """The status that holds."""
    (day, _, _, first), (_, _, recorded, mark), beaten = held
    rivals = (beaten[2], recorded) if beaten and _is_unclear(held) else ()
    return _made(
        mark.status,
        Moment.day(day) if first.latest is None else first.occurred_on,
        "applied" if mark.kind == "applied" else "reported",
        recorded,
        None,
        None,
        "unclear" if rivals else "clear",
        "recording" if mark.latest is None else "source",
        rivals,
        mark.states,
    )


def _changes_nothing(mark: Mark, was: Mark) -> bool:
    """Whether an entry leaves a status as it was.

    A reported group that holds the value before it only confirms it; and what only says that a thing has begun never
    beats what may have happened on the same day.
    """
    if mark.group and mark.kind == "reported" and set(was.states) <= set(mark.states):
        return True
    return mark.begins and not was.begins and was.overlaps(mark)


def spells(moved: Iterable[Placed]) -> tuple[Status | None, list[Spell]]:
    """Where one axis stands, and how it went, given its entries in fold order; a spell that no day saw is left out."""
    out: list[Spell] = []
    held: Held | None = None
    for placed in moved:
        day, _, _, mark = placed
        begun = mark.occurred_on if mark.latest else None
        if held is None:
            held = placed, placed, None
        else:
            first, before, beaten = held
            was = before[3]
            if (mark.group or mark.begins) and _changes_nothing(mark, was):
                continue
            if mark.status == was.status:
                held = first, placed, beaten if _is_unclear(held) else None
                _, day, begun = out.pop()
            else:
                held = placed, placed, before
                if out[-1][1] == day:
                    out.pop()
        if out and out[-1][0] == mark.status:
            _, day, begun = out.pop()
        out.append((mark.status, day, begun))
    return _status(held) if held else None, out


def fold_axis(moved: Sequence[Placed]) -> tuple[Status, Ways]:
    """The status of one axis with the two folds beside it, and the spells of each."""
    value, whole = spells(moved)
    kinds = {placed[3].kind for placed in moved}
    alone: dict[str, tuple[Status | None, list[Spell]]] = {}
    for basis in ("applied", "reported"):
        if basis not in kinds:
            alone[basis] = None, []
        elif len(kinds) == 1:
            alone[basis] = value, whole
        else:
            alone[basis] = spells(placed for placed in moved if placed[3].kind == basis)
    ways = {"value": whole, **{basis: way for basis, (_, way) in alone.items()}}
    return _beside(value or _INITIAL, alone["applied"][0], alone["reported"][0]), ways


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
