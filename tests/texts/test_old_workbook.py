"""An old workbook reads as a new one: words as its cells show them, dates in ISO form, places by row and column."""

from __future__ import annotations

import datetime as dt
import io
import random

import pytest
import xlrd  # type: ignore[import-untyped]  # it ships no types
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.texts.documents import xls, xlwt

from oversight_adapters.texts import old_workbook
from oversight_adapters.texts.grid import Block, Grid
from oversight_adapters.texts.tables import table_text
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Cell, Source


def grid(content: bytes) -> Grid:
    places = table_text(Source.of(content, name="recs.xls")).places
    assert isinstance(places, Grid)
    return places


@pytest.mark.parametrize(
    ("value", "format", "words", "kind"),
    [
        ("1.10", "General", "1.10", "text"),
        (1.0, "General", "1", "number"),
        (1.1, "0.00", "1.10", "number"),
        (7.0, "00000", "00007", "number"),
        (12345678901.0, "General", "12345678901", "number"),
        (0.1 + 0.2, "General", "0.3", "number"),
        (0.256, "0%", "26%", "number"),
        (True, "General", "TRUE", "boolean"),
        (dt.date(2024, 2, 29), "yyyy-mm-dd", "2024-02-29", "date"),
        (dt.datetime(2024, 2, 29, 13, 5), "m/d/yy h:mm", "2024-02-29T13:05:00", "date"),
        (dt.time(3, 4), "h:mm", "03:04:00", "text"),
        (1.25, "[h]:mm", "30:00:00", "text"),
        (" Open ", "General", " Open ", "text"),
    ],
)
def test_a_cell_has_the_words_that_it_shows(value: object, format: str, words: str, kind: str) -> None:
    [row] = grid(xls([["x", value]], ["General", format])).sheets[0].rows
    assert (row.at(2), row.kind(2)) == (words, kind)


CELLS = st.one_of(st.just(""), st.text("ab ’é", min_size=1), st.integers(-(2**29), 2**29), st.booleans())


@settings(max_examples=30)
@given(st.lists(st.lists(CELLS, max_size=5), max_size=6))
def test_every_cell_stands_at_its_place(rows: list[list[object]]) -> None:
    found = grid(xls(rows))
    for r, row in enumerate(rows, 1):
        for c, value in enumerate(row, 1):
            words = str(value).upper() if isinstance(value, bool) else str(value)
            assert found.at(Cell("Recs", r, c)) == (words or None)


def test_sheets_hidden_ones_merged_cells_and_unknown_formats() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("One")
    sheet.write_merge(0, 1, 0, 0, "A-1")
    sheet.write(3, 1, 0.5, xlwt.easyxf(num_format_str="# ?/?"))
    sheet.write(4, 1, 99999999.0, xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    book.add_sheet("Two").visibility = 1
    file = io.BytesIO()
    book.save(file)
    found = grid(file.getvalue())
    assert [(sheet.name, sheet.hidden) for sheet in found.sheets] == [("One", False), ("Two", True)]
    assert found.sheets[0].merged == (Block(1, 1, 2, 1),)
    assert found.sheets[0].rows[1].words == ("", "0.5")
    assert [(problem.code, problem.locator) for problem in found.problems] == [
        ("format-unknown", Cell("One", 4, 2)),
        ("no-date", Cell("One", 5, 2)),
    ]


def test_limits_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    content = xls([["a", "b"], ["c"]])
    for limit, value in (("MOST_CELLS", 2), ("LARGEST", 10)):
        with monkeypatch.context() as patch:
            patch.setattr(old_workbook, limit, value)
            with pytest.raises(UnreadableSource, match="more than"):
                grid(content)


@settings(max_examples=60)
@given(st.integers(0, 2**32))
def test_bytes_that_change_make_a_table_or_a_sentence(seed: int) -> None:
    chance, content = random.Random(seed), bytearray(xls([["a", 1.5], [dt.date(2024, 1, 1), "b"]]))
    for _ in range(chance.choice((1, 5, 50))):
        content[chance.randrange(8, len(content))] = chance.randrange(256)
    try:
        grid(bytes(content[: chance.randrange(8, len(content) * 2)]))
    except UnreadableSource as error:
        assert str(error)


def test_parts_that_overlap_are_told_and_read(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = xlrd.open_workbook

    def strict(**options: object) -> object:
        if not options["ignore_workbook_corruption"]:
            raise xlrd.compdoc.CompDocError("Workbook corruption: seen[3] == 4")
        return opened(**options)

    book = xlwt.Workbook()
    book.add_sheet("Table").write(0, 0, "Name")
    out = io.BytesIO()
    book.save(out)
    monkeypatch.setattr(xlrd, "open_workbook", strict)
    found = grid(out.getvalue())
    assert [problem.code for problem in found.problems] == ["workbook-overlaps"]
    assert [sheet.columns or sheet.rows[0].words for sheet in found.sheets] == [("Name",)]
