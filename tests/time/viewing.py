"""What the views should show at present, worked out from the entries, and what they do show."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from tests.time.asking import Way
from tests.time.families import History, families

from oversight_core.ledger import Recorded
from oversight_core.names import Item, Withheld
from oversight_core.testing.oracle_fold import NaiveCase, naive_fold

FIELDS = ("report_title", "report", "number", "addressee", "text", "priority", "status_printed")
AXES = ("oversight_status", "position", "resolution", "implementation")

Shown = dict[Item, dict[str, Any]]
"""An item to what each view shows of it."""


def expected(histories: Mapping[Item, History]) -> Shown:
    """What the views should show: of every family, under its first item, all that is known of it."""
    shown: Shown = {}
    for root, members in families({item: history for item, history in histories.items() if history}).items():
        together: list[Recorded] = [recorded for item in members for recorded in histories[item]]
        case = naive_fold(together)
        if case.statuses:
            shown.setdefault(root, {})["periods"] = {way: _periods(spells) for way, spells in case.periods.items()}
            shown[root]["statuses"] = _statuses(case)
        if case.statuses or case.described:
            fields = {field: _text(getattr(case.described, field, None)) for field in FIELDS}
            standing = {axis: case.statuses[axis, "value"].value for axis in AXES if (axis, "value") in case.statuses}
            row = {**fields, **dict.fromkeys(AXES), **standing, "entries": len(together)}
            shown.setdefault(root, {})["recommendations"] = row
    return shown


def _periods(spells: list[tuple[str, date, date | None]]) -> list[tuple[str, str, str, str | None]]:
    opened = str(spells[0][1])
    return [(status, opened, str(first), last and str(last)) for status, first, last in spells]


def _statuses(case: NaiveCase) -> dict[str, tuple[str, str, str, str | None, str | None]]:
    """Axis to status, since, opened, and what the two folds taken alone say."""
    alone = {way: one.value for way, one in case.statuses.items()}
    return {
        axis: (
            spells[-1][0],
            str(spells[-1][1]),
            str(spells[0][1]),
            alone.get((axis, "applied")),
            alone.get((axis, "reported")),
        )
        for (axis, basis), spells in case.periods.items()
        if basis == "value"
    }


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, Withheld):
        return None
    return ("no", "yes")[value] if isinstance(value, bool) else value or None


def shown(db: sqlite3.Connection) -> Shown:
    """What the views show."""
    out: Shown = {}
    for item, axis, basis, *row in db.execute(
        "SELECT item, axis, basis, status, opened, valid_from, valid_to FROM periods ORDER BY valid_from"
    ):
        way: Way = axis, basis
        out.setdefault(Item.parse(item), {}).setdefault("periods", {}).setdefault(way, []).append(tuple(row))
    for item, axis, *row in db.execute("SELECT item, axis, status, since, opened, applied, reported FROM statuses"):
        out.setdefault(Item.parse(item), {}).setdefault("statuses", {})[axis] = tuple(row)
    for row in db.execute(f"SELECT item, {', '.join((*FIELDS, *AXES))}, entries FROM recommendations"):
        named = dict(zip((*FIELDS, *AXES, "entries"), row[1:], strict=True))
        out.setdefault(Item.parse(row[0]), {})["recommendations"] = {
            name: v if v != "" else None for name, v in named.items()
        }
    return out


def misshown(db: sqlite3.Connection, histories: Mapping[Item, History]) -> Iterator[tuple[Item, str]]:
    """Items of which a view shows something else than their entries say."""
    wanted, got = expected(histories), shown(db)
    for item in wanted.keys() | got.keys():
        for view in ("periods", "statuses", "recommendations"):
            one, other = wanted.get(item, {}).get(view), got.get(item, {}).get(view)
            if one != other and not (view == "recommendations" and one is None):
                yield item, f"the view {view} should show {one}, and shows {other}"
