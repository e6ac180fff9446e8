"""A file that cannot be used gives one clear, typed error, and is left as it was."""

import hashlib
import os
import sqlite3
from contextlib import closing, contextmanager

import pytest

from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.stores.sqlite.opening import log_of
from oversight_adapters.stores.sqlite.schema import VERSION
from oversight_adapters.stores.sqlite.told import told
from oversight_adapters.testing.store_suite_samples import A, B, described, every_kind
from oversight_core.errors import (
    CorruptStore,
    ForeignFile,
    NewerStore,
    StoreFailed,
    StoreFull,
    StoreLocked,
    StoreReadOnly,
)


@pytest.fixture
def path(tmp_path):
    """A store with ten entries, closed."""
    path = tmp_path / "a.db"
    with SqliteStore(path) as store:
        store.append([(A, 0, every_kind(A)), (B, 0, every_kind(B))], recorder="desk")
    return path


def print_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest(), sorted(os.listdir(path.parent))


def one_sentence(error):
    said = str(error.value)
    return "\n" not in said and len(said) < 400 and error.value.location in said


# -- files that are not ours ----------------------------------------------------------------------------------


def _foreign_database(path):
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE entry (position INTEGER)")
    db.close()


FOREIGN = {
    "random bytes": lambda path: path.write_bytes(hashlib.sha512(b"x").digest() * 100),
    "text": lambda path: path.write_text("Summary of ICE's program"),
    "empty": lambda path: path.write_bytes(b""),
    "one byte": lambda path: path.write_bytes(b"x"),
    "another database": _foreign_database,
}


@pytest.mark.parametrize("make", FOREIGN.values(), ids=FOREIGN)
def test_a_foreign_file_is_refused_and_not_touched(tmp_path, make):
    path = tmp_path / "a.db"
    make(path)
    before = print_of(path)
    with pytest.raises(ForeignFile) as error:
        SqliteStore(path)
    assert print_of(path) == before and one_sentence(error)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(ForeignFile, match="folder"):
        SqliteStore(tmp_path)


@pytest.mark.parametrize("name", ["a\0b", "\ud800", "a" * 5_000], ids=["zero", "surrogate", "long"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path, name):
    for location in (name, tmp_path / name):
        with pytest.raises(StoreFailed) as error:
            SqliteStore(location)
        assert "\n" not in str(error.value) and str(error.value).encode()
    assert not list(tmp_path.iterdir())


def test_something_that_is_no_ordinary_file_is_refused():
    with pytest.raises(ForeignFile):
        SqliteStore(os.devnull)


def test_a_foreign_database_in_the_middle_of_a_write_is_not_touched(tmp_path):
    path = tmp_path / "a.db"
    _foreign_database(path)
    (tmp_path / "a.db-journal").write_bytes(b"half a journal")
    before = print_of(path)
    with pytest.raises(ForeignFile):
        SqliteStore(path)
    assert print_of(path) == before and (tmp_path / "a.db-journal").read_bytes() == b"half a journal"


def test_a_file_of_a_newer_version_is_refused_and_not_touched(path):
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()
    before = print_of(path)
    with pytest.raises(NewerStore) as error:
        SqliteStore(path)
    assert print_of(path) == before and one_sentence(error)


# -- damaged files --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kept", [0.02, 0.3, 0.9, 0.999])
def test_a_truncated_file_is_refused(path, kept):
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])
    with pytest.raises(CorruptStore) as error:
        SqliteStore(path)
    assert one_sentence(error)


def test_a_header_that_was_cut_is_refused(path):
    path.write_bytes(path.read_bytes()[:50])
    with pytest.raises(CorruptStore):
        SqliteStore(path)


def test_corrupted_pages_are_told_and_nothing_is_written(path):
    whole = bytearray(path.read_bytes())
    whole[4096:] = b"\xff" * (len(whole) - 4096)
    path.write_bytes(whole)
    with pytest.raises(CorruptStore) as error, SqliteStore(path) as store:
        store.append([(A, 10, [described(A)])], recorder="desk")
    assert path.read_bytes() == whole and one_sentence(error)


def test_a_payload_that_is_no_entry_is_told(path):
    with sqlite3.connect(path) as db:
        db.execute("DROP TRIGGER entry_is_not_updated")
        db.execute("UPDATE entry SET payload = '{}' WHERE position = 3")
    db.close()
    with SqliteStore(path) as store, pytest.raises(CorruptStore, match="entry 3"):
        [recorded.entry for recorded in store.history(A)]


def test_a_table_that_is_gone_is_told(path):
    with sqlite3.connect(path) as db:
        db.execute("DROP TABLE content")
    db.close()
    with pytest.raises(CorruptStore), SqliteStore(path) as store:
        store.history(A)


def test_a_log_without_its_file_is_not_given_to_another(path):
    (path.parent / "b.db-wal").write_bytes(b"x" * 100)
    with pytest.raises(StoreFailed, match="put the file back"):
        SqliteStore(path.parent / "b.db")


# -- files in use, and disks without room ---------------------------------------------------------------------


def test_a_locked_store_says_so_and_writes_nothing(path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with SqliteStore(path, timeout=0.05) as store:
        with pytest.raises(StoreLocked) as error:
            store.append([(A, 5, [described(A)])], recorder="desk")
        assert one_sentence(error) and len(store.history(A)) == 5  # reading goes on meanwhile
        other.execute("ROLLBACK")
        assert store.append([(A, 5, [described(A)])], recorder="desk").position == 11
    other.close()


def test_a_full_disk_says_so_and_writes_nothing(path):
    with SqliteStore(path) as store:
        pages = store._file._db.execute("PRAGMA page_count").fetchone()[0]
        store._file._db.execute(f"PRAGMA max_page_count = {pages}")
        before = tuple(store.scan())
        with pytest.raises(StoreFull) as error:
            store.append([(A, 5, [described(A, "x" * 1000) for _ in range(100)])], recorder="desk")
        assert one_sentence(error) and tuple(store.scan()) == before and store.verify().holds
        store._file._db.execute(f"PRAGMA max_page_count = {pages * 100}")
        assert store.append([(A, 5, [described(A)])], recorder="desk").position == 11


def test_a_store_opened_for_reading_reads_and_refuses_to_write(path):
    before = path.read_bytes()
    with SqliteStore(path, read_only=True) as store:
        assert len(store.history(A)) == 5 and store.verify().holds
        for write in (
            lambda: store.append([(A, 5, [described(A)])], recorder="desk"),
            lambda: store.dispose(A, [1], "GRS 2.8", expected=5, recorder="desk"),
        ):
            with pytest.raises(StoreReadOnly) as error:
                write()
            assert one_sentence(error)
    assert path.read_bytes() == before


def test_a_store_that_is_not_there_cannot_be_opened_for_reading(tmp_path):
    with pytest.raises(StoreFailed, match="no such file"):
        SqliteStore(tmp_path / "a.db", read_only=True)
    assert not os.listdir(tmp_path)


@contextmanager
def _as_nobody():
    """File modes mean nothing to root; so be somebody else for a while."""
    if os.geteuid() != 0:
        yield
        return
    try:
        os.seteuid(65534)
    except OSError:
        pytest.skip("this sandbox does not let root become somebody else")
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shelf(path):
    """The store in a folder that nobody may write."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        shelved = os.path.join(folder, "a.db")
        with open(shelved, "wb") as file:
            file.write(path.read_bytes())
        os.chmod(shelved, 0o444)
        os.chmod(folder, 0o555)
        yield shelved
        os.chmod(folder, 0o755)


def test_a_file_that_may_not_be_written_is_read_and_refuses_to_be_written(shelf):
    with _as_nobody(), SqliteStore(shelf) as store:
        assert len(store.history(A)) == 5 and store.verify().holds
        with pytest.raises(StoreReadOnly):
            store.append([(A, 5, [described(A)])], recorder="desk")


def test_no_store_is_made_in_a_folder_that_may_not_be_written(shelf):
    with _as_nobody(), pytest.raises(StoreReadOnly):
        SqliteStore(os.path.join(os.path.dirname(shelf), "new.db"))
    assert os.listdir(os.path.dirname(shelf)) == ["a.db"]


def test_no_store_is_made_in_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(StoreFailed) as error:
        SqliteStore(tmp_path / "nowhere" / "a.db")
    assert one_sentence(error)


def test_a_closed_store_says_so(path):
    store = SqliteStore(path)
    store.close()
    with pytest.raises(StoreFailed, match="closed"):
        store.history(A)


def test_a_new_store_appears_whole(tmp_path):
    SqliteStore(tmp_path / "ä #%?.db").close()
    assert os.listdir(tmp_path) == ["ä #%?.db"]
    assert SqliteStore(tmp_path / "ä #%?.db").verify().holds


# -- what another time left beside the file -------------------------------------------------------------------


@pytest.fixture
def generations(tmp_path):
    """(file, log, receipt) as they were after each of some appends, every few of them with the log just emptied."""
    path, found = tmp_path / "past" / "a.db", []
    path.parent.mkdir()
    with SqliteStore(path) as store:
        for n in range(8):
            receipt = store.append([(A, n, [described(A, f"{n} " * 300)])], recorder="desk")
            if n % 3 == 1:
                with closing(sqlite3.connect(path)) as db:
                    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            found.append((path.read_bytes(), log_of(path).read_bytes(), receipt))
    return found


def test_a_log_of_another_time_is_found_out(tmp_path, generations):
    """As where a file was put back from a copy, and the log of the one before was left."""
    path = tmp_path / "a.db"
    for now, (data, _, receipt) in enumerate(generations):
        for then, (_, log, _) in enumerate(generations):
            path.write_bytes(data)
            log_of(path).write_bytes(log)
            try:
                with SqliteStore(path) as store:
                    if store.verify(receipt).holds:
                        texts = [recorded.entry.entity.text for recorded in store.history(A)]
                        assert texts[: now + 1] == [f"{n} " * 300 for n in range(now + 1)], (now, then)
            except CorruptStore as error:
                assert "\n" not in str(error)
            for beside in tmp_path.glob("a.db*"):
                beside.unlink()


def test_a_log_that_makes_no_sense_is_passed_over(path):
    log_of(path).write_bytes(b"half a log" * 1000)
    with SqliteStore(path) as store:
        assert store.verify().holds and len(store.history(A)) == 5


@pytest.mark.parametrize(
    "journal", [b"half a journal", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\xff" * 600, bytes(600)]
)
def test_a_journal_beside_the_file_is_passed_over_or_found_out(path, journal):
    path.with_name(path.name + "-journal").write_bytes(journal)
    try:
        with SqliteStore(path) as store:
            assert store.verify().holds and len(store.history(A)) == 5
    except StoreFailed as error:
        assert "\n" not in str(error)


def test_a_hot_journal_of_another_time_is_found_out(tmp_path, path):
    """A journal with pages of a time before the last entries, as a copy of a file in another mode may have had."""
    copy = tmp_path / "copy" / "a.db"
    copy.parent.mkdir()
    copy.write_bytes(path.read_bytes())
    with closing(sqlite3.connect(copy, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN IMMEDIATE")
        db.execute("CREATE TABLE rubbish AS SELECT * FROM entries, (SELECT value FROM json_each('[1,2,3,4,5,6,7,8]'))")
        journal = copy.with_name("a.db-journal").read_bytes()
    with SqliteStore(path) as store:
        receipt = store.append([(A, 5, [described(A, "x" * 5000)])], recorder="desk")
    path.with_name("a.db-journal").write_bytes(journal)
    try:
        with SqliteStore(path) as store:
            assert not store.verify(receipt).holds or len(store.history(A)) == 6
    except StoreFailed as error:
        assert "\n" not in str(error)


def test_a_newer_version_is_seen_in_the_log_too(tmp_path, path):
    """Where the program that upgraded the file was killed before its log was brought in."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute(f"PRAGMA user_version = {VERSION + 1}")
    shelf = tmp_path / "copy"
    shelf.mkdir()
    for file in (path, log_of(path)):
        (shelf / file.name).write_bytes(file.read_bytes())
    other.close()
    for read_only in (True, False):
        with pytest.raises(NewerStore) as error:
            SqliteStore(shelf / "a.db", read_only=read_only)
        assert one_sentence(error)
    with closing(sqlite3.connect(shelf / "a.db")) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == VERSION + 1
        assert db.execute("SELECT count(*) FROM entries").fetchone()[0] == 10


# -- what SQLite says, told ------------------------------------------------------------------------------------


class Said(sqlite3.OperationalError):
    """An error of SQLite's with its name."""

    def __init__(self, name):
        super().__init__(f"{name}\nsaid over two lines")
        self.sqlite_errorname = name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_BUSY", StoreLocked),
        ("SQLITE_BUSY_RECOVERY", StoreLocked),
        ("SQLITE_BUSY_SNAPSHOT", StoreLocked),
        ("SQLITE_LOCKED_SHAREDCACHE", StoreLocked),
        ("SQLITE_READONLY_DIRECTORY", StoreReadOnly),
        ("SQLITE_READONLY_DBMOVED", StoreFailed),
        ("SQLITE_FULL", StoreFull),
        ("SQLITE_CORRUPT_INDEX", CorruptStore),
        ("SQLITE_CONSTRAINT_UNIQUE", CorruptStore),
        ("SQLITE_IOERR_SHORT_READ", CorruptStore),
        ("SQLITE_IOERR_FSYNC", StoreFailed),
        ("SQLITE_NOTADB", ForeignFile),
        ("SQLITE_AUTH", StoreFailed),
    ],
)
def test_what_sqlite_says_is_told_in_our_terms(tmp_path, name, kind):
    error = told(Said(name), str(tmp_path / "a.db"))
    assert type(error) is kind and "\n" not in str(error)
