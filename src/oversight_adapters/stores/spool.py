"""A spool: what a batch holds, kept in memory up to a bound and in a nameless file beyond it.

The file holds nothing but bytes and their lengths, so that nothing read back from it can be anything but data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from struct import Struct
from tempfile import TemporaryFile
from typing import IO, Any, NamedTuple

from oversight_adapters.stores.rows import Columns, Draft
from oversight_core.names import Item

BOUND = 4 * 2**20
"""How many bytes of payload and content are kept in memory."""


GROUP = Struct(">3q")  # lengths of: item, expected revision, number of drafts
DRAFT = Struct(">14q")  # lengths of: ten columns, payload, digest, content, salt; ABSENT where there is none
ABSENT = -1

RETRACTS = Columns._fields.index("retracts")  # the one column that is a number


class Group(NamedTuple):
    """The entries of a batch about one item, and the revision that the caller has seen."""

    item: Item
    expected: int
    drafts: tuple[Draft, ...]


class Spool:
    """Groups in the order in which they were added; may be read again and again.

    `seen` names their items and expected revisions, without the entries; `retracts` says whether any entry retracts.
    """

    def __init__(self, bound: int = BOUND) -> None:
        self.seen: list[Group] = []
        self.retracts = False
        self._bound, self._held = bound, 0
        self._tail: list[Group] = []
        self._file: IO[bytes] | None = None

    def add(self, group: Group) -> None:
        """Put one more group at the end."""
        self.seen.append(Group(group.item, group.expected, ()))
        self.retracts = self.retracts or any(draft.columns.retracts is not None for draft in group.drafts)
        self._tail.append(group)
        self._held += sum(len(draft.payload) + len(draft.content or b"") for draft in group.drafts)
        if self._held > self._bound:
            self._file = self._file or TemporaryFile()  # noqa: SIM115  # closed by close()
            self._file.seek(0, 2)
            for each in self._tail:
                _put(self._file, each)
            self._tail, self._held = [], 0

    def __iter__(self) -> Iterator[Group]:
        if self._file is not None:
            end = self._file.seek(0, 2)
            self._file.seek(0)
            while self._file.tell() < end:
                yield _get(self._file)
        yield from self._tail

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()


# -- bytes behind their lengths ------------------------------------------------------------------------------------


def _put(file: IO[bytes], group: Group) -> None:
    _put_parts(file, GROUP, [str(part).encode() for part in (group.item, group.expected, len(group.drafts))])
    for draft in group.drafts:
        columns = [None if value is None else str(value).encode() for value in draft.columns]
        _put_parts(file, DRAFT, [*columns, draft.payload, draft.digest, draft.content, draft.salt])


def _get(file: IO[bytes]) -> Group:
    item, expected, count = (part.decode() for part in _get_parts(file, GROUP) if part is not None)
    return Group(Item.parse(item), int(expected), tuple(_get_draft(file) for _ in range(int(count))))


def _get_draft(file: IO[bytes]) -> Draft:
    *first, payload, digest, content, salt = _get_parts(file, DRAFT)
    columns: list[Any] = [None if part is None else part.decode() for part in first]
    if columns[RETRACTS] is not None:
        columns[RETRACTS] = int(columns[RETRACTS])
    return Draft(Columns._make(columns), payload or b"", digest or b"", content, salt)


def _put_parts(file: IO[bytes], header: Struct, parts: Sequence[bytes | None]) -> None:
    file.write(header.pack(*(ABSENT if part is None else len(part) for part in parts)))
    file.write(b"".join(part for part in parts if part is not None))


def _get_parts(file: IO[bytes], header: Struct) -> list[bytes | None]:
    lengths = header.unpack(file.read(header.size))
    return [None if length == ABSENT else file.read(length) for length in lengths]
