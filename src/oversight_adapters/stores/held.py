"""Rows held in memory: what a store asks of its record under the lock, and how it gives what it holds.

It is for whoever writes a store that fits in memory: what is left to do is to keep the rows, and to read them back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from oversight_adapters.codec import CODEC, Codec
from oversight_adapters.stores import admit
from oversight_adapters.stores.admit import Clock, Head, Line
from oversight_adapters.stores.disposal import disposal
from oversight_adapters.stores.marks import recorded
from oversight_adapters.stores.rows import Row
from oversight_adapters.stores.spool import Group, Spool
from oversight_core.ledger.entry import Entry, Receipt
from oversight_core.ledger.recorded import Recorded
from oversight_core.names import Item


class Held:
    """The rows of a record in the order of their positions.  One thread at a time may use it."""

    def __init__(self, codec: Codec = CODEC) -> None:
        self.rows: list[Row] = []
        self._codec = codec
        self._places: dict[str, list[int]] = {}  # an item to the places of its rows

    # -- before anything is written --------------------------------------------------------------------------------

    def admit(self, groups: Spool, clock: Clock, recorder: str) -> list[Row]:
        """The rows that a batch becomes, none where it is empty.  Raises `Conflict` and `CannotRetract`."""
        admit.check_revisions(groups.seen, self.revision)
        if groups.retracts:
            admit.check_retractions(groups, self._lines)
        return self._placed(groups, clock, recorder)

    def disposal(
        self, item: Item, revisions: tuple[int, ...], authority: str, *, expected: int, clock: Clock, recorder: str
    ) -> list[Row]:
        """The row that records a disposal.  Raises `Conflict`, and `InvalidBatch` where a revision does not exist."""
        admit.check_revisions([(item, expected)], self.revision)
        group = disposal(item, revisions, authority, last=expected, codec=self._codec)
        return self._placed([group], clock, recorder)

    def without(self, item: Item, revisions: Iterable[int], authority: str) -> list[Row]:
        """All rows as they are when the content of these revisions is forgotten."""
        rows, places = list(self.rows), self._places[str(item)]
        for place in (places[revision - 1] for revision in revisions):
            if rows[place].content is not None:
                rows[place] = rows[place]._replace(content=None, salt=None, authority=authority)
        return rows

    # -- after it is written ---------------------------------------------------------------------------------------

    def take(self, rows: Sequence[Row]) -> Receipt:
        """Put rows at the end, and give the receipt of their batch; of none, the receipt of the head."""
        for row in rows:
            self._places.setdefault(row.item, []).append(len(self.rows))
            self.rows.append(row)
        head = self._head()
        return Receipt(head.position, head.link, rows[0].batch if rows else 0)

    # -- what is held ----------------------------------------------------------------------------------------------

    def of(self, item: Item) -> list[Row]:
        """The rows of an item, in order; none of an unknown one."""
        return [self.rows[place] for place in self._places.get(str(item), ())]

    def by_item(self) -> list[list[Row]]:
        """The rows of each item, in order; the item that was recorded first comes first."""
        return [[self.rows[place] for place in places] for places in self._places.values()]

    def revision(self, item: Item) -> int:
        """The revision that an item is at, 0 for an unknown one."""
        return len(self._places.get(str(item), ()))

    def read(self, row: Row) -> Recorded:
        """The entry of a row, which is decoded when somebody asks for it."""
        return recorded(row, self._decode)

    def _decode(self, item: Item, position: int, payload: bytes, content: bytes | None, authority: str | None) -> Entry:
        return self._codec.decode(payload, content, authority=authority or "")

    def _placed(self, groups: Iterable[Group], clock: Clock, recorder: str) -> list[Row]:
        if not any(group.drafts for group in groups):
            return []
        head = self._head()
        return list(admit.placed(groups, head, admit.recording(clock, head), recorder))

    def _head(self) -> Head:
        if not self.rows:
            return Head()
        last = self.rows[-1]
        return Head(last.position, last.link, last.recorded_at)

    def _lines(self, item: Item) -> Iterator[Line]:
        return (Line(row.revision, row.columns.gist[0], row.columns.retracts) for row in self.of(item))
