"""What is left to do under a row of a clock, and under several that may be in force, as one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

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
    ahead: bool = False  # of a clock that repeats, the next one that is not past


Owed = tuple[Obligation, ...]
"""The first obligation that is unmet and, where that is past and others follow, the next one; nothing where none is."""


def together(found: Iterable[Owed]) -> Owed:
    """What several versions ask for that may be in force, as one: the range over them.

    Of versions that start anew each period, the obligation that comes first.
    """
    asking = [owed for owed in found if owed]
    if len(asking) < 2:
        return asking[0] if asking else ()
    firsts, aheads = [owed[0] for owed in asking], [owed[-1] for owed in asking if owed[-1].ahead]
    merged = _first if firsts[0].row.each else _range
    first = merged(firsts)
    return (first, merged(aheads)) if aheads and not first.ahead else (first,)


def _first(found: list[Obligation]) -> Obligation:
    known = [one for one in found if one.due.latest is not None]
    first = min(known or found, key=lambda one: one.due.latest or date.max)
    return attrs.evolve(first, missed=sum(one.missed for one in found))


def _range(found: list[Obligation]) -> Obligation:
    if len(found) < 2:
        return found[0]
    earliest, latest = [one.due.earliest for one in found], [one.due.latest for one in found]
    due = Due(
        None if None in earliest else min(filter(None, earliest), key=_in_utc),
        None if None in latest else max(filter(None, latest), key=_in_utc),
    )
    notes = dict.fromkeys(note for one in found for note in one.notes)
    why = "it is not known which version was in force" if found[0].start else ""
    ahead = all(one.ahead for one in found)
    return attrs.evolve(found[-1], due=due, notes=tuple(filter(None, (*notes, why))), ahead=ahead)


def _in_utc(bound: date) -> str:
    """What orders days and instants, of whatever offsets."""
    return bound.astimezone(UTC).isoformat() if isinstance(bound, datetime) else bound.isoformat()
