"""What stands once in the file and is named by number: gists, items and batches.

Numbers are given for good, so what is held of them stays right whoever else writes the file.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar

from oversight_adapters.stores.marks import mark, parse_instant
from oversight_adapters.stores.rows import Gist
from oversight_adapters.stores.sqlite import statements
from oversight_core.ledger.mark import Mark
from oversight_core.names import Item

HELD = 50_000
"""How many items, batches and marks are held at most, of each."""

Held = TypeVar("Held")


class Dictionary:
    """The gists of a file by number and back, and the items, batches and marks lately asked for."""

    def __init__(self) -> None:
        self.gists: dict[int, Gist] = {}
        self.marks: dict[tuple[Any, ...], Mark] = {}
        self._numbers: dict[Gist, int] = {}
        self._items: dict[int, Item] = {}
        self._batches: dict[int, tuple[datetime, str]] = {}

    def forget(self) -> None:
        """Forget everything: a transaction that gave numbers was rolled back."""
        self.__init__()  # type: ignore[misc]  # as it was at first

    def learn(self, db: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Gist]:
        """The gists of the file, with at least these numbers where the file has them."""
        if not self.gists.keys() >= set(numbers):
            for number, *gist in db.execute(statements.GISTS):
                self.gists[number] = known = tuple(gist)
                self._numbers[known] = number
        return self.gists

    def number(self, db: sqlite3.Connection, gist: Gist) -> int:
        """The number of a gist, which is given where the file has none yet; in a transaction that writes."""
        number = self._numbers.get(gist)
        if number is None:
            self.learn(db, [0])  # no gist has this number, so all are read again
            number = self._numbers.get(gist)
        if number is None:
            number = max(self.gists, default=0) + 1
            db.execute(statements.PUT_GIST, (number, *gist))
            self.gists[number], self._numbers[gist] = gist, number
        return number

    def items(self, db: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Item]:
        """Items by number, with at least these where the file has them; raises `ValueError` for a name that is none."""
        for number, name in _missing(db, self._items, set(numbers), statements.NAMES):
            self._items[number] = Item.parse(name)
        return self._items

    def batches(self, db: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, tuple[datetime, str]]:
        """When batches were recorded and by whom; raises `ValueError` for an instant that is none."""
        for number, recorded_at, recorder in _missing(db, self._batches, set(numbers), statements.BATCHES):
            self._batches[number] = parse_instant(recorded_at), recorder
        return self._batches

    def mark(self, said: tuple[int, str | None, str | None, int | None]) -> Mark:
        """The mark of what the columns say: a gist, two moments, and what is retracted; raises `ValueError`."""
        if len(self.marks) >= HELD:
            self.marks.clear()
        gist, *dates = said
        made = self.marks[said] = mark(self.gists[gist], *dates)
        return made


def _missing(db: sqlite3.Connection, held: dict[int, Held], numbers: set[int], statement: str) -> Iterable[Any]:
    """The rows of the numbers that are not held; where they are too many, all are asked for anew."""
    missing = numbers - held.keys()
    if missing and len(held) + len(missing) > HELD:
        held.clear()
        missing = numbers
    return db.execute(statement, (json.dumps(list(missing)),)).fetchall() if missing else ()
