"""A spool: what a batch holds, kept in memory up to a bound and in a nameless file beyond it.

The file holds numbers, texts and bytes as `marshal` writes them, field by field: nothing read back from it is run.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from functools import partial
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, NamedTuple

from oversight_adapters.stores.rows import Draft
from oversight_core.names import Item

BOUND = 2 * 2**20
"""How many bytes of payload and content are kept in memory."""

LENGTH = 8
"""Bytes of the number before each block of the file."""

_as_draft = partial(tuple.__new__, Draft)


class Group(NamedTuple):
    """The entries of a batch about one item, and the revision that the caller has seen."""

    item: Item
    expected: int
    drafts: tuple[Draft, ...]


class Spool:
    """Groups in the order in which they were added; may be read again and again.

    `seen` names their items and expected revisions; `count` is how many entries they hold, and `retracts` whether any
    of them retracts.
    """

    def __init__(self, bound: int = BOUND) -> None:
        self.seen: list[tuple[Item, int]] = []
        self.count = 0
        self.retracts = False
        self._bound, self._held = bound, 0
        self._tail: list[Group] = []
        self._file: IO[bytes] | None = None

    def add(self, group: Group) -> None:
        """Put one more group at the end.  Raises `OSError` where the file has no room."""
        self.seen.append((group.item, group.expected))
        self.count += len(group.drafts)
        self._tail.append(group)
        for draft in group.drafts:
            self._held += len(draft.payload) + (len(draft.content) if draft.content else 0)
            if draft.retracts is not None:
                self.retracts = True
        if self._held > self._bound:
            self._put_away()

    def __iter__(self) -> Iterator[Group]:
        place = 0
        if self._file is not None:
            self._file.seek(0)
            while length := self._file.read(LENGTH):
                counts, columns = marshal.loads(self._file.read(int.from_bytes(length)))
                drafts = map(_as_draft, zip(*columns, strict=True))
                for place, count in enumerate(counts, place):  # noqa: B020  # each block goes on where the last ended
                    yield Group(*self.seen[place], tuple(islice(drafts, count)))
                place += 1
        yield from self._tail

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()

    def _put_away(self) -> None:
        """Move what is in memory to the end of the file, as one block."""
        drafts = (draft for group in self._tail for draft in group.drafts)
        block = marshal.dumps(([len(group.drafts) for group in self._tail], list(zip(*drafts, strict=True))))
        self._file = self._file or TemporaryFile()  # noqa: SIM115  # closed by close()
        self._file.seek(0, 2)
        self._file.write(len(block).to_bytes(LENGTH) + block)
        self._tail, self._held = [], 0
