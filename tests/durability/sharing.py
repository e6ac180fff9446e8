"""Programs that share one file: writers that count what it took, and readers that look over their shoulders."""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from random import Random

import attrs

from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core.errors import Conflict, StoreLocked
from oversight_core.ledger import Receipt, Reported
from oversight_core.names import Item

ITEMS = tuple(Item("recommendation", "gao", f"gao-24-{n}", "1", "ice") for n in range(5))
PATIENCE = 60.0  # seconds; nobody waits so long for a commit


@attrs.define
class Taken:
    """What a writer did: what it was told of each batch, how often others were faster, how often it could not wait."""

    acknowledged: list[tuple[str, int, int, str]] = attrs.Factory(list)  # mark, entries, position, link
    conflicts: int = 0
    locked: int = 0


def write(path: str, name: str, batches: int) -> Taken:
    """Append marked entries about items that others write too, as a user would: look, say, and look again."""
    dice, taken = Random(name), Taken()
    store = SqliteStore(path, timeout=PATIENCE)
    for number in range(batches):
        mark, items = f"{name}.{number}", dice.sample(ITEMS, dice.randint(1, 3))
        taken.acknowledged.append((mark, len(items), *_put(store, items, mark, name, taken)))
        if dice.random() < 0.05:
            store.close()  # the last one to leave takes the log away
            store = SqliteStore(path, timeout=PATIENCE)
        elif dice.random() < 0.1:
            store.catch_up()
    store.close()
    return taken


def _put(store: SqliteStore, items: list[Item], mark: str, name: str, taken: Taken) -> tuple[int, str]:
    while True:
        seen = {item: len(store.history(item)) for item in items}
        batch = [(item, at, [Reported(item, "oversight_status", "open", (), mark)]) for item, at in seen.items()]
        try:
            receipt = store.append(batch, recorder=name)
        except Conflict as conflict:
            assert all(seen[item] == expected < actual for item, expected, actual in conflict.stale)
            taken.conflicts += 1
        except StoreLocked:
            taken.locked += 1
        else:
            return receipt.position, receipt.hash.hex()


def read(path: str, end: int, *, read_only: bool) -> int:
    """Follow the record until so many entries are there, and verify it meanwhile; the number of looks it took."""
    links: list[bytes] = []
    looks = 0
    while len(links) < end:
        with SqliteStore(path, read_only=read_only, timeout=PATIENCE) as store:
            for _ in range(50):
                looks += 1
                new = [(recorded.position, recorded.hash) for recorded in store.scan(len(links))]
                assert [position for position, _ in new] == list(range(len(links) + 1, len(links) + len(new) + 1))
                links += [link for _, link in new]
                _instants_rise(store)
            whole = [recorded.hash for recorded in store.scan()]
            assert whole[: len(links)] == links, "what was read before reads otherwise now"
            verdict = store.verify(Receipt(len(links), links[-1]) if links else None)
            assert verdict.holds and verdict.head.position >= len(links), verdict
    return looks


def _instants_rise(store: SqliteStore) -> None:
    history = store.history(ITEMS[0])
    assert [recorded.revision for recorded in history] == list(range(1, len(history) + 1))
    assert all(one.recorded_at <= two.recorded_at for one, two in pairwise(history))


if __name__ == "__main__":
    what, path, name, number = sys.argv[1:]
    print("ready", flush=True)  # noqa: T201
    sys.stdin.readline()  # so that all begin together
    if what == "write":
        print(json.dumps(attrs.asdict(write(path, name, int(number)))))  # noqa: T201
    else:
        print(read(path, int(number), read_only=what == "look"))  # noqa: T201
