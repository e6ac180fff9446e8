"""Many documents in several processes, each document isolated: one that crashes or hangs its parser costs itself only.

What was printed about each comes back in the order of the documents.  No more of them are on their way than the
processes can hold, so that memory does not grow with their number.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import islice
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_WARMED = "oversight_adapters.cli.warmed"
_AHEAD = 4  # errands on their way, for each process
_SINGLY, _TOGETHER = 32, 8  # documents that go one by one at first, and then on one errand
_MEMORY = 8 * 1024**3  # bytes of address space that a process may have
_PATIENCE, _A_MEGABYTE = 60, 10  # seconds that a document may take, and more for each megabyte of it


def spread(
    paths: Iterable[Path], work: Callable[[Path], T], lost: Callable[[Path], T], *, processes: int
) -> Iterator[T]:
    """The work on each path, in order; `lost` says what takes the place of a path whose process died.

    `work` must be something that another process can be told to do.
    """
    waiting, bundles = deque[tuple[Bundle, Future[list[T]]]](), _bundles(paths)
    pool = _pool(processes)
    try:
        while True:
            while len(waiting) < processes * _AHEAD and (bundle := next(bundles, None)) is not None:
                waiting.append((bundle, _submitted(pool, work, bundle)))
            if not waiting:
                return
            bundle, future = waiting[0]
            try:
                done = future.result()
            except BrokenProcessPool:  # one of those on their way did it
                pool.shutdown(wait=False, cancel_futures=True)
                if len(waiting) == len(bundle) == 1:
                    yield lost(*bundle)
                else:
                    for bundle, future in waiting:
                        yield from _again(bundle, work, lost, future)
                waiting.clear()
                pool = _pool(processes)
            else:
                waiting.popleft()
                yield from done
    finally:
        pool.shutdown(wait=not waiting, cancel_futures=True)


Bundle = tuple[Path, ...]


def _bundles(paths: Iterable[Path]) -> Iterator[Bundle]:
    """Paths that go to a process together: one at first, so that none waits for work, then several, on one errand."""
    remaining = iter(paths)
    yield from ((path,) for path in islice(remaining, _SINGLY))
    while bundle := tuple(islice(remaining, _TOGETHER)):
        yield bundle


def _submitted(pool: ProcessPoolExecutor, work: Callable[[Path], T], bundle: Bundle) -> Future[list[T]]:
    """The work on a bundle, which has failed already where another has just ended the pool."""
    try:
        return pool.submit(_watched, work, bundle)
    except BrokenProcessPool as broken:
        failed: Future[list[T]] = Future()
        failed.set_exception(broken)
        return failed


def _again(bundle: Bundle, work: Callable[[Path], T], lost: Callable[[Path], T], before: Future[list[T]]) -> list[T]:
    """The work on a bundle whose pool has ended, in a process of its own, unless it was done before."""
    with suppress(BrokenProcessPool):
        return before.result(timeout=0)
    return _apart(bundle, work, lost)


def _apart(bundle: Bundle, work: Callable[[Path], T], lost: Callable[[Path], T]) -> list[T]:
    """The work on a bundle in a process of its own; where that ends too, on each of several alone."""
    with suppress(BrokenProcessPool):
        return _alone(bundle, work)
    if len(bundle) == 1:
        return [lost(*bundle)]
    return [one for path in bundle for one in _apart((path,), work, lost)]


def _alone(bundle: Bundle, work: Callable[[Path], T]) -> list[T]:
    with _pool(1) as pool:
        return pool.submit(_watched, work, bundle).result()


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, _context(), initializer=_begin, initargs=(dict(os.environ),))


def _context() -> BaseContext:
    """Where processes come from: a server that has imported what they need, where the system can fork."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    forked = multiprocessing.get_context("forkserver")
    forked.set_forkserver_preload([_WARMED])
    return forked


def _begin(environment: dict[str, str]) -> None:
    """Begin as the first process stands, and bound the memory of this one, where the system can.

    A C library may have set variables that only a new process sees, as readline does with COLUMNS.
    """
    os.environ.clear()
    os.environ.update(environment)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process sees to it
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _watched(work: Callable[[Path], T], bundle: Bundle) -> list[T]:
    """The work on each path; the process ends where one takes far too long, where the system has alarms."""
    return [_timed(work, path) for path in bundle]


def _timed(work: Callable[[Path], T], path: Path) -> T:
    if not hasattr(signal, "setitimer"):
        return work(path)
    with suppress(OSError):
        signal.setitimer(signal.ITIMER_REAL, _PATIENCE + _A_MEGABYTE * os.path.getsize(path) / 1024**2)
    try:
        return work(path)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
