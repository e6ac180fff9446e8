"""The recipes of a page in a process that is killed before each of their lines, one after the other, and run again.

``python killing.py PAGE RECIPE FOLDER`` prints how often it was killed; it ends with an error where anything was lost
or doubled.  Each life is a child of its own, and the parent opens nothing, so that no lock is shared.
"""

from __future__ import annotations

import os
import re
import sqlite3
import sys
import traceback
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path
from shutil import copyfile
from types import FrameType
from typing import Any

from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core import Actor, Applied, Attempt, Item, Moment, Register, Reported

KILLED = 9
ITEMS = [Item("recommendation", "our-office", "2024-7", str(number), "ice") for number in (1, 2)]
MEANT = [(ITEMS[0], "concur"), (ITEMS[0], "verify"), (ITEMS[1], "concur")]  # nothing offers the second


def recipe(page: Path) -> dict[str, Any]:
    """What the page defines."""
    blocks = re.findall(r"^```python\n((?!>>>)(?:.*\n)*?)```$", page.read_text(encoding="utf-8"), re.MULTILINE)
    names: dict[str, Any] = {}
    source = "\n".join(block for block in blocks if "\ndef " in block)
    exec(compile("from oversight_core import *\n" + source, str(page), "exec"), names)
    return names


def life(work: Callable[[], None], page: str = "", last: int = 0) -> int:
    """Do the work in a child, which is killed before so many lines of the page are done; its exit code."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    left = last

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal left
        if frame.f_code.co_filename != page:
            return None
        if event == "line":
            left -= 1
            if not left:
                os._exit(KILLED)
        return trace

    try:
        sys.settrace(trace if last else None)
        work()
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


class Following:
    """The record first: every step that was taken makes one task."""

    def __init__(self, names: dict[str, Any]) -> None:
        self.names = names

    def begin(self, store: SqliteStore, db: sqlite3.Connection) -> None:
        db.executescript(self.names["TABLES"])
        register = Register(store)
        register.enter([Reported(ITEMS[0], "implementation", "in_progress")])
        for item, event in MEANT:
            register.attempt(Attempt(item, event, Actor("ICE", "addressee"), Moment.parse("2024")), axis="position")

    def go_on(self, store: SqliteStore, db: sqlite3.Connection) -> None:
        self.names["follow"](store, db)

    def check(self, store: SqliteStore, db: sqlite3.Connection) -> None:
        steps = [(r.position, str(r.item)) for r in store.scan() if isinstance(r.entry, Applied)]
        assert db.execute("SELECT position, item FROM task ORDER BY rowid").fetchall() == steps and len(steps) == 2
        assert db.execute("SELECT position FROM handled").fetchall() == [(3,)]


class Carrying:
    """The host's database first: every intent is attempted once, and has its outcome."""

    def __init__(self, names: dict[str, Any]) -> None:
        self.names = names

    def begin(self, store: SqliteStore, db: sqlite3.Connection) -> None:
        db.executescript(self.names["INTENTS"])
        columns = "item, axis, event, actor, role, occurred_on"
        rows = [(str(item), "position", event, "ICE", "addressee", "2024-05") for item, event in MEANT]
        with db:
            db.executemany(f"INSERT INTO intent ({columns}) VALUES (?, ?, ?, ?, ?, ?)", rows)

    def go_on(self, store: SqliteStore, db: sqlite3.Connection) -> None:
        self.names["carry_out"](Register(store), db)

    def check(self, store: SqliteStore, db: sqlite3.Connection) -> None:
        assert [str(r.item) for r in store.scan()] == [str(item) for item in ITEMS]
        outcomes = [outcome for (outcome,) in db.execute("SELECT outcome FROM intent ORDER BY id")]
        assert outcomes[0] == outcomes[2] == "recorded" and outcomes[1].startswith("not allowed: 'verify'")


def main(page: str, name: str, folder: str) -> None:
    """Kill it before its first line, its second, and so on until it lives; each time it goes on and must be right."""
    task = {"follow": Following, "carry_out": Carrying}[name](recipe(Path(page)))

    def at(name: object, *works: Callable[[SqliteStore, sqlite3.Connection], None]) -> Callable[[], None]:
        def work() -> None:
            own = sqlite3.connect(f"{folder}/{name}.own")
            with SqliteStore(f"{folder}/{name}.db") as store, closing(own) as db:
                for one in works:
                    one(store, db)

        return work

    assert life(at("first", task.begin)) == 0
    for number in count(1):
        for kind in ("db", "own"):
            copyfile(f"{folder}/first.{kind}", f"{folder}/{number}.{kind}")
        ended = life(at(number, task.go_on), page, last=number)
        assert ended in (0, KILLED)
        assert life(at(number, task.go_on, task.check, task.go_on, task.check)) == 0
        if ended == 0:
            sys.stdout.write(f"{number - 1}\n")
            return


if __name__ == "__main__":
    main(*sys.argv[1:])
