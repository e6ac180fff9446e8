"""After a disposal the words are nowhere: not in the file, not in its log, not in a free page, not in an answer."""

import random
import shutil
import sqlite3

import pytest
from tests.effort import effort

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.testing.store_suite_samples import A, B, C, Salts, Ticking, described, reported, retracted
from oversight_core.errors import Conflict, InvalidBatch, StoreLocked
from oversight_core.ledger import Registered, fold
from oversight_core.names import Item, Withheld

WORDS = "He was denied a call to his lawyer."


@pytest.fixture(params=["memory", "sqlite"])
def store(request, tmp_path):
    if request.param == "memory":
        return MemoryStore(clock=Ticking(), salt=Salts())
    return SqliteStore(tmp_path / "a.db", clock=Ticking(), salt=Salts())


def bytes_beside(path):
    """Everything on the disk that belongs to a store."""
    return b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_the_words_are_in_no_byte_of_the_file(tmp_path):
    path = tmp_path / "a.db"
    store = SqliteStore(path)
    store.append([(C, 0, [described(C, WORDS), described(C, WORDS * 500)]), (A, 0, [described(A)])], recorder="kit")
    store.catch_up()
    assert WORDS.encode() in bytes_beside(path)
    store.dispose(C, [1, 2], "GRS 2.8", expected=2, recorder="records officer")
    assert b"denied" not in bytes_beside(path)
    store.catch_up()
    store.close()
    assert b"denied" not in bytes_beside(path)
    assert store.location and SqliteStore(path).verify().holds


def test_the_words_are_gone_whatever_was_written_around_them(tmp_path):
    path, dice = tmp_path / "a.db", random.Random(3)
    store = SqliteStore(path)
    items = [Item("complaint", "crcl", f"24-{n:03}") for n in range(60)]
    revisions = dict.fromkeys(items, 0)
    for _ in range(200):
        item = dice.choice(items)
        text = f"{item.report} said: {WORDS} " * dice.choice([1, 3, 40, 200])
        store.append([(item, revisions[item], [described(item, text)])], recorder="kit")
        revisions[item] += 1
        if dice.random() < 0.1:
            store.catch_up()
    gone = dice.sample(items, 20)
    for item in gone:
        if revisions[item]:
            store.dispose(item, range(1, revisions[item] + 1), "GRS 2.8", expected=revisions[item], recorder="kit")
    for item in items:
        there = f"{item.report} said".encode() in bytes_beside(path)
        assert there == (item not in gone and revisions[item] > 0), item
    assert store.verify().holds


def test_what_is_withheld_says_under_which_authority(store):
    store.append([(C, 0, [described(C, WORDS), reported(C)])], recorder="kit")
    store.dispose(C, [1], "GRS 2.8", expected=2, recorder="kit")
    first, second, third = store.history(C)
    assert first.entry.entity.text == Withheld("GRS 2.8") and second.entry == reported(C)
    assert third.entry.authority == "GRS 2.8"
    assert fold(store.history(C)).described.text == Withheld("GRS 2.8")
    assert store.verify().disposed == ((C, 1, "GRS 2.8"),)


def test_a_revision_disposed_of_twice_keeps_the_first_authority(store):
    store.append([(C, 0, [described(C, WORDS)])], recorder="kit")
    store.dispose(C, [1], "GRS 2.8", expected=1, recorder="kit")
    store.dispose(C, [1, 2], "a court order", expected=2, recorder="kit")
    assert store.history(C)[0].entry.entity.text == Withheld("GRS 2.8")
    verdict = store.verify()
    assert verdict.holds
    assert verdict.disposed == ((C, 1, "GRS 2.8"), (C, 2, "a court order"))


def test_what_was_disposed_of_may_still_be_retracted(store):
    store.append([(C, 0, [described(C, WORDS)])], recorder="kit")
    store.dispose(C, [1], "GRS 2.8", expected=1, recorder="kit")
    store.append([(C, 2, [retracted(C, 1)])], recorder="kit")
    assert fold(store.history(C)).described is None and store.verify().holds


def test_the_reason_of_a_retraction_is_forgotten_too(store):
    store.append([(C, 0, [described(C, WORDS), retracted(C, 1)])], recorder="kit")
    store.dispose(C, [2], "GRS 2.8", expected=2, recorder="kit")
    assert store.history(C)[1].entry.why == Withheld("GRS 2.8")


def test_keys_stay_known(store):
    store.append([(C, 0, [described(C, WORDS)])], recorder="kit")
    before = store.history(C)[0].key
    store.dispose(C, [1], "GRS 2.8", expected=1, recorder="kit")
    assert before and store.history(C)[0].key == before


@pytest.mark.parametrize(
    ("revisions", "authority"),
    [
        ([], "GRS 2.8"),
        ([2], "GRS 2.8"),
        ([0], "GRS 2.8"),
        ([True], "GRS 2.8"),
        (["1"], "GRS 2.8"),
        ([1], " "),
        ([1], 5),
    ],
)
def test_a_disposal_that_makes_no_sense_is_refused(store, revisions, authority):
    store.append([(C, 0, [described(C, WORDS)])], recorder="kit")
    before = tuple(store.scan())
    with pytest.raises(InvalidBatch):
        store.dispose(C, revisions, authority, expected=1, recorder="kit")
    assert tuple(store.scan()) == before


def test_a_disposal_at_a_stale_revision_forgets_nothing(store):
    store.append([(C, 0, [described(C, WORDS)])], recorder="kit")
    with pytest.raises(Conflict):
        store.dispose(C, [1], "GRS 2.8", expected=0, recorder="kit")
    assert store.history(C)[0].entry.entity.text == WORDS


def test_a_disposal_waits_for_nobody_who_still_reads_the_words(tmp_path):
    store = SqliteStore(tmp_path / "a.db", timeout=0.05)
    store.append([(C, 0, [described(C, WORDS)])], recorder="kit")
    reader = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM content").fetchone()
    with pytest.raises(StoreLocked, match="nothing was disposed of"):
        store.dispose(C, [1], "GRS 2.8", expected=1, recorder="kit")
    assert store.history(C)[0].entry.entity.text == WORDS
    reader.close()
    store.dispose(C, [1], "GRS 2.8", expected=1, recorder="kit")


def test_a_scan_that_is_under_way_stands_in_nobodys_way(store):
    store.append([(C, 0, [described(C, WORDS)]), (B, 0, [described(B)])], recorder="kit")
    scanning = store.scan()
    next(scanning)
    store.dispose(C, [1], "GRS 2.8", expected=1, recorder="kit")
    assert [recorded.item for recorded in scanning] == [B]


DROPPED = ["", "period", "kin", "caught_up"]


@pytest.mark.parametrize("dropped", DROPPED)
@pytest.mark.parametrize("gone", [A, B])
def test_a_joined_items_words_are_gone_from_the_family_they_were_projected_under(tmp_path, gone, dropped):
    path = tmp_path / "a.db"
    store = SqliteStore(path)
    store.append([(A, 0, [described(A, "alpha " * 40)]), (C, 0, [described(C, "gamma")])], recorder="kit")
    store.append([(B, 0, [described(B, "beta " * 40), Registered(B, None, same_as=A)])], recorder="kit")
    store.catch_up()
    words = {A: b"alpha", B: b"beta"}
    if dropped:
        with sqlite3.connect(path) as by_hand:
            by_hand.execute(f"DROP TABLE {dropped}")
        by_hand.close()
    store.dispose(gone, [1], "GRS 2.8", expected=len(store.history(gone)), recorder="kit")
    for look in (store.catch_up, store.close):
        assert words[gone] not in bytes_beside(path)
        look()
    assert words[gone] not in bytes_beside(path) and words[B if gone == A else A] in bytes_beside(path)
    assert store_again(path).verify().holds


def store_again(path):
    store = SqliteStore(path)
    store.catch_up()
    return store


@pytest.mark.parametrize("seed", [7, 9])
def test_no_page_keeps_the_words_of_rows_that_once_stood_in_it(tmp_path, seed):
    """Where rows of a projection grow, SQLite moves them to other pages and leaves their bytes behind."""
    dice, path = random.Random(seed), tmp_path / "a.db"
    store = SqliteStore(path)
    items = [Item("complaint", "crcl", f"24-{n:03}") for n in range(dice.choice([20, 80, 200]))]
    revisions = dict.fromkeys(items, 0)
    for _ in range(100):
        batch = [(item, revisions[item], [long_winded(item, dice)]) for item in dice.sample(items, dice.randint(1, 8))]
        store.append(batch, recorder="kit")
        revisions.update({item: revision + 1 for item, revision, _ in batch})
        if dice.random() < 0.3:
            store.catch_up()
        if dice.random() < 0.1:
            item = dice.choice([item for item in items if revisions[item]])
            store.dispose(item, range(1, revisions[item] + 1), "GRS 2.8", expected=revisions[item], recorder="kit")
            revisions[item] += 1
            assert f"<{item.report}>".encode() not in bytes_beside(path)
    assert store.verify().holds


@pytest.mark.slow
def test_no_page_keeps_them_whatever_was_written(tmp_path):
    for seed in range(100, 100 + effort(ci=15, nightly=300)):
        folder = tmp_path / str(seed)
        folder.mkdir()
        test_no_page_keeps_the_words_of_rows_that_once_stood_in_it(folder, seed)
        shutil.rmtree(folder)


def long_winded(item, dice):
    return described(item, f"<{item.report}>" + "w" * dice.choice([5, 60, 300, 900, 2500, 9000, 30000]))
