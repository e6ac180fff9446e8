"""A store that cannot be used is told in one sentence, exits with 3, and is left as it was."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.cli.test_read import SAMPLE_PATHS

from oversight_adapters.stores.sqlite import SqliteStore

STORE = Path("oversight.db")
COMMANDS = [
    ("list",),
    ("show", "1"),
    ("tally",),
    ("check",),
    ("verify",),
    ("export", "csv"),
    ("import", str(SAMPLE_PATHS[1])),
    ("demo", "--store", "oversight.db"),
]


def foreign() -> None:
    STORE.write_bytes(b"Dear Sir,\n")


def empty() -> None:
    STORE.write_bytes(b"")


def folder() -> None:
    STORE.mkdir()


def of_another_program() -> None:
    with sqlite3.connect(STORE) as other:
        other.execute("CREATE TABLE photographs (name)")
    other.close()


def newer() -> None:
    store = sqlite3.connect(STORE)
    store.execute("PRAGMA journal_mode = DELETE")
    store.execute("PRAGMA user_version = 99")
    store.close()


def cut() -> None:
    with STORE.open("r+b") as file:
        file.truncate(STORE.stat().st_size // 2)


FAULTS = {
    "foreign": (foreign, "is not an oversight store"),
    "empty": (empty, "is not an oversight store"),
    "folder": (folder, "is not an oversight store"),
    "of-another-program": (of_another_program, "is not an oversight store"),
    "newer": (newer, "written by a newer version"),
    "cut": (cut, "is damaged"),
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_store_that_is_none(run: Run, fault: str, command: tuple[str, ...]) -> None:
    spoil, says = FAULTS[fault]
    if fault in ("newer", "cut"):
        run("import", SAMPLE_PATHS[0])
    spoil()
    before = STORE.read_bytes() if STORE.is_file() else b""
    ran = run(*command)
    assert ran.code == 3
    assert says in ran.sentence
    assert (STORE.read_bytes() if STORE.is_file() else b"") == before


def test_an_altered_entry_is_found(run: Run) -> None:
    run("import", SAMPLE_PATHS[1])
    with sqlite3.connect(STORE) as store:
        for trigger in store.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            store.execute(f"DROP TRIGGER {trigger[0]}")
        tables = [name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        (entries,) = [name for name in tables if name.startswith("entr") or name == "ledger"]
        columns = [row[1] for row in store.execute(f"PRAGMA table_info({entries})")]
        store.execute(f"UPDATE {entries} SET payload = replace(payload, 'response', 'responze') WHERE position > 2")
    store.close()
    assert "payload" in columns
    ran = run("verify")
    assert ran.code == 3
    assert ran.sentence


@pytest.fixture
def held(run: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A store that another program is writing, and a command line that does not wait for it."""
    from oversight_adapters.plugins import builtin

    monkeypatch.setattr(builtin, "_sqlite", lambda location, codec: SqliteStore(location, timeout=0.01))
    run("import", SAMPLE_PATHS[0])
    other = sqlite3.connect(STORE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


@pytest.mark.usefixtures("held")
def test_a_locked_store_is_told_and_can_still_be_read(run: Run) -> None:
    from oversight_adapters.cli import desk

    desk.adapters.cache_clear()
    ran = run("import", SAMPLE_PATHS[1])
    assert ran.code == 3
    assert "is locked by another program" in ran.sentence
    assert run("list").code == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_store_that_may_only_be_read(run: Run) -> None:
    run("import", SAMPLE_PATHS[0])
    STORE.chmod(0o444)
    assert run("list").code == 0
    ran = run("import", SAMPLE_PATHS[1])
    assert ran.code == 3
    assert "cannot be written" in ran.sentence


def test_another_kind_of_store_can_be_named(run: Run) -> None:
    assert run("import", SAMPLE_PATHS[0], "--store", "memory:").code == 0
    assert run("import", SAMPLE_PATHS[0], "--store", "sqlite:named.db").code == 0
    assert Path("named.db").exists()
    assert not STORE.exists()
    assert "26 recommendations" in run("list", "--store", "named.db").out
