"""What stands once in the file and is named by number: the gists of entries, and items."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from oversight_adapters.stores.rows import Gist
from oversight_adapters.stores.sqlite import statements
from oversight_core.names import Item

HELD = 50_000
"""How many items are held at most."""


class Dictionary:
    """The gists of a file by number and back, and the items lately asked for.

    Numbers are given for good, so what is held stays right whoever else writes the file.
    """

    def __init__(self) -> None:
        self.gists: dict[int, Gist] = {}
        self._numbers: dict[Gist, int] = {}
        self._items: dict[int, Item] = {}

    def forget(self) -> None:
        """Forget everything: a transaction that gave numbers was rolled back."""
        self.gists, self._numbers, self._items = {}, {}, {}

    def learn(self, db: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Gist]:
        """The gists of the file, with at least these numbers where the file has them."""
        if not self.gists.keys() >= set(numbers):
            for number, *gist in db.execute(statements.GISTS):
                self.gists[number] = known = (gist[0], gist[1], gist[2], gist[3], gist[4], gist[5])
                self._numbers[known] = number
        return self.gists

    def number(self, db: sqlite3.Connection, gist: Gist) -> int:
        """The number of a gist, which is given where the file has none yet; in a transaction that writes."""
        if gist not in self._numbers:
            self.learn(db, [0])  # no gist has this number, so all are read again
        if gist not in self._numbers:
            number = max(self.gists, default=0) + 1
            db.execute(statements.PUT_GIST, (number, *gist))
            self.gists[number], self._numbers[gist] = gist, number
        return self._numbers[gist]

    def items(self, db: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Item]:
        """Items by number, with at least these where the file has them; raises `ValueError` for a name that is none."""
        missing = [number for number in set(numbers) if number not in self._items]
        if len(self._items) + len(missing) > HELD:
            self._items = {}
            missing = list(set(numbers))
        if missing:
            for number, name in db.execute(statements.NAMES, (json.dumps(missing),)):
                self._items[number] = Item.parse(name)
        return self._items
