"""Sheets are read by the names in them: wherever the header stands, whatever the order, the year and the blanks."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readers.detention_workbooks import (
    ADP,
    HEADER_ROW,
    Rows,
    Words,
    book,
    columns,
    facilities,
    groups,
    xlsxwriter,
)

from oversight_adapters.readers.facts import facts, plain
from oversight_adapters.readers.ice_detention_statistics import IceDetentionStatisticsReader
from oversight_adapters.readers.ice_detention_statistics.columns import BOOK, HIDDEN
from oversight_adapters.texts.tables import table_text
from oversight_core.entities import Figure
from oversight_core.provenance import Cell, Source
from oversight_core.reading import Reading

READER = IceDetentionStatisticsReader()


def read(sheets: dict[str, Rows], year: int = 0) -> Reading:
    merged = {name: groups(year) for name in sheets if year and "Facilities" in name}
    return READER.read(table_text(Source.of(book(sheets, merged=merged))))


def figures(reading: Reading) -> dict[str, Decimal | None]:
    return {str(one.item): one.entity.value for one in reading.candidates if isinstance(one.entity, Figure)}


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


def row_of(year: int, **cells: Words) -> list[Words]:
    known = {"Name": "ELM COUNTY JAIL", "City": "ELMSVILLE", "State": "TX", "AOR": "SNA"} | cells
    return [known.get(name) for name in columns(year)]


def test_every_column_reads_its_example() -> None:
    assert list(BOOK.faults()) == []


@pytest.mark.parametrize("year", HEADER_ROW)
def test_the_header_is_found_in_every_year(year: int) -> None:
    row = row_of(year, **{f"FY{year} ALOS": 12.5, "Level A": 573.451612903226, "No ICE Threat Level": 0})
    reading = read({f" Facilities FY{year} ": facilities(year, [row])}, year)
    start = f"figure:ice/elm-county-jail/fy20{year}"
    assert figures(reading) == {
        f"{start}-alos": Decimal("12.5"),
        f"{start}-level-a": Decimal("573.451612903226"),
        f"{start}-no-ice-threat-level": Decimal(0),
    }
    assert {str(one.entity.period) for one in reading.candidates if isinstance(one.entity, Figure)} == {f"FY20{year}"}


@settings(max_examples=8, deadline=None)
@given(st.permutations(range(len(columns(25)))), st.integers(0, 12), st.booleans())
def test_order_and_place_make_no_difference(order: list[int], above: int, upper: bool) -> None:
    row = row_of(25, **{"FY25 ALOS": 9.75, "Level B": 3, "Guaranteed Minimum": 120, "Last Final Rating": "Pass"})
    names = [name.upper() if upper else name for name in columns(25)]
    sheet: Rows = [*[["About this list"]] * above, [names[n] for n in order], [row[n] for n in order]]
    usual: Rows = [columns(25), row]
    tell = [
        {(str(fact.item), str(plain(fact.value)).lower()) for fact in facts(read({"F": one}), READER)}
        for one in (sheet, usual)
    ]
    assert tell[0] == tell[1]


@pytest.mark.parametrize("hidden", [*sorted(HIDDEN), " ", None, "\u00a0"])
def test_a_hidden_number_is_no_figure(hidden: Words) -> None:
    cells = dict.fromkeys((*ADP, "FY25 ALOS", "Guaranteed Minimum"), hidden)
    reading = read({"Facilities FY25": facilities(25, [row_of(25, **cells)])}, 25)
    assert figures(reading) == {}
    assert reading.candidates[0].entity.guaranteed_minimum is None
    assert codes(reading) == []


@pytest.mark.parametrize("words", ["Pending FY25 Inspection", "Final Rating Pending", "Scheduled FY26", "pending"])
def test_an_inspection_to_come_has_no_rating_and_no_date(words: str) -> None:
    cells = {"Last Inspection Type": "ODO", "Last Final Rating": words, "Last Inspection End Date": words}
    reading = read({"Facilities FY24": facilities(24, [row_of(24, **cells)])}, 24)
    inspection = next(one.entity for one in reading.candidates if one.item.kind == "inspection")
    assert (inspection.form, inspection.rating, inspection.ended_on) == ("ODO", "", None)
    assert words in [one.text for one in reading.unaccounted]


MONTHS = st.lists(
    st.tuples(st.sampled_from(["ELM", "OAK", "FIR", "ASH"]), st.integers(0, 500)),
    min_size=1,
    max_size=4,
    unique_by=lambda row: row[0],
)


@settings(max_examples=12, deadline=None)
@given(st.lists(MONTHS, min_size=1, max_size=5), st.integers(-1, 1), st.booleans())
def test_stacked_months_are_told_apart_and_their_totals_are_checked(
    blocks: list[list[tuple[str, int]]], off: int, again: bool
) -> None:
    names = ["October 2024", "November 2024", "December 2024", "January 2025", "February 2025"]
    sheet: list[list[Words]] = [] if again else [["Facilities", "Placement Count"]]
    for name, block in zip(names, blocks, strict=False):
        sheet += [[f"{name}\nThese are placements that were reported in {name}."]]
        sheet += [["Facilities", "Placement Count"]] if again else []
        sheet += [*map(list, block), ["Grand Total", sum(count for _, count in block) + off], []]
    reading = read({"Monthly Segregation": sheet})
    found = figures(reading)
    assert sum(1 for item in found if item.endswith("-segregation-placements")) == sum(map(len, blocks))
    assert sum(1 for item in found if item.endswith("-total")) == len(blocks)
    assert codes(reading) == ["total-mismatch"] * (len(blocks) if off else 0)


@pytest.mark.parametrize(
    "heading",
    [
        "Fiscal Year (FY) 2022 Quarter 2 Data",
        "Fiscal Year (FY)  2022 Quarter 2 Data",
        "fiscal year (FY)2022, Quarter 2",
        "FY2022 Q2",
        "FY 22 Quarter 2",
    ],
)
def test_a_quarter_is_read_however_it_is_printed(heading: str) -> None:
    sheet: Rows = [[heading], ["Placement Reason", "Number of Placements"], ["Medical", 4], ["Grand Total", 4]]
    assert set(figures(read({"Vulnerable": sheet}))) == {
        "figure:ice/special-population-segregation/fy2022-q2-number-of-placements-medical",
        "figure:ice/special-population-segregation/fy2022-q2-number-of-placements-grand-total",
    }


def test_a_note_on_another_population_contradicts_nothing() -> None:
    note = "* 296 placements were of 281 unique detainees."
    sheet: Rows = [["FY2022 Q2"], ["Placement Reason", "Placements"], ["Medical", 250], ["Grand Total", 250], [note]]
    reading = read({"Vulnerable": sheet})
    assert codes(reading) == []
    (found,) = (one.entity for one in reading.candidates if one.entity.measure == "unique detainees")
    assert (found.value, found.note, str(found.period)) == (Decimal(281), note, "FY2022-Q2")


@pytest.mark.parametrize(
    ("format", "value", "words"),
    [
        ("0", 573.451612903226, "573.451612903226"),
        ("#,##0.0", 1714.25, "1714.25"),
        ("#,##0.00", 1714.5, "1,714.50"),
        ("00000", 2360, "02360"),
        ("0", -0.25, "-0.25"),
    ],
)
def test_a_number_is_read_whole_however_few_of_its_digits_are_shown(format: str, value: float, words: str) -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as made:
        made.add_worksheet("A").write_number(0, 0, value, made.add_format({"num_format": format}))
    assert table_text(Source.of(out.getvalue())).at(Cell("A", 1, 1)) == words


def test_two_columns_of_one_name_that_differ_are_told() -> None:
    names = ["Name", "City", "State", "AOR", "Last Inspection Type", "Last Inspection Type"]
    reading = read({"Facilities FY25": [names, ["ELM", "ELMSVILLE", "TX", "SNA", "ODO", "ORSA"]]})
    assert [one.entity.form for one in reading.candidates if one.item.kind == "inspection"] == ["ODO"]
    assert codes(reading) == ["value-differs"]
    assert [one.text for one in reading.unaccounted] == ["ORSA"]


def test_what_stands_below_a_total_is_of_no_quarter() -> None:
    block: Rows = [["FY2022 Q2"], ["Placement Reason", "Placements"], ["Medical", 4], ["Grand Total", 4], ["Other", 9]]
    gap: Rows = [["FY2022 Q3"], ["Placement Reason", "Placements"], ["Medical", 4], [], ["Beds", 9]]
    assert [str(value) for value in figures(read({"Vulnerable": [*block, *gap]})).values()] == ["4", "4", "4"]


def test_a_header_that_comes_again_is_no_facility() -> None:
    sheet = facilities(22, [columns(22), row_of(22), columns(22)])
    assert [one.entity.name for one in read({"Facilities FY22": sheet}).candidates] == ["ELM COUNTY JAIL"]


def test_a_sheet_that_is_not_read_is_told_with_its_rows() -> None:
    sheets: dict[str, Rows] = {
        "Facilities FY25": facilities(25, [row_of(25)]),
        "ATD FY24 YTD": [["a"], ["b"]],
        "Blank": [],
    }
    problems = read(sheets).problems
    assert [(one.code, "'ATD FY24 YTD' (2 rows)" in one.message) for one in problems] == [("sheet-not-read", True)]
