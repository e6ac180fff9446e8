"""A file of layout 1 becomes one of layout 2, whole or not at all, and says what it said."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.effort import effort
from tests.stores import layout_1

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.stores.sqlite import SqliteStore, upgrading
from oversight_adapters.testing.store_suite_samples import A, B, C, Salts, Ticking, described, every_kind, reported
from oversight_core.errors import CorruptStore, StoreFailed, StoreLocked, StoreReadOnly
from oversight_core.ledger import Registered, Retracted
from oversight_core.testing.strategies.ledger import entries

WORDS = "He was denied a call to his lawyer."


def record(store):
    """Every kind of entry, items that are the same, content that was disposed of, and words in every place."""
    store.append([(item, 0, every_kind(item)) for item in (A, C)], recorder="kit")
    store.append([(B, 0, [described(B, WORDS * 300), Registered(B, None, same_as=A)])], recorder="kit")
    store.dispose(C, [1, 3], "GRS 2.8", expected=5, recorder="records officer")
    store.append([(A, 5, [reported(A, "closed", "2024-11")])], recorder="kit")
    return store


@pytest.fixture
def memory():
    return record(MemoryStore(clock=Ticking(), salt=Salts()))


@pytest.fixture
def path(tmp_path, memory):
    layout_1.write(tmp_path / "a.db", memory, projected=True)
    return tmp_path / "a.db"


def version(path):
    with closing(sqlite3.connect(path)) as db:
        return db.execute("PRAGMA user_version").fetchone()[0]


def told(path):
    """Everything that a file tells about its record, in whatever tables it stands."""
    with closing(sqlite3.connect(path)) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {name: sorted(db.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in tables}


def made(path):
    """The statements that made what is in a file."""
    with closing(sqlite3.connect(path)) as db:
        return set(db.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall())


def test_it_says_what_it_said(path, memory):
    with SqliteStore(path) as store:
        assert list(store.scan()) == list(memory.scan())
        verdict, before = store.verify(memory.verify().head), memory.verify()
        assert verdict.holds and (verdict.head, verdict.disposed) == (before.head, before.disposed)
        assert store.periods(A) == record(SqliteStore(path.with_name("b.db"), clock=Ticking(), salt=Salts())).periods(A)
        assert store.verify().holds
    assert version(path) == 2


def test_it_becomes_the_file_that_it_would_be_today(path):
    today = path.with_name("today.db")
    SqliteStore(path).close()
    record(SqliteStore(today, clock=Ticking(), salt=Salts()))
    assert told(path) == told(today)
    assert made(path) == made(today)


def test_it_goes_on(path):
    with SqliteStore(path, clock=Ticking()) as store:
        receipt = store.append([(A, 6, every_kind(A)[:4]), (C, 6, [described(C)])], recorder="kit")
        store.dispose(B, [1], "GRS 2.8", expected=2, recorder="kit")
        assert store.verify(receipt).holds
    assert WORDS.encode() not in b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_progress_is_told(path):
    steps = []
    SqliteStore(path, progress=lambda done, total: steps.append((done, total))).close()
    assert steps[-1] == (14, 14)
    steps.clear()
    SqliteStore(path, progress=lambda done, total: steps.append((done, total))).close()
    assert not steps


def test_what_others_put_into_the_file_stays(path):
    with closing(sqlite3.connect(path)) as db:
        db.executescript(
            "CREATE TABLE note (text); INSERT INTO note VALUES ('mine'); CREATE VIEW my AS SELECT 1 AS one;"
        )
    SqliteStore(path).close()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT text, one FROM note, my").fetchall() == [("mine", 1)]


def test_to_be_read_only_it_would_have_to_be_upgraded(path):
    before = path.read_bytes()
    with pytest.raises(StoreReadOnly, match="layout 1"):
        SqliteStore(path, read_only=True)
    assert path.read_bytes() == before and version(path) == 1


DAMAGE = {
    "payload": "UPDATE entry SET payload = '{}' WHERE position = 3",
    "words": "UPDATE content SET words = '[\"other\"]' WHERE position = 1",
    "link": "UPDATE entry SET link = zeroblob(32) WHERE position = 4",
    "removed": "DELETE FROM entry WHERE position = 4",
    "authority": "UPDATE content SET authority = 'nobody' WHERE authority IS NOT NULL",
    "no text": "UPDATE item SET name = CAST(x'ff41' AS TEXT) WHERE id = 1",
    "no item": "UPDATE item SET name = 'somebody' WHERE id = 1",
    "no table": "DROP TABLE content",
    "version": "PRAGMA user_version = 0",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_record_is_left_as_it_was(path, damage):
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
        db.execute(DAMAGE[damage])
    before = path.read_bytes()
    with pytest.raises(CorruptStore) as raised:
        SqliteStore(path)
    assert "\n" not in str(raised.value)
    assert path.read_bytes() == before
    assert {file.name for file in path.parent.iterdir()} == {"a.db"}


@pytest.mark.parametrize("fault", [KeyboardInterrupt, RuntimeError, sqlite3.OperationalError])
def test_an_upgrade_that_is_interrupted_never_was(path, memory, fault):
    def interrupt(done, total):
        raise fault("a fault")

    before = path.read_bytes()
    with pytest.raises((fault, StoreFailed)):
        SqliteStore(path, progress=interrupt)
    assert path.read_bytes() == before
    with SqliteStore(path) as store:
        assert list(store.scan()) == list(memory.scan())


def test_an_upgrade_waits_for_its_turn(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreLocked):
            SqliteStore(path, timeout=0.01)
        other.execute("ROLLBACK")
    SqliteStore(path).close()


KILLED = """
import os, signal, sqlite3, sys
from oversight_adapters.stores.sqlite import SqliteStore
number, last, whole = 0, int(sys.argv[2]), sqlite3.connect
def count(statement):
    global number
    number += 1
    if number == last:
        os.kill(os.getpid(), signal.SIGKILL)
def connect(*args, **options):
    db = whole(*args, **options)
    db.execute("PRAGMA cache_size = 1")
    db.set_trace_callback(count)
    return db
sqlite3.connect = connect
SqliteStore(sys.argv[1]).close()
print(number)
"""


def upgraded_until(path, last):
    """Upgrade in a process that dies before it carries out a statement; how many there were, if it lived."""
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), str(last)], capture_output=True, text=True)
    assert not done.stderr, done.stderr
    return int(done.stdout) if done.stdout else 0


@pytest.mark.slow
def test_killed_at_any_statement_it_has_one_layout_or_the_other(path, memory):
    before, tries = path.read_bytes(), effort(ci=20, nightly=400)
    number = upgraded_until(path, 0)
    seen = set()
    for last in sorted({1 + n * number // tries for n in range(tries)} | {number - 1, number}):
        for file in path.parent.iterdir():
            file.unlink()
        path.write_bytes(before)
        upgraded_until(path, last)
        seen.add(version(path))
        with SqliteStore(path) as store:
            assert list(store.scan()) == list(memory.scan())
            assert store.verify(memory.verify().head).holds
    assert seen == {1, 2}


@pytest.mark.skipif(sys.platform == "win32", reason="this system knows no limit on the length of files")
def test_a_full_disk_leaves_it_as_it_was(path):
    limited = """
import resource, signal, sys
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core.errors import StoreFull
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
try:
    SqliteStore(sys.argv[1])
except StoreFull:
    print("full")
"""
    before = path.read_bytes()
    done = subprocess.run([sys.executable, "-c", limited, str(path)], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("full\n", "")
    assert version(path) == 1 and path.read_bytes() == before


def test_every_layout_before_this_one_has_a_step():
    assert set(upgrading.STEPS) == set(range(1, upgrading.VERSION))


@st.composite
def records(draw):
    """What several batches bring about a few items, with retractions and disposals in between."""
    dice = draw(st.randoms(use_true_random=False))
    steps = []
    for _ in range(draw(st.integers(1, 4))):
        for item in draw(st.lists(st.sampled_from([A, B, C]), min_size=1, max_size=3, unique=True)):
            steps.append((item, draw(st.lists(entries(item=item).filter(is_no_retraction), max_size=4)), dice.random()))
    return steps


def is_no_retraction(entry):
    return not isinstance(entry, Retracted)


def write(store, steps):
    for item, group, chance in steps:
        at = len(store.history(item))
        store.append([(item, at, group)], recorder="kit")
        at = len(store.history(item))
        if at and chance < 0.2:
            store.dispose(item, [1 + int(chance * 5 * at)], "GRS 2.8", expected=at, recorder="kit")
        elif group and chance > 0.8:
            store.append([(item, at, [Retracted(item, at, "a slip")])], recorder="kit")
    return store


@pytest.mark.slow
@settings(max_examples=effort(ci=60, nightly=2000), deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=records())
def test_any_record_upgraded_is_what_it_would_be_today(tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("any")
    layout_1.write(folder / "a.db", write(MemoryStore(clock=Ticking(), salt=Salts()), steps))
    with SqliteStore(folder / "a.db") as old, SqliteStore(folder / "b.db", clock=Ticking(), salt=Salts()) as today:
        write(today, steps)
        for store in (old, today):
            store.catch_up()
        assert old.verify() == today.verify()
    assert told(folder / "a.db") == told(folder / "b.db")
