"""The reader keeps the reader contract on every fixture."""

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
