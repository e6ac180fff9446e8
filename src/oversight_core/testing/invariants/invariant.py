"""The form of an invariant, and what it is asked of: a record as it is seen at one moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, TypeVar

import attrs

from oversight_core.ledger import Applied, Case, Recorded, fold
from oversight_core.ledger.known import known
from oversight_core.moments import NOW, AsOf
from oversight_core.names import Item
from oversight_core.register import Register
from oversight_core.register.tables import Tables

Entity = TypeVar("Entity")


@attrs.frozen
class Seen:
    """A record as of a moment: every history, the case that each folds into, and the tables installed."""

    histories: Mapping[Item, Sequence[Recorded]]
    cases: Mapping[Item, Case]
    tables: Tables
    as_of: AsOf = NOW

    def applied(self, item: Item, axis: str = "") -> tuple[Applied, ...]:
        """The steps that count for an item, on one axis or, where none is named, on any."""
        moved = known(self.histories[item], self.as_of).moved
        steps = (recorded.entry for recorded in moved if axis in ("", recorded.mark.axis))
        return tuple(step for step in steps if isinstance(step, Applied))

    def statuses(self, item: Item, axis: str) -> frozenset[str]:
        """Every status that it was ever said to have on an axis."""
        moved = known(self.histories[item], self.as_of).moved
        return frozenset(recorded.mark.status for recorded in moved if recorded.mark.axis == axis)

    def shown(self, item: Item, axis: str = "") -> frozenset[str]:
        """The kinds of evidence that came with those steps."""
        return frozenset(exhibit.kind for step in self.applied(item, axis) for exhibit in step.attempt.evidence)

    def described(self, kind: type[Entity]) -> Iterator[tuple[Item, Entity]]:
        """The items that are described as something of a class, with the description."""
        return ((i, c.described) for i, c in self.cases.items() if isinstance(c.described, kind))


def seen(register: Register, as_of: AsOf = NOW) -> Seen:
    """The record of a register as of a moment."""
    return looked_at(register.histories(as_of), register.tables, as_of)


def looked_at(histories: Mapping[Item, Sequence[Recorded]], tables: Tables, as_of: AsOf = NOW) -> Seen:
    """Some histories as of a moment."""
    return Seen(histories, {item: fold(history, as_of) for item, history in histories.items()}, tables, as_of)


Found = Iterator[tuple[Item, str]]
"""Each item for which something does not hold, and a sentence that says how."""


@attrs.frozen
class Invariant:
    """Something that should hold of a record.

    What is `always` so holds of every record that the register can reach.  What is `expected` may be otherwise, for
    real documents break tidy rules; it is allowed then, and listed as missing.
    """

    number: int
    name: str
    kind: Literal["always", "expected"]
    says: str
    find: Callable[[Seen], Found] = attrs.field(eq=False)
    source: str = "convention of this library"


@attrs.frozen
class Unmet:
    """Where an invariant does not hold: the item, and how."""

    invariant: Invariant
    item: Item
    how: str

    def __str__(self) -> str:
        return f"{self.invariant.number} {self.invariant.name}: {self.item}: {self.how}"
