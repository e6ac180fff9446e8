"""An entry as the store holds it: read only when somebody asks for its words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import attrs

from oversight_core.ledger.entry import Entry
from oversight_core.ledger.mark import Mark, mark_of
from oversight_core.names import Item
from oversight_core.quick import quick

Unread = tuple[Callable[..., Entry] | None, Item, Mark, *tuple[Any, ...]]
"""An entry that came unread: the function that reads it, its item, its mark, and further arguments; after it was read,
None in the place of the function, and the entry after the mark."""


@quick
@attrs.frozen(eq=False, repr=False, weakref_slot=False)
class Recorded:
    """An entry as the store holds it.

    `position` counts over the whole store, `revision` over its item, both from 1; `recorded_at` is UTC; `batch` is the
    position of the first entry of its batch; `hash` is its link in the chain; `key` identifies an imported entry and
    survives disposal.

    A store may give `entry` unread, with its item and its mark: a fold then never reads it.  Asking for such an entry
    raises what reading it raises.  What was read stays read, and keeps its mark.
    """

    _entry: Entry | Unread
    position: int
    revision: int
    recorded_at: datetime
    recorder: str
    batch: int
    hash: bytes = b""
    key: str = ""

    @property
    def entry(self) -> Entry:
        """What the caller said."""
        held = self._entry
        if type(held) is not tuple:
            return held  # type: ignore[return-value]  # no entry is a tuple
        read, item, mark, *arguments = held
        if read is None:
            return held[3]  # type: ignore[no-any-return]  # the entry, as below
        entry: Entry = read(item, *arguments)
        object.__setattr__(self, "_entry", (None, item, mark, entry))
        return entry

    @property
    def item(self) -> Item:
        """The item the entry is about."""
        held = self._entry
        return held[1] if type(held) is tuple else held.item  # type: ignore[union-attr]  # no entry is a tuple

    @property
    def mark(self) -> Mark:
        """What a fold asks of the entry."""
        held = self._entry
        return held[2] if type(held) is tuple else mark_of(held)  # type: ignore[arg-type]  # no entry is a tuple

    def _told(self) -> tuple[Any, ...]:
        place = (self.position, self.revision, self.recorded_at, self.recorder, self.batch)
        return *place, self.hash, self.key, self.entry

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return self._told() == other._told() if isinstance(other, Recorded) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.position, self.revision, self.recorded_at, self.hash))

    def __reduce__(self) -> tuple[type[Recorded], tuple[Any, ...]]:
        place = (self.position, self.revision, self.recorded_at, self.recorder, self.batch)
        return Recorded, (self.entry, *place, self.hash, self.key)

    def __repr__(self) -> str:
        return f"Recorded({self.entry!r}, position={self.position}, revision={self.revision}, batch={self.batch})"
