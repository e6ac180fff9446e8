"""Time and memory against size: `python tests/bench/sizes.py [TARGET …]`, for every kind of text and every reader.

A small document is made 1, 2, 4 and 8 times as large as `--size`, and each size is read in a process of its own, in
which nothing was read before but the small one.  Prints a table in Markdown: seconds of the processor, and MiB beyond
what the process held before; the last columns say what a megabyte takes of the smallest and of the largest.  Where that
stays as it is, cost grows with size and no faster.  The page `scale` of the documentation holds the one that was
measured last.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.fuzz import large, targets  # found by the line above
from tests.growing import grown, weight  # as above

TIMES = (1, 2, 4, 8)


def sample(name: str) -> Path:
    """The document that is made large: the longest of its kind that can be, none that is packed if others are there."""
    paths = [
        path for path in targets.seeds(name) if weight(path.read_bytes()) < weight(grown(path.read_bytes(), 20_000))
    ]
    return max(paths, key=lambda path: (not path.read_bytes().startswith(b"PK"), path.stat().st_size, path.name))


def measured(name: str, size: int) -> tuple[int, float, float]:
    """What a document of a size took: its bytes, seconds, and MiB."""
    path = sample(name)
    small = path.read_bytes()
    targets.target(name)(small)  # which imports and compiles what it needs
    cost = large.cost(name, grown(small, size), path.name)
    return cost.size, cost.seconds, cost.memory / 1024**2


def main() -> None:
    """Parse the command line; `--child` is how a measurement calls back into this file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("only", nargs="*", metavar="TARGET")
    parser.add_argument("--size", type=int, default=250_000, help="bytes of the smallest document")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(measured(options.only[0], options.size)))
        return
    names = options.only or [name for name in targets.names() if name != targets.ANY]
    print("| | " + " | ".join(f"{times} ×" for times in TIMES) + " | s a MB | MiB a MB |")
    print("|---|" + "---:|" * (len(TIMES) + 2))
    for name in names:
        print(f"| `{name}` | {' | '.join(cells(name, options.size))} |", flush=True)


def cells(name: str, size: int) -> Iterator[str]:
    """What each size took, and a megabyte of the smallest and of the largest."""
    found = []
    for times in TIMES:
        command = [sys.executable, __file__, "--child", name, "--size", str(size * times)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        length, seconds, memory = json.loads(done.stdout)
        found.append((seconds / length * 1e6, memory / length * 1e6))
        yield f"{seconds:.2f} s, {memory:.0f} MiB"
    (first, held), (last, holds) = found[0], found[-1]
    yield f"{first:.2f}–{last:.2f}"
    yield f"{held:.0f}–{holds:.0f}"


if __name__ == "__main__":
    main()
