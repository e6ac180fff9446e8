"""A store that cannot be used is told in one sentence, exits with 3, and is left as it was."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.cli.test_read import SAMPLE_PATHS

from oversight_adapters.cli import desk
from oversight_adapters.plugins import Adapters, StoreType, hookimpl
from oversight_adapters.stores.memory import MemoryStore
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


@pytest.fixture
def ledgerbox(run: Run, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A plug-in that is installed, with a store that knows where its records are; gives the records it has."""
    records = ["mine"]

    def told(location: str) -> bool:
        if location == "unwell":
            raise RuntimeError("out of paper")
        return location in records

    def opened(location: str) -> MemoryStore:
        records.append(location)
        return MemoryStore()

    class Plugin:
        @hookimpl
        def oversight_stores(self) -> Iterator[StoreType]:
            yield StoreType(name="ledgerbox", title="a box", open=opened, exists=told)
            yield StoreType(name="taciturn", title="one that cannot tell", open=lambda location: MemoryStore())

    adapters = Adapters()
    adapters.register(Plugin(), name="some-firm")
    monkeypatch.setattr(desk, "adapters", lambda: adapters)
    return records


def test_a_record_that_is_not_there_is_not_made(run: Run, ledgerbox: list[str]) -> None:
    for location in ("ledgerbox:typo", "sqlite:typo", "memory:", "typo", "./ledgerbox:typo", "C:typo"):
        ran = run("list", "--store", location)
        assert ran.code == 3 and f"{location}: there is no such store" in ran.sentence
    assert ledgerbox == ["mine"] and os.listdir() == []
    assert run("list", "--store", "ledgerbox:mine").code == run("list", "--store", "taciturn:typo").code == 0
    assert run("import", SAMPLE_PATHS[0], "--store", "ledgerbox:new").code == 0
    assert ledgerbox == ["mine", "mine", "new"]


def test_who_cannot_say_whether_there_is_a_record_is_named(run: Run, ledgerbox: list[str]) -> None:
    ran = run("list", "--store", "ledgerbox:unwell")
    assert ran.code == 3
    for said in ("some-firm", "ledgerbox", "unwell", "out of paper"):
        assert said in ran.sentence


def test_what_cannot_be_backed_up_is_told(run: Run, ledgerbox: list[str]) -> None:
    ran = run("backup", "copy.db", "--store", "ledgerbox:mine")
    assert ran.code == 2 and "cannot be backed up" in ran.sentence


@pytest.mark.parametrize("location", ["ledgerbx:nope2", "ledgerbx:", "my-box:/tmp/x", "file:record.db"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_store_that_is_not_installed_is_told_and_nothing_is_made(
    run: Run, command: tuple[str, ...], location: str
) -> None:
    options = command[:-2] if "--store" in command else command
    ran = run(*options, "--store", location)
    assert ran.code == 2 and os.listdir() == []
    assert ran.sentence.endswith(f"is installed; installed: memory, sqlite; for a file of this name write ./{location}")


def test_a_file_whose_name_reads_like_a_store_can_be_named(run: Run) -> None:
    assert run("import", SAMPLE_PATHS[0], "--store", "./ledgerbx:nope2").code == 0
    assert os.listdir() == ["ledgerbx:nope2"]


def test_another_kind_of_store_can_be_named(run: Run) -> None:
    assert run("import", SAMPLE_PATHS[0], "--store", "memory:").code == 0
    assert run("import", SAMPLE_PATHS[0], "--store", "sqlite:named.db").code == 0
    assert Path("named.db").exists()
    assert not STORE.exists()
    assert "26 recommendations" in run("list", "--store", "named.db").out
