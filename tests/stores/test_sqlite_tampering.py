"""Whatever is edited in the file behind the store's back, `verify` finds it and names the place."""

import random
import sqlite3

import pytest
from tests.stores.test_sqlite import edit

from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.testing.store_suite_samples import ITEMS, A, C, Salts, Ticking, every_kind, reported


@pytest.fixture
def store(tmp_path):
    store = SqliteStore(tmp_path / "a.db", clock=Ticking(), salt=Salts())
    for item in ITEMS:
        store.append([(item, 0, every_kind(item))], recorder="kit")
    store.dispose(C, [1], "GRS 2.8", expected=5, recorder="kit")
    store.catch_up()
    assert store.verify().holds
    return store


@pytest.mark.parametrize(
    ("statement", "position"),
    [
        ("UPDATE entry SET payload = payload || ' ' WHERE position = 3", 3),
        ("UPDATE entry SET link = zeroblob(32) WHERE position = 3", 3),
        ("UPDATE entry SET gist = 2 WHERE position = 1", 1),
        ("UPDATE gist SET kind = 'reported' WHERE kind = 'disposed'", 16),
        ("UPDATE gist SET axis = 'stage' WHERE axis IS NOT NULL", 2),
        ("UPDATE gist SET status = 'closed' WHERE kind = 'applied'", 4),
        ("UPDATE gist SET states = NULL", 2),
        ("DELETE FROM gist WHERE kind = 'retracted'", 5),
        ("INSERT INTO gist (kind) VALUES ('reported')", None),
        ("UPDATE entry SET same_as = 'review:crcl/x' WHERE position = 1", 1),
        ("UPDATE entry SET occurred_on = '2020' WHERE position = 4", 4),
        ("UPDATE entry SET occurred_by = '2020-01-01' WHERE position = 4", 4),
        ("UPDATE entry SET stated_on = NULL WHERE position = 1", 1),
        ("UPDATE entry SET stated_by = NULL WHERE position = 1", 1),
        ("UPDATE entry SET retracts = 1 WHERE position = 5", 5),
        ("UPDATE entry SET key = NULL WHERE position = 1", 1),
        ("UPDATE entry SET revision = 7 WHERE position = 5", 5),
        ("UPDATE entry SET batch = 1 WHERE position = 6", 6),
        ("UPDATE entry SET batch = 99 WHERE position = 6", 6),
        ("UPDATE entry SET item = 99 WHERE position = 5", 5),
        ("UPDATE item SET name = 'review:crcl/x' WHERE id = 2", 6),
        ("UPDATE batch SET recorder = 'somebody' WHERE first = 6", 6),
        ("UPDATE batch SET recorded_at = '2020-01-01T00:00:00.000000Z' WHERE first = 6", 6),
        ("DELETE FROM batch WHERE first = 6", 6),
        ("DELETE FROM item WHERE id = 2", 6),
        ("DELETE FROM entry WHERE position = 1", 1),
        ("DELETE FROM content WHERE position = 3", 3),
        ("UPDATE content SET words = replace(words, 'late', 'early') WHERE position = 3", 3),
        ("UPDATE content SET salt = x'00' WHERE position = 3", 3),
        ("UPDATE content SET words = NULL, salt = NULL, authority = 'me' WHERE position = 3", 3),
        ("UPDATE content SET words = NULL, salt = NULL WHERE position = 3", 3),
        ("UPDATE content SET authority = 'me' WHERE position = 3", 3),
        ("UPDATE content SET authority = 'me' WHERE position = 11", 11),
        ("UPDATE content SET words = '[\"He was\",\"He was\"]', salt = x'00' WHERE position = 11", 11),
        ("INSERT INTO content VALUES (2, x'00', '[\"x\"]', NULL)", 2),
        ("INSERT INTO content VALUES (99, x'00', '[\"x\"]', NULL)", None),
        ("INSERT INTO batch VALUES (99, '', '')", None),
        ("INSERT INTO item (name) VALUES ('review:crcl/x')", None),
        ("UPDATE state SET status = 'closed'", None),
        ("DELETE FROM period WHERE item = 1", None),
        ("UPDATE description SET value = 'another text' WHERE item = 1", None),
    ],
)
def test_an_edit_of_one_value_is_found(store, statement, position):
    edit(store, statement)
    verdict = store.verify()
    assert not verdict.holds and verdict.fault == position and verdict.why


def test_a_rewritten_chain_is_found_with_a_receipt(store, tmp_path):
    receipt = store.verify().head
    forged = SqliteStore(tmp_path / "forged.db", clock=Ticking(), salt=Salts())
    for item in ITEMS:
        forged.append([(item, 0, every_kind(item))], recorder="somebody else")
    forged.append([(A, 5, [reported(A)])], recorder="somebody else")
    assert forged.verify().holds
    assert forged.verify(receipt).fault == receipt.position


def test_random_edits_of_bytes_are_found_or_change_nothing(store, tmp_path):
    """Bytes of the file at random: either the store says so, or all it gives is as it was."""
    before = tuple(store.scan())
    store.close()
    with sqlite3.connect(store.location) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = (tmp_path / "a.db").read_bytes()
    dice = random.Random(7)
    for n in range(60):
        damaged = bytearray(whole)
        damaged[dice.randrange(100, len(whole))] ^= 1 << dice.randrange(8)
        path = tmp_path / f"{n}.db"
        path.write_bytes(damaged)
        assert _found(path) or _all(path) == before
        path.unlink()


def _found(path):
    from oversight_core.errors import StoreFailed

    try:
        with SqliteStore(path, read_only=True) as store:
            return not store.verify().holds
    except StoreFailed as error:
        return bool(str(error))


def _all(path):
    with SqliteStore(path, read_only=True) as store:
        return tuple(store.scan())


def test_the_triggers_keep_out_who_means_well(store):
    with sqlite3.connect(store.location, isolation_level=None) as db:
        for statement in (
            "UPDATE entry SET payload = '{}'",
            "UPDATE gist SET status = 'closed'",
            "DELETE FROM entry",
            "UPDATE item SET name = 'x'",
            "DELETE FROM batch",
            "DELETE FROM content",
            "UPDATE content SET words = '[]'",
            "UPDATE content SET authority = 'x' WHERE words IS NULL",
        ):
            with pytest.raises(sqlite3.IntegrityError, match=r"append-only|disposed of"):
                db.execute(statement)
