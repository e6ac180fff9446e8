"""The one fold: what an item is and where it stands, as of any date, as stated or recorded by any date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import attrs

from oversight_core.ledger.described import overlay
from oversight_core.ledger.entry import Registered
from oversight_core.ledger.known import Placed, placed
from oversight_core.ledger.mark import NOT_STATED
from oversight_core.ledger.period import Period, periods_of
from oversight_core.ledger.recorded import Recorded
from oversight_core.ledger.status import Spell, Status, Ways, fold_axis
from oversight_core.moments import NOW, AsOf
from oversight_core.names import Item
from oversight_core.quick import maker, quick


class Statuses(dict[str, Status]):
    """Axis to status; an axis on which nobody spoke is in its initial state."""

    def __missing__(self, axis: str) -> Status:
        return Status(NOT_STATED)


@quick
@attrs.frozen(weakref_slot=False)
class Case:
    """An item as of: what it is, and its status on every axis that anybody spoke on.

    `unmapped` lists reports under labels without a mapping, which never change a status; `undated` lists what counts
    from its recording because its source gives no day.  `rulebook` names the rules that govern the item.
    """

    described: Any
    statuses: Mapping[str, Status]
    unmapped: tuple[Recorded, ...] = ()
    undated: tuple[Recorded, ...] = ()
    rulebook: str = ""
    _ways: tuple[tuple[Item, str, Ways], ...] = ()  # by axis, with the item whose entry moved it first
    spoken: date | None = None  # the last day from which anything said of it counts

    @property
    def periods(self) -> tuple[Period, ...]:
        """The statuses as rows with a first and a last day."""
        return tuple(period for way in self._ways for period in periods_of(*way))

    def opened(self, axis: str) -> date | None:
        """The first day on which anybody spoke on an axis; None where nobody did."""
        return next((ways["value"][0][1] for _, own, ways in self._ways if own == axis and ways["value"]), None)

    def spells(self, axis: str) -> Sequence[Spell]:
        """The values of an axis, each with the day on which it began to count, and when that was as its source says."""
        return next((ways["value"] for _, own, ways in self._ways if own == axis), ())

    @property
    def known(self) -> bool:
        """Whether anything counts: a description, a status, or a label without a mapping."""
        return self.described is not None or bool(self.statuses) or bool(self.unmapped)

    def status(self, axis: str, *, initial: str = NOT_STATED) -> Status:
        """The status on an axis; the initial one, of a table that calls it otherwise, where nobody spoke on it."""
        return self.statuses.get(axis) or Status(initial)


_made = maker(Case)  # the fold makes one for every item
_NOWHERE: Mapping[str, Status] = Statuses()  # of all those on which nobody spoke on any axis


def fold(history: Iterable[Recorded], as_of: AsOf = NOW) -> Case:
    """Fold a history, in any order, into what is known of its item.

    Applied and reported entries of one axis fold together: the later counting moment wins, then the higher position.

    >>> fold([]).described is None
    True
    """
    axes: dict[str, list[Placed]] = {}
    described: list[Recorded] = []
    unmapped: list[Recorded] = []
    undated: list[Recorded] = []
    counting = placed(history, as_of)
    for one in counting:
        _, _, recorded, mark = one
        if not mark.moves:
            (described if mark.kind == "registered" else unmapped).append(recorded)
            continue
        if mark.axis in axes:
            axes[mark.axis].append(one)
        else:
            axes[mark.axis] = [one]
        if mark.latest is None:
            undated.append(recorded)
    entity, rulebook = (overlay(described), _rulebook(described)) if described else (None, "")
    spoken = counting[-1][0] if counting else None
    statuses, ways = _folded(axes) if axes else (_NOWHERE, ())
    return _made(entity, statuses, tuple(unmapped), tuple(undated), rulebook, ways, spoken)


def _folded(axes: Mapping[str, Sequence[Placed]]) -> tuple[Statuses, tuple[tuple[Item, str, Ways], ...]]:
    """The statuses of the axes that somebody spoke on, and how each went."""
    folded = {axis: fold_axis(moved) for axis, moved in axes.items()}
    statuses = Statuses({axis: status for axis, (status, _) in folded.items()})
    return statuses, tuple((axes[axis][0][2].item, axis, ways) for axis, (_, ways) in folded.items())


def _rulebook(described: Sequence[Recorded]) -> str:
    """The earliest registration that names a rulebook governs."""
    named = [(r.position, r.entry.rulebook) for r in described if isinstance(r.entry, Registered) and r.entry.rulebook]
    return min(named)[1] if named else ""
