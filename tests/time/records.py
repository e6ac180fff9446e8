"""Random records: what a few dozen items go through, as steps that are not yet written anywhere.

Everything happens, is said and is recorded within the same few months, so entries are late, early, undated and
overlapping more often than not.  A step that goes back to another names its number, not its revision, so that any step
can be left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from datetime import UTC, datetime, timedelta
from random import Random

import attrs
from tests.time.said import TakeBack, random_day, random_history

from oversight_core.ledger import Entry
from oversight_core.moments import AsOf
from oversight_core.names import Item


@attrs.frozen
class Forget:
    """Dispose of the words of a step."""

    number: int


@attrs.frozen
class Said:
    """One step: in which batch, what the clock of the store shows, about which item, and what is done."""

    number: int
    batch: int
    clock: datetime
    item: Item
    what: Entry | TakeBack | Forget


Record = tuple[Said, ...]
"""Steps in the order of their positions: by batch, and in a batch by item."""


def random_record(dice: Random, *, items: int, longest: int = 14) -> Record:
    """What some items go through, in a few batches."""
    batches = dice.randint(2, 9)
    clocks = list(_clocks(dice, batches + 1))
    steps: list[Said] = []
    named = [Item("recommendation", "gao", "gao-24-106233", str(n), "ice") for n in range(items)]
    for item in named:
        batch = dice.randrange(batches)
        others = [other for other in (*named, attrs.evolve(item, addressee="dhs")) if other != item]
        for what in random_history(dice, item, others, first=len(steps), longest=longest):
            steps.append(Said(len(steps), batch, clocks[batch], item, what))
            batch = min(batch + dice.choice((0, 0, 0, 1, 1, 2)), batches - 1)
    steps.sort(key=lambda step: step.batch)
    return (*steps, *_forgotten(dice, steps, batches, clocks[batches]))


def without(record: Record, numbers: Set[int]) -> Record:
    """A record without some steps, nor those that go back to them."""
    gone = {step.number for step in record if step.number in numbers or getattr(step.what, "number", None) in numbers}
    return tuple(step for step in record if step.number not in gone)


def _clocks(dice: Random, number: int) -> Iterator[datetime]:
    """What a clock shows at each batch: it stands, creeps, leaps, and now and then is set back."""
    now = datetime(2024, 1, dice.randint(1, 31), 22, 30, tzinfo=UTC)
    for _ in range(number):
        leap = timedelta(days=dice.randint(1, 40))
        creep = timedelta(hours=dice.randint(1, 50))
        now += dice.choice((timedelta(0), timedelta(microseconds=1), creep, leap, leap, -creep))
        yield now


def _forgotten(dice: Random, steps: Sequence[Said], batch: int, clock: datetime) -> Iterator[Said]:
    """Up to two disposals at the end, each a batch of its own."""
    named = [step for step in steps if not isinstance(step.what, TakeBack)]
    for n, step in enumerate(dice.sample(named, min(dice.randint(0, 2), len(named)))):
        yield Said(len(steps) + n, batch + n, clock, step.item, Forget(step.number))


def random_as_of(dice: Random, record: Record) -> AsOf:
    """Dates at which answers differ; any of them may be left open."""
    on, stated_by = (random_day(dice) if dice.random() < 0.7 else None for _ in range(2))
    return AsOf(on, stated_by, _recorded_by(dice, record))


def _recorded_by(dice: Random, record: Record) -> object:
    form, edge = dice.random(), dice.choice(record).clock
    if form < 0.25:
        return None
    if form < 0.45:
        return random_day(dice)
    if form < 0.7:
        return edge + dice.choice((timedelta(0), -timedelta(microseconds=1), timedelta(hours=dice.randint(1, 900))))
    return dice.randint(0, len(record))
