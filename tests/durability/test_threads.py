"""One store object in several hands: threads share it; a forked program is told to open its own."""

import os
from concurrent.futures import ThreadPoolExecutor
from random import Random
from threading import Barrier

import pytest
from tests.durability.sharing import ITEMS
from tests.durability.test_sharing import check

from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core.errors import Conflict, StoreFailed
from oversight_core.ledger import Reported

THREADS, BATCHES = 8, 12


@pytest.fixture(params=["sqlite", "memory"])
def store(request, tmp_path):
    if request.param == "memory":
        yield MemoryStore()
    else:
        with SqliteStore(tmp_path / "a.db") as store:
            yield store


def write(store, name, barrier):
    dice, told, conflicts = Random(name), [], 0
    barrier.wait()
    for number in range(BATCHES):
        mark, items = f"{name}.{number}", dice.sample(ITEMS, 2)
        while True:
            batch = [
                (item, len(store.history(item)), [Reported(item, "oversight_status", "open", (), mark)])
                for item in items
            ]
            try:
                receipt = store.append(batch, recorder=name)
                break
            except Conflict:
                conflicts += 1
        told.append((mark, 2, receipt.position, receipt.hash.hex()))
    return told, conflicts


def read(store, barrier):
    links = []
    barrier.wait()
    while len(links) < THREADS * BATCHES * 2:
        new = [(recorded.position, recorded.hash) for recorded in store.scan(len(links))]
        assert [position for position, _ in new] == list(range(len(links) + 1, len(links) + len(new) + 1))
        links += [link for _, link in new]
        assert store.verify().holds
        if isinstance(store, SqliteStore):
            store.catch_up()
            store.periods(ITEMS[0])
    return links


def test_threads_that_share_a_store_lose_nothing_and_double_nothing(store):
    barrier = Barrier(THREADS + 1)
    with ThreadPoolExecutor(THREADS + 1) as pool:
        reader = pool.submit(read, store, barrier)
        writers = [pool.submit(write, store, f"thread {n}", barrier) for n in range(THREADS)]
        done = [writer.result() for writer in writers]
        links = reader.result()
    record = tuple(store.scan())
    check(record, [told for one, _ in done for told in one])
    assert [recorded.hash for recorded in record] == links and store.verify().holds
    assert all(conflicts <= (THREADS - 1) * BATCHES for _, conflicts in done)


def test_a_store_that_is_closed_while_threads_use_it_says_so(tmp_path):
    store, barrier = SqliteStore(tmp_path / "a.db"), Barrier(3)

    def use():
        barrier.wait()
        at = 0
        try:
            while True:
                at = store.append([(ITEMS[0], at, [Reported(ITEMS[0], "position", "open")])], recorder="x").position
                list(store.scan())
        except Conflict as conflict:  # the other thread; it is as good a moment to stop
            return conflict
        except StoreFailed as error:
            return error

    with ThreadPoolExecutor(3) as pool:
        users = [pool.submit(use) for _ in range(2)]
        barrier.wait()
        store.close()
        assert all(isinstance(user.result(), StoreFailed | Conflict) for user in users)
    with SqliteStore(tmp_path / "a.db") as again:
        assert again.verify().holds


# -- forks -----------------------------------------------------------------------------------------------------


def forked(act, meanwhile=lambda: None):
    """What a forked child says of an act: the name of the error it got, or that it got none."""
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        try:
            act()
            said = "nothing"
        except BaseException as error:
            said = type(error).__name__ + " " + str(error)
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    meanwhile()
    os.waitpid(pid, 0)
    with os.fdopen(reading) as pipe:
        return pipe.read()


ACTS = {
    "append": lambda store: store.append([(ITEMS[1], 0, [Reported(ITEMS[1], "position", "open")])], recorder="child"),
    "history": lambda store: store.history(ITEMS[0]),
    "scan": lambda store: list(store.scan()),
    "verify": lambda store: store.verify(),
    "catch_up": lambda store: store.catch_up(),
    "periods": lambda store: store.periods(ITEMS[0]),
    "dispose": lambda store: store.dispose(ITEMS[0], [1], "GRS 2.8", expected=1, recorder="child"),
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.parametrize("act", ACTS)
def test_a_store_taken_into_a_forked_program_says_so(tmp_path, act):
    with SqliteStore(tmp_path / "a.db") as store:
        receipt = store.append([(ITEMS[0], 0, [Reported(ITEMS[0], "position", "open")])], recorder="parent")
        assert forked(lambda: ACTS[act](store)).startswith("StoreFailed ")
        assert store.verify(receipt).head == store.verify().head and len(tuple(store.scan())) == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_closing_in_a_forked_program_leaves_the_parents_store_alone(tmp_path):
    with SqliteStore(tmp_path / "a.db") as store:
        store.append([(ITEMS[0], 0, [Reported(ITEMS[0], "position", "open")])], recorder="parent")
        assert forked(store.close) == "nothing"
        receipt = store.append([(ITEMS[0], 1, [Reported(ITEMS[0], "position", "closed")])], recorder="parent")
        with SqliteStore(tmp_path / "a.db") as other:
            assert other.verify(receipt).holds


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_what_a_forked_program_is_told_is_written_is_there(tmp_path):
    """Its own store in its own process; its parent, which had the file open when it forked, lets go of it meanwhile."""
    store = SqliteStore(tmp_path / "a.db")
    store.append([(ITEMS[0], 0, [Reported(ITEMS[0], "position", "open")])], recorder="parent")
    (hear, tell), (wait, go) = os.pipe(), os.pipe()

    def write():
        try:
            own = SqliteStore(tmp_path / "a.db")
            own.history(ITEMS[0])
        finally:
            os.write(tell, b"x")
        os.read(wait, 1)
        ACTS["append"](own)

    def meanwhile():
        os.read(hear, 1)
        store.close()
        os.write(go, b"x")

    said = forked(write, meanwhile)
    with SqliteStore(tmp_path / "a.db") as again:
        assert again.verify().holds
        assert said.startswith("StoreFailed") or len(tuple(again.scan())) == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_forked_program_whose_parent_has_closed_its_store_writes(tmp_path):
    with SqliteStore(tmp_path / "a.db") as store:
        store.append([(ITEMS[0], 0, [Reported(ITEMS[0], "position", "open")])], recorder="parent")

    def write():
        with SqliteStore(tmp_path / "a.db") as own:
            ACTS["append"](own)

    assert forked(write) == "nothing"
    with SqliteStore(tmp_path / "a.db") as again:
        assert len(tuple(again.scan())) == 2 and again.verify().holds
