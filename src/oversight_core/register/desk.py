"""The register: the one write path, and the usual reads.

Everything that changes the record goes through here: an attempt that the rules allow, what a document says, a
retraction, a disposal.  What it knows is in the store.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from oversight_core.errors import InvalidBatch, UnknownBatch
from oversight_core.ledger import Applied, Case, Receipt, Recorded, Registered, Reported, Retracted, fold
from oversight_core.ledger.known import retractions
from oversight_core.moments import NOW, AsOf
from oversight_core.names import Actor, Item
from oversight_core.ports import Backup, FactProvider, Store, Verdict
from oversight_core.questions import (
    Discrepancy,
    Happening,
    Standing,
    Tally,
    discrepancies,
    standing,
    tally,
    timeline,
)
from oversight_core.reading import Reading
from oversight_core.register.answers import answer
from oversight_core.register.facts import PROVIDED
from oversight_core.register.joins import Joins, by_item, joined
from oversight_core.register.plan import Plan
from oversight_core.register.tables import Tables
from oversight_core.register.take import take
from oversight_core.rulebooks import BUILTIN
from oversight_core.rules.attempt import Attempt
from oversight_core.rules.decide import decide, missing_of, rule_of
from oversight_core.rules.lifecycle import Lifecycle, Rule
from oversight_core.rules.reasons import NotAllowed
from oversight_core.rules.rulebook import RuleBook


class Register:
    """A store with rules.

    `rulebooks` are those installed; `providers` supply facts by name that the record itself does not hold; `recorder`
    is who writes, in the clear beside each entry.
    """

    def __init__(
        self,
        store: Store,
        *,
        rulebooks: Iterable[RuleBook] = BUILTIN,
        providers: Mapping[str, FactProvider] | None = None,
        recorder: str = "unnamed",
    ) -> None:
        self.store = store
        self.tables = Tables(rulebooks)
        self.recorder = recorder
        self._providers = dict(providers or {})
        self._joins = Joins(store)

    # -- writing ---------------------------------------------------------------------------------------------------

    def attempt(self, attempt: Attempt, *, axis: str) -> Applied | NotAllowed:
        """Decide an attempt from the status as of its own moment, and record it where the rules allow it.

        Raises `UnknownAxis` or `UnknownRulebook` where no table governs, `Conflict` where somebody wrote in between.
        """
        item, history = attempt.item, self._history_of_all(attempt.item, NOW)
        table = self.tables.of(item, axis, rulebook=fold(history).rulebook)
        on = attempt.occurred_on.latest if attempt.occurred_on else None
        status = fold(history, AsOf(on=on)).status(axis, initial=table.initial)
        decision = decide(table, status.value, attempt, facts=self._facts(item, history, table))
        if isinstance(decision, Applied):
            expected = sum(recorded.item == item for recorded in history)
            self.store.append([(item, expected, (decision,))], recorder=self.recorder)
        return decision

    def take(self, reading: Reading) -> Plan:
        """What an import of a reading would write; nothing is written."""
        return take(reading, self.tables, self.store.history)

    def apply(self, plan: Plan) -> Receipt:
        """Write a plan: all of it or nothing.  Raises `Conflict` where the record has moved on since `take`."""
        return self.store.append(plan.batch, recorder=self.recorder)

    def enter(self, entries: Iterable[Registered | Reported]) -> Receipt:
        """Write descriptions and reports by hand, as one batch.

        Raises `InvalidBatch` for any other entry: a step is attempted, a retraction and a disposal have verbs.
        """
        batch: dict[Item, list[Registered | Reported]] = {}
        for entry in entries:
            if not isinstance(entry, Registered | Reported):
                raise InvalidBatch(entry.item, f"a {type(entry).__name__} is not entered by hand")
            batch.setdefault(entry.item, []).append(self._with_states(entry))
        rows = [(item, len(self.store.history(item)), tuple(group)) for item, group in batch.items()]
        return self.store.append(rows, recorder=self.recorder)

    def _with_states(self, entry: Registered | Reported) -> Registered | Reported:
        """A group entered by its name alone holds the states that its table says."""
        if not isinstance(entry, Reported) or entry.states or not entry.status:
            return entry
        rulebook = self.case(entry.item).rulebook
        states = self.tables.members(entry.item, entry.axis, status=entry.status, rulebook=rulebook)
        return attrs.evolve(entry, states=states)

    def retract(self, item: Item, revision: int, *, why: str, actor: Actor | None = None) -> Receipt:
        """Take an entry back; it stays in the record and counts no more.  Raises `CannotRetract`."""
        entry = Retracted(item, revision, why, actor=actor)
        return self.store.append([(item, len(self.store.history(item)), (entry,))], recorder=self.recorder)

    def undo(self, batch: int, *, why: str = "import undone") -> Receipt:
        """Retract all that is left of a batch, named by the position of its first entry.  Raises `UnknownBatch`."""
        written = []
        for recorded in self.store.scan(batch - 1):
            if recorded.batch != batch:
                break
            written.append(recorded)
        rows = [row for item, part in by_item(written).items() if (row := self._undoing(item, part, why))[2]]
        if not rows:
            raise UnknownBatch(batch)
        return self.store.append(rows, recorder=self.recorder)

    def _undoing(self, item: Item, part: Sequence[Recorded], why: str) -> tuple[Item, int, tuple[Retracted, ...]]:
        history = self.store.history(item)
        gone = retractions(history)
        left = [r.revision for r in part if (item, r.revision) not in gone and r.mark.counts]
        return item, len(history), tuple(Retracted(item, revision, why) for revision in left)

    def dispose(self, item: Item, revisions: Sequence[int], authority: str) -> Receipt:
        """Forget the content of entries under a named authority; what is left says so."""
        expected = len(self.store.history(item))
        return self.store.dispose(item, revisions, authority, expected=expected, recorder=self.recorder)

    def backups(self) -> tuple[Backup, ...]:
        """The backups that the store knows of; none of one that keeps no list."""
        backups = answer(self.store, "backups")
        return tuple(backups()) if backups else ()

    # -- reading ---------------------------------------------------------------------------------------------------

    def history(self, item: Item) -> Sequence[Recorded]:
        """Every entry of an item, in the order of recording."""
        return self.store.history(item)

    def histories(self, as_of: AsOf = NOW) -> dict[Item, list[Recorded]]:
        """Every history of the record, those of the same thing joined, under the item registered earliest."""
        return joined(by_item(self.store.scan()), as_of)

    def case(self, item: Item, as_of: AsOf = NOW) -> Case:
        """What an item is and where it stands."""
        return fold(self._history_of_all(item, as_of), as_of)

    def cases(self, as_of: AsOf = NOW, *, kind: str = "") -> dict[Item, Case]:
        """Every item of which something counts as of then, or every one of a kind, in the order of first recording."""
        cases = ((item, fold(history, as_of)) for item, history in self._histories(as_of) if kind in ("", item.kind))
        return {item: case for item, case in cases if case.known}

    def timeline(self, item: Item, as_of: AsOf = NOW) -> tuple[Happening, ...]:
        """What happened to an item, with all three dates."""
        return timeline(self._history_of_all(item, as_of), as_of=as_of)

    def tally(self, as_of: AsOf = NOW, *, by: str = "addressee") -> Tally:
        """How many recommendations stand where."""
        return tally(self.cases(as_of), by=by)

    def standing(self, axis: str, as_of: AsOf = NOW, *, kind: str = "recommendation") -> Standing:
        """How many items of a kind stand where on an axis, and since when they have been on it.

        The store is asked where it answers this itself and only `as_of.on` is given.
        """
        standings = answer(self.store, "standings")
        if standings and as_of == AsOf(as_of.on):
            rows = standings(axis, kind, as_of.on)
            if rows is not None:
                return Standing(axis, rows)
        return standing(self.cases(as_of, kind=kind), axis, kind=kind)

    def discrepancies(self, as_of: AsOf = NOW) -> tuple[Discrepancy, ...]:
        """Where the record contradicts itself."""
        return discrepancies(self.histories(as_of), self.tables.find, as_of=as_of)

    def verify(self, against: Receipt | None = None) -> Verdict:
        """Whether the record is whole, and still holds what a receipt saw."""
        return self.store.verify(against)

    def table(self, item: Item, axis: str) -> Lifecycle:
        """The table that governs an axis of an item.  Raises `UnknownAxis` and `UnknownRulebook`."""
        return self.tables.of(item, axis, rulebook=self.case(item).rulebook)

    def rule(self, applied: Applied) -> Rule:
        """The row behind a step.  Raises `UnknownLifecycle` where its table, in its version, is not installed."""
        return rule_of(self.tables.named(applied.step), applied.step)

    def missing(self, applied: Applied) -> tuple[str, ...]:
        """What the row behind a step expected and did not get.  Raises as `rule` does."""
        return missing_of(self.tables.named(applied.step), applied)

    # -- helpers ---------------------------------------------------------------------------------------------------

    def _histories(self, as_of: AsOf) -> Iterable[tuple[Item, Sequence[Recorded]]]:
        """As `histories`, but from a store that gives them one by one, where none need be joined."""
        histories = answer(self.store, "histories")
        return histories() if histories and not self._joins.any() else self.histories(as_of).items()

    def _history_of_all(self, item: Item, as_of: AsOf) -> Sequence[Recorded]:
        """The history of an item together with those it is joined to."""
        kin = self._joins.kin(item, as_of)
        if kin == [item]:
            return self.store.history(item)
        return sorted((r for one in kin for r in self.store.history(one)), key=lambda recorded: recorded.position)

    def _facts(self, item: Item, history: Sequence[Recorded], table: Lifecycle) -> dict[str, Any]:
        """Only the facts that some guard of the table needs, and when its axis last moved."""
        wanted = {"latest_applied"} | {need for guard in table.guards for need in guard.needs}
        facts = {name: PROVIDED[name](history, table.axis) for name in wanted if name in PROVIDED}
        facts |= {name: self._providers[name](item, table.axis) for name in wanted if name in self._providers}
        return facts
