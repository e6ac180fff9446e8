"""A spool: what a batch holds, kept in memory up to a bound and in a nameless file beyond it.

The file holds numbers, texts and bytes as `marshal` writes them: nothing read back from it is run.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Sequence
from tempfile import TemporaryFile, gettempdir
from typing import IO, NamedTuple

from oversight_adapters.stores.rows import CONTENT, PAYLOAD, RETRACTS, Draft
from oversight_core.errors import StoreFull
from oversight_core.names import Item

BOUND = 2**20
"""About how many bytes are kept in memory."""

OVERHEAD = 500
"""About how many bytes an entry takes beside its payload."""

LENGTH = 8
"""Bytes of the number before each block of the file."""


class Group(NamedTuple):
    """The entries of a batch about one item, and the revision that the caller has seen."""

    item: Item
    expected: int
    drafts: Sequence[Draft]


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
        """Put one more group at the end.  Raises `StoreFull` where the file has no room."""
        self.seen.append((group.item, group.expected))
        self.count += len(group.drafts)
        self._tail.append(group)
        for draft in group.drafts:
            self._held += len(draft[PAYLOAD]) + len(draft[CONTENT] or b"") + OVERHEAD
            if draft[RETRACTS] is not None:
                self.retracts = True
        if self._held > self._bound:
            self._put_away()

    def __iter__(self) -> Iterator[Group]:
        place = 0
        if self._file is not None:
            self._file.seek(0)
            while length := self._file.read(LENGTH):
                counts, drafts = marshal.loads(self._file.read(int.from_bytes(length)))
                start = 0
                for place, count in enumerate(counts, place):  # noqa: B020  # each block goes on where the last ended
                    yield Group(*self.seen[place], drafts[start : start + count])
                    start += count
                place += 1
        yield from self._tail

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()

    def _put_away(self) -> None:
        """Move what is in memory to the end of the file, as one block."""
        drafts = [draft for group in self._tail for draft in group.drafts]
        block = marshal.dumps(([len(group.drafts) for group in self._tail], drafts))
        try:
            self._file = self._file or TemporaryFile(buffering=0)  # noqa: SIM115  # closed by close()
            self._file.seek(0, 2)
            _write(self._file, len(block).to_bytes(LENGTH) + block)
        except OSError as error:
            raise StoreFull(gettempdir(), f"a large batch is kept there meanwhile; {error.strerror}") from error
        self._tail, self._held = [], 0


def _write(file: IO[bytes], block: bytes) -> None:
    left = memoryview(block)
    while left:
        left = left[file.write(left) :]
