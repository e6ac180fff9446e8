"""Bytes of a file changed at random: every use is right or one typed error, and `verify` is never wrong."""

from random import Random

import pytest
from tests.durability.damage import READS, flipped, used, whole, wrongs
from tests.durability.seeds import seed
from tests.effort import effort


@pytest.mark.slow
@pytest.mark.parametrize("part", range(2))
def test_a_damaged_file_is_right_or_says_so(tmp_path, part):
    path = tmp_path / "a.db"
    data = whole(path)
    right = {use: used(path, data, use) for use in READS}
    assert not list(wrongs(path, data, right))
    first = seed()
    dice = Random(f"{first} {part}")
    for number in range(effort(ci=150, nightly=1500)):
        damaged = flipped(data, dice)
        try:
            found = list(wrongs(path, damaged, right))
            assert not found, found
        except BaseException as error:
            error.add_note(f"OVERSIGHT_SEED={first}, part {part}, file {number}")
            raise
