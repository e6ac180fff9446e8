"""The reader keeps the reader contract on every labelled document, and reads each as its golden file says."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from oversight_adapters.readers.ice_detention_statistics import IceDetentionStatisticsReader
from oversight_adapters.readers.ice_detention_statistics.columns import HIDDEN
from oversight_adapters.readers.ice_detention_statistics.header import header
from oversight_adapters.testing import ReaderSuite
from oversight_adapters.texts.grid import Grid
from oversight_adapters.texts.tables import table_text
from oversight_core.provenance import Locator, Source
from oversight_core.reading import Text

ROOM = Path(__file__).parent
LABELLED = ROOM.parent / "corpus" / "ice-detention-statistics"
FIXTURES = sorted(path for path in LABELLED.iterdir() if not path.name.endswith(".labels.json"))
READ = ("facilities", "segregation", "vulnerable")


class TestIceDetentionStatisticsReader(ReaderSuite):
    @pytest.fixture
    def reader(self) -> IceDetentionStatisticsReader:
        return IceDetentionStatisticsReader()

    @pytest.fixture
    def documents(self) -> Sequence[Path]:
        return FIXTURES

    @pytest.fixture
    def goldens(self) -> Path:
        return ROOM / "detention" / "ice-detention-statistics"

    def text(self, source: Source) -> Text:
        return table_text(source)

    def passages(self, text: Text) -> Iterable[Locator]:
        """Every cell of the sheets that are read, by their names, but for the names of columns."""
        assert isinstance(text.places, Grid)
        for sheet in text.places.sheets:
            if not sheet.name or any(name in sheet.name.lower() for name in READ):
                names = found.row.number if (found := header(sheet)) else 0
                for row in (one for one in sheet.rows if one.number != names):
                    for column, words in enumerate(row.words, 1):
                        if words and words.strip().casefold() not in HIDDEN:
                            yield sheet.locator(row.number, column)


def test_there_are_enough_of_them() -> None:
    assert len(FIXTURES) >= 10
