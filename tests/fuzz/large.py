"""Time and memory of large inputs: small documents, and what was found, made large; each in a process of its own.

What a process has imported and compiled before it begins does not count.
"""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Iterable
from pathlib import Path
from time import process_time
from typing import NamedTuple

from tests.fuzz import targets
from tests.fuzz.targets import Target
from tests.growing import grown, weight

A_MEGABYTE = 1.0  # seconds of the processor that one may take, and as many for whatever has no size
# What a megabyte may take of readers of prose where every line of it states something: to be lowered, never raised.
DENSE = {
    "plan-document": 4,
    "oig-report": 5,
    "any": 4,
    "crcl-summary": 3,
    "odo-inspection": 3,
    "ohchr-list": 3,
    "dhs-oig-listing": 2,
    "oversight-gov": 2,
}
TIMES = 10  # as much memory as the input has bytes
CONSTANT = 384 * 1024**2  # bytes of memory, for tables of as many rows, and pages of as many tags, as may be
SLOWEST = 6  # of what was found: so many are made large
_SMALL = 1_000  # bytes, below which what a reading takes at least says nothing


class Cost(NamedTuple):
    """What one input took of a target: seconds of the processor, and bytes of memory."""

    target: str
    name: str
    size: int
    seconds: float
    memory: int

    @property
    def fault(self) -> str:
        """What is too much; "" where nothing is."""
        said = []
        if self.seconds > A_MEGABYTE + DENSE.get(self.target, A_MEGABYTE) * self.size / 1e6:
            said.append(f"{self.seconds:.2f} s")
        if self.memory > TIMES * self.size + CONSTANT:
            said.append(f"{self.memory:,} bytes of memory")
        return f"{self.name}: {self.size:,} bytes took {' and '.join(said)}" if said else ""


def cost(target: str, content: bytes, name: str = "") -> Cost:
    """What an input takes in a process of its own.  Raises `AssertionError` where it ends with an error."""
    coming, going = os.pipe()
    child = os.fork()
    if not child:
        os.close(coming)
        answer = b""
        try:
            answer = pickle.dumps(_measured(targets.target(target), content))
        finally:
            os.write(going, answer)
            os._exit(0)
    os.close(going)
    with os.fdopen(coming, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    assert answer, f"{name}: {len(content):,} bytes ended the process"
    return Cost(target, name, weight(content), *pickle.loads(answer))


def _measured(tried: Target, content: bytes) -> tuple[float, int]:
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
    held, begun = _held("VmRSS"), process_time()
    tried(content)
    return process_time() - begun, _held("VmHWM") - held


def _held(what: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(what))


def large(target: str, small: Iterable[Path], size: int) -> list[Cost]:
    """The costs, made large, of those of small inputs that took longest for their size; the worst first."""
    slow, seen, tried = [], set[bytes](), targets.target(target)
    for path in small:
        content = path.read_bytes()
        if content in seen:
            continue
        seen.add(content)
        begun = process_time()
        tried(content)
        slow.append(((process_time() - begun) / (len(content) + _SMALL), path))
    measured = []
    for _, path in sorted(slow, reverse=True)[:SLOWEST]:
        try:
            content = grown(path.read_bytes(), size)
        except Exception:  # what was found may be no document any more that can be made large
            continue
        if weight(content) >= size // 2:
            measured.append(cost(target, content, path.name))
    return sorted(measured, key=lambda one: one.seconds / one.size, reverse=True)
