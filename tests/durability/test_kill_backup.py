"""Kill a backup or a restoration before any of its steps: what has a name is whole."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.effort import effort

from oversight_adapters.stores.sqlite import SqliteStore, backing, restore
from oversight_adapters.testing.store_suite_samples import A, B, described, every_kind

OLD, NEW = b"old", b"new"


def run(what, store, backup, last):
    """Do it in a process that kills itself before a step; how many steps there were, if it lived."""
    path = os.pathsep.join(filter(None, sys.path))
    program = [sys.executable, "-m", "tests.durability.test_kill_backup", what, str(store), str(backup), str(last)]
    done = subprocess.run(program, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": path})
    assert not done.stderr, done.stderr
    return int(done.stdout or 0)


def filled(path, items):
    with SqliteStore(path) as store:
        return store.append(
            [(item, 0, [*every_kind(item), described(item, "x" * 50_000)]) for item in items], recorder="k"
        )


@pytest.mark.slow
@pytest.mark.parametrize("what", ["backup", "restore", "over a backup"])
def test_what_has_a_name_is_whole(tmp_path, what):
    kept = {"store": tmp_path / "kept-store.db", "other": tmp_path / "kept-other.db"}
    receipts = {"store": filled(kept["store"], [A]), "other": filled(kept["other"], [A, B])}
    bytes_of = {name: path.read_bytes() for name, path in kept.items()}

    def again(last):
        folder = tmp_path / f"{what}-{last}"
        folder.mkdir()
        for name, content in bytes_of.items():
            if what != "backup" or name == "store":
                (folder / f"{name}.db").write_bytes(content)
        return folder, run(what, folder / "store.db", folder / "other.db", last)

    _, number = again(0)
    assert number > 30
    tries, ends = effort(ci=8, nightly=300), set()
    for last in sorted({1 + n * number // tries for n in range(tries)} | set(range(number - 6, number + 1))):
        folder, _ = again(last)
        changed = folder / ("store.db" if what == "restore" else "other.db")
        with SqliteStore(folder / "store.db") as store:
            assert store.verify().holds
            mode = sqlite3.connect(folder / "store.db").execute("PRAGMA journal_mode").fetchone()[0]
            assert mode == "wal"
        if not changed.exists():
            assert what == "backup"
            ends.add("nothing")
            continue
        with SqliteStore(changed) as store:
            verdict = store.verify()
            assert verdict.holds
            ends.add(next(name for name, one in receipts.items() if one.hash == verdict.head.hash))
    assert len(ends) == 2


def main(what, store, backup, last):
    number = 0

    def step(*_):
        nonlocal number
        number += 1
        if number == int(last):
            os.kill(os.getpid(), signal.SIGKILL)

    def counted(function):
        def call(*given, **options):
            step()
            done = function(*given, **options)
            step()
            return done

        return call

    def connect(*given, **options):
        db = whole(*given, **options)
        db.set_trace_callback(step)
        return db

    whole, backing.PAGES = sqlite3.connect, 1
    sqlite3.connect = connect
    for owner, name in ((Path, "replace"), (Path, "unlink"), (os, "link")):
        setattr(owner, name, counted(getattr(owner, name)))
    if what == "restore":
        restore(backup, store, replace=True, progress=step)
    else:
        with SqliteStore(store) as record:
            record.backup(backup, replace=what != "backup", progress=step)
    sys.stdout.write(str(number))


if __name__ == "__main__":
    main(*sys.argv[1:])
