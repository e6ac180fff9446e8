"""The fold, a naive re-computation and SQL over the entries say the same of random histories, as of any three dates."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import effort
from tests.time.records import random_as_of, random_record
from tests.time.small import failure
from tests.time.trying import parted

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
