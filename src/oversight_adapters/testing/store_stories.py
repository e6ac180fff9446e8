"""A state machine that tells any store and the reference the same story, and compares every answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.testing.store_suite_samples import (
    ITEMS,
    MakeStore,
    Salts,
    Ticking,
    applied,
    described,
    reported,
    retracted,
    told,
)
from oversight_core.errors import OversightError
from oversight_core.names import Item
from oversight_core.ports import Store

_ENTRIES = st.sampled_from([described, reported, told, applied])
_OFF = st.sampled_from([0, 0, 0, 0, 0, 0, 1, -1])  # how far the caller is off the present revision
_PICKED = st.integers(0, 99)
_DIFFERENT = st.lists(st.sampled_from(ITEMS), min_size=1, unique=True)
_MAKERS = st.lists(_ENTRIES, min_size=1, max_size=3)
_GROUP = st.tuples(st.sampled_from(ITEMS), st.sampled_from([1, -1, 0]), st.lists(_ENTRIES, max_size=2))


class _Stopped(Exception):
    """A lazy batch stopped half-way."""


def store_machine(make: MakeStore) -> type[RuleBasedStateMachine]:
    """The machine for a store that `make` gives, new and empty each time.

    Run it with `run`, or as ``TestStories = store_machine(make).TestCase``.
    """

    class StoreMachine(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.store: Store = make(Ticking(), Salts())
            self.reference = MemoryStore(clock=Ticking(), salt=Salts())

        def both(self, act: Callable[[Store], Any]) -> None:
            """Do the same to both; they must answer alike, in errors too."""
            expected, found = _answer(act, self.reference), _answer(act, self.store)
            if expected != found:
                raise AssertionError(f"the reference answered {expected}; the store answered {found}")

        def revision(self, item: Item) -> int:
            return len(self.reference.history(item))

        def pick(self, item: Item, n: int) -> int:
            """A revision of an item, or the first that it does not have."""
            return 1 + n % (self.revision(item) + 1)

        def batch(self, groups: list[tuple[Item, int, list[Callable[[Item], Any]]]]) -> list[Any]:
            return [
                (item, max(self.revision(item) + off, 0), [make_entry(item) for make_entry in makers])
                for item, off, makers in groups
            ]

        @rule(items=_DIFFERENT, makers=_MAKERS, recorder=st.sampled_from(["kit", "", "Ōno"]))
        def append(self, items: list[Item], makers: list[Any], recorder: str) -> None:
            batch = self.batch([(item, 0, makers) for item in items])
            self.both(lambda store: store.append(iter(batch), recorder=recorder))

        @rule(groups=st.lists(_GROUP, max_size=3))
        def append_anyhow(self, groups: list[Any]) -> None:
            batch = self.batch(groups)
            self.both(lambda store: store.append(batch, recorder="kit"))

        @rule(items=_DIFFERENT, makers=_MAKERS)
        def stop_half_way(self, items: list[Item], makers: list[Any]) -> None:
            def stops() -> Any:
                yield from self.batch([(item, 0, makers) for item in items])
                raise _Stopped

            self.both(lambda store: store.append(stops(), recorder="kit"))

        @rule(item=st.sampled_from(ITEMS), picked=_PICKED, off=_OFF)
        def retract(self, item: Item, picked: int, off: int) -> None:
            batch = [(item, max(self.revision(item) + off, 0), [retracted(item, self.pick(item, picked))])]
            self.both(lambda store: store.append(batch, recorder="kit"))

        @rule(item=st.sampled_from(ITEMS), picked=st.sets(_PICKED, min_size=1, max_size=3), off=_OFF)
        def dispose(self, item: Item, picked: set[int], off: int) -> None:
            at = max(self.revision(item) + off, 0)
            revisions = [self.pick(item, n) for n in sorted(picked)]
            self.both(lambda store: store.dispose(item, revisions, "GRS 2.8", expected=at, recorder="kit"))

        @rule(item=st.sampled_from(ITEMS), after=st.integers(0, 9))
        def read(self, item: Item, after: int) -> None:
            self.both(lambda store: tuple(store.history(item)))
            self.both(lambda store: tuple(store.scan(after)))
            self.both(lambda store: store.verify())

        @invariant()
        def hold_the_same(self) -> None:
            self.both(lambda store: tuple(store.scan()))

        def teardown(self) -> None:
            close = getattr(self.store, "close", None)
            if close is not None:
                close()

    return StoreMachine


def _answer(act: Callable[[Store], Any], store: Store) -> Any:
    try:
        return act(store)
    except (OversightError, _Stopped) as error:
        return error if isinstance(error, OversightError) else "stopped"


def run(machine: type[RuleBasedStateMachine], *, stories: int = 100, steps: int = 15, shrink: bool = True) -> None:
    """Tell so many stories of so many steps; fails at the first answer that differs, in the shortest story if asked."""
    phases = [Phase.generate, Phase.shrink] if shrink else [Phase.generate]
    told = settings(max_examples=stories, stateful_step_count=steps, deadline=None, derandomize=True, phases=phases)
    run_state_machine_as_test(machine, settings=told)
