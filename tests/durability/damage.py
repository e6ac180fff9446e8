"""A damaged file: what each way of using it gives, beside what it should give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.testing.store_suite_samples import A, B, C, described, every_kind, reported
from oversight_core.errors import Conflict, StoreFailed
from oversight_core.ledger import Recorded
from oversight_core.names import Item

MORE = tuple(Item("recommendation", "crcl", f"24-{n:03}", str(n), "ice") for n in range(40))

USES: dict[str, Callable[[SqliteStore], Any]] = {
    "open": lambda store: None,
    "history": lambda store: [_read(store.history(item)) for item in (A, B, C, *MORE)],
    "scan": lambda store: _read(store.scan()),
    "joins": lambda store: tuple(store.joins()),
    "periods": lambda store: [store.periods(item) for item in (A, C, MORE[0])],
    "append": lambda store: store.append([(A, 5, [reported(A)]), (MORE[3], 0, [described(MORE[3])])], recorder="x"),
    "dispose": lambda store: store.dispose(B, [1], "GRS 2.8", expected=5, recorder="x"),
    "catch_up": lambda store: store.catch_up(),
    "verify": lambda store: store.verify(),
}
EXPECTED = (StoreFailed, Conflict)  # a damaged file may well say that an item is at another revision
READS = ("history", "scan", "joins", "periods")


def _read(history: Iterable[Recorded]) -> list[tuple[Any, ...]]:
    """Everything that is told of entries, read to the last word."""
    return [
        (each.position, each.item, each.revision, each.recorded_at, each.recorder, each.batch, each.key, each.entry)
        for each in history
    ]


def whole(path: Path) -> bytes:
    """The bytes of a closed store of some twenty pages, the projection not quite caught up, some words forgotten."""
    with SqliteStore(path) as store:
        store.append([(item, 0, every_kind(item)) for item in (A, B, C)], recorder="kit")
        store.append([(item, 0, [described(item, f"{n} " * 8 * n)]) for n, item in enumerate(MORE[4:])], recorder="kit")
        store.dispose(C, [1], "GRS 2.8", expected=5, recorder="kit")
    return path.read_bytes()


def flipped(data: bytes, dice: Random) -> bytes:
    """One to three places of a page changed: a bit, a byte, or a run of bytes as a bad sector leaves it."""
    damaged = bytearray(data)
    for _ in range(dice.randint(1, 3)):
        at, length = dice.randrange(len(data)), dice.choice((1, 1, 1, 4, 64, 512))
        if dice.random() < 0.4:
            damaged[at] ^= 1 << dice.randrange(8)
        else:
            run = bytes(length) if dice.random() < 0.3 else dice.randbytes(length)
            damaged[at : at + length] = run[: len(data) - at]
    return bytes(damaged)


def used(path: Path, data: bytes, use: str) -> Any:
    """What a use of these bytes gives, or the error of ours that it gives; any other error is not caught."""
    path.write_bytes(data)
    try:
        store = SqliteStore(path)
        try:
            return USES[use](store)
        finally:
            store.close()
    except EXPECTED as error:
        said = str(error)
        assert said and "\n" not in said and len(said) < 500, said
        return error
    finally:
        for beside in path.parent.glob(path.name + "*"):
            beside.unlink()


def wrongs(path: Path, data: bytes, right: dict[str, Any]) -> Iterator[str]:
    """What a damaged file makes a store say that is not so: a wrong answer of a file that verifies."""
    verdict = used(path, data, "verify")
    holds = not isinstance(verdict, EXPECTED) and verdict.holds
    for use in READS:
        found = used(path, data, use)
        if holds and found != right[use]:
            yield f"verify holds, but {use} gives {found!r:.300}"
    for use in ("open", "append", "dispose", "catch_up"):
        found = used(path, data, use)
        if holds and isinstance(found, EXPECTED):
            yield f"verify holds, but {use} gives {found}"
