"""How many items stand where on an axis, and for how long they have been on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta

import attrs

from oversight_core.ledger import Case
from oversight_core.names import Item

BOUNDS = (182, 365, 730, 1461)
"""Half a year, one, two and four years, in days: after these a bucket of ages ends."""


@attrs.frozen
class Age:
    """How many items are from `least` to `most` days old; `most` is None for the oldest."""

    least: int
    most: int | None
    items: int


def _rows(value: Iterable[tuple[str, date, int]]) -> tuple[tuple[str, date, int], ...]:
    return tuple(sorted(value))


@attrs.frozen
class Standing:
    """Rows of a status, the day on which the axis was first spoken of, and how many items share both.

    Items that nobody spoke of on the axis are not in it.
    """

    axis: str
    rows: tuple[tuple[str, date, int], ...] = attrs.field(converter=_rows)

    @property
    def statuses(self) -> Mapping[str, int]:
        """How many items stand where."""
        found: Counter[str] = Counter()
        for status, _, items in self.rows:
            found[status] += items
        return found

    def ages(self, on: date, *, over: Collection[str] = (), bounds: Iterable[int] = BOUNDS) -> tuple[Age, ...]:
        """How old the items are at a day, those whose status says that it is over left out.

        The buckets follow each other and hold every item once; one that opened later than `on` counts as new.

        >>> from datetime import date
        >>> rows = [("open", date(2024, 1, 1), 3), ("open", date(2020, 1, 1), 1), ("closed", date(2019, 1, 1), 9)]
        >>> [age.items for age in Standing("oversight_status", rows).ages(date(2024, 3, 1), over={"closed"})]
        [3, 0, 0, 0, 1]
        """
        lasts = sorted(set(bounds))
        opened: Counter[date] = Counter()
        for status, day, items in self.rows:
            if status not in over:
                opened[day] += items
        return tuple(_ages(opened, on, lasts))


def _ages(opened: Mapping[date, int], on: date, lasts: list[int]) -> Iterator[Age]:
    days = sorted(opened, reverse=True)  # the youngest first
    place, least = 0, 0
    for most in (*lasts, None):
        items = 0
        while place < len(days) and (most is None or on - days[place] <= timedelta(most)):
            items += opened[days[place]]
            place += 1
        yield Age(least, most, items)
        least = (most or 0) + 1


def standing(cases: Mapping[Item, Case], axis: str, *, kind: str = "recommendation") -> Standing:
    """How many items of a kind stand where on an axis.

    >>> standing({}, "oversight_status").statuses
    Counter()
    """
    found: Counter[tuple[str, date]] = Counter()
    for item, case in cases.items():
        opened = case.opened(axis)
        if item.kind == kind and opened is not None:
            found[case.statuses[axis].value, opened] += 1
    return Standing(axis, [(status, day, items) for (status, day), items in found.items()])
