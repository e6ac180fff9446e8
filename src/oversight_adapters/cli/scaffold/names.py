"""What a plug-in may be called: its name becomes part of a package, of a module and of a class."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from keyword import iskeyword

from oversight_adapters.plugins import Adapters

NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
LONGEST = 36
STANDARD = sys.stdlib_module_names | {"test"}


def _ships(name: str) -> bool:
    own = Adapters()
    return name == "builtin" or any(name in shelf for shelf in (own.stores, own.readers, own.writers, own.rulebooks))


REFUSED: tuple[tuple[Callable[[str], bool], str], ...] = (
    (lambda name: len(name) > LONGEST, f"it is longer than {LONGEST} characters"),
    (
        lambda name: not NAME.fullmatch(name),
        "a name is lower-case letters and digits, a letter first, with hyphens between words, such as city-tracker",
    ),
    (iskeyword, "it is a word of Python's own"),
    (lambda name: name.replace("-", "_") in STANDARD, "a module of Python's library is called so"),
    (
        lambda name: name.startswith("oversight"),
        "every project gets the prefix oversight-adapter-; give what follows it",
    ),
    (_ships, "what ships with oversight-core is called so"),
)
"""When a name is refused, and why; the first that holds is told."""


def why_not(name: str) -> str:
    """Why a plug-in cannot have this name; "" where it can.

    >>> why_not("city-tracker"), why_not("json")
    ('', "a module of Python's library is called so")
    """
    return next((why for refuses, why in REFUSED if refuses(name)), "")
