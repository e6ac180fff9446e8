"""The reader keeps the reader contract on every labelled document, and reads each as its golden file says."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from oversight_adapters.readers.odo_inspection import OdoInspectionReader
from oversight_adapters.testing import ReaderSuite
from oversight_adapters.texts.documents import document_text
from oversight_core.provenance import Source
from oversight_core.reading import Text

ROOM = Path(__file__).parent
LABELLED = ROOM.parent / "corpus" / "odo-inspection"
FIXTURES = sorted(path for path in LABELLED.iterdir() if path.suffix in (".txt", ".html"))
"""The others are packed: what stands in them cannot be blotted out in their bytes."""


class TestOdoInspectionReader(ReaderSuite):
    @pytest.fixture
    def reader(self) -> OdoInspectionReader:
        return OdoInspectionReader()

    @pytest.fixture
    def documents(self) -> Sequence[Path]:
        return FIXTURES

    @pytest.fixture
    def goldens(self) -> Path:
        return ROOM / "detention" / "odo-inspection"

    def text(self, source: Source) -> Text:
        return document_text(source)


def test_there_are_enough_of_them() -> None:
    assert len(FIXTURES) >= 10
