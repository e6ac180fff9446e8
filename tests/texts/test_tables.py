"""Which format a table is: by its bytes first, its name then; what is no table is told by what it is."""

from __future__ import annotations

import io
import sys
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.texts import delimited, json_rows, tables
from oversight_adapters.texts.grid import Grid
from oversight_adapters.texts.tables import FORMATS, table_text
from oversight_core import Source
from oversight_core.errors import UnreadableSource


def workbook() -> bytes:
    made, out = openpyxl.Workbook(), io.BytesIO()
    made.active.append(["number", "status"])
    made.active.append(["1.10", "Open"])
    made.save(out)
    return out.getvalue()


def archive(name: str, content: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"number,status\n1.10,Open", ""),
        (b"number,status\n1.10,Open", "recs.TXT"),
        (b"PK,number,status\n,,\n1.10,Open", "key.csv"),
        (b"number\tstatus\n1.10\tOpen", "recs.tsv"),
        (b'[{"number": 1.10, "status": "Open"}]', ""),
        (b'\xef\xbb\xbf[{"number": 1.10, "status": "Open"}]', ""),
        (b'{"number": 1.10, "status": "Open"}\n', "recs.jsonl"),
        (b'{"number": 1.10, "status": "Open"}\n{"number": 2}', "recs.json"),
        (workbook(), "recs.csv"),
    ],
)
def test_formats_are_found(content: bytes, name: str) -> None:
    grid = table_text(Source.of(content, name=name)).places
    assert isinstance(grid, Grid)
    assert ("1.10", "Open") in [row.words for row in grid.sheets[0].rows]


def test_a_name_says_that_brackets_are_no_json() -> None:
    grid = table_text(Source.of(b"[Reissued] title,no\nA,1", name="recs.csv")).places
    assert isinstance(grid, Grid)
    assert grid.sheets[0].rows[0].words == ("[Reissued] title", "no")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged workbook, or none"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "old Word document"),
        (b"\x1f\x8b\x08", "unpack it first"),
        (b"%PDF-1.7", "PDF"),
        (b"<html><table>", "web page"),
        (archive("xl/workbook.bin"), "xlsb"),
        (archive("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), "OpenDocument"),
        (archive("word/document.xml"), "Word"),
        (archive("other"), "damaged workbook, or none"),
        (b"PK\x03\x04", "no workbook"),
        (b"\x00\x01", "binary data"),
    ],
)
def test_what_is_no_table_is_told_by_what_it_is(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableSource, match=why):
        table_text(Source.of(content, name="recs.xlsx"))


def test_a_format_that_is_given_hides_no_reason() -> None:
    with pytest.raises(UnreadableSource, match="PDF"):
        table_text(Source.of(b"%PDF-1.7"), format="xlsx")


def test_a_format_that_there_is_not() -> None:
    with pytest.raises(UnreadableSource, match="csv, tsv, json, jsonl, xlsx"):
        table_text(Source.of(b"a,b"), format="ods")


def test_without_openpyxl_a_workbook_is_refused_by_the_name_of_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "find_spec", lambda name: None)
    monkeypatch.delitem(sys.modules, "oversight_adapters.texts.workbook", raising=False)
    with pytest.raises(UnreadableSource, match="the extra xlsx"):
        table_text(Source.of(workbook()))


@given(st.binary(max_size=80), st.sampled_from(["", *FORMATS]))
def test_any_bytes_are_a_table_or_a_sentence(content: bytes, format: str) -> None:
    try:
        text = table_text(Source.of(content), format=format)
    except UnreadableSource as error:
        assert str(error)
    else:
        assert isinstance(text.places, Grid)


@pytest.mark.parametrize("content", [b"n\n1\n\n,\n2\n", b'[{"n": 1}, {"n": 2}, {"n": ""}, {"n": 3}]'])
def test_a_table_of_more_rows_than_a_spreadsheet_holds_is_refused(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    for part in (delimited, json_rows):
        monkeypatch.setattr(part, "MOST_ROWS", 3)
    assert table_text(Source.of(content)).places
    for part in (delimited, json_rows):
        monkeypatch.setattr(part, "MOST_ROWS", 2)
    with pytest.raises(UnreadableSource, match="it has more than 2 rows"):
        table_text(Source.of(content))
