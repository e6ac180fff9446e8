"""The reader keeps the reader contract on its corpus, and reads each document as the golden file says."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from tests.readers.inspectors import documents_of, passages_read

from oversight_adapters.readers.oversight_gov import OversightGovReader
from oversight_adapters.testing import ReaderSuite
from oversight_adapters.texts.documents import document_text
from oversight_core.provenance import Source
from oversight_core.reading import Text


class TestOversightGovReader(ReaderSuite):
    @pytest.fixture
    def reader(self) -> OversightGovReader:
        return OversightGovReader()

    @pytest.fixture
    def documents(self) -> Sequence[Path]:
        return documents_of("oversight-gov")

    @pytest.fixture
    def goldens(self) -> Path:
        return Path(__file__).parent / "oversight_gov"

    def text(self, source: Source) -> Text:
        return document_text(source)

    def sentences(self, content: str) -> Iterable[tuple[int, int]]:
        return passages_read(OversightGovReader(), content)
