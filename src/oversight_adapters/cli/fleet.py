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
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_WARMED = "oversight_adapters.cli.warmed"
_AHEAD = 4  # documents on their way, for each process
_MEMORY = 8 * 1024**3  # bytes of address space that a process may have
_PATIENCE, _A_MEGABYTE = 60, 10  # seconds that a document may take, and more for each megabyte of it


def spread(
    paths: Iterable[Path], work: Callable[[Path], T], lost: Callable[[Path], T], *, processes: int
) -> Iterator[T]:
    """The work on each path, in order; `lost` says what takes the place of a path whose process died.

    `work` must be something that another process can be told to do.
    """
    waiting, remaining = deque[tuple[Path, Future[T]]](), iter(paths)
    pool = _pool(processes)
    try:
        while True:
            while len(waiting) < processes * _AHEAD and (path := next(remaining, None)) is not None:
                waiting.append((path, _submitted(pool, work, path)))
            if not waiting:
                return
            path, future = waiting[0]
            try:
                yield future.result()
                waiting.popleft()
            except BrokenProcessPool:  # one of those on their way did it: each gets a process of its own
                pool.shutdown(wait=False, cancel_futures=True)
                others = len(waiting) > 1
                yield from [_alone(path, work, lost, future) if others else lost(path) for path, future in waiting]
                waiting.clear()
                pool = _pool(processes)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, work: Callable[[Path], T], path: Path) -> Future[T]:
    """The work on one path, which has failed already where another has just ended the pool."""
    try:
        return pool.submit(_watched, work, path)
    except BrokenProcessPool as broken:
        failed: Future[T] = Future()
        failed.set_exception(broken)
        return failed


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, _context(), initializer=_begin, initargs=(dict(os.environ),))


def _context() -> BaseContext:
    """Where processes come from: a server that has imported what they need, where the system can fork."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    forked = multiprocessing.get_context("forkserver")
    forked.set_forkserver_preload([_WARMED])
    return forked


def _alone(path: Path, work: Callable[[Path], T], lost: Callable[[Path], T], before: Future[T]) -> T:
    """The work on one path in a process of its own, unless it was done before."""
    with suppress(BrokenProcessPool):
        return before.result(timeout=0)
    with _pool(1) as pool:
        try:
            return pool.submit(_watched, work, path).result()
        except BrokenProcessPool:
            return lost(path)


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


def _watched(work: Callable[[Path], T], path: Path) -> T:
    """The work on one path; the process ends where it takes far too long, where the system has alarms."""
    if not hasattr(signal, "setitimer"):
        return work(path)
    with suppress(OSError):
        signal.setitimer(signal.ITIMER_REAL, _PATIENCE + _A_MEGABYTE * os.path.getsize(path) / 1024**2)
    try:
        return work(path)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
