"""The reader keeps the reader contract on every fixture, and reads each as the golden file beside it says.

A page is cells; only its comments are sentences.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from oversight_adapters.readers.gao_agency_page import GaoAgencyPageReader
from oversight_adapters.readers.gao_agency_page.layout import layout
from oversight_adapters.testing import ReaderSuite
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.sentences import sentences

FIXTURES = sorted((Path(__file__).parent / "gao").glob("*.txt"))


class TestGaoAgencyPageReader(ReaderSuite):
    @pytest.fixture
    def reader(self) -> GaoAgencyPageReader:
        return GaoAgencyPageReader()

    @pytest.fixture
    def documents(self) -> Sequence[Path]:
        return FIXTURES

    @pytest.fixture
    def goldens(self) -> Path:
        return FIXTURES[0].parent

    def sentences(self, content: str) -> Iterator[tuple[int, int]]:
        folded = fold(content)
        for block in layout(folded).blocks:
            if block.title:
                yield block.title
            for row in block.rows:
                yield from (cell for cell in (row.agency, row.text, row.status) if cell)
                if row.comment:
                    yield from sentences(folded, *row.comment)


def test_there_are_enough_of_them() -> None:
    assert len(FIXTURES) >= 25
