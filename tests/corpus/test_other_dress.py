"""A document of the corpus says the same whatever its line ends, its blanks and its soft breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from oversight_adapters.plugins import Adapters
from oversight_adapters.readers.facts import facts, plain
from oversight_core.provenance import Source

ROOM = Path(__file__).parent
TABLES = ("srms", "ice-detention-statistics")  # of which some are copied, with blanks between their columns
DOCUMENTS = [path for path in sorted(ROOM.glob("*/*.txt")) if path.parent.name not in TABLES]
DRESSES: dict[str, Callable[[str], str]] = {
    "line ends in two": lambda text: text.replace("\n", "\r\n"),
    "old line ends": lambda text: text.replace("\n", "\r"),
    "no-break blanks": lambda text: re.sub(r"(?<=\w) (?=\w)", "\u00a0", text),
    "two blanks for one": lambda text: re.sub(r"(?<=[a-z,.]) (?=\w)", "  ", text),
    "blanks behind lines": lambda text: text.replace("\n", "   \n"),
    "soft hyphens": lambda text: re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad", text),
}


@cache
def adapters() -> Adapters:
    return Adapters()


def told(text: str) -> tuple[str, Counter[tuple[str, str, str]], list[str]]:
    """The format, the facts, their words with single blanks, and the problems."""
    reading = adapters().read(Source.of(text.encode()))
    found = facts(reading, adapters().reader(reading.format))
    said = Counter((str(fact.item), fact.field, single(str(plain(fact.value)))) for fact in found)
    return reading.format, said, [problem.code for problem in reading.problems]


def single(words: str) -> str:
    return " ".join(words.replace("\u00ad", "").split())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOM)))
def test_it_says_the_same(document: Path) -> None:
    try:
        text = document.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        pytest.skip("it is no UTF-8, and says so in a byte that another dress would change")
    usual = told(text)
    for name, dress in DRESSES.items():
        assert told(dress(text)) == usual, name
