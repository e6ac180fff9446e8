"""One record, written and asked: where do the answers part, and which did not stay as they were?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
from tests.time.asking import Answers, Witnesses, connected
from tests.time.families import History
from tests.time.records import Record
from tests.time.viewing import misshown
from tests.time.writing import AUTHORITY, Clock, Store, salts, write

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core.ledger import Receipt, fold
from oversight_core.moments import NOW, AsOf
from oversight_core.names import Item, Withheld

HONEST = Witnesses()
ROOM = "/dev/shm" if Path("/dev/shm").is_dir() else None  # what survives a crash is tried elsewhere


@attrs.frozen
class Parted:
    """Something that is not as it should be: of which item, to which question, and what each says."""

    item: Item
    as_of: AsOf
    why: str
    answers: Answers | None = None


def parted(record: Record, questions: Sequence[AsOf], witnesses: Witnesses = HONEST) -> list[Parted]:
    """Every disagreement on a record, and every answer as of a past recording that changed afterwards."""
    items = list(dict.fromkeys(step.item for step in record))
    wrong: list[Parted] = []
    early: dict[AsOf, dict[Item, Answers]] = {}
    with TemporaryDirectory(dir=ROOM) as folder:
        clock = Clock()
        memory = MemoryStore(clock=clock, salt=salts())
        with SqliteStore(Path(folder) / "a.db", clock=clock, salt=salts()) as store:
            for n, (receipt, other) in enumerate(write(record, (store, memory), clock)):
                if receipt != other:
                    wrong.append(Parted(items[0], NOW, f"the file is at {receipt}, memory at {other}"))
                if n % 3 == 1:
                    store.catch_up()
                past = [as_of for as_of in questions if as_of not in early and is_past(as_of, store, receipt)]
                if past:
                    early |= witnesses.answers(_histories(store, items), store.location, past)
            histories = _histories(store, items)
            late = witnesses.answers(histories, store.location, questions)
            wrong += _misshown(store, histories, "behind")
            store.catch_up()
            wrong += _misshown(store, histories, "caught up")
            wrong += _misprojected(store, histories)
    return [*wrong, *_disagreed(late), *_changed(early, late)]


def _histories(store: SqliteStore, items: Sequence[Item]) -> dict[Item, History]:
    return {item: store.history(item) for item in items}


def is_past(as_of: AsOf, store: Store, receipt: Receipt) -> bool:
    """Whether nothing that is recorded from now on can be of that recording.

    An instant is past when the clock is beyond it: while it stands still, more may be recorded at that same instant.
    """
    by = as_of.recorded_by
    if by is None or isinstance(by, int):
        return by is not None and by <= receipt.position
    return by < next(iter(store.scan(receipt.position - 1))).recorded_at


def _misshown(store: SqliteStore, histories: dict[Item, History], when: str) -> list[Parted]:
    try:
        with closing(connected(store.location)) as db:
            return [Parted(item, NOW, f"{when}, {why}") for item, why in misshown(db, histories)]
    except sqlite3.Error as error:
        return [Parted(next(iter(histories)), NOW, f"{when}, a view says: {error}")]


def _misprojected(store: SqliteStore, histories: dict[Item, History]) -> Iterator[Parted]:
    for item, history in histories.items():
        if (periods := store.periods(item)) != fold(history).periods:
            yield Parted(item, NOW, f"the store gives the periods {periods}")


def _disagreed(late: dict[AsOf, dict[Item, Answers]]) -> Iterator[Parted]:
    for as_of, by_item in late.items():
        for item, answers in by_item.items():
            if not answers.agree:
                yield Parted(item, as_of, "the answers differ", answers)


def _changed(early: dict[AsOf, dict[Item, Answers]], late: dict[AsOf, dict[Item, Answers]]) -> Iterator[Parted]:
    for as_of, by_item in early.items():
        for item, before in by_item.items():
            after = late[as_of][item]
            if not (same_but_words(before.fold, after.fold) and before.sql == after.sql):
                yield Parted(item, as_of, f"the answer was another: {before.fold}", after)


def same_but_words(before: Any, after: Any) -> bool:
    """Whether nothing changed but that words were disposed of, and say so."""
    if isinstance(after, Withheld):
        return isinstance(before, str | Withheld) and after.authority == AUTHORITY
    if type(before) is not type(after):
        return False
    if isinstance(before, dict):
        return before.keys() == after.keys() and all(same_but_words(before[key], after[key]) for key in before)
    if isinstance(before, tuple | list):
        return len(before) == len(after) and all(map(same_but_words, before, after))
    if attrs.has(type(before)):
        return all(same_but_words(getattr(before, f.name), getattr(after, f.name)) for f in attrs.fields(type(before)))
    return bool(before == after)
