"""Days that come together within a rolling window: when have so many been reached?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

Spell = tuple[date, date | None]
"""From a first day to a last one, both counted; None where it goes on."""


def reached(spells: Iterable[Spell], *, days: int, window: int) -> date | None:
    """The first day on which `days` days of the spells lie within the last `window` days; None where none does.

    A spell that goes on is taken to go on.  Days that lie in two spells count once.

    >>> str(reached([(date(2024, 1, 1), date(2024, 1, 10)), (date(2024, 1, 15), None)], days=14, window=21))
    '2024-01-18'
    """
    held: list[Spell] = []
    for first, last in _apart(spells):
        needed = first
        while True:
            begins = needed - timedelta(window - 1)
            inside = sum(_within(spell, begins, needed) for spell in (*held, (first, last)))
            if inside >= days:
                return needed
            if last is not None and needed >= last:
                break
            needed += timedelta(1)
        held.append((first, last))
    return None


def _within(spell: Spell, begins: date, ends: date) -> int:
    first, last = spell
    start, end = max(first, begins), ends if last is None else min(last, ends)
    return max(0, (end - start).days + 1)


def _apart(spells: Iterable[Spell]) -> Iterator[Spell]:
    """The spells in order, those that meet or overlap made one."""
    held: Spell | None = None
    for first, last in sorted(spells, key=lambda spell: spell[0]):
        if held is None:
            held = first, last
        elif held[1] is None:
            break
        elif first <= held[1] + timedelta(1):
            held = held[0], None if last is None else max(held[1], last)
        else:
            yield held
            held = first, last
    if held is not None:
        yield held
