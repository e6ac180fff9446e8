"""A backup is whole, proved and noted; a restored one takes the place of a store, or nothing happens."""

import os
import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest
from tests.stores import layout_1

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.stores.sqlite import SqliteStore, backing, restore
from oversight_adapters.testing.store_suite_samples import A, B, C, Salts, Ticking, described, every_kind, reported
from oversight_core.errors import CorruptStore, ForeignFile, StoreFailed, StoreFull, StoreLocked, StoreReadOnly
from oversight_core.ledger import Receipt

WORDS = "He was denied a call to his lawyer."


@pytest.fixture
def store(tmp_path):
    made = SqliteStore(tmp_path / "a.db", clock=Ticking(), salt=Salts())
    made.append([(item, 0, every_kind(item)) for item in (A, C)], recorder="kit")
    made.append([(B, 0, [described(B, WORDS * 1000)])], recorder="kit")
    return made


@pytest.fixture
def to(tmp_path):
    (tmp_path / "shelf").mkdir()
    return tmp_path / "shelf" / "b.db"


def more(store, item=A):
    return store.append([(item, len(store.history(item)), [reported(item)])], recorder="kit")


def test_a_backup_holds_the_record_and_says_so(store, to):
    head = store.backup(to)
    assert [file.name for file in to.parent.iterdir()] == ["b.db"]
    with SqliteStore(to, read_only=True) as copied:
        assert list(copied.scan()) == list(store.scan())
        assert copied.verify(head).holds and copied.verify().head == Receipt(head.position, head.hash)
    assert store.verify(head).holds


def test_both_know_of_it(store, to):
    head = store.backup(to)
    (noted,) = store.backups()
    assert (noted.location, noted.head, noted.made_at.year) == (str(to), head, 2024)
    with SqliteStore(to) as copied:
        assert copied.backups() == (noted,)
    more(store)
    again = store.backup(to, replace=True)
    assert again.position == head.position + 1
    assert [one.head for one in store.backups()] == [head, again] and store.verify().holds


def test_what_is_there_already_stays(store, to):
    to.write_text("a letter")
    with pytest.raises(StoreFailed, match="already"):
        store.backup(to)
    assert to.read_text() == "a letter" and not store.backups()
    store.backup(to, replace=True)
    with SqliteStore(to) as copied:
        assert copied.verify().holds


def test_what_is_no_ordinary_file_is_never_replaced(store, to):
    os.mkfifo(to)  # a device is as good, but not everybody can make one
    for act in (store.backup, lambda path, **replace: restore(store.location, path, **replace)):
        with pytest.raises(StoreFailed, match="ordinary"):
            act(to, replace=True)
    assert to.is_fifo() and not store.backups()


def test_a_name_that_is_taken_meanwhile_stays_too(store, to):
    def somebody_is_faster(done, total):
        to.write_text("a letter")

    with pytest.raises(StoreFailed, match="already"):
        store.backup(to, progress=somebody_is_faster)
    assert to.read_text() == "a letter"
    assert [file.name for file in to.parent.iterdir()] == ["b.db"]


@pytest.mark.parametrize("name", ["a.db", "shelf", "nowhere/b.db", "b\0.db", "b\udc80.db"])
def test_a_place_that_cannot_be(store, to, tmp_path, name):
    before = list(store.scan())
    with pytest.raises(StoreFailed):
        store.backup(tmp_path / name, replace=True)
    assert list(store.scan()) == before and store.verify().holds


def test_others_write_meanwhile(store, to, monkeypatch):
    monkeypatch.setattr(backing, "PAGES", 1)
    steps = []

    def write(done, total):
        steps.append((done, total))
        with SqliteStore(store.location, timeout=0.1) as other:
            more(other, C)

    before = list(store.scan())
    head = store.backup(to, progress=write)
    assert len(steps) > 3 and steps[-1][0] == steps[-1][1] and head.position == len(before)
    with SqliteStore(to) as copied:
        assert list(copied.scan()) == before
    assert len(list(store.scan())) == len(before) + len(steps)


def test_threads_that_share_the_store_write_meanwhile(store, to, monkeypatch):
    monkeypatch.setattr(backing, "PAGES", 1)

    def write(done, total):
        thread = threading.Thread(target=more, args=(store,))
        thread.start()
        thread.join()

    assert store.verify(store.backup(to, progress=write)).holds


def test_a_disposal_meanwhile_spoils_it_or_is_told_to_wait(store, to, monkeypatch):
    def forget(done, total):
        with SqliteStore(store.location, timeout=0.1) as other:
            other.dispose(B, [1], "GRS 2.8", expected=1, recorder="kit")

    with pytest.raises(StoreLocked, match="nothing was disposed of"):
        store.backup(to, progress=forget)
    assert not to.exists() and not store.backups()
    whole = backing.copy

    def copy_and_forget(source, made, **options):
        head = whole(source, made, **options)
        forget(1, 1)
        return head

    monkeypatch.setattr(backing, "copy", copy_and_forget)
    with pytest.raises(StoreFailed, match="disposed of while"):
        store.backup(to)
    assert not list(to.parent.iterdir()) and not store.backups()


def test_a_backup_made_after_a_disposal_holds_no_words(store, to):
    early = to.with_name("early.db")
    store.catch_up()
    store.backup(early)
    store.dispose(B, [1], "GRS 2.8", expected=1, recorder="kit")
    head = store.backup(to)
    assert b"denied" in early.read_bytes() and b"denied" not in to.read_bytes()
    with SqliteStore(to) as copied:
        assert copied.verify(head).disposed == ((B, 1, "GRS 2.8"),)
        assert [one.location for one in copied.backups()] == [str(early), str(to)]


def test_a_record_that_does_not_hold_is_not_copied(store, to):
    with closing(sqlite3.connect(store.location)) as by_hand:
        by_hand.executescript(
            "DROP TRIGGER entry_is_not_updated; UPDATE entry SET link = zeroblob(32) WHERE position = 3"
        )
    with pytest.raises(CorruptStore, match="was not copied"):
        store.backup(to)
    assert not list(to.parent.iterdir()) and not store.backups()


def test_what_makes_no_sense_is_said_of_the_store_and_not_of_the_copy(store, to):
    store.close()
    with closing(sqlite3.connect(store.location)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'batch'").fetchone()
    with open(store.location, "r+b") as file:
        file.seek((page - 1) * 8192)
        file.write(bytes(8192))
    with SqliteStore(store.location) as damaged, pytest.raises(CorruptStore) as raised:
        damaged.backup(to)
    assert raised.value.location == store.location and not list(to.parent.iterdir())


def test_whoever_may_not_note_a_backup_makes_none(store, to):
    store.close()
    with SqliteStore(store.location, read_only=True) as read_only, pytest.raises(StoreReadOnly):
        read_only.backup(to)
    assert not list(to.parent.iterdir())


def test_a_backup_is_read_by_nobody_who_may_not_read_the_store(store, to):
    os.chmod(store.location, 0o600)
    store.backup(to)
    assert stat.S_IMODE(to.stat().st_mode) == 0o600


def test_behind_a_link_stands_what_is_replaced(store, to, tmp_path):
    head, link = store.backup(to), tmp_path / "link.db"
    link.symlink_to("a.db")
    more(store)
    store.close()
    assert restore(to, link, replace=True).lost == 1
    assert link.is_symlink()
    with SqliteStore(store.location) as again:
        assert again.verify().head == Receipt(head.position, head.hash)
    (tmp_path / "round.db").symlink_to("round.db")
    for act in (lambda: again.backup(tmp_path / "round.db"), lambda: restore(to, tmp_path / "round.db")):
        with pytest.raises(StoreFailed):
            act()


def test_an_empty_record_is_backed_up_too(tmp_path, to):
    with SqliteStore(tmp_path / "new.db") as empty:
        assert empty.backup(to) == Receipt(0, bytes(32)) and empty.verify().holds
    assert restore(to, tmp_path / "again.db").head == Receipt(0, bytes(32))


# -- restoring -----------------------------------------------------------------------------------------------------


def test_a_backup_is_restored(store, to, tmp_path):
    before, head = list(store.scan()), store.backup(to)
    restored = restore(to, tmp_path / "new.db", against=head)
    assert (restored.head, restored.lost, restored.remembered) == (head, 0, ())
    with SqliteStore(tmp_path / "new.db") as again:
        assert list(again.scan()) == before and again.verify(head).holds
        assert again.backups() == store.backups()
        more(again)
    with SqliteStore(to) as untouched:
        assert list(untouched.scan()) == before


def test_nothing_is_replaced_unasked(store, to):
    store.backup(to)
    more(store)
    store.close()
    before = Path(store.location).read_bytes()
    with pytest.raises(StoreFailed, match="already"):
        restore(to, store.location)
    assert Path(store.location).read_bytes() == before


def test_what_is_lost_is_counted_and_what_was_forgotten_is_named(store, to, tmp_path):
    head = store.backup(to)
    receipt = store.dispose(B, [1], "GRS 2.8", expected=1, recorder="kit")
    late = tmp_path / "late.db"
    store.backup(late)
    more(store)
    store.close()
    restored = restore(to, store.location, replace=True)
    assert (restored.head, restored.lost) == (head, 2)
    assert [(one.item, one.revisions, one.authority) for one in restored.remembered] == [(B, (1,), "GRS 2.8")]
    with SqliteStore(store.location) as again:
        verdict = again.verify(receipt)
        assert verdict.fault == receipt.position and again.verify(head).holds
        assert [(one.location, one.head) for one in again.backups()] == [(str(to), head), (str(late), head)]
        again.append([(B, 1, [described(B, "another way")])], recorder="kit")
        again.close()
    back = restore(late, store.location, replace=True)
    assert (back.lost, back.remembered) == (1, ())
    with SqliteStore(store.location) as again:
        assert again.verify(receipt).holds


def test_another_record_is_lost_as_a_whole(store, to, tmp_path):
    store.backup(to)
    with SqliteStore(tmp_path / "other.db") as other:
        for _ in range(3):
            more(other, B)
    assert restore(to, tmp_path / "other.db", replace=True).lost == 3


@pytest.mark.parametrize("damage", ["cut", "letter", "empty", "page"])
def test_a_damaged_store_is_replaced_though_nobody_knows_what_is_lost(store, to, damage):
    head = store.backup(to)
    store.close()
    with open(store.location, "r+b") as file:
        if damage == "page":
            file.seek(8192)
            file.write(b"\xff" * 30_000)
        else:
            file.truncate({"cut": 30_000, "letter": 0, "empty": 0}[damage])
            file.write(b"Dear Sir" * (damage == "letter"))
    with open(store.location + "-wal", "wb") as log:
        log.write(b"half a log" * 1000)
    assert restore(to, store.location, replace=True).lost in (None, 0)
    with SqliteStore(store.location) as again:
        assert again.verify(head).holds


def test_a_store_that_is_open_is_not_replaced(store, to):
    head = store.backup(to)
    receipt = more(store)
    with pytest.raises(StoreLocked, match="is open"):
        restore(to, store.location, replace=True, timeout=0.01)
    assert store.verify(receipt).holds and not store.verify(receipt).fault
    more(store)
    store.close()
    assert restore(to, store.location, replace=True, timeout=0.01).lost == 2
    with SqliteStore(store.location) as again:
        assert again.verify(head).holds


def test_a_backup_that_does_not_hold_restores_nothing(store, to, tmp_path):
    head, target = store.backup(to), tmp_path / "new.db"
    other = Receipt(head.position, bytes(31) + b"x")
    with pytest.raises(StoreFailed, match="nothing was restored"):
        restore(to, target, against=other)
    with pytest.raises(StoreFailed, match="tail was cut"):
        restore(to, target, against=Receipt(head.position + 1, head.hash))
    with closing(sqlite3.connect(to)) as by_hand:
        by_hand.executescript(
            "DROP TRIGGER entry_is_not_updated; UPDATE entry SET link = zeroblob(32) WHERE position = 3"
        )
    with pytest.raises(StoreFailed, match="at entry 3"):
        restore(to, target)
    assert not target.exists()


def test_what_is_no_backup_restores_nothing(tmp_path, store):
    (tmp_path / "letter").write_text("Dear Sir,")
    for name, error in (("letter", ForeignFile), ("missing", StoreFailed), (".", ForeignFile), ("a.db", StoreFailed)):
        with pytest.raises(error):
            restore(tmp_path / name, store.location, replace=True)
    assert store.verify().holds


def test_a_backup_of_layout_1_is_restored_and_stays_as_it_was(tmp_path):
    memory = MemoryStore()
    memory.append([(A, 0, every_kind(A))], recorder="kit")
    layout_1.write(tmp_path / "old.db", memory)
    before = (tmp_path / "old.db").read_bytes()
    assert restore(tmp_path / "old.db", tmp_path / "new.db", against=memory.verify().head).head.position == 5
    assert (tmp_path / "old.db").read_bytes() == before
    with SqliteStore(tmp_path / "new.db") as store:
        assert list(store.scan()) == list(memory.scan())


@pytest.mark.parametrize("fault", [KeyboardInterrupt, OSError])
def test_what_is_interrupted_leaves_nothing(store, to, tmp_path, fault):
    def interrupt(done, total):
        raise fault("a fault")

    for act in (lambda: store.backup(to, progress=interrupt), lambda: restore(store.location, to, progress=interrupt)):
        with pytest.raises((fault, StoreFailed)):
            act()
        assert not list(to.parent.iterdir()) and not store.backups()


def test_a_full_disk_is_told(store, to, monkeypatch):
    whole = sqlite3.connect

    def limited(path, **options):
        db = whole(path, **options)
        if "b.db" in str(path):
            db.execute("PRAGMA max_page_count = 2")
        return db

    monkeypatch.setattr(sqlite3, "connect", limited)
    with pytest.raises(StoreFull):
        store.backup(to)
    assert not list(to.parent.iterdir())
