"""Days that come together within a rolling window: when have so many been reached?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

Spell = tuple[date, date | None]
"""From a first day to a last one, both counted; None where it goes on."""


def reached(spells: Iterable[Spell], *, days: int, window: int, since: date = date.min) -> date | None:
    """The first day, of those `since` a day, on which `days` days of the spells lie within the last `window` days.

    It lies in a spell; None where there is none.  A spell that goes on is taken to go on.  Days that lie in two spells
    count once.

    >>> str(reached([(date(2024, 1, 1), date(2024, 1, 10)), (date(2024, 1, 15), None)], days=14, window=21))
    '2024-01-18'
    """
    held = list(_apart(spells))
    for number, (first, last) in enumerate(held):
        # After `days` days in one spell they have come together; so no day need be looked at beyond that.
        begins = max(first, since.toordinal())
        for day in range(begins, min(last, max(begins, first + days)) + 1):
            if sum(_within(spell, day - window + 1, day) for spell in held[: number + 1]) >= days:
                return date.fromordinal(day)
    return None


_Days = tuple[int, int]
"""A spell in ordinals."""


def _within(spell: _Days, begins: int, ends: int) -> int:
    return max(0, min(spell[1], ends) - max(spell[0], begins) + 1)


def _apart(spells: Iterable[Spell]) -> Iterator[_Days]:
    """The spells in order, those that meet or overlap made one."""
    forever = date.max.toordinal()
    ordered = sorted((first.toordinal(), forever if last is None else last.toordinal()) for first, last in spells)
    held: _Days | None = None
    for first, last in ordered:
        if held is None:
            held = first, last
        elif first <= held[1] + 1:
            held = held[0], max(held[1], last)
        else:
            yield held
            held = first, last
    if held is not None:
        yield held
