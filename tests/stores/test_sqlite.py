"""The SQLite store passes the contract, also when its file is edited by other hands."""

import sqlite3
from pathlib import Path
from uuid import uuid4

import pytest

from oversight_adapters.stores.sqlite import SqliteStore, statements
from oversight_adapters.testing import StoreSuite
from oversight_adapters.testing.store_suite_samples import A, B, described
from oversight_core.ledger import Registered
from oversight_core.ports import Store

FREE = "SELECT 'DROP TRIGGER ' || name FROM sqlite_master WHERE type = 'trigger'"


def edit(store, *statements):
    """Change the file as somebody would who knows SQL: the guards are taken away, and put back when all is done."""
    with sqlite3.connect(store.location, isolation_level=None) as db:
        guards = db.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (drop,) in db.execute(FREE).fetchall():
            db.execute(drop)
        for statement in statements:
            db.execute(statement)
        for (guard,) in guards:
            db.execute(guard)


def alters(store):
    edit(store, "UPDATE entry SET payload = replace(payload, 'open', 'shut') WHERE position = 7")
    return 7


def inserts(store):
    edit(
        store,
        "INSERT INTO entry SELECT position + 1, item, revision + 1, batch, gist, occurred_on, occurred_from, "
        "occurred_by, stated_on, stated_by, retracts, same_as, key, payload, link FROM entry WHERE position = 15",
        "INSERT INTO content SELECT 16, salt, words, NULL FROM content WHERE position = 15",
    )
    return 16


def removes(store):
    edit(store, "DELETE FROM entry WHERE position = 9", "DELETE FROM content WHERE position = 9")
    return 9


def reorders(store):
    moves = [(4, 99), (5, 4), (99, 5)]
    edit(
        store,
        "UPDATE entry SET revision = 99 WHERE position = 4",
        *(f"UPDATE entry SET position = {to}, revision = {to} WHERE position = {start}" for start, to in moves),
        *(f"UPDATE content SET position = {to} WHERE position = {start}" for start, to in moves),
    )
    return 4


class TestSqlite(StoreSuite):
    @pytest.fixture
    def make_store(self, tmp_path):
        made = []

        def make(clock, salt):
            made.append(SqliteStore(tmp_path / f"{uuid4().hex}.db", clock=clock, salt=salt))
            return made[-1]

        yield make
        for store in made:
            store.close()

    def reopen(self, store):
        store.close()
        return SqliteStore(store.location)

    def again(self, store):
        return SqliteStore(store.location)

    def files(self, store):
        path = Path(store.location)
        return path.parent.glob(f"{path.name}*")

    def tampers(self):
        return {"altered": alters, "inserted": inserts, "removed": removes, "reordered": reorders}


def test_it_is_a_store(tmp_path):
    assert isinstance(SqliteStore(tmp_path / "a.db"), Store)


def test_joins_are_found_through_an_index_and_without_it_all_the_same(tmp_path):
    store = SqliteStore(tmp_path / "a.db")
    store.append([(A, 0, [described(A), Registered(A, None, same_as=B)]), (B, 0, [described(B)])], recorder="kit")
    plan = "EXPLAIN QUERY PLAN " + statements.JOINED
    with sqlite3.connect(store.location) as db:
        assert any("entry_that_joins" in step[3] for step in db.execute(plan))
    assert store.joins() == (A,)
    edit(store, "DROP INDEX entry_that_joins")  # a file of an earlier time has none
    assert store.joins() == (A,) and store.verify().holds
