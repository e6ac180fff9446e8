"""After a kill: does the record hold all that was acknowledged, and nothing by halves?"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.durability.lives import words

from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core.ledger import Disposed, Receipt, Recorded, fold
from oversight_core.names import Item


def examine(path: Path, acknowledged: list[Receipt], before: list[bytes]) -> list[bytes]:
    """Assert that a record stands, and return its links.

    `acknowledged` are the receipts of the life that ended, `before` the links that were seen before it began.
    """
    with SqliteStore(path) as store:
        last = max(acknowledged, key=lambda receipt: receipt.position, default=None)
        verdict = store.verify(against=last)
        assert verdict.holds, verdict.why
        record = tuple(store.scan())
        links = [recorded.hash for recorded in record]
        assert links[: len(before)] == before, "what was seen before is not there any more"
        for receipt in acknowledged:
            assert links[receipt.position - 1 :][:1] == [receipt.hash], f"{receipt} was acknowledged and is not there"
        _numbered(record)
        _whole_batches(record)
        histories = _by_item(record)
        for item, history in histories.items():
            assert store.history(item) == history
            assert store.periods(item) == fold(history).periods, f"the projection of {item} does not agree"
        verdict = store.verify(against=last)
        assert verdict.holds, verdict.why
    _forgotten(path, histories)
    return links


def _numbered(record: tuple[Recorded, ...]) -> None:
    assert [recorded.position for recorded in record] == list(range(1, len(record) + 1))
    for item, history in _by_item(record).items():
        assert [recorded.revision for recorded in history] == list(range(1, len(history) + 1)), item
    instants = [recorded.recorded_at for recorded in record]
    assert instants == sorted(instants)


def _by_item(record: tuple[Recorded, ...]) -> dict[Item, tuple[Recorded, ...]]:
    histories: dict[Item, list[Recorded]] = {}
    for recorded in record:
        histories.setdefault(recorded.item, []).append(recorded)
    return {item: tuple(history) for item, history in histories.items()}


def _whole_batches(record: tuple[Recorded, ...]) -> None:
    """The recorder of a batch says how many entries it has."""
    for (batch, recorder), found in Counter((recorded.batch, recorded.recorder) for recorded in record).items():
        assert found == int(recorder.rpartition(":")[2]), f"batch {batch} of {recorder} is there with {found} entries"


def _forgotten(path: Path, histories: dict[Item, tuple[Recorded, ...]]) -> None:
    """Once the store is closed, words that were disposed of are in no byte of it."""
    held = b"".join(file.read_bytes() for file in path.parent.glob(path.name + "*"))
    for item, history in histories.items():
        disposals = (recorded.entry for recorded in history if isinstance(recorded.entry, Disposed))
        for revision in {revision for disposal in disposals for revision in disposal.revisions}:
            assert words(item, revision).encode() not in held, f"words of {item} {revision} are still in the file"
