"""The reader keeps the reader contract on every labelled document, and reads each as its golden file says."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from oversight_adapters.readers.srms import SrmsReader
from oversight_adapters.readers.srms.layout import layout
from oversight_adapters.readers.words.agency_words import LONGEST_CATEGORY, is_redacted
from oversight_adapters.testing import ReaderSuite
from oversight_adapters.texts.grid import Grid
from oversight_adapters.texts.tables import table_text
from oversight_core.provenance import Locator, Source
from oversight_core.reading import Text

ROOM = Path(__file__).parent
LABELLED = ROOM.parent / "corpus" / "srms"
FIXTURES = sorted(path for path in LABELLED.iterdir() if not path.name.endswith(".labels.json"))


class TestSrmsReader(ReaderSuite):
    @pytest.fixture
    def reader(self) -> SrmsReader:
        return SrmsReader()

    @pytest.fixture
    def documents(self) -> Sequence[Path]:
        return FIXTURES

    @pytest.fixture
    def goldens(self) -> Path:
        return ROOM / "detention" / "srms"

    def text(self, source: Source) -> Text:
        return table_text(source)

    def passages(self, text: Text) -> Iterable[Locator]:
        """The cells of columns that are read, but for those of which only the number is told."""
        assert isinstance(text.places, Grid)
        for found in filter(None, map(layout, text.places.sheets)):
            for row in found.rows():
                if any(row.at(column).strip() for column in found.telling):
                    for number, _ in found.read:
                        if (words := row.at(number)) and not is_redacted(words) and len(words) <= LONGEST_CATEGORY:
                            yield found.sheet.locator(row.number, number)


def test_there_are_enough_of_them() -> None:
    assert len(FIXTURES) >= 12
