"""What published lists of facilities do: small numbers, headings two rows up, names of columns that have slipped."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from tests.readers.detention_workbooks import Words, book, xlsxwriter
from tests.readers.test_ice_detention_statistics import READER, codes, figures, read

from oversight_adapters.texts.tables import table_text
from oversight_core.entities import Figure, Inspection
from oversight_core.provenance import Source

NAMES: list[Words] = ["Name", "City", "State", "AOR", "FY22 ALOS", "Level A", "Level B", "Guaranteed Minimum"]
ROW: list[Words] = ["ELM COUNTY JAIL", "ELMSVILLE", "TX", "SNA"]


def inspections(names: list[str], *cells: Words) -> dict[str, Inspection]:
    reading = read({"Facilities FY23": [[*NAMES[:4], *names], [*ROW, *cells]]})
    return {one.item.number: one.entity for one in reading.candidates if isinstance(one.entity, Inspection)}


@pytest.mark.parametrize("value", [0.0028328611898017, 5.6657223796034e-03, 1.25e-9])
def test_a_number_below_a_hundredth_is_a_figure(value: float) -> None:
    reading = read({"Facilities FY22": [NAMES, [*ROW, 1.5, value]]})
    assert figures(reading)["figure:ice/elm-county-jail/fy2022-level-a"] == Decimal(f"{value:.15g}")
    assert codes(reading) == []


def test_a_heading_stands_over_its_columns_with_the_source_between_them() -> None:
    sheet: list[list[Words]] = [
        ["List, FY22"],
        ["", "", "", "", "Facility ALOS"],
        ["Source: IIDS, 09/19/2022"],
        NAMES,
        [*ROW, 1.5, 2, 3],
    ]
    merged = {"Facilities FY22": [(1, 5, 6, "FY22 ADP: Level")]}
    reading = READER.read(table_text(Source.of(book({"Facilities FY22": sheet}, merged=merged))))
    tables = {one.entity.measure: one.entity.table for one in reading.candidates if isinstance(one.entity, Figure)}
    assert tables == {"ALOS": "Facility ALOS", "Level A": "FY22 ADP: Level", "Level B": "FY22 ADP: Level"}


def test_where_the_headings_are_of_another_year_than_the_names_they_give_none() -> None:
    sheet: list[list[Words]] = [["", "", "", "", "Facility ALOS"], NAMES, [*ROW, 1.5, 2]]
    merged = {"Facilities FY22": [(0, 5, 6, "FY20 ADP: Level")]}
    reading = READER.read(table_text(Source.of(book({"Facilities FY22": sheet}, merged=merged))))
    periods = {one.entity.measure: one.entity.period for one in reading.candidates if isinstance(one.entity, Figure)}
    assert (str(periods["ALOS"]), periods["Level A"]) == ("FY2022", None)
    assert codes(reading) == ["year-differs"]


def test_what_stands_under_the_name_of_another_column_is_told_and_not_read() -> None:
    names = [f"Second to Last Nakamoto Inspection {what}" for what in ("Type", "Standard", "Date")]
    found = inspections(names, "PBNDS 2011 - 2016 Revisions", "Meets Standard", "2/26/2021")
    [one] = found.values()
    assert (one.form, one.standard, str(one.ended_on)) == ("", "", "2021-02-26")
    reading = read({"F": [[*NAMES[:4], *names], [*ROW, "PBNDS 2011", "Meets Standard", "Regular"]]})
    assert codes(reading) == ["unreadable-value"] * 3
    assert {"PBNDS 2011", "Meets Standard", "Regular"} <= {one.text for one in reading.unaccounted}


def test_whom_a_facility_holds_is_no_kind_of_contract() -> None:
    reading = read({"F": [[*NAMES[:4], "Male/Female"], [*ROW, "IGSA"]]})
    assert reading.candidates[0].entity.holds == ""
    assert codes(reading) == ["unreadable-value"]


def test_the_day_of_a_report_is_not_that_of_the_inspection() -> None:
    found = inspections(["ODO Final Report Date", "ODO Final Rating"], "3/6/2023", "Pass")
    assert [(one.ended_on, one.rating) for one in found.values()] == [(None, "Pass")]


def test_a_note_counts_detainees_and_all_placements() -> None:
    note = "* Data represents 281 unique detainees. Some have several placements within FY22 Q2 (296 total placements)."
    sheet: list[list[Words]] = [["FY 2022 Quarter 2 Data"], ["Placement Reason", "Number of Placements"]]
    sheet += [["Medical", 296], ["Grand Total", 296], [], [note]]
    found = figures(read({"Vulnerable": sheet}))
    assert sorted(int(value or 0) for item, value in found.items() if "-note-" in item) == [281, 296]


def test_a_dash_is_nothing_counted_where_a_number_is_shown_so() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        sheet = made.add_worksheet("Facilities FY22")
        accounts = made.add_format({"num_format": '_(* #,##0.0_);_(* (#,##0.0);_(* "-"??_);_(@_)'})
        for column, (name, cell) in enumerate(zip(NAMES, [*ROW, 1.5, 0, "-"], strict=False)):
            sheet.write(0, column, name)
            sheet.write(1, column, cell, accounts if cell == 0 else None)
    found = figures(READER.read(table_text(Source.of(out.getvalue()))))
    assert found["figure:ice/elm-county-jail/fy2022-level-a"] == 0
    assert "figure:ice/elm-county-jail/fy2022-level-b" not in found


def test_a_rating_that_is_only_recommended_is_none() -> None:
    names = ["Last Inspection Rating - Final", "Last Inspection Rating - Recommended", "Last Inspection Type"]
    [one] = inspections(names, None, "Acceptable", "Regular").values()
    assert one.rating == ""


def test_a_redacted_facility_is_none() -> None:
    reading = read({"F": [NAMES, ["Redacted", "Redacted", "Redacted", "SNA", 1.5, 2], [*ROW, 3]]})
    assert [str(one.item) for one in reading.candidates] == [
        "facility:ice/elm-county-jail",
        "figure:ice/elm-county-jail/fy2022-alos",
    ]
    assert codes(reading) == ["redacted"]


def test_a_list_of_many_years_names_the_year_of_every_figure() -> None:
    figures_of: list[Words] = ["FY18 ADP", "FY17 ADP", "November 2016", "Level A"]
    names: list[Words] = ["DETLOC", *NAMES[:4], "Type", "Type Detailed", *figures_of]
    row: list[Words] = ["ELMCOTX", *ROW, "IGSA", "DIGSA", 1, 2, 3, 4]
    merged = {"List": [(0, 10, 11, "FY18 ADP: Level")]}
    reading = READER.read(table_text(Source.of(book({"List": [[], [*names, "Level B"], row]}, merged=merged))))
    found = {one.entity.measure: str(one.entity.period) for one in reading.candidates if isinstance(one.entity, Figure)}
    assert (reading.candidates[0].entity.code, reading.candidates[0].entity.type) == ("ELMCOTX", "DIGSA")
    assert found == {"ADP": "FY2017", "November 2016": "2016-11", "Level A": "FY2018"}
    assert codes(reading) == []


def slipped(*rows: list[Words]) -> tuple[list[Inspection], list[str]]:
    names = [f"Second to Last Nakamoto Inspection {what}" for what in ("Type", "Standard", "Date")]
    sheet = [[*NAMES[:4], *names], *([f"{ROW[0]} {n}", *ROW[1:], *row] for n, row in enumerate(rows))]
    reading = read({"Facilities FY23": sheet})
    return [one.entity for one in reading.candidates if isinstance(one.entity, Inspection)], codes(reading)


def test_columns_whose_every_cell_is_of_another_field_are_read_as_it() -> None:
    row: list[Words] = ["PBNDS 2011", "Meets Standard", "2/26/2021"]
    found, problems = slipped(*[row] * 5, ["Pending", "N/A", None], ["FRS", "To be seen", None])
    assert [(one.form, one.standard, one.rating) for one in found][:5] == [("", "PBNDS 2011", "Meets Standard")] * 5
    assert [(one.standard, one.rating) for one in found][5:] == [("FRS", "")]
    assert problems == ["column-slipped"] * 2


def test_columns_of_several_kinds_or_of_a_kind_that_another_gives_have_not_slipped() -> None:
    row: list[Words] = ["2/26/2021", "Meets Standard", "2/26/2021"]
    found, problems = slipped(*[row] * 5, ["FRS", "FRS", "2/26/2021"])
    assert [(one.form, one.rating) for one in found] == [("", "")] * 6
    assert problems == ["unreadable-value"] * 2
