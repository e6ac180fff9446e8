"""Whatever a program was doing when it was killed: what it was told is written is there, and nothing is by halves."""

import os
import sqlite3
from collections import Counter
from random import Random

import pytest
from tests.durability.examine import examine
from tests.durability.lives import HABITS
from tests.durability.nursery import Child, Nursery
from tests.durability.seeds import seed
from tests.effort import effort

from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core.ledger import Receipt

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork, nor kill as -9 does")

LIVES, BYTES = 12, 16 * 2**20  # then a new file is begun, so that none takes long to look into
MOMENTS = ("at once", "acknowledged", "commit", "any time", "statement")


@pytest.fixture(scope="module")
def nursery():
    with Nursery("tests.durability.lives:live") as nursery:
        yield nursery


def kill_at(moment: str, nursery: Nursery, dice: Random, **given: object) -> Child:
    """One life, ended at a moment of a kind."""
    last = {"at once": dice.randint(1, 60), "statement": int(10 ** dice.uniform(1, 3.5))}.get(moment, 0)
    child = nursery.child(last_statement=last, **given)
    if moment == "acknowledged":
        child.hears("done", times=dice.randint(1, 8))
    elif moment == "commit":
        child.hears("commit", times=dice.randint(1, 12))
        child.hears("dead", timeout=10 ** dice.uniform(-5, -2))
    elif moment == "any time":
        child.hears("dead", timeout=dice.uniform(0, 0.15))
    else:
        child.hears("dead")
    child.kill()
    return child


def receipts(child: Child) -> list[Receipt]:
    """What it was told."""
    done = [(printed.split(":"), int(batch)) for _, printed, batch in child.words_after("done") if printed != "-"]
    return [Receipt(int(position), bytes.fromhex(link), batch) for (position, link), batch in done]


def kills(nursery: Nursery, folder, *, number: int, seed: int, habit: str, mutant: str = "") -> Counter[str]:
    """So many lives and deaths, each looked into; how many there were at moments of each kind."""
    dice, tried = Random(seed), Counter()
    path, links, lived = folder / "0.db", list[bytes](), 0
    for life in range(number):
        if lived == LIVES or (lived and path.stat().st_size > BYTES):
            path.unlink()
            path, links, lived = folder / f"{life}.db", [], 0
        moment = dice.choice(MOMENTS) if lived else "at once"
        given = {"path": str(path), "seed": dice.randrange(10**9), "habit": habit, "mutant": mutant}
        try:
            child = kill_at(moment, nursery, dice, **given)
            assert not child.words_after("refused"), "it was alone, and yet refused"
            links = examine(path, receipts(child), links)
        except BaseException as error:
            error.add_note(f"OVERSIGHT_SEED={seed}, habit {habit!r}, life {life}, killed at moment {moment!r}")
            raise
        tried[moment] += 1
        lived += 1
    return tried


def test_a_few_kills(tmp_path, nursery):
    assert kills(nursery, tmp_path, number=10, seed=1, habit="one entry at a time").total() == 10


@pytest.mark.slow
@pytest.mark.parametrize("habit", HABITS)
def test_nothing_acknowledged_is_lost_and_nothing_is_written_by_halves(tmp_path, nursery, habit):
    number = effort(ci=240, nightly=1200) // len(HABITS)
    tried = kills(nursery, tmp_path, number=number, seed=seed(), habit=habit)
    assert tried.total() == number and set(tried) == set(MOMENTS)


@pytest.mark.slow
def test_who_is_killed_takes_nobody_along(tmp_path, nursery):
    """Another program writes the same file meanwhile, and goes on."""
    dice, links, lived, path = Random(seed()), list[bytes](), 0, tmp_path / "0.db"
    with Nursery("tests.durability.lives:live") as other:
        for life in range(effort(ci=12, nightly=60)):
            if lived == LIVES // 2:
                path, links, lived = tmp_path / f"{life}.db", [], 0
            survivor = other.child(path=str(path), seed=dice.randrange(10**9), habit="one entry at a time")
            survivor.hears("done")
            told = []
            for _ in range(3):
                given = {"seed": dice.randrange(10**9), "habit": dice.choice(["many at once", "forgetting"])}
                told += receipts(kill_at(dice.choice(MOMENTS), nursery, dice, path=str(path), **given))
                assert survivor.hears("done", times=2, timeout=120), "the other one does not go on"
            survivor.kill()
            links = examine(path, told + receipts(survivor), links)
            lived += 1


MUTANTS = {  # each with the habit that brings it to light, and what is said then
    "AnswersBeforeItCommits": ("many at once", r"tail was cut|acknowledged and is not there"),
    "CommitsInHalves": ("many at once", r"is there with|removed|belongs to no entry"),
    "LeavesWordsBehind": ("forgetting", "are still in the file"),
}


@pytest.mark.slow
@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_store_that_breaks_a_promise_is_found_out(tmp_path, nursery, mutant):
    habit, said = MUTANTS[mutant]
    with pytest.raises(AssertionError, match=said):
        kills(nursery, tmp_path, number=200, seed=7, habit=habit, mutant=mutant)


def test_a_store_has_each_commit_confirmed_by_the_disk(tmp_path, monkeypatch):
    """No kill can show it, for what the system was given outlives the program; a power failure would."""
    made, connect = [], sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *args, **options: made.append(connect(*args, **options)) or made[-1])
    with SqliteStore(tmp_path / "a.db"):
        assert made[-1].execute("PRAGMA synchronous").fetchone()[0] >= 2
