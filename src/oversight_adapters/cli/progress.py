"""Progress on standard error, where somebody looks, and only while nothing else is printed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import Progress

from oversight_core.ports import Progress as Counted

T = TypeVar("T")


@contextmanager
def working(what: str, *, done: int = 0, total: int | None = None) -> Iterator[None]:
    """A bar while something goes on; it is gone before anything is printed, and never touches standard output."""
    if not sys.stderr.isatty():
        yield
        return
    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        bar.add_task(what, total=total, completed=done)
        yield


@contextmanager
def counting(what: str) -> Iterator[Counted]:
    """A bar that is moved by whoever is given what this yields."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def progress(steps: Iterable[T], what: str, *, total: int | None = None) -> Iterator[T]:
    """The steps, with a bar while each of them is made."""
    iterator, done = iter(steps), 0
    while True:
        with working(what, done=done, total=total):
            try:
                step = next(iterator)
            except StopIteration:
                return
        done += 1
        yield step
