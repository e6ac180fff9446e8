"""Counting: somebody looks on while much is gone through, and may stop it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from oversight_core.ports import Progress

T = TypeVar("T")


def _one(part: Any) -> int:
    return 1


def counted(
    parts: Iterable[T],
    progress: Progress | None,
    *,
    total: int | None = None,
    size: Callable[[T], int] = _one,
    every: int = 1,
) -> Iterable[T]:
    """Parts one by one; `progress` is told how much is done at each step of `every`, and in the end.

    What it raises passes through, and the parts end there.

    >>> list(counted("abc", lambda done, total: print(done, "of", total), total=3, every=2))
    2 of 3
    3 of 3
    ['a', 'b', 'c']
    """
    return parts if progress is None else _counting(parts, progress, total, size, every)


def _counting(
    parts: Iterable[T], progress: Progress, total: int | None, size: Callable[[T], int], every: int
) -> Iterator[T]:
    done = told = 0
    for part in parts:
        yield part
        done += size(part)
        if done - told >= every:
            progress(done, total)
            told = done
    if told != done:
        progress(done, total)
