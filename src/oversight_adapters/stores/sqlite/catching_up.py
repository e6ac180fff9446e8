"""Catching up: which items have changed since the projection was last right, and with whom they are joined."""

from __future__ import annotations

import sqlite3

from oversight_adapters.stores.sqlite import projection, tables
from oversight_adapters.stores.sqlite.decoding import Decode
from oversight_adapters.stores.sqlite.dictionary import Dictionary
from oversight_adapters.stores.sqlite.file import OpenFile
from oversight_adapters.stores.sqlite.told import sound
from oversight_core.errors import StoreFull, StoreLocked, StoreReadOnly
from oversight_core.ledger.entry import Registered
from oversight_core.ledger.recorded import Recorded
from oversight_core.moments import NOW
from oversight_core.names import Item
from oversight_core.register.joins import joined

Families = dict[int, int]
"""The number of every item that is joined to another, to that of the one under which they are one."""


def is_behind(file: OpenFile) -> bool:
    """Whether there are entries that the projection has not seen."""
    with file.reading() as db:
        return projection.caught_up(db) < tables.head(db).position


def catch_up(file: OpenFile, decode: Decode) -> None:
    """Bring the projection up to date, in several transactions where there is much to do; raises a `StoreFailed`."""
    while is_behind(file):
        with file.writing() as db, sound(file.location):
            CatchUp(db, file.words, decode).step()


def is_current(file: OpenFile, decode: Decode) -> bool:
    """Whether the projection is up to date, after catching up where that can be."""
    try:
        catch_up(file, decode)
    except (StoreFull, StoreLocked, StoreReadOnly):
        return not is_behind(file)
    return True


class CatchUp:
    """One step of the projection, in the transaction of its caller."""

    def __init__(self, db: sqlite3.Connection, words: Dictionary, decode: Decode) -> None:
        self._db, self._words, self._decode = db, words, decode
        self._histories: dict[int, list[Recorded]] = {}  # of joined items

    def step(self) -> None:
        """Bring the projection up to date with the next entries."""
        since = projection.caught_up(self._db)
        if not since:
            projection.clear(self._db)
        until = min(since + projection.STEP, tables.head(self._db).position)
        projector = projection.Projector(self._db, fresh=not since)
        before, now = self.known_families(), self.families()
        touched = self._touched(before, now, since, until)
        for number, history in tables.changed(self._db, since, until, self._words, self._decode):
            if number not in touched:
                projector.put(number, history[0].item, history)
        for number in touched:
            projection.forget(self._db, number)
        for root, history in self.together({number: now.get(number, number) for number in touched}).items():
            projector.put(root, history[0].item, history)
        if before != now:
            self._db.execute("DELETE FROM kin")
            self._db.executemany("INSERT INTO kin VALUES (?, ?)", now.items())
        projection.reached(self._db, until)

    # -- who is joined with whom -----------------------------------------------------------------------------------

    def families(self) -> Families:
        """The families as the entries have them now."""
        numbers = set(tables.joined(self._db))
        if not numbers:
            return {}
        for number in [*numbers]:
            entries = (recorded.entry for recorded in self._history(number))
            others = (e.same_as for e in entries if isinstance(e, Registered) and e.same_as is not None)
            numbers |= {known for other in others if (known := tables.number(self._db, other))}
        histories = {self._item(number): self._history(number) for number in sorted(numbers)}
        own = {self._item(number): number for number in numbers}
        families: Families = {}
        for root, history in joined(histories, NOW).items():
            members = {own[recorded.item] for recorded in history}
            if len(members) > 1:
                families |= dict.fromkeys(members, own.get(root, min(members)))
        return families

    def known_families(self) -> Families:
        """The families as they were projected."""
        return dict(self._db.execute("SELECT item, root FROM kin").fetchall())

    def _touched(self, before: Families, now: Families, since: int, until: int) -> set[int]:
        """The joined or parted items whose family has a new entry."""
        if not (before or now):
            return set()
        changed = self._db.execute(
            "SELECT DISTINCT item FROM entry WHERE position > ? AND position <= ?", (since, until)
        )
        roots = {family[number] for (number,) in changed for family in (before, now) if number in family}
        moved = {number for number in before.keys() | now.keys() if before.get(number) != now.get(number)}
        return moved | {number for family in (before, now) for number, root in family.items() if root in roots}

    def together(self, families: Families) -> dict[int, list[Recorded]]:
        """The histories of families, each as one."""
        whole: dict[int, list[Recorded]] = {}
        for number, root in families.items():
            whole.setdefault(root, []).extend(self._history(number))
        return {root: sorted(history, key=lambda recorded: recorded.position) for root, history in whole.items()}

    def _item(self, number: int) -> Item:
        self._words.meet(self._db, items=[number])
        return self._words.items[number]

    def _history(self, number: int) -> list[Recorded]:
        if number not in self._histories:
            self._histories[number] = tables.history(self._db, self._item(number), self._words, self._decode)
        return self._histories[number]
