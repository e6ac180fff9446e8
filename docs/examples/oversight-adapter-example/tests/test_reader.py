"""The reader keeps the contract of a reader, clause by clause; what it makes of each document stands in `goldens`."""

from pathlib import Path

import pytest
from oversight_adapters.testing import ReaderSuite

from oversight_adapter_example.phrases import BOOK
from oversight_adapter_example.reader import HarbourReader

HERE = Path(__file__).parent


class TestHarbourReader(ReaderSuite):
    @pytest.fixture
    def reader(self) -> HarbourReader:
        return HarbourReader()

    @pytest.fixture
    def documents(self) -> list[Path]:
        return sorted(HERE.joinpath("documents").glob("*.txt"))

    @pytest.fixture
    def goldens(self) -> Path:
        return HERE / "goldens"


def test_every_phrase_reads_its_example_and_not_its_counter_example() -> None:
    assert BOOK.faults() == []
