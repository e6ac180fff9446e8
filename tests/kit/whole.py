"""The reference with every capability, so that every clause is put to the proof; a mutant has one line changed."""

from contextlib import contextmanager
from datetime import UTC, datetime

import attrs

from oversight_adapters.stores.memory import MemoryStore
from oversight_core.ledger import Registered, Retracted, fold
from oversight_core.moments import AsOf
from oversight_core.ports import Backup, Capabilities
from oversight_core.questions import standing

ANSWERS = frozenset({"backups", "histories", "joins", "periods", "standings"})


class Whole(MemoryStore):
    capabilities = Capabilities(durable=True, many_writers=True, many_processes=True, answers=ANSWERS)

    def periods(self, item):
        return fold(self.history(item)).periods

    def standings(self, axis, kind, on=None):
        cases = {recorded.item: fold(self.history(recorded.item), AsOf(on)) for recorded in self.scan()}
        return list(standing(cases, axis, kind=kind).rows)

    def histories(self):
        items, last = dict.fromkeys(recorded.item for recorded in self.scan()), len(self._held.rows)
        return ((item, [r for r in self.history(item) if r.position <= last]) for item in items)

    def joins(self):
        return {r.item: r for r in self.scan() if isinstance(r.entry, Registered) and r.entry.same_as}

    def backups(self):
        return [Backup(datetime(2024, 6, 3, tzinfo=UTC), "a safe", self.verify().head)]

    def retracts(self, item):
        return any(isinstance(recorded.entry, Retracted) for recorded in self.history(item))

    def kept(self):
        return [repr(vars(self._held)).encode()]

    def beside(self):
        other = type(self)(clock=self._clock, salt=self._salt)
        other._held._places, other._held.rows = self._held._places, self._held.rows
        return other

    def reopened(self):
        again = type(self)(clock=self._clock, salt=self._salt)
        again._held._places = self._held._places
        again._held.rows = self._held.rows
        return again


# -- what mutants need ---------------------------------------------------------------------------------------------


@contextmanager
def place_taken(rows):
    """What is written meanwhile goes where the end was before, as where a number is drawn too early."""
    place = len(rows)
    yield
    own = [row for row in rows[place:] if row.batch == rows[-1].batch]
    rows[place:] = own + [row for row in rows[place:] if row not in own]


def patient(batch):
    """A batch as far as it goes."""
    try:
        yield from batch
    except KeyboardInterrupt:
        return


def lenient(batch):
    """A batch as far as it goes without an error."""
    try:
        yield from batch
    except Exception:
        return


def halves(batch):
    """A batch in which the entries of each item go as far as they go."""
    return ((item, revision, list(lenient(entries))) for item, revision, entries in batch)


USED = (attrs,)
