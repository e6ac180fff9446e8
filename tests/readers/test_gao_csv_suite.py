"""The reader keeps the reader contract on documents of the corpus, and reads each as its golden file says.

An export is cells; what has to be accounted for are those of its comments that tell something.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from oversight_adapters.readers.gao_csv import GaoCsvReader
from oversight_adapters.readers.gao_csv.columns import COMMENT, header_of
from oversight_adapters.testing import ReaderSuite
from oversight_adapters.texts.grid import Grid
from oversight_adapters.texts.tables import table_text
from oversight_core.provenance import Locator, Source
from oversight_core.reading import Text

GOLDENS = Path(__file__).parent / "gao_csv"
CORPUS = Path(__file__).parents[1] / "corpus" / "gao-csv"
FIXTURES = [CORPUS / path.name.removesuffix(".expected.json") for path in sorted(GOLDENS.glob("*.expected.json"))]
"""Those documents of the corpus that have a golden file."""


class TestGaoCsvReader(ReaderSuite):
    @pytest.fixture
    def reader(self) -> GaoCsvReader:
        return GaoCsvReader()

    @pytest.fixture
    def documents(self) -> Sequence[Path]:
        return FIXTURES

    @pytest.fixture
    def goldens(self) -> Path:
        return GOLDENS

    def text(self, source: Source) -> Text:
        return table_text(source)

    def passages(self, text: Text) -> Iterable[Locator]:
        assert isinstance(text.places, Grid)
        header = header_of(text.places)
        assert header is not None
        column = dict(header.columns).get(COMMENT, 0)
        yield from (header.sheet.locator(row.number, column) for row in header.records if row.at(column))

    def longer(self, document: bytes, times: int) -> bytes:
        head, _, records = document.partition(b",Topics\n")
        return head + b",Topics\n" + b"\n".join([records] * times)
