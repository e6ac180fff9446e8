"""The register: the one write path, with the usual reads.

Everything that changes the record goes through here: an attempt that the rules allow, what a document says, a
retraction, a disposal.  What it knows is in the store.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import attrs

from oversight_core.errors import InvalidBatch
from oversight_core.ledger import Applied, Entry, Receipt, Registered, Reported, Retracted, fold
from oversight_core.moments import NOW, AsOf, Calendars
from oversight_core.names import Actor, Item
from oversight_core.ports import Accepted, FactProvider, Listener, Progress, Store
from oversight_core.reading import Reading
from oversight_core.register.counted import counted
from oversight_core.register.facts import facts_of
from oversight_core.register.plan import Plan
from oversight_core.register.tables import Tables
from oversight_core.register.take import take
from oversight_core.register.telling import Listeners
from oversight_core.register.timed import Timed
from oversight_core.register.undoing import undoing
from oversight_core.rulebooks import BUILTIN
from oversight_core.rules.attempt import Attempt
from oversight_core.rules.decide import decide
from oversight_core.rules.reasons import NotAllowed
from oversight_core.rules.rulebook import RuleBook

Part = tuple[Item, int, Sequence[Entry]]


class Register(Timed):
    """A store with rules.

    `rulebooks` are those installed; `providers` supply facts by name that the record itself does not hold; `recorder`
    is who writes, in the clear beside each entry.  `listeners` are told of every batch that is written, in their order;
    one that raises is logged under ``oversight_core.register``, and what was written stays written.  `calendars` are
    those that deadlines may be counted by.

    Several threads may use one register where its store may be used by several.
    """

    def __init__(
        self,
        store: Store,
        *,
        rulebooks: Iterable[RuleBook] = BUILTIN,
        providers: Mapping[str, FactProvider] | None = None,
        recorder: str = "unnamed",
        listeners: Iterable[Listener] = (),
        calendars: Calendars | None = None,
    ) -> None:
        super().__init__(store, Tables(rulebooks), calendars or Calendars())
        self.recorder = recorder
        self._providers = dict(providers or {})
        self._listeners = Listeners(listeners)

    def attempt(self, attempt: Attempt, *, axis: str) -> Applied | NotAllowed:
        """Decide an attempt from the status as of its own moment, and record it where the rules allow it.

        The version of the table that was in force at that moment decides.

        Raises `UnknownAxis` or `UnknownRulebook` where no table governs, `Conflict` where somebody wrote in between.
        """
        item, history = attempt.item, self._joins.history(attempt.item, NOW)
        on = attempt.occurred_on.latest if attempt.occurred_on else None
        table = self.tables.of(item, axis, rulebook=fold(history).rulebook, on=on)
        status = fold(history, AsOf(on=on)).status(axis, initial=table.initial)
        decision = decide(table, status.value, attempt, facts=facts_of(history, table, item, self._providers))
        if isinstance(decision, Applied):
            expected = sum(recorded.item == item for recorded in history)
            self._write([(item, expected, (decision,))])
        return decision

    def take(self, reading: Reading, *, progress: Progress | None = None) -> Plan:
        """What an import of a reading would write; nothing is written.  `progress` counts candidates."""
        return take(reading, self.tables, self.store.history, self.store.scan, progress=progress)

    def apply(self, plan: Plan, *, progress: Progress | None = None) -> Receipt:
        """Write a plan: all of it or nothing.  Raises `Conflict` where the record has moved on since `take`.

        `progress` counts entries while they are made ready; after the last of them it can stop nothing more.
        """
        return self._write(plan.batch, progress=progress)

    def enter(self, entries: Iterable[Registered | Reported]) -> Receipt:
        """Write descriptions and reports by hand, as one batch.

        Raises `InvalidBatch` for any other entry: a step is attempted, a retraction and a disposal have verbs.  And for
        a report that makes of a label what the vocabulary that it names, where it is installed, does not.
        """
        batch: dict[Item, list[Registered | Reported]] = {}
        for entry in entries:
            if not isinstance(entry, Registered | Reported):
                raise InvalidBatch(entry.item, f"a {type(entry).__name__} is not entered by hand")
            if isinstance(entry, Reported) and self.tables.reads_more(entry):
                told = f"{entry.vocabulary} does not map {entry.label!r} to {entry.axis} {entry.status!r}"
                raise InvalidBatch(entry.item, f"{told}; leave the status empty, or the label")
            batch.setdefault(entry.item, []).append(entry)
        rows = [
            (item, len(self.store.history(item)), tuple(self._with_states(entry, group) for entry in group))
            for item, group in batch.items()
        ]
        return self._write(rows)

    def _with_states(
        self, entry: Registered | Reported, group: Iterable[Registered | Reported]
    ) -> Registered | Reported:
        """A group entered by its name alone holds the states that its table says; the batch may name the rulebook."""
        if not isinstance(entry, Reported) or entry.states or not entry.status:
            return entry
        named = (one.rulebook for one in group if isinstance(one, Registered) and one.rulebook)
        rulebook = self.case(entry.item).rulebook or next(named, "")
        states = self.tables.members(entry.item, entry.axis, status=entry.status, rulebook=rulebook)
        return attrs.evolve(entry, states=states)

    def retract(self, item: Item, revision: int, *, why: str, actor: Actor | None = None) -> Receipt:
        """Take an entry back; it stays in the record and counts no more.  Raises `CannotRetract`."""
        entry = Retracted(item, revision, why, actor=actor)
        return self._write([(item, len(self.store.history(item)), (entry,))])

    def undo(self, batch: int, *, why: str = "import undone", progress: Progress | None = None) -> Receipt:
        """Retract all that is left of a batch, named by the position of its first entry.  Raises `UnknownBatch`.

        `progress` counts the entries of the batch while what takes them back is made ready.
        """
        return self._write(undoing(self.store, batch, why=why, progress=progress))

    def dispose(self, item: Item, revisions: Sequence[int], authority: str) -> Receipt:
        """Forget the content of entries under a named authority; what is left says so."""
        expected = len(self.store.history(item))
        receipt = self.store.dispose(item, revisions, authority, expected=expected, recorder=self.recorder)
        if self._listeners:
            self._tell(receipt, [self.store.history(item)[expected].entry])
        return receipt

    def _write(self, batch: Sequence[Part], *, progress: Progress | None = None) -> Receipt:
        """The one way into the store but for a disposal; a batch is drained before the store is locked."""
        total = sum(len(entries) for _, _, entries in batch) if progress else None
        parts = counted(batch, progress, total=total, size=lambda part: len(part[2]))
        receipt = self.store.append(parts, recorder=self.recorder)
        if self._listeners:
            self._tell(receipt, chain.from_iterable(entries for _, _, entries in batch))
        return receipt

    def _tell(self, receipt: Receipt, entries: Iterable[Entry]) -> None:
        if receipt.batch:
            self._listeners.tell(Accepted(receipt, tuple(entries), self.recorder))
