"""The store kit proves itself: a store that breaks one clause fails on that clause and on no other."""

from __future__ import annotations

import inspect
from datetime import timedelta

import attrs
import pytest

from oversight_adapters.stores import admit
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.testing import StoreSuite, store_machine
from oversight_adapters.testing.store_stories import run
from oversight_core.errors import Conflict, InvalidBatch
from oversight_core.ledger import Registered, Retracted, fold
from oversight_core.moments import AsOf
from oversight_core.ports import Capabilities
from oversight_core.questions import standing

CLAUSES = [name for name, _ in inspect.getmembers(StoreSuite, inspect.isfunction) if name.startswith("test_L")]


class Whole(MemoryStore):
    """The reference with every capability, so that every clause is put to the proof."""

    capabilities = Capabilities(
        durable=True, many_writers=True, answers=frozenset({"histories", "joins", "periods", "standings"})
    )

    def periods(self, item):
        return fold(self.history(item)).periods

    def standings(self, axis, kind, on=None):
        cases = {recorded.item: fold(self.history(recorded.item), AsOf(on)) for recorded in self.scan()}
        return list(standing(cases, axis, kind=kind).rows)

    def histories(self):
        last = len(self._rows)
        items = dict.fromkeys(recorded.item for recorded in self.scan())
        return ((item, [r for r in self.history(item) if r.position <= last]) for item in items)

    def reopened(self):
        again = type(self)(clock=self._clock, salt=self._salt)
        again._rows, again._places, again._joined = self._rows, self._places, self._joined
        return again


def _swap(store):
    store._rows[3:5] = [
        store._rows[4]._replace(position=4, revision=4),
        store._rows[3]._replace(position=5, revision=5),
    ]
    return 4


def _alter(store):
    store._rows[6] = store._rows[6]._replace(payload=store._rows[6].payload.replace(b"open", b"shut"))
    return 7


def _insert(store):
    store._rows.append(store._rows[-1]._replace(position=16, revision=6))
    return 16


def _remove(store):
    del store._rows[8]
    return 9


class Kit(StoreSuite):
    def tampers(self):
        return {"altered": _alter, "inserted": _insert, "removed": _remove, "reordered": _swap}

    def reopen(self, store):
        return store.reopened()


# -- one clause and one changed line each ----------------------------------------------------------------------


class MergesAnItemNamedTwice(Whole):
    breaks = "L1"

    def append(self, batch, *, recorder):
        groups = {}
        for item, expected, entries in batch:
            groups.setdefault(item, (item, expected, []))[2].extend(entries)
        return super().append(groups.values(), recorder=recorder)


class KeepsWhatCameBeforeTheIterableRaised(Whole):
    breaks = "L2"

    def append(self, batch, *, recorder):
        kept = []
        try:
            kept.extend(batch)
        except BaseException:
            super().append([(item, len(self.history(item)), entries) for item, _, entries in kept], recorder=recorder)
            raise
        return super().append(kept, recorder=recorder)


class RetractsWhatNeverWas(Whole):
    breaks = "L2"

    def _lines(self, item):
        return [*super()._lines(item), admit.Line(9, "reported", None)]


class NamesOnlyTheFirstStaleItem(Whole):
    breaks = "L3"

    def append(self, batch, *, recorder):
        try:
            return super().append(batch, recorder=recorder)
        except Conflict as conflict:
            raise Conflict(conflict.stale[:1]) from None


class CountsRevisionsFromZero(Whole):
    breaks = "L4"

    def _read(self, row):
        return attrs.evolve(super()._read(row), revision=row.revision - 1)


class BelievesItsClock(Whole):
    breaks = "L5"

    def _head(self):
        return super()._head()._replace(recorded_at="")


class CallsNothingABatch(Whole):
    breaks = "L6"

    def append(self, batch, *, recorder):
        receipt = super().append(batch, recorder=recorder)
        return attrs.evolve(receipt, batch=receipt.batch or receipt.position)


class LetsEmptyEntriesBeStale(Whole):
    breaks = "L6"

    def append(self, batch, *, recorder):
        return super().append([group for group in batch if len(group) != 3 or group[2]], recorder=recorder)


class TidiesWords(Whole):
    breaks = "L7"

    def _read(self, row):
        return super()._read(row._replace(content=row.content and row.content.replace(b"\\n", b" ")))


class DoesNotKnowTheUnknown(Whole):
    breaks = "L8"

    def history(self, item):
        return super().history(item) or {}[item]


class ScansFromTheLastOneSeen(Whole):
    breaks = "L9"

    def scan(self, after=0):
        return super().scan(after - 1)


class ScansALivingRecord(Whole):
    breaks = "L9"

    def scan(self, after=0):
        return (self._read(row) for row in self._rows if row.position > after)


class TakesItsPlaceWhenItBegins(Whole):
    breaks = "L10"

    def append(self, batch, *, recorder):
        with self._lock:
            place = len(self._rows)
            receipt = super().append(batch, recorder=recorder)
            own = [row for row in self._rows[place:] if row.batch == receipt.batch]
            self._rows[place:] = own + [row for row in self._rows[place:] if row.batch != receipt.batch]
        return receipt


class LosesItsLastBatch(Whole):
    breaks = "L11"

    def reopened(self):
        again = super().reopened()
        again._rows = self._rows[:-1]
        return again


class DisposesOfTheWholeItem(Whole):
    breaks = "L12"

    def _blank(self, item, revisions, authority):
        super()._blank(item, range(1, self._revision(item) + 1), authority)


class DropsWhatIsDisposedOf(Whole):
    breaks = "L12"

    def scan(self, after=0):
        return (self._read(row) for row in self._rows[after : len(self._rows)] if row.authority is None)


class BelievesEverything(Whole):
    breaks = "L13"

    def verify(self, against=None):
        return attrs.evolve(super().verify(against), fault=None, why="")


class ForgetsTheReceipt(Whole):
    breaks = "L13"

    def verify(self, against=None):
        return super().verify()


class AnswersAsOfYesterday(Whole):
    breaks = "L14"

    def periods(self, item):
        return fold(self.history(item)[:-1]).periods


class CountsTheDayTooLate(Whole):
    breaks = "L14"

    def standings(self, axis, kind, on=None):
        return super().standings(axis, kind, on and on - timedelta(1))


class GivesHistoriesInTheOrderOfNames(Whole):
    breaks = "L14"

    def histories(self):
        return iter(sorted(super().histories()))


class ForgetsAJoinThatIsRetracted(Whole):
    breaks = "L14"

    def joins(self):
        return [item for item in super().joins() if not self._retracts(item)]

    def _retracts(self, item):
        return any(isinstance(recorded.entry, Retracted) for recorded in self.history(item))


class JoinsWhateverIsDescribed(Whole):
    breaks = "L14"

    def joins(self):
        return {recorded.item for recorded in self.scan() if isinstance(recorded.entry, Registered)}


MUTANTS = Whole.__subclasses__()


def clauses_broken(kind):
    """The clauses on which the kit fails a store, each with its message."""
    broken = {}
    for name in CLAUSES:
        try:
            getattr(Kit(), name)(lambda clock, salt: kind(clock=clock, salt=salt))
        except (Exception, KeyboardInterrupt) as failure:
            broken.setdefault(name.split("_")[1], failure)
    return broken


def test_the_healthy_reference_passes():
    assert clauses_broken(Whole) == {}


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.__name__)
def test_a_mutant_fails_on_its_clause_and_no_other(mutant):
    broken = clauses_broken(mutant)
    assert set(broken) == {mutant.breaks}, broken


def test_every_clause_has_a_mutant():
    assert {mutant.breaks for mutant in MUTANTS} == {f"L{n}" for n in range(1, 15)}


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.__name__)
def test_a_failure_says_which_clause_and_what_it_expects(mutant):
    failure = clauses_broken(mutant)[mutant.breaks]
    if isinstance(failure, AssertionError):
        assert str(failure).startswith(f"{mutant.breaks}: expected ")


@pytest.mark.parametrize(
    "mutant",
    [MergesAnItemNamedTwice, NamesOnlyTheFirstStaleItem, CallsNothingABatch, TidiesWords, DisposesOfTheWholeItem],
    ids=lambda mutant: mutant.__name__,
)
def test_the_machine_finds_mutants_by_itself(mutant):
    with pytest.raises((AssertionError, InvalidBatch, Conflict)):
        run(store_machine(lambda clock, salt: mutant(clock=clock, salt=salt)), shrink=False)
