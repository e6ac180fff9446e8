"""The fold, a naive re-computation and SQL over the entries say the same of random histories, as of any three dates."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import effort
from tests.time.asking import QUESTION, connected, parameters, told_by_sql
from tests.time.records import random_as_of, random_record
from tests.time.small import failure
from tests.time.trying import parted
from tests.time.writing import Clock, salts, write

from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core.names import Item

SHARDS = 8
HISTORIES = effort(ci=20_000, nightly=200_000)


def look(seed: str, *, items: int, longest: int = 14) -> None:
    """Write one random record and ask of it; fails with the smallest record that parts the answers."""
    if found := failure(seed, items=items, longest=longest):
        pytest.fail(found)


@pytest.mark.parametrize("n", range(4))
def test_a_few_histories(n: int) -> None:
    look(f"few {n}", items=50)


@pytest.mark.slow
@pytest.mark.parametrize("shard", range(SHARDS))
def test_many_histories(shard: int) -> None:
    for n in range(HISTORIES // SHARDS // 50):
        look(f"{shard}.{n}", items=50)


@given(st.randoms(use_true_random=False))
def test_small_histories(dice: Random) -> None:
    """Few and short, drawn by Hypothesis, which makes what fails smaller still."""
    record = random_record(dice, items=2, longest=6)
    assert parted(record, [random_as_of(dice, record) for _ in range(3)]) == []


def test_long_histories() -> None:
    look("long", items=3, longest=60)


SHORT = QUESTION.partition(",\nbeaten AS")[0] + "\nSELECT item, axis, status FROM now WHERE basis = 'value'"


def test_the_question_may_end_where_the_statuses_are_known(tmp_path: Path) -> None:
    dice = Random("short")
    record = random_record(dice, items=50)
    clock = Clock()
    with SqliteStore(tmp_path / "a.db", clock=clock, salt=salts()) as store:
        list(write(record, [store], clock))
        with closing(connected(store.location)) as db:
            for as_of in [random_as_of(dice, record) for _ in range(6)]:
                told = told_by_sql(db, as_of).items()
                ways = [(item, axis, way, one) for item, of in told for (axis, way), one in of.items()]
                values = {(item, axis, one.status) for item, axis, way, one in ways if way == "value"}
                assert {(Item.parse(item), *row) for item, *row in db.execute(SHORT, parameters(as_of))} == values
