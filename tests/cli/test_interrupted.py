"""An import that is interrupted leaves whole documents in the record, and goes on where it was begun again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from itertools import accumulate
from pathlib import Path
from shutil import copy

import pytest

from oversight_adapters.stores.sqlite import SqliteStore

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")]

DOCUMENTS = sorted((Path(__file__).parents[1] / "corpus/gao-agency-page").glob("*.txt"))[:12]


def importing(folder: Path, store: Path) -> subprocess.Popen[str]:
    """An import that is going on; each document is told as soon as it is in the record."""
    command = [
        sys.executable,
        "-u",
        "-m",
        "oversight_adapters.cli",
        "import",
        str(folder),
        "--store",
        str(store),
        "--json",
    ]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        preexec_fn=_listen,
    )


def _listen() -> None:
    """Hear an interruption, though what runs the tests may be deaf to it, as what runs in the background is."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def entries(line: str) -> int:
    """How many entries a line says were written; 0 where it is about something else."""
    said = json.loads(line)
    return said["entries"] if said["type"] == "import" else 0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("papers")
    for document in DOCUMENTS:
        copy(document, made)
    return made


@pytest.fixture(scope="module")
def whole(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> list[int]:
    """How many entries there are after each document."""
    done = importing(folder, tmp_path_factory.mktemp("whole") / "record.db")
    said, _ = done.communicate()
    return list(accumulate(filter(None, map(entries, said.splitlines()))))


@pytest.mark.parametrize("told", [1, 6])
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda how: how.name)
def test_what_was_told_is_there_and_nothing_is_by_halves(
    folder: Path, whole: list[int], tmp_path: Path, how: signal.Signals, told: int
) -> None:
    store = tmp_path / "record.db"
    begun = importing(folder, store)
    assert begun.stdout is not None
    left = told
    while left and (line := begun.stdout.readline()):
        left -= bool(entries(line))
    begun.send_signal(how)
    begun.communicate()
    assert begun.returncode != 0
    with SqliteStore(store) as record:
        assert record.verify().holds
        there = sum(1 for _ in record.scan())
    assert there in whole and there >= whole[told - 1]
    again = importing(folder, store)
    again.communicate()
    with SqliteStore(store) as record:
        assert record.verify().holds
        assert sum(1 for _ in record.scan()) == whole[-1]
