"""Every work-load of the outer harness in one module: ``OVERSIGHT_BENCH=contender_all`` with this folder on the path.

Each is imported when it is asked for, since some import the harness' own modules.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from contender import w1 as w1
from contender import w7 as w7


def w2() -> Any:
    """An entity of twenty fields as JSON and back."""
    return import_module("contender_w2").w2()


def w3(path: str, streams: Any) -> Any:
    """Entries appended durably, and folded again."""
    return import_module("contender_w3").w3(path, streams)


def w4() -> Any:
    """How many stand where, and how old they are."""
    return import_module("contender_w4").w4()


def w5() -> Any:
    """A page read."""
    return import_module("contender_w5").w5()


def w6() -> str:
    """What is timed as an import."""
    return "import oversight_core"
