"""The reader keeps the reader contract on every fixture, and reads each as the golden file beside it says."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from oversight_adapters.readers.crcl_summary import CrclSummaryReader
from oversight_adapters.testing import ReaderSuite

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


def test_there_are_enough_of_them() -> None:
    assert len(FIXTURES) >= 50
