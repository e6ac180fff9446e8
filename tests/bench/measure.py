"""What every work-load uses: a goal to compare with, and a rate that shrugs off bursts of slowness."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

OURS = "oversight"
"""The name of our own contender in every work-load."""

Contender = Callable[[], dict[str, float]]
"""Runs in a fresh process: proves that its answer is right (or raises), then measures."""


@dataclass(frozen=True)
class Goal:
    """What we aim for in one metric: a ratio to a peer, or without a peer the value itself."""

    metric: str
    peer: str = ""
    at_least: float = 0.0
    at_most: float = float("inf")
    ours: str = OURS

    def __str__(self) -> str:
        bound = f"at least {self.at_least:g}" if self.at_least else f"at most {self.at_most:g}"
        return f"{self.ours} {bound}{f' × {self.peer}' if self.peer else ''}"

    def met(self, value: float) -> bool:
        """Whether a ratio, or a value, is within the goal."""
        return self.at_least <= value <= self.at_most


def rate(
    block: Callable[[Any], object],
    items: int,
    *,
    prepare: Callable[[], Any] = tuple,
    seconds: float = 0.3,
    clock: Callable[[], float] = perf_counter,
) -> float:
    """Items a second of `block(prepare())`, where only the block is timed: the median over many short blocks.

    The garbage collector stays on, as in production.  What waits for nothing may be timed by `process_time`, which
    leaves out what else the machine does.
    """
    block(prepare())
    gc.collect()
    times: list[float] = []
    while sum(times) < seconds or len(times) < 5:
        argument = prepare()
        start = clock()
        block(argument)
        times.append(clock() - start)
    return items / statistics.median(times)
