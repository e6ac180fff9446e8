"""What every part of the store suite builds on: the hooks of a subclass, and stores that are new and whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

import pytest

from oversight_adapters.testing.clauses import ClauseBroken, expect, expect_none, missing_parts
from oversight_adapters.testing.store_suite_samples import MakeStore, Salts, Ticking
from oversight_core.ledger.recorded import Recorded
from oversight_core.ports import Capabilities, Store

Tampers = Mapping[str, Callable[[Any], int]]
"""What was done to a record, to what does it: given the store, it gives the position that `verify` must name."""

ANSWERS = ("backups", "histories", "joins", "periods", "standings")
"""What a store may answer itself."""


_PATIENCE = 20  # seconds, in which any store has written three entries

T = TypeVar("T")


def everything(store: Store) -> tuple[Recorded, ...]:
    """All that a store holds, in order."""
    return tuple(store.scan())


def close(store: Any) -> None:
    """Close a store that can be closed."""
    if callable(end := getattr(store, "close", None)):
        end()


def why(store: Store, clause: str, default: str) -> str:
    """Why a clause is skipped, in the words of the store."""
    return f"{clause}: {dict(store.capabilities.skipped).get(clause, default)}"


def fresh(
    make_store: MakeStore, clock: Callable[[], datetime] | None = None, salt: Callable[[], bytes] | None = None
) -> Store:
    """A new, empty store that has what the port has: without that, no other clause can be put to it."""
    try:
        store = make_store(clock or Ticking(), salt or Salts())
    except Exception as error:  # an adapter may raise anything; the clause is told all the same
        wanted = "make_store(clock, salt) to give a new store"
        raise ClauseBroken("L0", wanted, f"{type(error).__name__}: {error}") from error
    expect_none("L0", not_a_store(store), "a store")
    expect("L0", isinstance(store.scan(), Iterator), "scan() to give an iterator", f"{store.scan()!r:.80}")
    held = len(everything(store))
    expect("L0", not held, "a new and empty store each time make_store is called", f"{held} entries")
    return store


def expect_salted(salts: Salts, times: int) -> None:
    """Fail unless a store has asked for as many salts as it wrote entries with words."""
    __tracebackhide__ = True
    once = f"salt() asked once for each entry that has words, {times} times: a salt is never used twice"
    expect("L13", salts.given == times, once, f"{salts.given}")


def not_a_store(store: Store) -> Iterator[str]:
    """What a store lacks of the port, and what it says of itself that cannot be."""
    yield from missing_parts(store, Store)
    said: Any = getattr(store, "capabilities", None)
    if not isinstance(said, Capabilities):
        yield f"its capabilities are {said!r}, and no Capabilities(…)"
        return
    for name in sorted(said.answers):
        if name not in ANSWERS:
            yield f"its capabilities name the answer {name!r}, and nobody asks for that; known: {', '.join(ANSWERS)}"
        elif not callable(getattr(store, name, None)):
            yield f"its capabilities name the answer {name!r}, and it has no such method"
    for clause, reason in said.skipped:
        if not re.fullmatch(r"L(?:[1-9]|1[0-4])", clause) or not reason.strip():
            yield f"its capabilities skip {clause!r} because {reason!r}, which is no clause with a reason"


def answered(store: Store, clause: str, work: Callable[[], T]) -> T:
    """What some work with a store gives, or what it raises; a lock that is never let go fails the clause.

    Where several threads may use the store it is done in one of its own, so that waiting for ever stops no other test.
    """
    if not store.capabilities.many_writers:
        return work()
    given: list[T] = []
    raised: list[BaseException] = []

    def worked() -> None:
        try:
            given.append(work())
        except BaseException as error:  # also what interrupts a batch: whoever waits here gets it
            raised.append(error)

    worker = Thread(target=worked, daemon=True)
    worker.start()
    worker.join(_PATIENCE)
    waits = f"an answer, and no lock that is held while a batch is read, or kept after an error (waited {_PATIENCE} s)"
    expect(clause, not worker.is_alive(), waits, "none")
    if raised:
        raise raised[0]
    return given[0]


class StoreHooks:
    """What a subclass of the suite brings."""

    def reopen(self, store: Store) -> Store:
        """A new store object over the same record, the old one being gone."""
        pytest.skip("L11: the store says that it is durable; bring reopen(store), which opens its record anew")

    def again(self, store: Store) -> Store:
        """Another store object over the same record, beside the first, as another program has it."""
        pytest.skip("L10: the store says many_processes; bring again(store), another object over its record beside it")

    def files(self, store: Store) -> Iterable[Path | bytes]:
        """Every file that a store keeps its record in, copies included, or their bytes."""
        pytest.skip("L12: bring files(store), what the record is kept in, to see disposed words gone from all of it")

    def tampers(self) -> Tampers:
        """``altered``, ``inserted``, ``removed``, ``reordered`` to what does it, behind the back of a store that holds
        several entries of every sample item; each gives the position that `verify` must name."""
        return {}

    @pytest.fixture
    def make_store(self) -> MakeStore:
        """A factory of new, empty stores: ``(clock, salt) -> store``."""
        raise NotImplementedError("bring the fixture make_store: (clock, salt) -> a new, empty store")
