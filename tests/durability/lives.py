"""What a child does with a store until it is killed, and what it says of it."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from importlib import import_module
from random import Random
from typing import Any

from tests.durability.nursery import Say

from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.testing.store_suite_samples import applied, described, reported, retracted, told
from oversight_core.errors import Conflict, StoreLocked
from oversight_core.ledger import Entry, Receipt
from oversight_core.names import Item

ITEMS = tuple(Item("recommendation", "gao", f"gao-24-{n}", "1", "ice") for n in range(8)) + tuple(
    Item("complaint", "crcl", f"24-{n:02}") for n in range(4)
)

Doing = Callable[[SqliteStore, Random, str], Receipt | None]


def one(store: SqliteStore, dice: Random, tag: str) -> Receipt:
    """A batch of one entry."""
    item = dice.choice(ITEMS)
    at = len(store.history(item))
    return store.append([(item, at, [_entry(item, at + 1, dice)])], recorder=f"{tag}:1")


def many(store: SqliteStore, dice: Random, tag: str) -> Receipt:
    """A batch about several items, some of it taken back at once."""
    groups = []
    for item in dice.sample(ITEMS, dice.randint(2, len(ITEMS))):
        at = len(store.history(item))
        entries = [_entry(item, at + n, dice) for n in range(1, dice.randint(2, 15))]
        groups.append((item, at, [*entries, retracted(item, at + 1)]))
    return store.append(groups, recorder=f"{tag}:{sum(len(entries) for _, _, entries in groups)}")


def large(store: SqliteStore, dice: Random, tag: str) -> Receipt:
    """A lazy batch that does not fit the memory a store allows itself."""
    at = {item: len(store.history(item)) for item in dice.sample(ITEMS[:8], 3)}
    batch = ((item, n, [described(item, f"{tag} " + "x" * 900_000)]) for item, n in at.items())
    return store.append(batch, recorder=f"{tag}:3")


def forget(store: SqliteStore, dice: Random, tag: str) -> Receipt:
    """A disposal of some of what a complaint says."""
    item = dice.choice(ITEMS[8:])
    at = len(store.history(item))
    if not at:
        return one(store, dice, tag)
    revisions = dice.sample(range(1, at + 1), dice.randint(1, min(at, 5)))
    return store.dispose(item, revisions, "GRS 2.8", expected=at, recorder=f"{tag}:1")


def project(store: SqliteStore, dice: Random, tag: str) -> None:
    """Bring the projection up to date."""
    store.catch_up()


def close(store: SqliteStore, dice: Random, tag: str) -> None:
    """Close; the loop opens it again."""
    store.close()


HABITS: dict[str, tuple[Doing, ...]] = {
    "one entry at a time": (one, one, one, project, close),
    "many at once": (many, many, project, close),
    "more than memory holds": (large, many, project),
    "forgetting": (forget, forget, many, close),
    "projecting": (one, project, project, close),
}


def words(item: Item, revision: int) -> str:
    """Words that nothing else holds, to be looked for in the bytes when they are forgotten."""
    return f"SECRET {item.report} {revision};"


def _entry(item: Item, revision: int, dice: Random) -> Entry:
    kinds = (
        lambda: described(item, words(item, revision) * dice.choice((1, 3, 60))),
        lambda: reported(item, dice.choice(("open", "closed")), f"2024-{dice.randint(1, 12):02}"),
        lambda: told(item),
        lambda: applied(item, dice.choice(("concurred", "non_concurred"))),
    )
    return dice.choice(kinds)()


def live(say: Say, path: str, seed: int, habit: str, last_statement: int = 0, mutant: str = "") -> None:
    """Write for ever, telling each thing that is done; or up to a statement, to die before it is carried out."""
    dice = Random(seed)
    base = getattr(import_module("tests.durability.mutants"), mutant) if mutant else sqlite3.Connection
    numbers = _numbers(say, last_statement)

    class Told(base):  # type: ignore[misc,valid-type]
        """A connection that says when it commits."""

        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            self.set_trace_callback(numbers.send)

    whole = sqlite3.connect
    sqlite3.connect = lambda *args, **options: whole(*args, **{**options, "factory": Told})  # type: ignore[assignment]
    store = SqliteStore(path)
    number = 0
    while True:
        number += 1
        doing = dice.choice(HABITS[habit])
        try:
            receipt = doing(store, dice, f"{seed}.{number}")
        except (Conflict, StoreLocked) as error:
            say("refused", type(error).__name__)
            continue
        say("done", doing.__name__, receipt or "-", 0 if receipt is None else receipt.batch or 0)
        if doing is close:
            store = SqliteStore(path)


def _numbers(say: Say, last: int) -> Any:
    def run() -> Iterator[None]:
        number = 0
        while True:
            statement = yield
            number += 1
            if number == last:
                os.kill(os.getpid(), signal.SIGKILL)
            if statement.startswith(("COMMIT", "PRAGMA wal_checkpoint")):
                say("commit")

    numbers = run()
    next(numbers)
    return numbers
