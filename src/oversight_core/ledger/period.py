"""Periods: the statuses of an item as rows with a first and a last day, for people and SQL."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from oversight_core.ledger.status import Ways
from oversight_core.names import Item


@attrs.frozen
class Period:
    """One status of one axis from a day on, until the day before `valid_to` (None: still).

    `basis` says which fold it belongs to (value, applied or reported), `opened` the first day of that fold.
    """

    item: Item
    axis: str
    basis: str
    status: str
    opened: date
    valid_from: date
    valid_to: date | None


def periods_of(item: Item, axis: str, ways: Ways) -> Iterable[Period]:
    """The periods of one axis: of its value, and of its applied and reported entries taken alone."""
    for basis, way in ways.items():
        for n, (status, day, _) in enumerate(way):
            until = way[n + 1][1] if n + 1 < len(way) else None
            yield Period(item, axis, basis, status, way[0][1], day, until)
