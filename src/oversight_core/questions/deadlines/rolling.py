"""Days that come together within a window: of an item's own spells, and of those that are counted with them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from oversight_core.moments import Moment
from oversight_core.questions.deadlines.reckoning import Reckoned
from oversight_core.rules.clock import Clock
from oversight_core.rules.counting import Due, Spell, bounds_of, reached

_Bounds = tuple[date | None, date | None]

Held = tuple[Moment, Moment | None]
"""From when to when something held; None where it goes on."""


def rolled(row: Clock, held: Iterable[Held], start: Moment) -> Reckoned | None:
    """When enough days have come together, counted since a start; None where they never do.

    Spells as long as they can have been give the earliest day, as short as they can have been the latest.
    """
    assert row.length is not None and row.window is not None
    spans = [(bounds_of(begins), bounds_of(ends) if ends else None) for begins, ends in held]
    longest = [(begins[0], ends[1] if ends else None) for begins, ends in spans]
    shortest = [(begins[1], (ends[0] or begins[1]) if ends else None) for begins, ends in spans]
    since, until = bounds_of(start)
    earliest = _reached(longest, row.length, row.window, since)
    latest = _reached(shortest, row.length, row.window, until)
    if earliest is None and since is not None:
        return None
    return Reckoned(Due(earliest, latest))


def _reached(spells: Iterable[_Bounds], days: int, window: int, since: date | None) -> date | None:
    known: list[Spell] = [(first, last) for first, last in spells if first and (last is None or first <= last)]
    return None if since is None else reached(known, days=days, window=window, since=since)
