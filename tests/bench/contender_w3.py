"""The project's side of W3: entries that the rules allowed, kept by the SQLite store through its public methods.

An event of the harness becomes an `Applied`: a step of a table, an actor, and an exhibit that holds the words of the
note and names its document.  Entries are built beforehand; encoding, hashing and chaining are part of `append`.  A
state is the status folded from an item's entries, since when it holds, and how many entries there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core.ledger import fold
from oversight_core.moments import Moment
from oversight_core.names import Actor, Item
from oversight_core.rules import Applied, Attempt, Exhibit
from oversight_core.rules.attempt import Step

AXIS = "status"
ROLES = {"oig": "oversight_body", "ice": "addressee"}

_step = lru_cache(None)(Step)
_day = lru_cache(None)(Moment.day)
_actor = lru_cache(None)(lambda name: Actor(name, ROLES[name]))


def item_of(stream: str) -> Item:
    """The item of a stream."""
    return Item("recommendation", "oig", stream)


def entry_of(item: Item, event: Any) -> Applied:
    """The entry of an event."""
    actor = _actor(event.actor)
    attempt = Attempt(
        item, event.target, actor, _day(event.on), None, (Exhibit("note", event.actor, event.document, event.note),)
    )
    return Applied(_step("bench", "1", AXIS, event.source, event.target, event.target), attempt)


def _part(stream: str, events: Iterable[Any]) -> tuple[Item, int, list[Applied]]:
    item = item_of(stream)
    return item, 0, [entry_of(item, event) for event in events]


State = tuple[str, date | None, int]


def _state(case: Any, count: int) -> State:
    status = case.status(AXIS)
    return status.value, status.since.latest, count


def lib(path: str, streams: Mapping[str, Iterable[Any]], *, commit: str) -> SimpleNamespace:
    """What the harness asks for; `commit` is ``one`` for all or ``each`` item in a transaction of its own."""
    store = SqliteStore(path)
    batch = [_part(stream, events) for stream, events in streams.items()]

    def append() -> None:
        if commit == "one":
            store.append(batch, recorder="bench")
        else:
            for part in batch:
                store.append([part], recorder="bench")

    def load(stream: str) -> State:
        history = store.history(item_of(stream))
        return _state(fold(history), len(history))

    def replay() -> dict[str, State]:
        return {item.report: _state(fold(history), len(history)) for item, history in store.histories()}

    return SimpleNamespace(append=append, load=load, replay=replay, close=store.close)


def w3(path: str, streams: Mapping[str, Iterable[Any]]) -> SimpleNamespace:
    """All 100,000 entries in one transaction."""
    return lib(path, streams, commit="one")
