"""What `append` returned survives `kill -9`, and several programs may write one file."""

import random
import signal
import subprocess
import sys

import pytest

from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.testing.store_suite_samples import ITEMS, A
from oversight_core.ledger.entry import Receipt

CHILD = """
import sys
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.testing.store_suite_samples import ITEMS, every_kind, reported

store = SqliteStore(sys.argv[1])
while True:
    at = [len(store.history(item)) for item in ITEMS]
    receipt = store.append([(item, n, [reported(item)] * 3) for item, n in zip(ITEMS, at)], recorder="child")
    print(receipt, flush=True)
"""

WRITER = """
import sys
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.testing.store_suite_samples import A, reported
from oversight_core.errors import Conflict

store, done = SqliteStore(sys.argv[1], timeout=60), 0
while done < 25:
    try:
        store.append([(A, len(store.history(A)), [reported(A, on="2024-05-01")])], recorder=sys.argv[2])
        done += 1
    except Conflict:
        pass
"""


def test_nothing_acknowledged_is_lost_and_no_batch_is_half_written(tmp_path):
    path, dice = tmp_path / "a.db", random.Random(1)
    acknowledged = 0
    for _ in range(10):
        child = subprocess.Popen([sys.executable, "-c", CHILD, path], stdout=subprocess.PIPE, text=True)
        for _ in range(dice.randrange(1, 12)):
            last = child.stdout.readline().strip()
        child.send_signal(signal.SIGKILL)
        last = [last, *child.stdout.read().split()][-1]
        child.wait()
        position, link = last.split(":")
        with SqliteStore(path) as store:
            verdict = store.verify(Receipt(int(position), bytes.fromhex(link)))
        assert verdict.holds, verdict.why
        assert int(position) > acknowledged and verdict.head.position % 9 == 0
        acknowledged = verdict.head.position
    with SqliteStore(path) as store:
        lengths = {len(store.history(item)) for item in ITEMS}
    assert lengths == {acknowledged // 3}


def test_several_programs_lose_nothing_and_double_nothing(tmp_path):
    path = tmp_path / "a.db"
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, path, f"writer {n}"]) for n in range(3)]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    with SqliteStore(path) as store:
        history = store.history(A)
        assert [recorded.revision for recorded in history] == list(range(1, 76))
        assert {recorded.recorder for recorded in history} == {"writer 0", "writer 1", "writer 2"}
        assert store.verify().holds


@pytest.mark.parametrize("programs", [4])
def test_programs_that_make_one_file_at_once_share_it(tmp_path, programs):
    code = "import sys; from oversight_adapters.stores.sqlite import SqliteStore; SqliteStore(sys.argv[1]).close()"
    makers = [subprocess.Popen([sys.executable, "-c", code, tmp_path / "a.db"]) for _ in range(programs)]
    assert [maker.wait() for maker in makers] == [0] * programs
    assert [file.name for file in tmp_path.iterdir()] == ["a.db"]
