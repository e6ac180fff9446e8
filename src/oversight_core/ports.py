"""What we ask of the world: the whole of it, on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import IO, Any, Protocol, runtime_checkable

import attrs

from oversight_core.ledger.entry import Entry, Receipt
from oversight_core.ledger.recorded import Recorded
from oversight_core.names import Item
from oversight_core.provenance import Excerpt, Source
from oversight_core.reading import Reading, Text

Batch = Iterable[tuple[Item, int, Sequence[Entry]]]
"""(item, expected revision, entries): the revision the caller has seen, 0 for an unknown item.  May be lazy."""


@attrs.frozen(kw_only=True)
class Capabilities:
    """Which clauses of the contract apply to a store, with a sentence where one is skipped."""

    durable: bool = False
    many_writers: bool = False
    many_processes: bool = False
    answers: frozenset[str] = frozenset()  # questions it answers itself: backups, histories, joins, periods, standings
    skipped: tuple[tuple[str, str], ...] = ()  # (clause, why)


@attrs.frozen
class Verdict:
    """What `verify` found.

    `fault` names the first position that does not hold and `why` says how; `why` alone is about what lies beside the
    entries.  `notes` say what does no harm, and what could not be checked.
    """

    head: Receipt
    fault: int | None = None
    why: str = ""
    disposed: tuple[tuple[Item, int, str], ...] = ()  # (item, revision, authority)
    notes: tuple[str, ...] = attrs.field(default=(), eq=False)

    @property
    def holds(self) -> bool:
        """Whether the record is whole."""
        return self.fault is None and not self.why


@attrs.frozen
class Backup:
    """A backup that a store knows of: when and where it was made, and the head of the record in it."""

    made_at: datetime
    location: str
    head: Receipt


@runtime_checkable
class Store(Protocol):
    """An append-only record; the contract is L1 to L14."""

    capabilities: Capabilities

    def append(self, batch: Batch, *, recorder: str) -> Receipt:
        """Write a whole batch or nothing.  Raises `Conflict`, `InvalidBatch`, or a `StoreFailed`."""
        ...

    def history(self, item: Item) -> Sequence[Recorded]:
        """Every entry of an item, in order; empty for an unknown one."""
        ...

    def scan(self, after: int = 0) -> Iterator[Recorded]:
        """Every entry after a position, in order, of one snapshot."""
        ...

    def verify(self, against: Receipt | None = None) -> Verdict:
        """Recompute the chain; with a receipt, also that its head still stands in it."""
        ...

    def dispose(self, item: Item, revisions: Sequence[int], authority: str, *, expected: int, recorder: str) -> Receipt:
        """Forget the content of entries and record under which authority."""
        ...


@runtime_checkable
class Reader(Protocol):
    """Documents to candidates; the contract is R1 and on."""

    name: str

    def recognise(self, source: Source) -> int:
        """How surely this is a document of its format: 0 (not) to 3 (certain)."""
        ...

    def read(self, text: Text) -> Reading:
        """Everything that is stated, with its words; never raises on the content of a text."""
        ...

    def value(self, excerpt: Excerpt) -> Any:
        """What the phrasebook row named by an excerpt makes of its words alone."""
        ...


@runtime_checkable
class Writer(Protocol):
    """Answers to documents.  `suffix` names the file ending, `lossless` whether `entries` can be read back equal."""

    name: str
    suffix: str
    lossless: bool

    def write(self, record: Any, out: IO[str]) -> None:
        """Write what a register holds to an open text stream."""
        ...


Progress = Callable[[int, int | None], None]
"""Called with how much is done and, where it is known, of how much.  One that raises cancels: nothing is written, and
what it raises reaches the caller."""


@attrs.frozen
class Accepted:
    """A batch that a register wrote: proof of it, its entries as they were recorded, and who recorded them.

    The entries stand in the order of their positions, the first at `receipt.batch`, the last at `receipt.position`.
    They hold their words: what a listener keeps of them, a later disposal does not reach.
    """

    receipt: Receipt
    entries: tuple[Entry, ...]
    recorder: str

    @property
    def items(self) -> tuple[Item, ...]:
        """The items that the entries are about, once each, in their order."""
        return tuple(dict.fromkeys(entry.item for entry in self.entries))


Listener = Callable[[Accepted], None]
"""Told of every batch that a register wrote, on the thread that wrote it, after it is in the store."""

FactProvider = Callable[[Item, str], Any]
"""A named provider of facts: given an item and an axis, the value, or None where there is none."""
