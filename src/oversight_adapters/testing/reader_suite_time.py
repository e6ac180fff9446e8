"""How the time that a reader takes grows with what it reads, by the processor's own clock, and never for long."""

from __future__ import annotations

import gc
from collections.abc import Callable
from itertools import pairwise
from time import process_time

SIZES = (1_500, 3_000, 6_000, 12_000, 24_000, 48_000)
"""About how many bytes are read, each size twice the one before: what is slow is found before it hangs."""

STEPS = (10, *range(12, 32, 2), 35, 39, 44, 49, 55, 62, 70, 79, 90, 140, 220, 350)
"""How many characters stand in the place of an excerpt: a pattern that explodes is slow at one of them, and not yet
hopeless."""

STEEPEST, LONGEST = 2.5, 5.0
"""How many times longer twice as many may take, and for how many seconds any of them may be read."""

_ROUNDS, _NOTHING, _CLEAR = 8, 0.02, 0.1  # seconds that are too short to be compared, and that are enough
_RUN = 1.5  # times longer that a step may take

Make = Callable[[int], Callable[[], object]]
"""The work for a size."""


def too_slow(make: Make) -> str:
    """What the time for ever larger work is found to be where it is too much; "" where it is not."""
    once = _taken(make(SIZES[0]))
    for smaller, size in pairwise(SIZES):
        twice = _taken(make(size))
        if twice > LONGEST or ((twice > _CLEAR or size == SIZES[-1]) and _is_steep(once, twice)):
            once, twice = _least(make(smaller), make(size), once, twice)
        if twice > LONGEST or ((twice > _CLEAR or size == SIZES[-1]) and _is_steep(once, twice)):
            return f"{twice / max(once, 1e-4):.1f} times: {twice:.2f} seconds for about {size:,} characters"
        once = twice
    return ""


def exploding(make: Make) -> str:
    """What a few characters more cost where a pattern explodes; "" where none does."""
    before = usual = _taken(make(STEPS[0]))
    for smaller, size in pairwise(STEPS):
        now = _taken(make(size))
        if now > 4 * usual + _CLEAR:
            now = min(now, _taken(make(size))) if now < LONGEST else now
            if now > 4 * usual + _CLEAR and now > _RUN * before:
                return f"{now:.2f} seconds for a run of {size} characters, {before:.2f} for {smaller}"
        before, usual = now, min(usual, now)
    return ""


def _is_steep(once: float, twice: float) -> bool:
    return twice > max(STEEPEST * once, _NOTHING)


def _least(
    smaller: Callable[[], object], larger: Callable[[], object], once: float, twice: float
) -> tuple[float, float]:
    """The least times of several rounds, so that a busy machine is not taken for a slow reader."""
    spent = once + twice
    for _ in range(_ROUNDS):
        if spent > LONGEST or not _is_steep(once, twice):
            break
        once, twice = min(once, _taken(smaller)), min(twice, _taken(larger))
        spent += once + twice
    return once, twice


def _taken(work: Callable[[], object]) -> float:
    """Seconds of the processor, without those for collecting what the whole test run has left behind."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        start = process_time()
        work()
        return process_time() - start
    finally:
        if collecting:
            gc.enable()
