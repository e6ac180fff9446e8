"""Measures us and our peers in one run: `python tests/bench/run.py [--quick] [--rounds N] [w6 …]`.

Every measurement is a process of its own, so that no contender's warm caches or garbage reach another.  Contenders take
turns round after round in rotating order, so that a machine that slows down slows all of them; the median counts.
Only ratios are worth quoting.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).resolve().parent
QUICK = 1
THOROUGH = 7


def workloads(only: list[str]) -> Iterator[ModuleType]:
    """The modules `w….py` beside this one whose name starts with one of the words asked for."""
    for path in sorted(HERE.glob("w[0-9]*.py")):
        if not only or path.stem.startswith(tuple(only)):
            yield import_module(path.stem)


def measured(workload: str, contender: str) -> dict[str, float]:
    """One measurement in a fresh process; what it prints on failure ends the run."""
    command = [sys.executable, __file__, "--child", workload, contender]
    done = subprocess.run(command, capture_output=True, text=True, cwd=HERE, check=False)
    if done.returncode:
        raise SystemExit(f"{workload}, {contender}:\n{done.stderr}")
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def medians(workload: ModuleType, rounds: int) -> dict[str, dict[str, float]]:
    """metric → contender → median."""
    names = list(workload.CONTENDERS)
    values: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for turn in range(rounds):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            for metric, value in measured(workload.__name__, name).items():
                values[metric][name].append(value)
    return {metric: {name: statistics.median(of) for name, of in by.items()} for metric, by in values.items()}


def report(workload: ModuleType, found: dict[str, dict[str, float]]) -> None:
    """Print the medians, then each goal with the ratio that was reached."""
    print(f"\n{workload.__name__}: {(workload.__doc__ or '').splitlines()[0]}")
    for metric, by in found.items():
        for name, value in by.items():
            print(f"  {metric:<28} {name:<34} {value:>14,.2f}")
    for goal in workload.GOALS:
        by = found[goal.metric]
        value = by[goal.ours] / by[goal.peer] if goal.peer else by[goal.ours]
        print(f"  {goal.metric}: {goal}: {value:.2f}{'' if goal.met(value) else '   NOT MET'}")


def main() -> None:
    """Parse the command line; `--child` is how a measurement calls back into this file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("only", nargs="*", help="work-loads, by the start of their names")
    parser.add_argument("--quick", action="store_true", help="one round: proves that everything runs, quote no number")
    parser.add_argument("--rounds", type=int, default=THOROUGH)
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        workload, contender = options.only
        print(json.dumps(import_module(workload).CONTENDERS[contender]()))
        return
    for module in workloads(options.only):
        report(module, medians(module, QUICK if options.quick else options.rounds))


if __name__ == "__main__":
    main()
