"""The chain: one recipe, the same bytes in every store, and for ever."""

import hashlib
from datetime import UTC, datetime

import pytest

from oversight_adapters.codec import encode
from oversight_adapters.stores.chain import ZERO, link, stamp
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.testing.store_suite_samples import ITEMS, A, Salts, Ticking, every_kind, reported
from oversight_core.errors import InvalidBatch, UnparsableMoment


def test_a_link_is_the_digest_of_its_parts_each_behind_its_length():
    entry = reported(A)
    store = MemoryStore(clock=lambda: datetime(2024, 5, 29, 12, tzinfo=UTC))
    receipt = store.append([(A, 0, [entry])], recorder="Ōno")
    parts = [
        bytes(32),
        b"1",
        str(A).encode(),
        b"1",
        b"2024-05-29T12:00:00.000000Z",
        "Ōno".encode(),
        b"1",
        hashlib.sha256(encode(entry).payload).digest(),
    ]
    whole = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    assert receipt.hash == hashlib.sha256(whole).digest()
    assert link(ZERO, 1, parts[2], 1, stamp("2024-05-29T12:00:00.000000Z", "Ōno", 1), parts[-1]) == receipt.hash


HEADS = {
    1: "bbff500fdb821fb146c12aae0ec24df769a544bdb7574a89e9c2aea2ba3e129c",
    2: "b724e62e32e633cb70dcfd89b14ce6a6e544d0a9b3ca79d73800b72056802eb8",
    3: "e10bed043f1d6285badbf355449ad9b830d4b8eacf5a8af722fa6fd68616e420",
}


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
def test_heads_are_as_they_always_were(kind, tmp_path):
    clock, salt = Ticking(), Salts()
    store = (
        MemoryStore(clock=clock, salt=salt)
        if kind == "memory"
        else SqliteStore(tmp_path / "a.db", clock=clock, salt=salt)
    )
    for n, item in enumerate(ITEMS, 1):
        receipt = store.append([(item, 0, every_kind(item))], recorder="kit")
        assert str(receipt) == f"{5 * n}:{HEADS[n]}"


def test_a_clock_without_a_zone_is_refused_and_nothing_is_written(tmp_path):
    for store in (MemoryStore(clock=datetime.now), SqliteStore(tmp_path / "a.db", clock=datetime.now)):
        with pytest.raises(UnparsableMoment):
            store.append([(A, 0, [reported(A)])], recorder="kit")
        assert not list(store.scan())


@pytest.mark.parametrize("recorder", [None, 5, b"kit", "\ud800"])
def test_a_recorder_that_is_no_text_is_refused(recorder):
    with pytest.raises(InvalidBatch, match="recorder"):
        MemoryStore().append([(A, 0, [reported(A)])], recorder=recorder)


@pytest.mark.parametrize(
    "group", [A, (A, 0), ("a:b/c", 0, []), (A, -1, []), (A, True, []), (A, "0", []), (A, 0.0, [])], ids=repr
)
def test_a_batch_of_another_shape_is_refused(group):
    with pytest.raises(InvalidBatch):
        MemoryStore().append([group], recorder="kit")
