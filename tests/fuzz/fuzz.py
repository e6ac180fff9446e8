"""Coverage-guided fuzzing of every text and every reader: bytes that grow towards code nobody has seen.

``python tests/fuzz/fuzz.py --runs 2000`` tries so many inputs on each target, ``--seconds 600`` as many as there is
time for; targets named after it are the only ones.  It begins with small documents of this project, and with the same
chance each time.  Whatever bytes come: a result whose words stand where it says, or a typed error; no more than a
second for a megabyte; no more memory than ten times the input and a constant.  Then the seeds, and what was found to
take longest, are made large, and time and memory are measured while nobody counts branches.

A packed document is as large as what it unpacks to.
"""

from __future__ import annotations

import argparse
import logging
import os
import resource
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

HERE = Path(__file__).resolve().parent
FOUND = HERE / "found"  # inputs that broke something
sys.path.insert(0, str(HERE.parents[1]))

from tests.fuzz import large, packed, targets  # noqa: E402  # found by the line above
from tests.growing import weight  # noqa: E402  # as above

LONGEST = 32_768  # bytes of an input
HANGS = 20  # seconds, after which a single input is given up
WHOLE = 1_536  # megabytes of the process, with what counts branches
INSTRUMENTED = ("oversight_adapters.readers", "oversight_adapters.texts", "xlrd")


def fuzz(name: str, options: list[str], folder: Path) -> None:
    """Fuzz one target in this process, which ends with it."""
    import atheris

    with atheris.instrument_imports(include=list(INSTRUMENTED)):
        tried = targets.target(name)
        for seed in targets.seeds(name):
            tried(seed.read_bytes())  # which imports all that it needs

    def bounded(content: bytes) -> None:
        held, begun = _peak(), process_time()
        tried(content)
        one = large.Cost(name, "an input", weight(content), process_time() - begun, _peak() - held)
        assert not one.fault, one.fault

    def changed(content: bytes, longest: int, seed: int) -> bytes:
        return packed.changed(content, longest, seed, atheris.Mutate)

    FOUND.mkdir(exist_ok=True)
    fixed = ["-seed=1", f"-max_len={LONGEST}", f"-timeout={HANGS}", f"-rss_limit_mb={WHOLE}", "-verbosity=0"]
    artifacts = f"-artifact_prefix={FOUND}/{name}-"
    atheris.Setup([sys.argv[0], *fixed, *options, artifacts, str(folder)], bounded, custom_mutator=changed)
    atheris.Fuzz()


def _peak() -> int:
    """The most bytes that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def grow(name: str, folder: Path, size: int) -> int:
    """Make the seeds and what was found large, and say what took too much; how many that are."""
    tried = targets.target(name)
    for seed in targets.seeds(name):
        tried(seed.read_bytes())  # which imports all that it needs
    costs = large.large(name, sorted(folder.iterdir()), size)
    faults = [one.fault for one in costs if one.fault]
    dearest = max(costs, key=lambda one: one.memory / one.size)
    print(f"{costs[0].seconds / costs[0].size * 1e6:.2f} s a megabyte ({costs[0].name})", end=", ")
    print(f"{dearest.memory / dearest.size:.0f} times the input in memory ({dearest.name})")
    print("\n".join(faults))
    return len(faults)


def both(name: str, options: list[str], size: int) -> tuple[str, int, str]:
    """Fuzz one target, then make large what was found, each in a process of its own: what was wrong, and was said."""
    with TemporaryDirectory() as room:
        folder = Path(room)
        for number, seed in enumerate(targets.seeds(name)):
            shutil.copy(seed, folder / f"{number:03}-{seed.name}")
        command = [sys.executable, __file__, "--child", name, "--folder", room, "--size", str(size)]
        fuzzed = _run([*command, *options])
        measured = _run([*command, "--large"])
    if fuzzed.returncode:
        return name, 1, f"{fuzzed.stdout[-2_000:]}\n{fuzzed.stderr[-2_000:]}\nWhat breaks it is in {FOUND}"
    return name, measured.returncode, measured.stdout.strip() + measured.stderr[-4_000:]


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    chance = {**os.environ, "PYTHONHASHSEED": "0"}
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False, env=chance)


def main() -> int:
    """Fuzz the targets, as many at once as there are processors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("only", nargs="*", metavar="TARGET", help=", ".join(targets.names()))
    parser.add_argument("--runs", type=int, default=0, help="inputs that are tried on each target")
    parser.add_argument("--seconds", type=int, default=0, help="time for each target, if that is over sooner")
    parser.add_argument("--size", type=int, default=500_000, help="bytes of what is made large")
    for hidden in ("--child", "--folder"):
        parser.add_argument(hidden, default="", help=argparse.SUPPRESS)
    parser.add_argument("--large", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    options = [f"--runs={given.runs}"] * bool(given.runs) + [f"--seconds={given.seconds}"] * bool(given.seconds)
    if given.child:
        logging.disable()
        if given.large:
            return bool(grow(given.child, Path(given.folder), given.size))
        bounds = [f"-runs={given.runs}"] * bool(given.runs) + [f"-max_total_time={given.seconds}"] * bool(given.seconds)
        fuzz(given.child, bounds, Path(given.folder))
        return 0
    failed = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, faults, said in pool.map(
            partial(both, options=options, size=given.size), given.only or targets.names()
        ):
            print(f"{name}: {'FAILED' if faults else 'clean'}; {said}", flush=True)
            failed += bool(faults)
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
