"""The reader keeps the reader contract on every labelled document, and reads each as its golden file says."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from oversight_adapters.readers.plan_document import PlanDocumentReader
from oversight_adapters.readers.plan_document.furniture import tail_at
from oversight_adapters.readers.plan_document.layout import blocks
from oversight_adapters.testing import ReaderSuite
from oversight_adapters.texts.folded import fold
from oversight_adapters.texts.sentences import sentences

CORPUS = Path(__file__).parents[1] / "corpus" / "plan-document"
GOLDENS = Path(__file__).parent / "plan_document"
FIXTURES = sorted(CORPUS.glob("*.txt"))


class TestPlanDocumentReader(ReaderSuite):
    @pytest.fixture
    def reader(self) -> PlanDocumentReader:
        return PlanDocumentReader()

    @pytest.fixture
    def documents(self) -> Sequence[Path]:
        return FIXTURES

    @pytest.fixture
    def goldens(self) -> Path:
        return GOLDENS

    def sentences(self, content: str) -> Iterator[tuple[int, int]]:
        folded = fold(content)
        tail = tail_at(folded)
        for block in blocks(content[:tail], folded[:tail]):  # the mark of an item says nothing
            yield from sentences(folded, block.start, block.end)
        yield from sentences(folded, tail)


def test_there_are_enough_of_them() -> None:
    assert len(FIXTURES) >= 20
