"""How the time that a reader takes grows with what it reads, by the processor's own clock."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time

LARGE, STEEPEST = 24_000, 2.5
"""About how many bytes are read once, and how many times longer twice as many may take."""

_ROUNDS, _NOTHING = 8, 0.02  # seconds that are too short to be compared


def steepness(once: Callable[[], object], twice: Callable[[], object]) -> float:
    """How many times longer twice the work takes: the least of several rounds, 0 where it is too quick to tell."""
    least = [_taken(once), _taken(twice)]
    for _ in range(_ROUNDS):
        if least[1] <= max(STEEPEST * least[0], _NOTHING):
            break
        least = [min(least[0], _taken(once)), min(least[1], _taken(twice))]
    return least[1] / least[0] if least[1] > _NOTHING and least[0] > 0 else 0.0


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
