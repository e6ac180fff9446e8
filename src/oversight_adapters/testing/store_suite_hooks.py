"""What every part of the store suite builds on: the hooks of a subclass, and failures that name their clause."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest

from oversight_adapters.testing.store_suite_samples import MakeStore
from oversight_core.ledger.recorded import Recorded
from oversight_core.ports import Store

Tampers = Mapping[str, Callable[[Any], int]]


def expect(clause: str, holds: bool, expected: str, found: object = None) -> None:
    """Fail with the clause and what it expects."""
    if not holds:
        raise AssertionError(f"{clause}: expected {expected}" + ("" if found is None else f"; found {found}"))


@contextmanager
def refused(clause: str, error: type[BaseException], reason: str) -> Iterator[list[Any]]:
    """Fail unless the body raises an error; gives a list that holds it afterwards."""
    caught: list[Any] = []
    try:
        yield caught
    except error as raised:
        caught.append(raised)
    else:
        raise AssertionError(f"{clause}: expected {error.__name__}, because {reason}; nothing was raised")


def everything(store: Store) -> tuple[Recorded, ...]:
    """All that a store holds, in order."""
    return tuple(store.scan())


def why(store: Store, clause: str, default: str) -> str:
    """Why a clause is skipped, in the words of the store."""
    return f"{clause}: {dict(store.capabilities.skipped).get(clause, default)}"


class StoreHooks:
    """What a subclass of the suite brings."""

    def reopen(self, store: Store) -> Store:
        """A new store object over the same record, the old one being gone."""
        raise NotImplementedError("a durable store needs reopen(store)")

    def tampers(self) -> Tampers:
        """``altered``, ``inserted``, ``removed``, ``reordered`` to what does it, behind the back of a store that holds
        several entries of every sample item; each gives the position that `verify` must name."""
        return {}

    @pytest.fixture
    def make_store(self) -> MakeStore:
        """A factory of new, empty stores: ``(clock, salt) -> store``."""
        raise NotImplementedError("bring the fixture make_store")
