"""The days on which an answer turns: an application is off by one there, if anywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from oversight_core.testing.choices import LADDER


def boundaries(allowed: Callable[[int], bool]) -> list[int]:
    """The day before, the day and the day after, wherever an answer turns between one rung of the ladder and the next.

    >>> boundaries(lambda days: days <= 14)
    [14, 15, 16]
    """
    turns = list(_turns(allowed))
    return sorted({day for turn in turns for day in (turn - 1, turn, turn + 1)})


def _turns(allowed: Callable[[int], bool]) -> Iterator[int]:
    answers = [(day, allowed(day)) for day in LADDER]
    for (low, answer), (high, other) in pairwise(answers):
        while answer != other and high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if allowed(middle) == answer else (low, middle)
        if answer != other:
            yield high
