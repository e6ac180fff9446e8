"""The reader keeps the reader contract on its corpus, and reads each document as the golden file says."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from tests.readers.inspectors import documents_of, passages_read

from oversight_adapters.readers.oig_report import OigReportReader
from oversight_adapters.testing import ReaderSuite
from oversight_adapters.texts.documents import document_text
from oversight_core.provenance import Source
from oversight_core.reading import Text


class TestOigReportReader(ReaderSuite):
    @pytest.fixture
    def reader(self) -> OigReportReader:
        return OigReportReader()

    @pytest.fixture
    def documents(self) -> Sequence[Path]:
        return documents_of("oig-report")

    @pytest.fixture
    def goldens(self) -> Path:
        return Path(__file__).parent / "oig_report"

    def text(self, source: Source) -> Text:
        return document_text(source)

    def sentences(self, content: str) -> Iterable[tuple[int, int]]:
        return passages_read(OigReportReader(), content)
