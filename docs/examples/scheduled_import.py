"""A job for a scheduler: import what is new in a folder, and say what changed.

``python scheduled_import.py FOLDER RECORD.db`` may be killed at any moment and run again: nothing is lost or doubled.
What it has done stands in ``RECORD.db.job``, a database of its own: the digest of each file it is done with, and the
alerts.  It ends with 0, 1 where a file could not be imported, 2 where it was called wrongly, 3 while another run is on.
"""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from oversight_adapters.plugins import Adapters
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.writers.safe import one_line
from oversight_core import AsOf, Item, Register, Source
from oversight_core.errors import OversightError

DONE, FAILED, WRONG_USE, BUSY = range(4)
TABLES = """
CREATE TABLE IF NOT EXISTS done (digest TEXT PRIMARY KEY, name TEXT NOT NULL, batch INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS alert (position INTEGER NOT NULL, said TEXT NOT NULL);
"""

Result = tuple[str, str | Exception]


def import_folder(folder: Path, register: Register, adapters: Adapters, job: sqlite3.Connection) -> Iterator[Result]:
    """What became of each file that is new; one that fails is tried again by the next run."""
    for path in sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith(".")):
        name = path.name.encode(errors="backslashreplace").decode()  # a name need not be text
        try:
            source = Source.of(path.read_bytes(), name=name)
            if job.execute("SELECT 1 FROM done WHERE digest = ?", [source.digest]).fetchone():
                continue
            plan = register.take(adapters.read(source))
            receipt = register.apply(plan)
            with job:  # killed before this, the next run takes the file again, and finds that all of it is known
                job.execute("INSERT INTO done VALUES (?, ?, ?)", [source.digest, name, receipt.batch])
            yield name, f"{len(plan.entries)} new entries, {plan.known} known"
        except Exception as error:  # a reader may be anybody's; the next file is read all the same
            yield name, error


def alert(register: Register, job: sqlite3.Connection) -> list[str]:
    """Say what changed since the last alert, once: the lines, and how far they reach, are one transaction."""
    (after,) = job.execute("SELECT coalesce(max(position), 0) FROM alert").fetchone()
    new = list(register.store.scan(after))
    if not new:
        return []
    last = new[-1].position
    lines = [line for item in dict.fromkeys(r.item for r in new) for line in changes(register, item, after, last)]
    with job:
        job.executemany("INSERT INTO alert VALUES (?, ?)", [(last, line) for line in lines or ["no status changed"]])
    return lines


def changes(register: Register, item: Item, after: int, last: int) -> Iterator[str]:
    """Every status of an item that is another than it was at an earlier position of the record."""
    before, now = (register.case(item, AsOf(recorded_by=position)) for position in (after, last))
    for axis in dict.fromkeys((*before.statuses, *now.statuses)):
        was, value = before.status(axis).value, now.status(axis).value
        if value != was:
            yield f"{item}: {axis} {was} -> {value}"


def main(arguments: list[str]) -> int:
    """Run once, and alone: the system lets go of the lock however a run ends."""
    if len(arguments) != 2 or not Path(arguments[0]).is_dir():
        print("usage: scheduled_import.py FOLDER RECORD.db, with a folder that is there", file=sys.stderr)
        return WRONG_USE
    folder, record = map(Path, arguments)
    try:
        with closing(sqlite3.connect(f"{record}.lock", timeout=0, isolation_level=None)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            return run(folder, record)
    except sqlite3.OperationalError as error:
        print(f"another run is on, or the files beside {record} cannot be used: {error}", file=sys.stderr)
        return BUSY
    except OversightError as error:
        print(error, file=sys.stderr)
        return FAILED


def run(folder: Path, record: Path) -> int:
    """Import, tell, and sum up."""
    adapters, failed, new = Adapters(), 0, 0
    adapters.load_installed()
    for broken in adapters.broken.values():
        print(one_line(broken), file=sys.stderr)
    with SqliteStore(record) as store, closing(sqlite3.connect(f"{record}.job")) as job:
        job.executescript(TABLES)
        register = Register(store, recorder="scheduled import")
        for name, result in import_folder(folder, register, adapters, job):
            print(one_line(f"{name}: {result}"), flush=True)  # a name may hold what a terminal acts upon
            failed, new = failed + isinstance(result, Exception), new + 1
        for line in alert(register, job):
            print(f"changed: {line}")
    print(f"{new} new files, {failed} of them failed")
    return FAILED if failed else DONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
