"""Every store that ships, and one that answers nothing itself, as somebody else's may."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core import Capabilities, Store

STORES = ("memory", "sqlite", "bare")


class BareStore(MemoryStore):
    """The port and nothing more."""

    capabilities = Capabilities(many_writers=True)


@pytest.fixture
def open_store(tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    """Opens a fresh store of a kind; all are closed in the end."""
    with ExitStack() as stack:
        names = iter(range(100))

        def opened(kind: str) -> Store:
            if kind == "sqlite":
                return stack.enter_context(closing(SqliteStore(tmp_path / f"{next(names)}.db")))
            return MemoryStore() if kind == "memory" else BareStore()

        yield opened


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, open_store: Callable[[str], Store]) -> Store:
    return open_store(request.param)
