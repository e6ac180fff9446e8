"""Whatever was written, joined, parted, forgotten or dropped: the views say what the register says."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.stores.sqlite import SqliteStore, catching_up, projection
from oversight_adapters.stores.sqlite.projection import described_fields
from oversight_adapters.testing.store_suite_samples import Ticking
from oversight_core import Register
from oversight_core.ledger import Applied, Disposed, Entry, Recorded, Registered, Retracted
from oversight_core.names import Item
from oversight_core.testing.strategies.histories import ITEM, TWIN, histories

ITEMS = (ITEM, TWIN, *(Item("recommendation", "gao", "gao-24-106233", "5", to) for to in ("ice", "dhs")))
SHOWN = ("report_title", "report", "number", "addressee", "text", "priority", "status_printed")
AXES = ("oversight_status", "position", "resolution", "implementation")
ROOM = "/dev/shm" if Path("/dev/shm").is_dir() else None
TABLES = ("state", "period", "description", "kin", "caught_up")


def about(entry: Any, item: Item) -> Any:
    """The same entry about another item."""
    if isinstance(entry, Applied):
        return attrs.evolve(entry, attempt=attrs.evolve(entry.attempt, item=item))
    return attrs.evolve(entry, item=item)


class Playing:
    """A file, and what one does to it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.clock = Ticking()
        self.store = SqliteStore(path, clock=self.clock)
        self.became: dict[tuple[Item, int], int] = {}  # a drawn revision to the one it was recorded as
        self.joins: list[tuple[Item, int]] = []

    def write(self, entry: Entry) -> int:
        before = len(self.store.history(entry.item))
        self.store.append([(entry.item, before, [entry])], recorder="desk")
        return before + 1

    def say(self, recorded: Recorded, item: Item) -> None:
        entry = about(recorded.entry, item)
        if isinstance(entry, Disposed):
            before = len(self.store.history(item))
            revisions = [self.became[item, revision] for revision in entry.revisions]
            self.store.dispose(item, revisions, "GRS 2.8", expected=before, recorder="desk")
            self.became[item, recorded.revision] = before + 1
            return
        if isinstance(entry, Retracted):
            entry = attrs.evolve(entry, revision=self.became[item, entry.revision])
        self.became[item, recorded.revision] = self.write(entry)

    def join(self, one: Item, other: Item) -> None:
        self.joins.append((one, self.write(Registered(one, None, same_as=other))))

    def part(self, number: int) -> None:
        if self.joins:
            item, revision = self.joins.pop(number % len(self.joins))
            self.write(Retracted(item, revision, "not the same after all"))

    def catch_up_in_part(self, entries: int) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(projection, "STEP", entries)
            behind = iter((catching_up.is_behind(self.store._file), False))
            patch.setattr(catching_up, "is_behind", lambda file: next(behind))
            self.store.catch_up()

    def reopen(self) -> None:
        self.store.close()
        self.store = SqliteStore(self.path, clock=self.clock)

    def drop(self, table: str) -> None:
        with closing(sqlite3.connect(self.path)) as db, db:
            db.execute(f"DROP TABLE IF EXISTS {table}")
        self.store.close()
        with SqliteStore(self.path) as store:
            store.catch_up()
        self.store = SqliteStore(self.path, clock=self.clock)

    def something_else(self, dice: Random) -> None:
        doing = dice.randrange(8)
        if doing < 2:
            self.join(*dice.sample(ITEMS, 2))
        elif doing == 2:
            self.part(dice.randrange(9))
        elif doing == 3:
            self.store.catch_up()
        elif doing == 4:
            self.catch_up_in_part(dice.randrange(1, 5))
        elif doing == 5:
            self.reopen()
        elif doing == 6:
            self.drop(dice.choice(TABLES))


def views(path: Path) -> dict[str, list[dict[str, Any]]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        db.row_factory = sqlite3.Row
        return {
            view: sorted(map(dict, db.execute(f"SELECT * FROM {view}")), key=repr)
            for view in ("recommendations", "statuses", "periods")
        }


def folded(register: Register) -> dict[str, list[dict[str, Any]]]:
    """The rows of the views, as the register would write them."""
    whole: dict[str, list[dict[str, Any]]] = {"recommendations": [], "statuses": [], "periods": []}
    lengths = {item: len(history) for item, history in register.histories().items()}
    for item, case in register.cases().items():
        present = {}
        for period in case.periods:
            day = {name: getattr(period, name) for name in ("opened", "valid_from", "valid_to")}
            days = {name: value and value.isoformat() for name, value in day.items()}
            row = {"item": str(item), "axis": period.axis, "basis": period.basis, "status": period.status, **days}
            whole["periods"].append(row)
            if period.basis == "value" and period.valid_to is None:
                present[period.axis] = row
        for axis, status in case.statuses.items():
            alone = {
                way: one and one.value for way, one in (("applied", status.applied), ("reported", status.reported))
            }
            row = {"since": present[axis]["valid_from"], "opened": present[axis]["opened"]}
            whole["statuses"].append({"item": str(item), "axis": axis, "status": status.value, **row, **alone})
        fields = described_fields(case) if case.described else {}
        axes = {axis: case.statuses[axis].value if axis in case.statuses else None for axis in AXES}
        told = {field: fields.get(field) for field in SHOWN}
        whole["recommendations"].append({"item": str(item), **told, **axes, "entries": lengths[item]})
    return {view: sorted(rows, key=repr) for view, rows in whole.items()}


@given(histories(max_size=10), histories(max_size=10), st.randoms(use_true_random=False))
def test_the_views_say_what_the_register_says(one, other, dice):
    with TemporaryDirectory(dir=ROOM) as folder:
        playing = Playing(Path(folder) / "a.db")
        lines = [[(ITEMS[recorded.item == TWIN], recorded) for recorded in one]]
        lines += [[(ITEMS[2 + (recorded.item == TWIN)], recorded) for recorded in other]]
        while any(lines):
            item, recorded = dice.choice([line for line in lines if line]).pop(0)
            playing.say(recorded, item)
            if dice.random() < 0.4:
                playing.something_else(dice)
            if dice.random() < 0.3 or not any(lines):
                assert views(playing.path) == folded(Register(playing.store))
        playing.store.catch_up()
        assert views(playing.path) == folded(Register(playing.store))
        playing.store.close()
