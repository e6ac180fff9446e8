"""Each reader of a table of the Universal Periodic Review keeps the reader contract, whatever kind of file the table is
in, and reads each fixture as the golden file beside it says."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from oversight_adapters.readers.upr_export import UHRI_EXPORT, UPR_CODED_REPORTS, UPR_INFO_EXPORT, UprTableReader
from oversight_adapters.testing import ReaderSuite
from oversight_adapters.texts.grid import Grid
from oversight_adapters.texts.plain import decode
from oversight_adapters.texts.tables import table_text
from oversight_core.provenance import Locator, Source
from oversight_core.reading import Text

FOLDER = Path(__file__).parent / "upr"


def rows_of(path: Path) -> list[list[str]]:
    """The rows of a fixture."""
    return list(csv.reader(io.StringIO(decode(Source.of(path.read_bytes())).content, newline="")))


def as_tsv(rows: Sequence[Sequence[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter="\t").writerows(rows)
    return out.getvalue().encode()


def as_json(rows: Sequence[Sequence[str]]) -> bytes:
    return json.dumps([dict(zip(rows[0], row, strict=False)) for row in rows[1:]]).encode()


class _Tables(ReaderSuite):
    def text(self, source: Source) -> Text:
        return table_text(source)

    def passages(self, text: Text) -> Iterable[Locator]:
        """Every cell below the header."""
        assert isinstance(text.places, Grid)
        for sheet in text.places.sheets:
            for row in sheet.rows[0 if sheet.columns else 1 :]:
                yield from (sheet.locator(row.number, n) for n, words in enumerate(row.words, 1) if words.strip())

    def longer(self, document: bytes, times: int) -> bytes:
        mark = b"\n" if b"\n" in document else b"\r"
        header, _, rest = document.partition(mark)
        return header + mark + rest * times

    @pytest.fixture
    def goldens(self) -> Path:
        return FOLDER


class TestUprInfoExport(_Tables):
    @pytest.fixture
    def reader(self) -> UprTableReader:
        return UprTableReader(UPR_INFO_EXPORT)

    @pytest.fixture
    def documents(self) -> Sequence[Path]:
        return sorted(FOLDER.glob("upr-info*.csv"))


class TestUprCodedReports(_Tables):
    @pytest.fixture
    def reader(self) -> UprTableReader:
        return UprTableReader(UPR_CODED_REPORTS)

    @pytest.fixture
    def documents(self) -> Sequence[Path]:
        return sorted(FOLDER.glob("coded*.csv"))


class TestUhriExport(_Tables):
    @pytest.fixture
    def reader(self) -> UprTableReader:
        return UprTableReader(UHRI_EXPORT)

    @pytest.fixture
    def documents(self) -> Sequence[Path]:
        return sorted(FOLDER.glob("uhri*.csv"))


class TestUhriExportAsJson(_Tables):
    @pytest.fixture
    def reader(self) -> UprTableReader:
        return UprTableReader(UHRI_EXPORT)

    @pytest.fixture
    def documents(self) -> Sequence[bytes]:
        rows = rows_of(FOLDER / "uhri.csv")
        return [as_json(rows), as_tsv(rows)]

    @pytest.fixture
    def goldens(self) -> None:
        return None

    def longer(self, document: bytes, times: int) -> bytes:
        return b"[" + b",".join([document[1:-1]] * times) + b"]" if document.startswith(b"[") else document * times
