"""Long walks over every table, with reports and retractions between the steps, read again as of every past moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random

import attrs
import pytest
from tests.effort import effort
from tests.rulebooks.versions import EACH, named

from oversight_adapters.stores.memory import MemoryStore
from oversight_core import Register
from oversight_core.entities import KINDS
from oversight_core.ledger import Applied, Recorded, Registered, Reported, Retracted, fold
from oversight_core.moments import NOW, AsOf, Moment
from oversight_core.names import Actor, Item
from oversight_core.rules import Attempt, Exhibit, Lifecycle, Rule, RuleBook, offered
from oversight_core.testing import check_invariants
from oversight_core.testing.laws.ledger import naive
from oversight_core.testing.oracle_fold import naive_fold, naive_status

FIRST = date(2024, 1, 1)
LONG = effort(ci=1, nightly=3)


@attrs.define
class Walker:
    """Who walks one table by chance, through a register, and writes down what it saw."""

    table: Lifecycle
    chance: Random
    register: Register = attrs.field(init=False)
    item: Item = attrs.field(init=False)
    ticks: int = 0
    steps: int = 0

    def __attrs_post_init__(self) -> None:
        kind = self.table.kinds[0]
        store = MemoryStore(clock=lambda: datetime(2024, 1, 1, 12, tzinfo=UTC) + timedelta(days=self.ticks))
        book = RuleBook("canonical", "1", "One table", (self.table,), facts=self._needs())
        self.register = Register(store, rulebooks=(book,), recorder="walker")
        self.item = Item(kind, "body", "report-1", "1")
        self.register.enter([Registered(self.item, KINDS[kind](), rulebook="canonical")])

    def _needs(self) -> tuple[str, ...]:
        return ("latest_applied", *(need for guard in self.table.guards for need in guard.needs))

    def walk(self, steps: int) -> None:
        """Take as many steps as asked for, and stray between them."""
        tries = 0
        while self.steps < steps:
            tries += 1
            assert tries < 40 * steps, f"only {self.steps} steps were allowed"
            self.ticks += self.chance.randint(0, 2)
            stray = self.chance.random()
            if stray < 0.08:
                self._report()
            elif stray < 0.16 or not self._step():
                self._retract()

    def _step(self) -> bool:
        """One legal step from where the item stands; whether there was one."""
        day = FIRST + timedelta(self.ticks)
        status = self.register.case(self.item, AsOf(on=day)).status(self.table.axis, initial=self.table.initial)
        events = list(offered(self.table, status.value))
        self.chance.shuffle(events)
        for event in events:
            row = self.table.moves.at[status.value, event].rule
            decision = self.register.attempt(self._attempt(row, day), axis=self.table.axis)
            if isinstance(decision, Applied):
                self.steps += 1
                return True
        return False

    def _attempt(self, row: Rule, day: date) -> Attempt:
        shown = [*row.requires, *(kind for kind in row.expects if self.chance.random() < 0.5)]
        evidence = tuple(Exhibit(kind, f"the supplier of {kind}") for kind in shown)
        role = self.chance.choice(row.actors)
        return Attempt(self.item, row.event, Actor(f"the {role}", role), Moment.day(day), self._stated(day), evidence)

    def _stated(self, day: date) -> Moment | None:
        return Moment.day(day + timedelta(self.chance.randint(0, 30))) if self.chance.random() < 0.7 else None

    def _report(self) -> None:
        """A source says of some day, or of none, that the item was in a state or a group."""
        status = self.chance.choice([*self.table.state_names, *self.table.members])
        day = FIRST + timedelta(self.chance.randint(0, self.ticks))
        when = self.chance.choice([Moment.day(day), Moment.parse(f"{day:%Y-%m}"), Moment.parse(f"../{day}"), None])
        self.register.enter(
            [Reported(self.item, self.table.axis, status, occurred_on=when, stated_on=self._stated(day))]
        )

    def _retract(self) -> None:
        """Take back one of the last few entries, so that a walk leaves an end again."""
        history = self.register.history(self.item)
        gone = {one.entry.revision for one in history if isinstance(one.entry, Retracted)}
        left = [r for r in history if isinstance(r.entry, Applied | Reported) and r.revision not in gone]
        if left:
            self.register.retract(self.item, self.chance.choice(left[-3:]).revision, why="misread")


def moments(history: list[Recorded]) -> Iterator[AsOf]:
    """Every past moment of a history: each day on which anything happened or was stated, each recording; and now."""
    yield NOW
    for recorded in history:
        happened, stated = recorded.entry.occurred_on, recorded.entry.stated_on
        yield AsOf(recorded_by=recorded.position)
        yield AsOf(recorded_by=recorded.recorded_at)
        if happened is not None and happened.latest is not None:
            yield AsOf(on=happened.latest)
            yield AsOf(on=happened.latest - timedelta(1), recorded_by=recorded.position)
        if stated is not None and stated.latest is not None:
            yield AsOf(stated_by=stated.latest)
            yield AsOf(on=stated.latest - timedelta(7), stated_by=stated.latest, recorded_by=recorded.recorded_at)


def reread(walker: Walker, *, wholly: int) -> None:
    """Hold what the fold says as of every past moment against the oracle; at some of them, the whole case.

    What is always so holds of the record as well.
    """
    history, axis = list(walker.register.history(walker.item)), walker.table.axis
    every = list(dict.fromkeys(moments(history)))
    for as_of in every:
        told = naive(fold(history, as_of)).statuses.get((axis, "value"))
        assert told == naive_status(history, axis, as_of), as_of
    check_invariants(walker.register)
    for as_of in [NOW, *walker.chance.sample(every, wholly)]:
        case = walker.register.case(walker.item, as_of)
        assert naive(case) == naive_fold(history, as_of), as_of


def test_nothing_is_left_once_all_is_retracted() -> None:
    for table in EACH[:3]:
        walker = Walker(table, Random(1))
        walker.walk(10)
        for recorded in walker.register.history(walker.item):
            gone = {o.entry.revision for o in walker.register.history(walker.item) if isinstance(o.entry, Retracted)}
            if isinstance(recorded.entry, Applied | Reported) and recorded.revision not in gone:
                walker.register.retract(walker.item, recorded.revision, why="all of it")
        assert walker.register.case(walker.item).statuses == {}
        reread(walker, wholly=5)


@pytest.mark.parametrize("table", EACH, ids=named)
def test_a_walk_reads_back_as_of_every_past_moment(table: Lifecycle) -> None:
    walker = Walker(table, Random(table.name))
    walker.walk(20)
    reread(walker, wholly=2)


@pytest.mark.slow
@pytest.mark.parametrize("table", EACH, ids=named)
def test_a_walk_of_200_steps_reads_back_as_of_every_past_moment(table: Lifecycle) -> None:
    for seed in range(LONG):
        walker = Walker(table, Random(f"{table.name} {seed}"))
        walker.walk(200)
        reread(walker, wholly=5)
