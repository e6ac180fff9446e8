"""Importing in a fresh interpreter: wall time, and the time that Python itself counts for the imports (ms)."""

from __future__ import annotations

import os
import subprocess
import sys
from time import perf_counter

from measure import Contender, Goal

STATEMENTS = {
    "nothing": "pass",
    "attrs": "import attrs",
    "attrs+cattrs+pluggy": "import attrs, cattrs, pluggy",
    "oversight_core": "import oversight_core",
    "oversight_adapters": "import oversight_adapters",
    "oversight_core, every name": "import oversight_core as o; [getattr(o, name) for name in o.__all__]",
    "transitions": "import transitions",
    "python-statemachine": "import statemachine",
}
# Users have byte code on disk, so an environment that forbids writing it would measure the compiler.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def interpreter(*arguments: str) -> str:
    """Run a fresh interpreter and return what it writes to standard error."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=ENVIRONMENT).stderr


def counted(statement: str) -> float:
    """The sum of the times that `-X importtime` gives to each module, in ms."""
    lines = interpreter("-X", "importtime", "-c", statement).splitlines()
    own = (line.removeprefix("import time:").split("|")[0].strip() for line in lines)
    return sum(int(time) for time in own if time.isdigit()) / 1000


def contender(statement: str) -> Contender:
    def measure() -> dict[str, float]:
        interpreter("-c", statement)
        start = perf_counter()
        interpreter("-c", statement)
        wall = (perf_counter() - start) * 1000
        return {"wall ms": wall, "import ms": counted(statement)}

    return measure


CONTENDERS = {name: contender(statement) for name, statement in STATEMENTS.items()}
GOALS = tuple(
    Goal(metric, peer, at_most=ratio, ours=ours)
    for metric in ("wall ms", "import ms")
    for ours, peer, ratio in (("oversight_core", "attrs", 1.25), ("oversight_adapters", "attrs+cattrs+pluggy", 1.15))
)
