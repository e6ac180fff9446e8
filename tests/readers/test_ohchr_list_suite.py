"""The reader keeps the reader contract on every fixture, and reads each as the golden file beside it says.

A list is lines: paragraphs, cells and items; none of them is a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from oversight_adapters.readers.ohchr_list import OhchrListReader
from oversight_adapters.readers.ohchr_list.blocks import Layout
from oversight_adapters.readers.ohchr_list.lines import lines
from oversight_adapters.readers.ohchr_list.phrases import BOOK
from oversight_adapters.testing import ReaderSuite
from oversight_adapters.texts.folded import fold

FIXTURES = sorted((Path(__file__).parent / "ohchr").glob("*.txt"))


class TestOhchrListReader(ReaderSuite):
    @pytest.fixture
    def reader(self) -> OhchrListReader:
        return OhchrListReader()

    @pytest.fixture
    def documents(self) -> Sequence[Path]:
        return FIXTURES

    @pytest.fixture
    def goldens(self) -> Path:
        return FIXTURES[0].parent

    def sentences(self, content: str) -> Iterator[tuple[int, int]]:
        layout = Layout(folded := fold(content))
        for line in lines(content, folded):
            layout.take(line)
        page = layout.done()
        yield from sorted({*page.head, *page.strays, *page.leads, *(block.paragraph for block in page.blocks)})


def test_every_phrase_reads_its_example_and_not_its_counter_example() -> None:
    assert BOOK.faults() == []
