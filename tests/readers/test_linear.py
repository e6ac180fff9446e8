"""Every pattern of every reader, and of what makes its text, takes about twice as long for twice as much.

The strings are made of the pattern itself: each of its repetitions is pumped, and then fails.
"""

from __future__ import annotations

import re
import signal
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from pkgutil import walk_packages
from time import process_time

import pytest
from tests.readers.pumping import pumped, pumps

import oversight_adapters.readers
import oversight_adapters.texts
from oversight_adapters.readers.phrasebook import Phrasebook

SHORT = 600  # characters
SLOW = 0.01  # seconds, below which no time is worth a look
LONG = 5.0  # seconds, after which a search is ended
STEEP = 3.0  # times as long for twice as much is too much; a square takes four


def modules() -> Iterator[str]:
    for package in (oversight_adapters.readers, oversight_adapters.texts):
        yield package.__name__
        yield from (found.name for found in walk_packages(package.__path__, f"{package.__name__}."))


def patterns(module: str) -> dict[str, re.Pattern[str]]:
    """The patterns that a module holds by name, in a tuple, or in a phrasebook."""
    found: dict[str, re.Pattern[str]] = {}
    for name, value in vars(import_module(module)).items():
        if isinstance(value, Phrasebook):
            found |= {f"{name}/{row}": value.pattern(row) for row in value.phrases}
        for n, one in enumerate(_flat(value)):
            found[f"{name}[{n}]"] = one
    return {name: one for name, one in found.items() if isinstance(one.pattern, str)}


def _flat(value: object, depth: int = 2) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict) and depth:
        for one in value.values():
            yield from _flat(one, depth - 1)
    elif isinstance(value, tuple | list) and depth:
        for one in value:
            yield from _flat(one, depth - 1)


class TooLong(Exception):
    """A search that was ended."""


def _end(*_: object) -> None:
    raise TooLong


def took(pattern: re.Pattern[str], text: str) -> float:
    """Seconds of a search through all of a text; `LONG` where it was ended."""
    before = signal.signal(signal.SIGALRM, _end)
    signal.setitimer(signal.ITIMER_REAL, LONG)
    begun = process_time()
    try:
        for _ in pattern.finditer(text):
            pass
        return process_time() - begun
    except TooLong:
        return LONG
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def is_steep(pattern: re.Pattern[str], seen: Counter[str]) -> str:
    """Where a pattern takes much more than twice as long for twice as much, four times over; "" where it does not."""
    chosen = pumps(pattern, seen)
    for n, short in enumerate(pumped(pattern, SHORT, chosen)):
        first = took(pattern, short)
        if first < SLOW:
            continue
        if first >= LONG and took(pattern, short) >= LONG:
            return f"{len(short):,} characters take more than {LONG} s, such as {short[:60]!r}"
        longer = (next(islice(pumped(pattern, SHORT * 2**power, chosen), n, None)) for power in (1, 2))
        times = [min(took(pattern, text) for _ in range(3)) for text in (short, *longer)]
        if times[2] > SLOW and times[2] > STEEP * times[1] and times[1] > STEEP * times[0]:
            return f"{times[0]:.3f} s, {times[1]:.3f} s, {times[2]:.3f} s for {short[:60]!r}"
    return ""


def homes() -> dict[str, dict[str, re.Pattern[str]]]:
    """Each pattern in the first module that holds it."""
    seen: set[tuple[str, int]] = set()
    found: dict[str, dict[str, re.Pattern[str]]] = {}
    for module in sorted(set(modules())):
        own = {name: one for name, one in patterns(module).items() if (one.pattern, one.flags) not in seen}
        seen.update((one.pattern, one.flags) for one in own.values())
        found[module] = own
    return {module: own for module, own in found.items() if own}


HOMES = homes()


@pytest.mark.parametrize("module", HOMES)
def test_no_pattern_explodes(module: str) -> None:
    seen: Counter[str] = Counter()
    assert {name: said for name, one in HOMES[module].items() if (said := is_steep(one, seen))} == {}


@pytest.mark.slow
@pytest.mark.parametrize("pattern", [r"(?:a+)+b", r"\w*\w*$", r"a*a*b"])
def test_a_pattern_that_does_is_found(pattern: str) -> None:
    assert is_steep(re.compile(pattern), Counter())
