"""A reader that a mapping makes keeps the whole contract of readers, whatever the format of its table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import pytest
from tests.readers.mapped_tables import CITY, CITY_COLUMNS, city_rows, csv_bytes, reader

from oversight_adapters.readers.mapped_table import MappedTableReader
from oversight_adapters.testing import ReaderSuite
from oversight_adapters.texts.grid import Grid
from oversight_core.provenance import Locator, Source
from oversight_core.reading import Text

ROWS = [row for row in city_rows()[:40] if row[6] != "N/A"]
MAPPED = reader(CITY)


class _Tables(ReaderSuite):
    @pytest.fixture
    def reader(self) -> MappedTableReader:
        return MAPPED

    def text(self, source: Source) -> Text:
        return MAPPED.text(source)

    def passages(self, text: Text) -> Iterable[Locator]:
        """The cells below the header, but those that are never imported."""
        assert isinstance(text.places, Grid)
        for sheet in text.places.sheets:
            for row in sheet.rows[0 if sheet.columns else 1 :]:
                yield from (sheet.locator(row.number, column) for column in range(1, 9) if row.at(column))


class TestCsv(_Tables):
    @pytest.fixture
    def documents(self) -> Sequence[bytes]:
        return [csv_bytes([CITY_COLUMNS, *ROWS]), csv_bytes([CITY_COLUMNS, *ROWS], line_end="\r", delimiter=";")]

    def longer(self, document: bytes, times: int) -> bytes:
        header, _, rest = document.partition(b"\r\n")
        return header + b"\r\n" + rest * times


class TestJson(_Tables):
    @pytest.fixture
    def documents(self) -> Sequence[bytes]:
        whole = json.dumps([dict(zip(CITY_COLUMNS, row, strict=True)) for row in ROWS]).encode()
        return [whole, whole.replace(b'"title"', b'"title": "Of what?", "title"', 1)]  # a key twice, told of its object

    def longer(self, document: bytes, times: int) -> bytes:
        return b"[" + b",".join([document[1:-1]] * times) + b"]"
