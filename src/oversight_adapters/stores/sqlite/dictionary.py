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


class _Marks(dict[tuple[int, str | None, str | None, int | None], Mark]):
    """The mark of what the columns say: a gist, two moments, and what is retracted; raises `ValueError`."""

    def __init__(self, gists: dict[int, Gist]) -> None:
        super().__init__()
        self._gists = gists

    def __missing__(self, said: tuple[int, str | None, str | None, int | None]) -> Mark:
        if len(self) >= HELD:
            self.clear()
        gist, occurred_on, stated_on, retracts = said
        made = self[said] = mark(self._gists[gist], occurred_on, stated_on, retracts)
        return made


class Dictionary:
    """The gists of a file by number and back, and the items, batches and marks lately met."""

    def __init__(self) -> None:
        self.gists: dict[int, Gist] = {}
        self.items: dict[int, Item] = {}
        self.batches: dict[int, tuple[datetime, str]] = {}
        self.marks = _Marks(self.gists)
        self._numbers: dict[Gist, int] = {}

    def forget(self) -> None:
        """Forget everything: a transaction that gave numbers was rolled back."""
        self.__init__()  # type: ignore[misc]  # as it was at first

    def meet(
        self,
        db: sqlite3.Connection,
        *,
        items: Iterable[int] = (),
        gists: Iterable[int] = (),
        batches: Iterable[int] = (),
    ) -> None:
        """Know what these numbers stand for, where the file says it; raises `ValueError` where it makes no sense."""
        for number, name in _missing(db, self.items, set(items), statements.NAMES):
            self.items[number] = Item.parse(name)
        for number, recorded_at, recorder in _missing(db, self.batches, set(batches), statements.BATCHES):
            self.batches[number] = parse_instant(recorded_at), recorder
        if not self.gists.keys() >= set(gists):
            for number, *gist in db.execute(statements.GISTS):
                self.gists[number] = known = tuple(gist)
                self._numbers[known] = number

    def keep(self, number: int, item: Item) -> None:
        """Know an item whose number was just found."""
        if len(self.items) >= HELD:
            self.items.clear()
        self.items[number] = item

    def number(self, db: sqlite3.Connection, gist: Gist) -> int:
        """The number of a gist, which is given where the file has none yet; in a transaction that writes."""
        number = self._numbers.get(gist)
        if number is None:
            self.meet(db, gists=[0])  # no gist has this number, so all are read again
            number = self._numbers.get(gist)
        if number is None:
            number = max(self.gists, default=0) + 1
            db.execute(statements.PUT_GIST, (number, *gist))
            self.gists[number], self._numbers[gist] = gist, number
        return number


def _missing(db: sqlite3.Connection, held: dict[int, Held], numbers: set[int], statement: str) -> Iterable[Any]:
    """The rows of the numbers that are not held; where they are too many, all are asked for anew."""
    missing = numbers - held.keys()
    if missing and len(held) + len(missing) > HELD:
        held.clear()
        missing = numbers
    return db.execute(statement, (json.dumps(list(missing)),)).fetchall() if missing else ()
