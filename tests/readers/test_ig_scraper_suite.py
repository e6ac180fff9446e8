"""The reader keeps the reader contract on its corpus, and reads each document as the golden file says."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.readers.inspectors import documents_of

from oversight_adapters.readers.ig_scraper import IgScraperReader, records_text
from oversight_adapters.testing import ReaderSuite
from oversight_core.provenance import Source
from oversight_core.reading import Text


class TestIgScraperReader(ReaderSuite):
    @pytest.fixture
    def reader(self) -> IgScraperReader:
        return IgScraperReader()

    @pytest.fixture
    def documents(self) -> Sequence[Path]:
        return documents_of("ig-scraper")

    @pytest.fixture
    def goldens(self) -> Path:
        return Path(__file__).parent / "ig_scraper"

    def text(self, source: Source) -> Text:
        return records_text(source)

    def longer(self, document: bytes, times: int) -> bytes:
        return b"\n".join([document.replace(b"\n", b" ")] * times)
