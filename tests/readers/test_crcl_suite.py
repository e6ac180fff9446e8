"""The reader keeps the reader contract on every fixture, and reads each as the golden file beside it says."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from oversight_adapters.readers.crcl_summary import CrclSummaryReader
from oversight_adapters.readers.crcl_summary.furniture import without_furniture
from oversight_adapters.testing import ReaderSuite
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.sentences import sentences

FIXTURES = sorted((Path(__file__).parent / "crcl").glob("*.txt"))


class TestCrclSummaryReader(ReaderSuite):
    @pytest.fixture
    def reader(self) -> CrclSummaryReader:
        return CrclSummaryReader()

    @pytest.fixture
    def documents(self) -> Sequence[Path]:
        return FIXTURES

    @pytest.fixture
    def goldens(self) -> Path:
        return FIXTURES[0].parent

    def sentences(self, content: str) -> Iterator[tuple[int, int]]:
        return sentences(without_furniture(fold(content)))


def test_there_are_enough_of_them() -> None:
    assert len(FIXTURES) >= 50
