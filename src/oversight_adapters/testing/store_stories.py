"""A state machine that tells any store and the reference the same story, and compares every answer."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.testing.clauses import ClauseBroken, expect
from oversight_adapters.testing.store_suite_hooks import expect_salted, fresh
from oversight_adapters.testing.store_suite_samples import (
    ITEMS,
    MakeStore,
    Salts,
    Stopped,
    Ticking,
    applied,
    described,
    reported,
    retracted,
    told,
)
from oversight_adapters.testing.store_suite_telling import shown, unlike
from oversight_core.errors import OversightError
from oversight_core.names import Item
from oversight_core.ports import Store

_ENTRIES = st.sampled_from([described, reported, told, applied])
_OFF = st.sampled_from([0, 0, 0, 0, 0, 0, 1, -1])  # how far the caller is off the present revision
_PICKED, _MISSING = st.integers(0, 99), 85
_DIFFERENT = st.lists(st.sampled_from(ITEMS), min_size=1, unique=True)
_MAKERS = st.lists(_ENTRIES, min_size=1, max_size=3)
_GROUP = st.tuples(st.sampled_from(ITEMS), st.sampled_from([1, -1, 0]), st.lists(_ENTRIES, max_size=2))
_GROUPS = st.lists(_GROUP, max_size=3) | st.lists(_GROUP, max_size=3, unique_by=itemgetter(0))


def store_machine(make: MakeStore) -> type[RuleBasedStateMachine]:
    """The machine for a store that `make` gives, new and empty each time.

    Run it with `run`, or as ``TestStories = store_machine(make).TestCase``.  Every call stands for a clause, which the
    failure names when the store answers otherwise than the reference.
    """

    class StoreMachine(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.salts, self.reference_salts = Salts(), Salts()
            self.store: Store = fresh(make, salt=self.salts)
            self.reference = MemoryStore(clock=Ticking(), salt=self.reference_salts)

        def both(self, clause: str, act: Callable[[Store], Any]) -> None:
            """Do the same to both; they must answer alike, in errors too, or the store breaks this clause."""
            expected = _answer(act, self.reference)
            try:
                found = _answer(act, self.store)
            except Exception as error:  # an adapter may raise anything; the clause is told all the same
                raise ClauseBroken(clause, shown(expected), f"{type(error).__name__}: {error}") from error
            expect_salted(self.salts, self.reference_salts.given)
            if found != expected:
                own, wanted, got = unlike(clause, expected, found)
                expect(own, False, wanted, got)

        def revision(self, item: Item) -> int:
            return len(self.reference.history(item))

        def pick(self, item: Item, n: int) -> int:
            """A revision of an item, or, now and then, the first that it does not have."""
            return 1 + (self.revision(item) if n >= _MISSING else n % max(1, self.revision(item)))

        def batch(self, groups: list[tuple[Item, int, list[Callable[[Item], Any]]]]) -> list[Any]:
            return [
                (item, max(self.revision(item) + off, 0), [make_entry(item) for make_entry in makers])
                for item, off, makers in groups
            ]

        @initialize(makers=st.tuples(*[_MAKERS] * len(ITEMS)))
        def begin(self, makers: tuple[Any, ...]) -> None:
            batch = self.batch([(item, 0, made) for item, made in zip(ITEMS, makers, strict=True)])
            self.both("L13", lambda store: store.append(batch, recorder="kit"))

        @rule(items=_DIFFERENT, makers=_MAKERS, recorder=st.sampled_from(["kit", "", "Ōno"]))
        def append(self, items: list[Item], makers: list[Any], recorder: str) -> None:
            batch = self.batch([(item, 0, makers) for item in items])
            self.both("L13", lambda store: store.append(iter(batch), recorder=recorder))

        @rule(groups=_GROUPS)
        def append_anyhow(self, groups: list[Any]) -> None:
            batch = self.batch(groups)
            self.both("L3", lambda store: store.append(batch, recorder="kit"))

        @rule(items=_DIFFERENT, makers=_MAKERS)
        def stop_half_way(self, items: list[Item], makers: list[Any]) -> None:
            def stops() -> Any:
                yield from self.batch([(item, 0, makers) for item in items])
                raise Stopped

            self.both("L2", lambda store: store.append(stops(), recorder="kit"))

        @rule(item=st.sampled_from(ITEMS), picked=_PICKED, off=_OFF)
        def retract(self, item: Item, picked: int, off: int) -> None:
            batch = [(item, max(self.revision(item) + off, 0), [retracted(item, self.pick(item, picked))])]
            self.both("L2", lambda store: store.append(batch, recorder="kit"))

        @rule(item=st.sampled_from(ITEMS), picked=st.sets(_PICKED, min_size=1, max_size=3), off=_OFF)
        def dispose(self, item: Item, picked: set[int], off: int) -> None:
            at = max(self.revision(item) + off, 0)
            revisions = [self.pick(item, n) for n in sorted(picked)]
            self.both("L12", lambda store: store.dispose(item, revisions, "GRS 2.8", expected=at, recorder="kit"))

        @rule(item=st.sampled_from(ITEMS), after=st.integers(0, 9))
        def read(self, item: Item, after: int) -> None:
            self.both("L7", lambda store: tuple(store.history(item)))
            self.both("L9", lambda store: tuple(store.scan(after)))
            self.both("L13", lambda store: store.verify())

        @invariant()
        def hold_the_same(self) -> None:
            self.both("L7", lambda store: tuple(store.scan()))

        def teardown(self) -> None:
            close = getattr(self.store, "close", None)
            if close is not None:
                close()

    return StoreMachine


def _answer(act: Callable[[Store], Any], store: Store) -> Any:
    try:
        return act(store)
    except (OversightError, Stopped) as error:
        return error if isinstance(error, OversightError) else "stopped"


def run(machine: type[RuleBasedStateMachine], *, stories: int = 100, steps: int = 15, shrink: bool = True) -> None:
    """Tell so many stories of so many steps; fails at the first answer that differs, in the shortest story if asked."""
    phases = [Phase.generate, Phase.shrink] if shrink else [Phase.generate]
    told = settings(
        max_examples=stories,
        stateful_step_count=steps,
        deadline=None,
        derandomize=True,
        phases=phases,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=told)
