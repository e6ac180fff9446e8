"""What is left to do under a row of a clock, and under several that may be in force, as one."""

from __future__ import annotations

from datetime import date

import attrs

from oversight_core.moments import Moment
from oversight_core.rules.clock import Clock
from oversight_core.rules.counting import Due


@attrs.frozen
class Obligation:
    """What is left to do under one row, and by when."""

    row: Clock
    start: Moment | None
    due: Due
    notes: tuple[str, ...] = ()
    occurrence: int = 1
    missed: int = 0


def together(found: list[Obligation]) -> Obligation | None:
    """What several versions ask for that may be in force, as one: the range over them; None where none asks.

    Of versions that start anew each period, the obligation that comes first.
    """
    if len(found) < 2:
        return found[0] if found else None
    dues = [one.due for one in found]
    if found[0].row.each:
        known = [one for one in found if one.due.latest is not None]
        first = min(known or found, key=lambda one: one.due.latest or date.max)
        return attrs.evolve(first, missed=sum(one.missed for one in found))
    earliest, latest = [due.earliest for due in dues], [due.latest for due in dues]
    due = Due(
        None if None in earliest else min(filter(None, earliest), key=date.isoformat),
        None if None in latest else max(filter(None, latest), key=date.isoformat),
    )
    notes = dict.fromkeys(note for one in found for note in one.notes)
    why = "it is not known which version was in force" if found[0].start else ""
    return attrs.evolve(found[-1], due=due, notes=tuple(filter(None, (*notes, why))))
