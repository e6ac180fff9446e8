"""A process with everything imported, whose forks can be killed: a new child costs a millisecond, not an interpreter.

Run as a program it reads one line of JSON for each child, forks, and says which process it made; the child writes its
own lines to the same pipe; when it is dead a last line says how it died.  So all that a child said stands before that.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from select import select
from time import monotonic
from traceback import format_exception
from typing import Any

ROOT = Path(__file__).parents[2]
Say = Callable[..., None]
"""Given words, writes them as one line, at once and unbroken."""


class Nursery:
    """Children that run `work(say, **given)`, one after the other; `work` is written as module:function."""

    def __init__(self, work: str) -> None:
        self._mother = subprocess.Popen(
            [sys.executable, "-m", "tests.durability.nursery", work],
            cwd=ROOT,
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        self._rest = b""

    def child(self, **given: Any) -> Child:
        """Start the next one."""
        self._mother.stdin.write(json.dumps(given).encode() + b"\n")
        return Child(self)

    def line(self, timeout: float | None = None) -> list[str]:
        """The next line, as words; nothing where none came in time."""
        while b"\n" not in self._rest:
            if not select([self._mother.stdout], [], [], timeout)[0]:
                return []
            more = os.read(self._mother.stdout.fileno(), 65536)
            assert more, "the nursery itself is dead"
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\n")
        return line.decode().split()

    def __enter__(self) -> Nursery:
        return self

    def __exit__(self, *_: object) -> None:
        self._mother.stdin.close()
        self._mother.wait()
        self._mother.stdout.close()


class Child:
    """One child: what it said so far, and how it died."""

    def __init__(self, nursery: Nursery) -> None:
        self._nursery = nursery
        self.said: list[list[str]] = []
        self.status: int | None = None
        self._pid = 0
        self.hears("born")
        self._pid = int(self.said[0][1])

    def hears(self, word: str, *, times: int = 1, timeout: float | None = None) -> bool:
        """Listen until it has said a word so many more times; False where it died or the time passed before."""
        end = None if timeout is None else monotonic() + timeout
        while times and self.status is None:
            line = self._nursery.line(None if end is None else max(0.0, end - monotonic()))
            if not line:
                return False
            assert line[0] != "failed", f"the child failed: {' '.join(line[1:])}"
            if line[0] == "dead":
                self.status = int(line[1])
            self.said.append(line)
            times -= line[0] == word
        return not times

    def kill(self) -> None:
        """Kill it as `kill -9` does, if it still lives, and wait until it is dead."""
        if self.status is None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
            self.hears("dead")

    def words_after(self, word: str) -> list[list[str]]:
        """What it said behind a word, each time."""
        return [line[1:] for line in self.said if line[0] == word]


def _forks(work: str) -> None:
    module, _, name = work.partition(":")
    function = getattr(import_module(module), name)
    for line in sys.stdin.buffer:
        pid = os.fork()
        if not pid:
            _live(function, json.loads(line))
        say("dead", os.waitpid(pid, 0)[1])


def _live(function: Callable[..., None], given: dict[str, Any]) -> None:
    say("born", os.getpid())
    try:
        function(say, **given)
    except BaseException as error:
        say("failed", repr(error), *map(repr, format_exception(error)[-2:-1]))
    os._exit(0)


def say(*words: object) -> None:
    """One line, at once."""
    os.write(1, " ".join(map(str, words)).encode() + b"\n")


if __name__ == "__main__":
    _forks(sys.argv[1])
