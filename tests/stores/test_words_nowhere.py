"""Whatever held words, and wherever they went: after a disposal no byte of them is left, and every answer goes on."""

import base64
import hashlib
import io
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing

import attrs
import pytest
from tests.stores.marked import MARK, Marks, entries, items

from oversight_adapters.codec import CODEC
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.testing.store_suite_samples import A, B, C, Ticking, described
from oversight_adapters.writers.csv import CsvWriter
from oversight_adapters.writers.jsonlines import JsonLinesWriter
from oversight_adapters.writers.markdown import MarkdownWriter
from oversight_adapters.writers.wording import values
from oversight_core.errors import StoreLocked
from oversight_core.ledger import Registered
from oversight_core.ledger.key import entry_key
from oversight_core.names import Item, Withheld
from oversight_core.register import Register

ALL = items()
REST = b"y" * 40
"""A piece of a long marked word, as it may stand in a page of its own."""

AUTHORITY = "GRS 2.8, item 10"


def held(path):
    """Every byte that lies in the folder of a store."""
    return b"".join(file.read_bytes() for file in sorted(path.parent.rglob("*")) if file.is_file())


def left(path, marks):
    """The marked words of which any piece is still there."""
    raw = held(path)
    return [word[:12] for word in marks.given if word[:12].encode() in raw] or [word for word in [REST] if word in raw]


def fill(store, marks):
    store.append([(item, 0, entries(item, marks)) for item in ALL.values()], recorder="kit")


def dispose_of_all(store):
    for item in ALL.values():
        at = len(store.history(item))
        store.dispose(item, range(1, at + 1), AUTHORITY, expected=at, recorder="records officer")


@pytest.fixture(params=["memory", "sqlite"])
def disposed(request, tmp_path):
    """A register over a record all of whose words are gone."""
    store = MemoryStore(clock=Ticking()) if request.param == "memory" else SqliteStore(tmp_path / "a.db")
    fill(store, Marks())
    dispose_of_all(store)
    return Register(store)


def test_the_words_are_really_everywhere_before():
    marks = Marks()
    for item in ALL.values():
        for entry in entries(item, marks):
            encoded = CODEC.encode(entry)
            assert MARK.encode() not in encoded.payload
            assert encoded.content.count(MARK.encode()) >= 3
    assert len(marks.given) > 250


@pytest.mark.parametrize("length", [0, 100_000])
@pytest.mark.parametrize("projected", [True, False])
def test_no_byte_of_them_is_left_at_any_step(tmp_path, monkeypatch, length, projected):
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path / "temporary"))
    wanted = ["complaint"] if length else list(ALL)
    path, marks = tmp_path / "a.db", Marks(length)
    store = SqliteStore(path)
    for kind in wanted:
        store.append([(ALL[kind], 0, entries(ALL[kind], marks))], recorder="kit")
        if projected:
            store.catch_up()
    assert len(left(path, marks)) == len(marks.given)
    for kind in wanted:
        at = len(store.history(ALL[kind]))
        store.dispose(ALL[kind], range(1, at + 1), AUTHORITY, expected=at, recorder="kit")
    for step in (lambda: None, store.verify, store.catch_up, lambda: store.backup(tmp_path / "b.db"), store.close):
        step()
        assert left(path, marks) == []
    with SqliteStore(path) as again:
        again.catch_up()
        assert again.verify().holds
    assert left(path, marks) == []


@pytest.mark.parametrize("generations", [1, 3, 7])
def test_nor_after_several_generations_of_the_log(tmp_path, generations):
    path, marks = tmp_path / "a.db", Marks(3_000)
    for generation in range(generations):
        with SqliteStore(path) as store, SqliteStore(path) as other:
            for item in (A, B, C):
                for one in (store, other):
                    at = len(one.history(item))
                    one.append([(item, at, [described(item, marks())])], recorder="kit")
                    one.catch_up()
            if generation % 2:
                with closing(sqlite3.connect(path)) as by_hand:
                    by_hand.execute("PRAGMA wal_checkpoint(PASSIVE)")
    with SqliteStore(path) as store:
        for item in (A, B, C):
            at = len(store.history(item))
            store.dispose(item, range(1, at + 1), AUTHORITY, expected=at, recorder="kit")
        assert left(path, marks) == []
    assert left(path, marks) == []


def test_nor_of_a_hash_that_somebody_who_guesses_could_compare(tmp_path):
    path, marks = tmp_path / "a.db", Marks()
    with SqliteStore(path) as store:
        fill(store, marks)
        store.catch_up()
        contents = [CODEC.encode(recorded.entry).content for recorded in store.scan()]
        dispose_of_all(store)
    raw = held(path).lower()
    for text in [*(word.encode() for word in marks.given), *filter(None, contents)]:
        for name in ("sha256", "sha1", "md5"):
            digest = hashlib.new(name, text).digest()
            for spelled in (digest, digest.hex().encode(), base64.urlsafe_b64encode(digest).rstrip(b"=")):
                assert spelled.lower() not in raw


@pytest.mark.parametrize("kind", sorted(ALL))
def test_keys_that_stay_say_nothing_of_the_words(kind):
    item = ALL[kind]
    one, other = entries(item, Marks()), entries(item, Marks(60))
    assert one != other and [entry_key(entry) for entry in one] == [entry_key(entry) for entry in other]
    assert all(entry_key(entry) for entry in one)


KILLED = """
import os, signal, sys
from tests.stores.marked import Marks, entries, items
from tests.stores.test_words_nowhere import dispose_of_all, fill
from oversight_adapters.stores.sqlite import SqliteStore
store = SqliteStore(sys.argv[1])
fill(store, Marks(2_000))
store.catch_up()
dispose_of_all(store)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_nor_when_the_program_is_killed_as_soon_as_it_returned(tmp_path):
    path, marks = tmp_path / "a.db", Marks(2_000)
    for item in ALL.values():
        entries(item, marks)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], capture_output=True, env=environment)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert {"a.db", "a.db-wal"} <= {file.name for file in tmp_path.iterdir()}
    assert left(path, marks) == []
    with SqliteStore(path) as store:
        assert store.verify().holds
    assert left(path, marks) == []


# -- while others read ---------------------------------------------------------------------------------------------


def reading(path):
    """A connection that sees the record as it is now."""
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM content").fetchone()
    return reader


def test_while_somebody_reads_nothing_is_disposed_of(tmp_path):
    path, marks = tmp_path / "a.db", Marks()
    store = SqliteStore(path, timeout=0.05)
    fill(store, marks)
    store.catch_up()
    item, receipt = ALL["complaint"], store.verify().head
    with closing(reading(path)), pytest.raises(StoreLocked, match="nothing was disposed of"):
        store.dispose(item, [1], AUTHORITY, expected=4, recorder="kit")
    assert store.verify().head == receipt and len(left(path, marks)) == len(marks.given)
    store.dispose(item, [1], AUTHORITY, expected=4, recorder="kit")


def test_whoever_begins_to_read_meanwhile_is_told_of(tmp_path):
    """The disposal is recorded; the words leave the file when the reader is done, and it says so."""
    path, marks, readers = tmp_path / "a.db", Marks(), []

    def clock():
        if waiting:
            readers.append(reading(path))
        return ticking()

    ticking, waiting = Ticking(), []
    store = SqliteStore(path, clock=clock, timeout=0.05)
    item = ALL["complaint"]
    store.append([(item, 0, entries(item, marks))], recorder="kit")
    store.catch_up()
    waiting.append(True)
    with pytest.raises(StoreLocked, match="it is recorded, but the old words leave the file only when"):
        store.dispose(item, [1, 2, 3, 4], AUTHORITY, expected=4, recorder="kit")
    waiting.clear()
    assert store.history(item)[0].entry.entity.text == Withheld(AUTHORITY)
    assert store.verify().disposed and left(path, marks)
    readers.pop().close()
    store.close()
    assert left(path, marks) == []


# -- every answer goes on ------------------------------------------------------------------------------------------


def test_what_was_words_reads_back_as_withheld_and_nothing_else(disposed):
    for item in ALL.values():
        history = disposed.history(item)
        for before, recorded in zip(entries(item, Marks()), history, strict=False):
            assert type(recorded.entry) is type(before)
            assert CODEC.encode(recorded.entry).content is None
        entity = history[0].entry.entity
        for field in attrs.fields(type(entity)):
            if field.metadata.get("content"):
                value = getattr(entity, field.name)
                assert {Withheld(AUTHORITY)} == set(value if isinstance(value, tuple) else (value,)), field.name


def test_verify_says_under_which_authority(disposed):
    verdict = disposed.verify()
    assert verdict.holds
    assert set(verdict.disposed) == {(item, n, AUTHORITY) for item in ALL.values() for n in (1, 2, 3, 4)}


@pytest.mark.parametrize("writer", [CsvWriter(), MarkdownWriter()], ids=lambda writer: writer.name)
def test_documents_say_that_words_are_withheld(disposed, writer):
    out = io.StringIO()
    writer.write(disposed, out)
    assert "withheld" in out.getvalue() and MARK not in out.getvalue()


def test_every_entry_is_written_and_read_back_with_its_gap(disposed):
    out, writer = io.StringIO(), JsonLinesWriter()
    writer.write(disposed, out)
    assert MARK not in out.getvalue()
    for kept, read in zip(disposed.store.scan(), writer.read(out.getvalue().splitlines()), strict=True):
        assert (kept.position, kept.hash, kept.key) == (read.position, read.hash, read.key)
        assert CODEC.encode(kept.entry) == CODEC.encode(read.entry)


def test_questions_are_answered(disposed):
    assert disposed.tally().whole.items >= 1
    disposed.discrepancies()
    for item in ALL.values():
        case = disposed.case(item)
        assert disposed.timeline(item)
        assert all(value not in ("", None) for _, value in values(case.described))


def test_the_views_show_the_gap(tmp_path):
    path = tmp_path / "a.db"
    store = SqliteStore(path)
    fill(store, Marks())
    dispose_of_all(store)
    for _ in range(2):  # before and after it is caught up
        with closing(sqlite3.connect(path)) as db:
            words = set(db.execute("SELECT words, disposed_under FROM entries WHERE kind <> 'disposed'"))
            texts = db.execute("SELECT text FROM recommendations").fetchall()
            shown = repr([db.execute(f"SELECT * FROM {view}").fetchall() for view in ("statuses", "periods")])
        assert words == {(None, AUTHORITY)} and texts == [(None,)]
        assert MARK not in shown
        store.catch_up()
    with closing(sqlite3.connect(path)) as db:
        assert not [row for row in db.execute("SELECT value FROM description") if not row[0].strip("; ")]


def test_an_entry_about_the_same_is_withheld_in_part(tmp_path):
    store = SqliteStore(tmp_path / "a.db")
    item = Item("review", "crcl", "24-01")
    first, second = (Registered(item, entries(item, Marks())[0].entity, (name,)) for name in ("topic", "experts"))
    store.append([(item, 0, [first, second])], recorder="kit")
    store.dispose(item, [1], AUTHORITY, expected=2, recorder="kit")
    store.catch_up()
    case = Register(store).case(item)
    assert set(case.described.topic) == {Withheld(AUTHORITY)} and case.described.experts.startswith(MARK)
    assert store.verify().holds
