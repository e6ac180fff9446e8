"""Whatever is edited in the file behind the store's back, `verify` finds it and names the place."""

import random
import sqlite3

import attrs
import pytest
from tests.stores.test_sqlite import edit

from oversight_adapters.codec import Codec
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.testing.store_suite_samples import ITEMS, A, C, Salts, Ticking, described, every_kind, reported
from oversight_core.entities import KINDS
from oversight_core.errors import CorruptStore
from oversight_core.ledger import Receipt, Registered, Retracted
from oversight_core.names import Item
from oversight_core.provenance import Excerpt, TextSpan


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


# -- what was found by editing at random ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statement", "position"),
    [
        ("UPDATE entry SET position = 0 WHERE position = 4", 0),  # the walk must begin before 1
        ("INSERT INTO content VALUES (2, NULL, NULL, NULL)", None),  # a row that says nothing
        ("UPDATE content SET salt = x'00' WHERE position = 11", 11),  # the salt of what is disposed of
        ("UPDATE caught_up SET position = 99", None),
        ("UPDATE caught_up SET position = -5", None),
        ("INSERT INTO caught_up VALUES (3)", None),
        ("UPDATE state SET kind = 'review' WHERE id = 1", None),
        ("INSERT INTO kin VALUES (-2, 1)", None),  # catching up would stumble over it
        ("INSERT INTO period VALUES (99, 1, 1, 1, 1, 1)", None),
        ("DELETE FROM period WHERE item = 2", None),  # only the first item was compared
        ("INSERT INTO backup VALUES ('2024-06-04', '/b.db', 3, zeroblob(32))", None),
        ("PRAGMA user_version = 1", None),
    ],
)
def test_what_was_once_missed_is_found(store, statement, position):
    if statement.startswith("PRAGMA"):
        with sqlite3.connect(store.location) as db:
            db.execute(statement)
    else:
        edit(store, statement)
    verdict = store.verify()
    assert not verdict.holds and verdict.fault == position and verdict.why


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DROP VIEW entries", "the view 'entries' is missing"),
        ("DROP TRIGGER entry_is_not_updated", "the guard 'entry_is_not_updated' is missing"),
        ("DROP INDEX entry_of_item", "the index 'entry_of_item' is missing"),  # it keeps revisions apart
        ("CREATE TABLE more (x)", "the table 'more' was added"),
        ("CREATE VIEW more AS SELECT 1", "the view 'more' was added"),
        ("CREATE TRIGGER more AFTER INSERT ON entry BEGIN SELECT 1; END", "the guard 'more' was added"),
        ("ALTER TABLE batch ADD COLUMN more TEXT", "the table 'batch' was changed"),
    ],
)
def test_a_file_altered_around_its_entries_is_not_whole(store, statement, said):
    head = store.verify().head
    with sqlite3.connect(store.location) as db:
        db.execute(statement)
    verdict = store.verify()
    assert verdict.fault is None and said in verdict.why and verdict.head == head


@pytest.mark.parametrize("statement", ["DROP INDEX entry_that_joins", "CREATE INDEX more ON entry (batch)"])
def test_an_index_more_or_less_does_no_harm_and_is_said(store, statement):
    with sqlite3.connect(store.location) as db:
        db.execute(statement)
    verdict = store.verify()
    assert verdict.holds and len(verdict.notes) == 1 and "the index" in verdict.notes[0]


def in_its_comment(made):
    """A condition put on the line of the comment before it, so that it is one no more."""
    before, comment, rest = made.partition("-- a group that holds")
    condition, then, after = rest.partition("THEN holder")
    return before + comment + " ".join(condition.split()) + "\n" + then + after


@pytest.mark.parametrize(
    ("view", "change"), [("late_item", lambda made: made.replace("' '", "'  '")), ("late_period", in_its_comment)]
)
def test_a_view_that_differs_by_blanks_alone_is_altered(store, view, change):
    with sqlite3.connect(store.location) as db:
        (made,) = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (view,)).fetchone()
        db.execute(f"DROP VIEW {view}")
        db.execute(change(made))
    assert f"the view '{view}' was changed" in store.verify().why


D, E, F = (Item.parse(f"recommendation:gao/gao-24-2/{number}@ice") for number in (1, 2, 3))


def same(item, other, *, text=""):
    return Registered(item, KINDS["recommendation"](text=text) if text else None, same_as=other)


@pytest.mark.parametrize(
    ("projected", "late"),
    [
        ([(E, 0, [same(E, D)])], (D, 0, [reported(D)])),  # the first entry of an item that was named already
        ([(D, 0, [described(D), reported(D)]), (E, 0, [reported(E), same(E, D)])], (E, 2, [Retracted(E, 2)])),
        (
            [(F, 0, [same(F, D)]), (D, 0, [reported(D)]), (E, 0, [same(E, F, text="Train officers.")])],
            (E, 1, [Retracted(E, 1)]),  # parted from two that stay together, and were told under it
        ),
    ],
)
def test_what_is_joined_or_parted_late_is_no_fault(store, projected, late):
    for part in projected:
        store.append([part], recorder="kit")
    store.catch_up()
    store.append([late], recorder="kit")
    assert store.verify().why == ""
    store.catch_up()
    assert store.verify().why == ""


def test_a_backup_noted_at_no_time_is_found_and_told(store, tmp_path):
    store.backup(tmp_path / "b.db")
    edit(store, "UPDATE backup SET made_at = 'long ago'")
    assert "'long ago', which is no time" in store.verify().why
    with pytest.raises(CorruptStore):
        store.backups()


def test_a_projection_that_was_dropped_does_no_harm(store):
    edit(store, "DROP TABLE period")
    assert store.verify().holds


def test_the_batch_of_a_receipt_is_compared(store):
    receipt = store.append([(A, 5, [reported(A), reported(A, "closed")])], recorder="kit")
    assert store.verify(receipt).holds
    assert store.verify(Receipt(receipt.position, receipt.hash, receipt.batch + 1)).fault == receipt.position
    assert not store.verify(Receipt(receipt.position, receipt.hash, receipt.position + 1)).holds


def test_a_key_of_an_unknown_kind_is_said_to_be_unchecked(tmp_path):
    @attrs.frozen
    class Dirigible:
        length: int = 0

    known = SqliteStore(tmp_path / "b.db", codec=Codec({**KINDS, "dirigible": Dirigible}))
    item, excerpt = Item.parse("dirigible:crcl/lz-129"), Excerpt("length", "245 m", TextSpan(0, 5), "sha256:6d76504f")
    known.append([(item, 0, [Registered(item, Dirigible(245), ("length",), excerpts=(excerpt,))])], recorder="kit")
    assert known.verify().holds and not known.verify().notes
    verdict = SqliteStore(tmp_path / "b.db").verify()
    assert verdict.holds and "the key of one entry could not be checked" in verdict.notes[0]
    edit(known, "UPDATE entry SET key = x'00'")
    assert SqliteStore(tmp_path / "b.db").verify().fault == 1


def test_a_gap_that_no_entry_explains_is_named_beside_a_broken_link(store):
    edit(
        store,
        "UPDATE content SET words = NULL, salt = NULL, authority = 'me' WHERE position = 3",
        "UPDATE entry SET link = zeroblob(32) WHERE position = 8",
    )
    verdict = store.verify()
    assert verdict.fault == 8 and "entry 3" in verdict.notes[0] and verdict.head.position == 2
