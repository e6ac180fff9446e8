"""Programs write about the same items at once: nothing is lost or doubled, and readers see one order."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.durability.sharing import ITEMS
from tests.effort import effort

from oversight_adapters.stores.sqlite import SqliteStore

ROOT = Path(__file__).parents[2]
READERS = ("read", "look")


def program(what, path, name, number):
    command = [sys.executable, "-m", "tests.durability.sharing", what, str(path), name, str(number)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True, env=environment)


def ended(programs):
    """What each said, after they began together; all are ended, also where one failed."""
    try:
        assert {program.stdout.readline() for program in programs} == {"ready\n"}
        for program in programs:
            program.stdin.write("\n")
            program.stdin.flush()
        said = [program.communicate(timeout=600)[0] for program in programs]
        assert [program.returncode for program in programs] == [0] * len(programs)
        return list(map(json.loads, said))
    finally:
        for program in programs:
            program.kill()
            program.communicate()


def check(record, told):
    """Assert that every acknowledged batch is there once and whole, and nothing else."""
    assert [recorded.position for recorded in record] == list(range(1, len(record) + 1))
    batch_of = {}
    for recorded in record:
        batch_of.setdefault(recorded.entry.label, []).append(recorded)
    assert {mark for mark, *_ in told} == set(batch_of) and len(told) == len(batch_of)
    for mark, entries, position, link in told:
        found = batch_of[mark]
        assert len(found) == entries and len({recorded.batch for recorded in found}) == 1
        assert (found[-1].position, found[-1].hash.hex()) == (position, link)


@pytest.mark.parametrize(
    ("count", "batches"), [(2, 8), pytest.param(8, effort(ci=60, nightly=200), marks=pytest.mark.slow)]
)
def test_programs_lose_nothing_and_double_nothing_while_others_read(tmp_path, count, batches):
    path = tmp_path / "a.db"
    SqliteStore(path).close()
    writers = [program("write", path, f"writer {n}", batches) for n in range(count)]
    readers = [program(what, path, "-", count * batches) for what in READERS]
    taken = ended([*writers, *readers])[:count]
    with SqliteStore(path) as store:
        record = tuple(store.scan())
        assert store.verify().holds
        for item in ITEMS:
            history = store.history(item)
            assert [recorded.revision for recorded in history] == list(range(1, len(history) + 1))
    told = [acknowledged for one in taken for acknowledged in one["acknowledged"]]
    assert len(told) == count * batches
    check(record, told)
    for doubled_or_lost in ([*record, record[-1]], record[:-1], record[1:]):
        with pytest.raises(AssertionError):
            check(doubled_or_lost, told)
    for one in taken:  # a writer is told of a conflict only where another one was faster, each time another batch
        assert one["conflicts"] <= (count - 1) * batches and not one["locked"]
