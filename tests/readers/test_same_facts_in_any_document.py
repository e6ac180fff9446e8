"""A page says the same as plain text, as a web page, as a PDF and as a Word document, and its words stand there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from tests.texts import documents

from oversight_adapters.plugins import Adapters
from oversight_adapters.texts.documents import document_text
from oversight_core.provenance import Element, Excerpt, Page, Source, TextSpan
from oversight_core.reading import Reading, Text

ADAPTERS = Adapters()
SAMPLES = sorted(
    (path for path in files("oversight_adapters").joinpath("samples").iterdir() if path.name.endswith(".txt")),
    key=lambda path: path.name,
)
SEEDS = sorted(Path(__file__).parents[3].joinpath("shared/seeds").glob("*.txt"))
# What one of them says by how far it indents a line stands in no other kind of document.
SEEDS = [path for path in SEEDS if not path.name.startswith("003")]
PLACES = {"html": {Element}, "pdf": {Page, TextSpan}, "docx": {TextSpan}}  # from one page to the next leads a span
KINDS: dict[str, Callable[[str], bytes]] = {"html": documents.html, "pdf": documents.pdf, "docx": documents.word}


def facts(reading: Reading) -> Counter[tuple[Any, ...]]:
    """What a reading tells, whatever its places."""
    told: Counter[tuple[Any, ...]] = Counter()
    for candidate in reading.candidates:
        told[str(candidate.item), candidate.entity, candidate.occurred_on] += 1
        for label in candidate.labels:
            told[str(label.item or candidate.item), label.vocabulary, label.words, label.occurred_on] += 1
    return told


def excerpts(reading: Reading) -> Iterator[Excerpt]:
    for candidate in reading.candidates:
        yield from candidate.excerpts
        for label in candidate.labels:
            yield from label.excerpts


def read(content: bytes, name: str) -> tuple[Text, Reading]:
    """A document as the reader that recognises it reads it."""
    source = Source.of(content, name=name)
    return document_text(source), ADAPTERS.read(source)


def check(plain: str, kind: str) -> None:
    _, expected = read(plain.encode(), "plain.txt")
    text, reading = read(KINDS[kind](plain), f"page.{kind}")
    assert reading.format == expected.format
    told, wanted = facts(reading), facts(expected)
    assert told == wanted, (told - wanted, wanted - told)
    assert [problem.code for problem in reading.problems] == [problem.code for problem in expected.problems]
    for excerpt in excerpts(reading):
        assert excerpt.locator is None or text.at(excerpt.locator) == excerpt.words
    places = {type(excerpt.locator) for excerpt in excerpts(reading) if excerpt.locator}
    assert places <= PLACES[kind]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_samples(sample: Path, kind: str) -> None:
    check(sample.read_text(encoding="utf-8"), kind)


@pytest.mark.skipif(not SEEDS, reason="the documents that the samples are modelled on are not here")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_seeds(seed: Path, kind: str) -> None:
    check(seed.read_text(encoding="utf-8"), kind)
