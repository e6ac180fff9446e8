"""A spool: what a batch holds, kept in memory up to a bound and in a nameless file beyond it."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, NamedTuple

from oversight_adapters.stores.rows import Draft
from oversight_core.names import Item

BOUND = 4 * 2**20
"""How many bytes of payload and content are kept in memory."""


class Group(NamedTuple):
    """The entries of a batch about one item, and the revision that the caller has seen."""

    item: Item
    expected: int
    drafts: tuple[Draft, ...]


class Spool:
    """Groups in the order in which they were added; may be read again and again."""

    def __init__(self, bound: int = BOUND) -> None:
        self._bound, self._held = bound, 0
        self._tail: list[Group] = []
        self._file: IO[bytes] | None = None

    def add(self, group: Group) -> None:
        """Put one more group at the end."""
        self._tail.append(group)
        self._held += sum(len(draft.payload) + len(draft.content or b"") for draft in group.drafts)
        if self._held > self._bound:
            self._file = self._file or TemporaryFile()  # noqa: SIM115  # closed by close()
            self._file.seek(0, 2)
            for each in self._tail:
                pickle.dump(each, self._file)
            self._tail, self._held = [], 0

    def __iter__(self) -> Iterator[Group]:
        if self._file is not None:
            self._file.seek(0)
            end = self._file.seek(0, 2)
            self._file.seek(0)
            while self._file.tell() < end:
                yield pickle.load(self._file)
        yield from self._tail

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
