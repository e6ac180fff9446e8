"""The chain: one recipe, the same bytes in every store, and for ever."""

import hashlib
from datetime import UTC, datetime

import pytest

from oversight_adapters.codec import encode
from oversight_adapters.codec.errors import shown
from oversight_adapters.stores.chain import ZERO, link, stamp
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.testing.store_suite_samples import ITEMS, A, B, Salts, Ticking, every_kind, reported
from oversight_core.errors import InvalidBatch, UnparsableMoment
from oversight_core.ledger import Receipt


@pytest.fixture(params=["memory", "sqlite"])
def store(request, tmp_path):
    if request.param == "memory":
        return MemoryStore(clock=Ticking(), salt=Salts())
    return SqliteStore(tmp_path / "a.db", clock=Ticking(), salt=Salts())


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


HUGE = 10**5_000  # more digits than Python prints

GROUPS = [
    A,
    5,
    None,
    (A, 0),
    (A, 0, None),
    (A, 0, 5),
    (A, 0, "an entry"),
    (A, 0, [None]),
    (A, 0, reported(A)),
    ("a:b/c", 0, []),
    (A, -1, []),
    (A, True, []),
    (A, "0", []),
    (A, 0.0, []),
    (A, HUGE, []),
]


@pytest.mark.parametrize("batch", [5, None, A, *([(B, 0, [reported(B)]), group] for group in GROUPS)], ids=shown)
def test_a_batch_of_another_shape_is_refused_and_nothing_is_written(store, batch):
    with pytest.raises(InvalidBatch) as error:
        store.append(batch, recorder="kit")
    assert not list(store.scan()) and "\n" not in str(error.value)


def test_what_a_lazy_batch_raises_is_not_taken_for_its_shape(store):
    def fails():
        yield A, 0, (len(n) for n in [5])

    with pytest.raises(TypeError, match="int"):
        store.append(fails(), recorder="kit")


@pytest.mark.parametrize(
    "revisions",
    [(10**30,), (HUGE,), (6,), (0,), (-1,), (True,), ("1",), (1.0,), (), None, 5, pytest.param(iter(()), id="iter")],
    ids=shown,
)
def test_a_disposal_of_what_is_no_revision_is_refused(store, revisions):
    store.append([(A, 0, every_kind(A))], recorder="kit")
    with pytest.raises(InvalidBatch):
        store.dispose(A, revisions, "GRS 2.8", expected=5, recorder="kit")
    assert len(list(store.scan())) == 5


@pytest.mark.parametrize("expected", [-1, True, "5", None, HUGE], ids=shown)
def test_a_disposal_at_what_is_no_revision_is_refused(store, expected):
    with pytest.raises(InvalidBatch, match="whole number"):
        store.dispose(A, (1,), "GRS 2.8", expected=expected, recorder="kit")


def test_revisions_to_forget_may_come_one_by_one_and_twice(store):
    store.append([(A, 0, every_kind(A))], recorder="kit")
    store.dispose(A, iter((3, 1, 3)), "GRS 2.8", expected=5, recorder="kit")
    assert store.verify().disposed == ((A, 1, "GRS 2.8"), (A, 3, "GRS 2.8")) and store.verify().holds


@pytest.mark.parametrize("after", [-HUGE, -1, 0, 1, 4, 5, HUGE], ids=shown)
def test_a_scan_may_begin_anywhere(store, after):
    store.append([(A, 0, every_kind(A))], recorder="kit")
    assert [recorded.position for recorded in store.scan(after)] == [n for n in range(1, 6) if n > after]


@pytest.mark.parametrize("position", [-1, -(10**30), 0, 3, 6, 10**30, HUGE, True, "5", None, 5.0], ids=shown)
@pytest.mark.parametrize("link", [b"x", b"", bytes(32), None, "5" * 32], ids=repr)
def test_a_receipt_that_no_store_gave_does_not_hold(store, position, link):
    store.append([(A, 0, every_kind(A))], recorder="kit")
    verdict = store.verify(Receipt(position, link))
    empty = (position, link) == (0, ZERO)  # the receipt of the record before its first entry, and that stands
    assert verdict.holds == empty and bool(verdict.why) != empty


def test_the_receipt_of_an_empty_record_holds_for_ever(store):
    empty = store.verify().head
    store.append([(A, 0, every_kind(A))], recorder="kit")
    assert store.verify(empty).holds
