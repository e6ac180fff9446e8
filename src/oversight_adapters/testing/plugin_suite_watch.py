"""Watching: what a plug-in does to the program around it while its hooks are called, which is nothing."""

from __future__ import annotations

import io
import logging
import os
import random
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import attrs

SURROUNDINGS: dict[str, Callable[[], Any]] = {
    "the environment": lambda: dict(os.environ),
    "the working folder": os.getcwd,
    "the files in the working folder": lambda: sorted(path.name for path in Path().iterdir()),
    "the threads": lambda: sorted(thread.name for thread in threading.enumerate()),
    "the set-up of logging": lambda: (logging.root.level, logging.root.disabled, tuple(logging.root.handlers)),
    "the folders that modules come from": lambda: tuple(sys.path),
    "the random numbers": random.getstate,
    "the filters of warnings": lambda: tuple(map(str, warnings.filters)),
}
"""What belongs to the program, and how it is looked at."""


@attrs.define
class Watched:
    """What was seen: which code ran, and what was changed."""

    ran: set[Any] = attrs.Factory(set)
    changed: list[str] = attrs.Factory(list)

    def called(self, factory: Callable[..., Any]) -> bool:
        """Whether a function, or the constructor of a class, ran."""
        whole = getattr(factory, "func", factory)  # of a partial, what it calls
        function = vars(whole).get("__init__") if isinstance(whole, type) else whole
        return getattr(function, "__code__", None) in self.ran


@contextmanager
def watching() -> Iterator[Watched]:
    """Watch what the body runs and changes."""
    seen, before = Watched(), {name: look() for name, look in SURROUNDINGS.items()}
    out, err, profile = io.StringIO(), io.StringIO(), sys.getprofile()
    sys.setprofile(lambda frame, event, arg: seen.ran.add(frame.f_code))
    try:
        with redirect_stdout(out), redirect_stderr(err):
            yield seen
    finally:
        sys.setprofile(profile)
    seen.changed += [name for name, look in SURROUNDINGS.items() if look() != before[name]]
    seen.changed += [f"what is printed ({printed!r})" for printed in (out.getvalue(), err.getvalue()) if printed]
