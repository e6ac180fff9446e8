"""Progress on standard error, and only where somebody looks."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import track

T = TypeVar("T")


@contextmanager
def working(what: str) -> Iterator[None]:
    """A sign that something goes on, while it does."""
    if not sys.stderr.isatty():
        yield
        return
    with Console(stderr=True).status(what):
        yield


def progress(steps: Iterable[T], what: str, *, total: int | None = None) -> Iterator[T]:
    """The steps, with a bar while they last."""
    if not sys.stderr.isatty():
        yield from steps
        return
    console = Console(stderr=True)
    yield from track(steps, description=what, total=total, console=console, transient=True)
