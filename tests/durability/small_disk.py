"""What happens to a store on a disk without room; run as a program, in a process that has such a disk to itself.

`tmpfs` is a file system of a few hundred KiB, `limit` a process none of whose files may be longer than a page, as a
quota would have it.  A scenario that does not hold ends the program with an AssertionError.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.testing.store_suite_samples import A, B, C, described, every_kind, reported
from oversight_core.errors import StoreFailed, StoreFull
from oversight_core.ledger import Receipt, fold


class Tmpfs:
    """A small file system that was mounted here."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._filler = folder, folder / "filler"

    def fill(self) -> None:
        """Leave not one byte."""
        with self._filler.open("ab", buffering=0) as file:
            for size in (65536, 4096, 512, 1):
                with suppress(OSError):
                    while True:
                        file.write(bytes(size))
        assert not os.statvfs(self.folder).f_bavail

    def free(self) -> None:
        """Make room again."""
        self._filler.unlink()


class Limit:
    """No file may grow; for where nothing can be mounted."""

    def __init__(self, folder: Path) -> None:
        import resource

        self.folder, self._resource = folder, resource

    def fill(self) -> None:
        """Let no file be longer than a page."""
        self._set(4096)

    def free(self) -> None:
        """As long as they like."""
        self._set(self._resource.getrlimit(self._resource.RLIMIT_FSIZE)[1])

    def _set(self, soft: int) -> None:
        hard = self._resource.getrlimit(self._resource.RLIMIT_FSIZE)[1]
        self._resource.setrlimit(self._resource.RLIMIT_FSIZE, (soft, hard))


Disk = Tmpfs | Limit
SCENARIOS: dict[str, Callable[[Disk], None]] = {}


def scenario(function: Callable[[Disk], None]) -> Callable[[Disk], None]:
    """Keep a scenario under its name."""
    SCENARIOS[function.__name__] = function
    return function


def filled(disk: Disk) -> tuple[SqliteStore, Receipt]:
    """An open store with fifteen entries that are not projected yet, on a disk that is full since."""
    store = SqliteStore(disk.folder / "a.db")
    receipt = store.append([(item, 0, every_kind(item)) for item in (A, B, C)], recorder="kit")
    disk.fill()
    _use_up(store)
    return store, store.verify(receipt).head


def _use_up(store: SqliteStore) -> None:
    """Fill what room the log still has."""
    for _ in range(1000):
        try:
            store.append([(B, len(store.history(B)), [described(B, "x" * 3000)])], recorder="kit")
        except StoreFull:
            return
    raise AssertionError("the disk is never full")


def refused(act: Callable[[], object]) -> None:
    """Assert that there is one `StoreFull`, in one sentence."""
    try:
        act()
    except StoreFull as error:
        assert "\n" not in str(error) and len(str(error)) < 400, error
    else:
        raise AssertionError("it was not refused")


def stands(store: SqliteStore, receipt: Receipt) -> None:
    """Assert that a record is as it was, and goes on once there is room."""
    verdict = store.verify(receipt)
    assert verdict.holds and verdict.head.hash == receipt.hash, verdict
    at = len(store.history(A))
    store.append([(A, at, [reported(A, "closed", "2024-11")])], recorder="kit")
    store.catch_up()
    assert store.periods(A) == fold(store.history(A)).periods
    verdict = store.verify(receipt)
    assert verdict.holds and verdict.head.position == receipt.position + 1, verdict


@scenario
def append(disk: Disk) -> None:
    """A large and a small batch."""
    store, receipt = filled(disk)
    for words in ("x" * 200_000, "x" * 5_000):
        refused(lambda words=words: store.append([(A, 5, [described(A, words)] * 2)], recorder="kit"))
        assert store.verify(receipt).holds and len(store.history(A)) == 5
    disk.free()
    stands(store, receipt)


@scenario
def dispose(disk: Disk) -> None:
    """Nothing is disposed of by halves; emptying the log first may make just room enough."""
    store, receipt = filled(disk)
    try:
        store.dispose(C, [1], "GRS 2.8", expected=5, recorder="kit")
    except StoreFull:
        assert not store.verify(receipt).disposed and len(store.history(C)) == 5
    disk.free()
    stands(store, store.verify(receipt).head)
    store.dispose(C, [1, 3], "GRS 2.8", expected=len(store.history(C)), recorder="kit")
    assert len(store.verify(receipt).disposed) == 2


@scenario
def spool(disk: Disk) -> None:
    """The room for temporary files is gone while a batch is drained, and again while it is let go of."""
    store, receipt = filled(disk)
    tempfile.tempdir = str(disk.folder)
    large = [(A, 5, [described(A, "x" * 3_000_000)])]
    refused(lambda: store.append(large, recorder="kit"))
    refused(lambda: MemoryStore().append([(A, 0, large[0][2])], recorder="kit"))
    disk.free()
    stands(store, receipt)


@scenario
def catch_up(disk: Disk) -> None:
    """The projection finds no room."""
    store, receipt = filled(disk)
    refused(store.catch_up)
    disk.free()
    stands(store, receipt)


@scenario
def questions(disk: Disk) -> None:
    """What only reads goes on, and where nothing can be projected the entries are folded."""
    store, receipt = filled(disk)
    assert store.periods(A) == fold(store.history(A)).periods
    disk.free()
    stands(store, receipt)


@scenario
def close(disk: Disk) -> None:
    """Closing catches up where it can; the record does not depend on it."""
    store, receipt = filled(disk)
    store.close()
    disk.free()
    with SqliteStore(disk.folder / "a.db") as again:
        stands(again, receipt)


@scenario
def create(disk: Disk) -> None:
    """A store that does not fit is not made, and leaves nothing behind."""
    disk.fill()
    refused(lambda: SqliteStore(disk.folder / "new.db"))
    assert not [name for name in os.listdir(disk.folder) if name != "filler"]
    disk.free()
    SqliteStore(disk.folder / "new.db").close()


@scenario
def open_and_say(disk: Disk) -> None:
    """A closed store is opened: it reads, or says what is wrong, and is as it was."""
    receipt = _closed(disk)
    for read_only in (False, True):
        try:
            with SqliteStore(disk.folder / "a.db", read_only=read_only) as store:
                assert store.verify(receipt).holds
        except StoreFailed as error:
            assert isinstance(error, StoreFull), repr(error)
    disk.free()
    with SqliteStore(disk.folder / "a.db") as store:
        stands(store, receipt)


@scenario
def open_and_read(disk: Disk) -> None:
    """A closed store can still be read, and writes again as soon as there is room."""
    receipt = _closed(disk)
    with SqliteStore(disk.folder / "a.db", read_only=True) as store:
        assert store.verify(receipt).holds and len(store.history(A)) == 5
    with SqliteStore(disk.folder / "a.db") as store:
        assert store.verify(receipt).holds and len(store.history(A)) == 5
        refused(lambda: store.append([(A, 5, [described(A, "x" * 200_000)])], recorder="kit"))
        disk.free()
        stands(store, receipt)


def _closed(disk: Disk) -> Receipt:
    with SqliteStore(disk.folder / "a.db") as store:
        receipt = store.append([(item, 0, every_kind(item)) for item in (A, B, C)], recorder="kit")
    disk.fill()
    return receipt


if __name__ == "__main__":
    kind, folder, name = sys.argv[1:]
    SCENARIOS[name]({"tmpfs": Tmpfs, "limit": Limit}[kind](Path(folder)))
