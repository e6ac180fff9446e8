"""Workbooks: words as the sheet shows them, what is empty costs nothing, and no hostile archive gets far."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any
from warnings import catch_warnings, simplefilter

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils.datetime import MAC_EPOCH

from oversight_adapters.texts.archive import LARGEST_CONTENT, MOST_MEMBERS
from oversight_adapters.texts.grid import Block, Grid, Sheet
from oversight_adapters.texts.number_format import general, shown
from oversight_adapters.texts.sheet_xml import MAIN
from oversight_adapters.texts.workbook import xlsx_text
from oversight_core import Source
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Cell

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=8).filter(
    lambda words: not ILLEGAL_CHARACTERS_RE.search(words) and words[0] != "=" and words[0] != "#" and "_x" not in words
)
CELLS = st.none() | WORDS | st.integers(-(10**14), 10**14) | st.booleans() | st.dates(dt.date(1900, 3, 1))


def saved(workbook: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def grid(content: bytes) -> Grid:
    text = xlsx_text(Source.of(content))
    assert isinstance(text.places, Grid)
    return text.places


def one_cell(value: object, format: str = "General", *, mac: bool = False) -> Sheet:
    workbook = openpyxl.Workbook()
    if mac:
        workbook.epoch = MAC_EPOCH
    workbook.active["A1"] = value
    workbook.active["A1"].number_format = format
    return grid(saved(workbook)).sheets[0]


def changed(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The archive with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


@given(st.lists(st.lists(CELLS, max_size=4), max_size=5))
def test_what_was_written_stands_where_it_was_written(table: list[list[Any]]) -> None:
    workbook = openpyxl.Workbook()
    for number, cells in enumerate(table, 1):
        for column, value in enumerate(cells, 1):
            workbook.active.cell(number, column, value)
    found = grid(saved(workbook))
    for number, cells in enumerate(table, 1):
        for column, value in enumerate(cells, 1):
            expected = str(value).upper() if isinstance(value, bool) else None if value is None else str(value)
            assert found.at(Cell("Sheet", number, column)) == expected
    assert found.problems == ()


@pytest.mark.parametrize(
    ("value", "format", "words", "kind"),
    [
        (1, "General", "1", "number"),
        (1.0, "General", "1", "number"),
        (1.1, "0.00", "1.10", "number"),
        ("1.10", "General", "1.10", "text"),
        ("1.10", "0.0", "1.10", "text"),
        (1234, "00000", "01234", "number"),
        (0.1 + 0.2, "General", "0.3", "number"),
        (True, "General", "TRUE", "boolean"),
        ("None", "General", "None", "text"),
        (" ", "General", " ", "text"),
        ("#N/A", "General", "#N/A", "text"),
        (dt.date(2024, 2, 5), "mm/dd/yy", "2024-02-05", "date"),
        (dt.datetime(2024, 2, 5, 13, 45), "yyyy-mm-dd hh:mm", "2024-02-05T13:45:00", "date"),
        (dt.time(3, 4), "h:mm", "03:04:00", "text"),
        (dt.timedelta(hours=49, minutes=5), "[h]:mm:ss", "49:05:00", "text"),
    ],
)
@pytest.mark.parametrize("mac", [False, True], ids=["1900", "1904"])
def test_words_are_as_shown(value: object, format: str, words: str, kind: str, mac: bool) -> None:
    (row,) = one_cell(value, format, mac=mac).rows
    assert (row.at(1), row.kind(1)) == (words, kind)


@pytest.mark.parametrize(
    ("number", "format", "words"),
    [
        ("0", "0.00", "0.00"),
        ("2.5", "0", "3"),
        ("1234567.891", "#,##0.00", "1,234,567.89"),
        ("123", "#,##0", "123"),
        ("5", "000-00-0000", "000-00-0005"),
        ("123456789", "000-00-0000", "123-45-6789"),
        ("0.5", "#.##", ".5"),
        ("1500000", "0.0,,", "1.5"),
        ("0.125", "0.0%", "12.5%"),
        ("4", '"No. "0', "No. 4"),
        ("4", "[$€-407] 0.0", "€ 4.0"),
        ("-3", "0.0;[Red]-0.0", "-3.0"),
        ("0", '0;-0;"none"', "none"),
        ("-1234.5", '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', "(1,234.50)"),
        ("0", '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', "-"),
        ("7", "@", "7"),
        ("7", "0.00E+00", None),
        ("7", "# ?/?", None),
        ("7", "[<5]0;0.0", None),
        ("7", "0" * 300, None),
    ],
)
def test_number_formats(number: str, format: str, words: str | None) -> None:
    assert shown(number, format) == words


@given(st.decimals(-(10**9), 10**9, places=3), st.text(st.sampled_from('0#?.,%;"\\_-*[]$ @Ed/'), max_size=12))
def test_any_format_prints_or_is_not_known(number: Any, format: str) -> None:
    assert isinstance(shown(str(number), format), str | None)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_the_shortest_form_is_the_number_to_fifteen_digits(number: float) -> None:
    assert float(general(repr(number))) == float(f"{number:.15g}")


def test_formulas_are_read_by_their_stored_value_and_never_calculated() -> None:
    workbook = openpyxl.Workbook()
    workbook.active["A1"], workbook.active["B1"] = "=1+1", "=2+2"
    stored = changed(saved(workbook), SHEET, lambda xml: re.sub(rb"(<f>1\+1</f>)<v(?: ?/>|></v>)", rb"\1<v>7</v>", xml))
    found = grid(stored)
    assert found.at(Cell("Sheet", 1, 1)) == "7"
    assert found.at(Cell("Sheet", 1, 2)) is None
    assert [(problem.code, problem.locator) for problem in found.problems] == [
        ("formula-without-value", Cell("Sheet", 1, 2))
    ]


def shared(xml: str) -> tuple[str, ...]:
    """The words of a row whose second and third cell are the first and second of these shared ones."""
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "here"
    content = changed(
        saved(workbook),
        SHEET,
        lambda xml: xml.replace(b"</c></row>", b'</c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>'),
    )
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = b'<Override PartName="/xl/sharedStrings.xml" ContentType="' + kind + b'"/></Types>'
    out = io.BytesIO(changed(content, "[Content_Types].xml", lambda xml: xml.replace(b"</Types>", override)))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{xml}</sst>')
    (row,) = grid(out.getvalue()).sheets[0].rows
    assert row.words[0] == "here"
    return row.words[1:]


def test_words_that_cells_share_with_their_runs_and_escapes() -> None:
    whole = (
        "<si><r><t>Not </t></r><r><t>Addressed</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si><si><t>a_x000D_b</t></si>"
    )
    assert shared(whole) == ("Not Addressed", "a\rb")


@pytest.mark.parametrize(
    "strings",
    [
        "<si><t>A</t></si><si><t>B</t></si>",
        "<si ><t>A</t></si><si><t>B</t></si>",
        "<si ><t>A</t></si><si ><t>B</t></si>",
        "<si><t>A</t></si>\n<si><r><t>B</t></r></si>",
        '<si><t>A</t><phoneticPr fontId="1"/></si><si><t>B</t></si>',
        '<si><t xml:space="preserve">A</t></si><!-- </sst> --><si><t>B</t></si>',
    ],
)
def test_shared_words_are_the_same_however_they_are_written(strings: str) -> None:
    assert shared(strings) == ("A", "B")


@pytest.mark.parametrize("strings", ["<si><t><si><t>A</t></si>", "<si><t>A</t></si><si><t>B", "<si><t>&what;</t></si>"])
def test_shared_words_that_are_no_xml_are_told(strings: str) -> None:
    with pytest.raises(UnreadableSource):
        shared(strings)


def test_merged_cells_names_of_sheets_and_hidden_ones() -> None:
    workbook = openpyxl.Workbook()
    workbook.active.title = " ATD EOFY23 "
    workbook.active["B1"] = "Inspections"
    workbook.active.merge_cells("B1:D1")
    workbook.create_sheet("old").sheet_state = "hidden"
    first, second = grid(saved(workbook)).sheets
    assert (first.name, first.merged, first.hidden, second.hidden) == (
        " ATD EOFY23 ",
        (Block(1, 2, 1, 4),),
        False,
        True,
    )
    assert first.block(1, 3) == first.merged[0] and first.block(2, 3) is None
    assert grid(saved(workbook)).at(Cell("ATD EOFY23", 1, 2)) == "Inspections"


def test_blank_cells_by_the_thousand_cost_nothing() -> None:
    workbook = openpyxl.Workbook()
    workbook.active.append(["Facility", "Count"])
    for row in range(2, 3_021):
        workbook.active.cell(row, 1).number_format = "0.00"
    workbook.active["XFD2"].number_format = "0.00"
    (sheet,) = grid(saved(workbook)).sheets
    assert (len(sheet.rows), sheet.width) == (1, 2)


def test_what_a_format_does_not_show_is_told() -> None:
    workbook = openpyxl.Workbook()
    for row, (value, format) in enumerate([(0.5, "# ?/?"), (0.25, "# ?/?"), (99_999_999, "yyyy-mm-dd")], 1):
        workbook.active.cell(row, 1, value).number_format = format
    found = grid(saved(workbook))
    assert [row.at(1) for row in found.sheets[0].rows] == ["0.5", "0.25", "99999999"]
    assert [(problem.code, problem.message[:8]) for problem in found.problems] == [
        ("format-unknown", "rows 1-2"),
        ("no-date", "row 3: i"),
    ]


def test_a_cell_that_stands_twice_is_told(small: bytes) -> None:
    found = grid(changed(small, SHEET, lambda xml: xml.replace(b'r="B1"', b'r="A1"')))
    assert [row.words for row in found.sheets[0].rows] == [("status",)]
    assert [(problem.code, problem.locator) for problem in found.problems] == [("cell-twice", Cell("Sheet", 1, 1))]


# -- hostile and damaged -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def small() -> bytes:
    workbook = openpyxl.Workbook()
    workbook.active.append(["number", "status"])
    return saved(workbook)


@pytest.mark.parametrize(
    ("part", "change", "why"),
    [
        (SHEET, lambda xml: b'<!DOCTYPE a [<!ENTITY b "c">]>' + xml, "has a document type"),
        (SHEET, lambda xml: ("<!DOCTYPE a []>" + xml.decode()).encode("utf-16"), "has a document type"),
        ("xl/styles.xml", lambda xml: b"<!-- x --><!DOCTYPE a>" + xml, "has a document type"),
        (SHEET, lambda xml: xml + b" " * 20_000_000, "as in a zip bomb"),
        (SHEET, lambda xml: xml[:200], "damaged workbook"),
        (SHEET, lambda xml: xml.replace(b'row r="1"', b'row r="1048577"'), "beyond row 1,048,576"),
        (SHEET, lambda xml: xml.replace(b'r="A1"', b'r="ABCDE1"'), "damaged workbook"),
        (SHEET, lambda xml: xml.replace(b'r="B1"', b'r="XFE1"'), "beyond column 16,384"),
        (SHEET, lambda xml: xml.replace(b'"inlineStr"><is><t>', b'"s"><v>9</v><is><t>'), "damaged workbook"),
        ("xl/workbook.xml", lambda xml: b"", "damaged workbook"),
        (
            "xl/workbook.xml",
            lambda xml: re.sub(rb"<sheets>.*</sheets>", b"<sheets />", xml),
            "no sheet of it can be read",
        ),
        (SHEET, lambda xml: b'<?xml version="1.0" encoding="UTF-9"?>' + xml, "or a damaged one"),
        (SHEET, lambda xml: xml.replace(b'"inlineStr"><is><t>', b'"s"><v>-1</v><is><t>'), "damaged workbook"),
        (SHEET, lambda xml: xml.replace(b'row r="1"', b'row r="99999999999"'), "row 99,999,999,999 .* beyond"),
        (SHEET, lambda xml: xml.replace(b"number", b"nu\0mber"), r"damaged workbook.*\); save it again as .xlsx\Z"),
    ],
    ids=range(15),
)
def test_bad_parts_have_a_sentence(small: bytes, part: str, change: Callable[[bytes], bytes], why: str) -> None:
    with pytest.raises(UnreadableSource, match=why):
        grid(changed(small, part, change))


@pytest.mark.parametrize(
    ("xml", "words", "codes"),
    [
        (b"<c><v>12 beds</v></c>", "12 beds", ["no-number"]),
        (b"<c><v>1e400</v></c>", "1e400", ["no-number"]),
        (b"<c><v>1_0</v></c>", "1_0", ["no-number"]),
        (b'<c s="1"><v>1e300</v></c>', "1E+300", ["format-unknown"]),
        (b'<c s="1"><v>123456789012345678901234567890</v></c>', "123456789012345678901234567890", ["format-unknown"]),
        (b"<c><v>.5</v></c>", "0.5", []),
    ],
)
def test_an_odd_number_costs_its_cell_only(xml: bytes, words: str, codes: list[str]) -> None:
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = 7
    workbook.active["A1"].number_format = "#,##0.00"
    found = grid(changed(saved(workbook), SHEET, lambda sheet: re.sub(rb"<c .*</c>", xml, sheet)))
    assert found.at(Cell("Sheet", 1, 1)) == words
    assert [problem.code for problem in found.problems] == codes


def test_a_sheet_that_is_listed_and_not_there_is_told(small: bytes) -> None:
    def listed(xml: bytes) -> bytes:
        return xml.replace(b"</sheets>", b'<sheet name="Lost" sheetId="9" /></sheets>')

    with catch_warnings():
        simplefilter("error")
        found = grid(changed(small, "xl/workbook.xml", listed))
    assert [(problem.code, "'Lost'" in problem.message) for problem in found.problems] == [("sheet-not-read", True)]


def test_an_archive_of_very_many_parts_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(MOST_MEMBERS + 1):
            archive.writestr(str(number), b"")
    with pytest.raises(UnreadableSource, match="5,001 parts"):
        grid(out.getvalue())


def test_an_archive_that_states_a_huge_size_is_refused(small: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(small)) as archive:
        size = archive.getinfo(SHEET).file_size
    stated = small.replace(size.to_bytes(4, "little"), (LARGEST_CONTENT + 1).to_bytes(4, "little"))
    with pytest.raises(UnreadableSource, match="more than the 268,435,456"):
        grid(stated)


@given(st.data())
def test_any_damage_is_a_sentence(small: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(small) - 1))
    damaged = small[:at] + data.draw(st.binary(max_size=4)) + small[at + data.draw(st.integers(0, 4)) :]
    try:
        grid(damaged)
    except UnreadableSource as error:
        assert str(error)
