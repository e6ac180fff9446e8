"""The other sheets of the workbooks: titled tables side by side, labels under several heads, months of a year."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from tests.readers.detention_workbooks import Rows, Words, xlsxwriter
from tests.readers.test_ice_detention_statistics import READER, codes, read

from oversight_adapters.texts.tables import table_text
from oversight_core.entities import Figure
from oversight_core.provenance import Source

LIST: Rows = [["Name", "City", "State", "AOR"], ["ELM COUNTY JAIL", "ELMSVILLE", "TX", "SNA"]]
MONTHS: list[Words] = ["Oct", "Nov", "Sep", "FY Overall"]


def told(name: str, rows: Rows) -> dict[tuple[str, str, str], Decimal | None]:
    """The figures of one sheet beside a list of facilities: by what they are about, their measure and period."""
    found = [one.entity for one in read({"Facilities FY25": LIST, name: rows}).candidates]
    figures = [one for one in found if isinstance(one, Figure)]
    return {(one.about, one.measure, str(one.period or "")): one.value for one in figures}


def test_tables_stand_side_by_side() -> None:
    sheet: Rows = [
        ["ICE Initial Book-Ins by Agency: FY2025", None, None, None, "ICE Removals in the Year: FY2025"],
        ["Agency", "Adult", "Total", None, "Removals", None, "All"],
        ["Total", 70, 72, None, "Total", None, 31],
        ["CBP", 20, 21],
        ["ICE  ", 50, 51],
    ]
    assert told("Detention FY25", sheet) == {
        ("Total", "Adult", "FY2025"): 70,
        ("Total", "Total", "FY2025"): 72,
        ("CBP", "Adult", "FY2025"): 20,
        ("CBP", "Total", "FY2025"): 21,
        ("ICE", "Adult", "FY2025"): 50,
        ("ICE", "Total", "FY2025"): 51,
        ("Total", "All", "FY2025"): 31,
    }


def test_a_title_in_the_row_of_a_header_is_of_another_table() -> None:
    sheet: Rows = [
        ["Active Population by Technology"],
        ["Technology", "Count", None, "Court Appearance in FY23: All Hearings"],
        ["GPS", 12, None, "Metric", "Number"],
        ["Total", 12, None, "Attended", 78],
    ]
    assert told("ATD FY23", sheet) == {
        ("GPS", "Count", ""): 12,
        ("Total", "Count", ""): 12,
        ("Attended", "Number", "FY2023"): 78,
    }


def test_months_are_those_of_the_fiscal_year() -> None:
    sheet: Rows = [["Average Population by Agency: FY2025"], ["Agency", *MONTHS], ["CBP", 1.5, 2.5, 3.5, 2.4]]
    assert told("Detention FY25", sheet) == {
        ("CBP", "", "2024-10"): Decimal("1.5"),
        ("CBP", "", "2024-11"): Decimal("2.5"),
        ("CBP", "", "2025-09"): Decimal("3.5"),
        ("CBP", "FY Overall", "FY2025"): Decimal("2.4"),
    }


def test_months_of_no_year_are_names() -> None:
    sheet: Rows = [["Average Population by Agency"], ["Agency", *MONTHS], ["CBP", 1, 2, 3, 4]]
    assert ("CBP", "Oct", "") in told("Detention", sheet)


def test_years_in_rows_and_columns_are_periods() -> None:
    rows: Rows = [["Arrests of Parents FY2024 - FY2025"], ["Fiscal Year", "Arrests"], ["FY2024 ", 7], ["FY2025 YTD", 9]]
    assert told("Semiannual", rows) == {("", "Arrests", "FY2024"): 7, ("", "Arrests", "FY2025"): 9}
    columns: Rows = [["Arrests by Country FY2024 - FY2025"], ["Country", "FY2024", "FY2025"], ["Haiti", 3, 4]]
    assert told("Semiannual", columns) == {("Haiti", "", "FY2024"): 3, ("Haiti", "", "FY2025"): 4}
    half = "FY2025 (10/1/2024 - 3/31/2025)"
    part: Rows = [["Arrests of Parents"], ["Fiscal Year", "Arrests"], [half, 7], ["FY2024", 2]]
    assert (half, "Arrests", "") in told("Semiannual", part)


def test_labels_that_come_again_are_told_with_their_head() -> None:
    rows: Rows = [["CBP", 3], ["Low", 1], ["High", 2], ["ICE", 9], ["Low", 4], ["High", 5]]
    sheet = [["Population by Agency and Level"], ["Agency", "Count"], *rows]
    assert ("ICE: High", "Count", "") in told("Detention", sheet)
    assert len(told("Detention", sheet)) == 6


def test_a_head_that_its_members_do_not_make_is_left_alone_with_them() -> None:
    here: Rows = [["Total", 40], ["Here", 3], ["Low", 1], ["High", 2]]
    there: Rows = [["There", 9], ["Rare", 1], ["Low", 4], ["High", 4]]
    sheet: Rows = [["Population by Place and Level"], ["Place", "Count"], *here, *there]
    assert set(told("Detention", sheet)) == {
        *(("Total", "Count", ""), ("Here", "Count", "")),
        *(("Here: Low", "Count", ""), ("Here: High", "Count", "")),
    }


def test_a_label_stands_for_the_rows_below_it() -> None:
    sheet: Rows = [
        ["Releases by Reason and Criminality: FY2025"],
        ["Reason", "Criminality", "Oct", "Total"],
        ["Bonded Out", "Total", 5, 5],
        [None, "Convicted", 2, 2],
        ["Paroled", "Total", 7, 7],
    ]
    found = told("Detention", sheet)
    assert found["Bonded Out: Convicted", "", "2024-10"] == 2
    assert found["Paroled: Total", "Total", "FY2025"] == 7


def test_bonds_are_told_by_month() -> None:
    sheet: Rows = [
        ["Bonded Out Releases, Prior 12 Months"],
        [],
        [None, date(2024, 12, 1), date(2025, 1, 1)],
        ["Total ICE Final Releases", 27780, 21874],
    ]
    assert told("Monthly Bond Statistics", sheet) == {
        ("Total ICE Final Releases", "", "2024-12"): 27780,
        ("Total ICE Final Releases", "", "2025-01"): 21874,
    }


HALVES: Rows = [
    ["Detainees"],
    [],
    ["Population", 2024, None, None, None, 2025],
    [None, "November", None, "December", None, "January"],
    [None, "mid ", "end", "mid ", "end", "mid "],
]


def test_half_months_are_told_under_their_population() -> None:
    found = told(" ICLOS and Detainees", [*HALVES, ["Adults"], ["0-180 Days", 1, 2, 3, 4, 5], ["Total", 1, 2, 3, 4, 5]])
    assert found["Adults: 0-180 Days", "end", "2024-11"] == 2
    assert found["Adults: Total", "mid", "2025-01"] == 5


def test_a_year_that_does_not_follow_leaves_its_months_alone() -> None:
    header: list[Sequence[Words]] = [*HALVES[:2], ["Population", 2024], *HALVES[3:]]
    sheet: dict[str, Rows] = {"Facilities FY25": LIST, "ICLOS": [*header, list[Words](["Adults", 1, 2, 3, 4, 5])]}
    reading = read(sheet)
    figures = [one.entity for one in reading.candidates if isinstance(one.entity, Figure)]
    assert [str(one.period) for one in figures] == ["2024-11", "2024-11", "2024-12", "2024-12"]
    assert codes(reading) == ["ambiguous-date"]
    assert "5" in [one.text for one in reading.unaccounted]


@pytest.mark.parametrize("name", ["Footnotes", "Header", "Sheet1"])
def test_other_sheets_are_told_and_not_read(name: str) -> None:
    rows: Rows = [["A table of something: FY2025"], ["Label", "Count"], ["One", 1]]
    reading = read({"Facilities FY25": LIST, name: rows})
    assert codes(reading) == ["sheet-not-read"]


def test_a_facility_that_stands_twice_is_told() -> None:
    names: list[Words] = [*LIST[0], "Level A"]
    same = read({"F": [names, [*LIST[1], 2], [*LIST[1], 2]]})
    assert (codes(same), len(same.candidates)) == (["duplicate-row"], 2)
    other = read({"F": [names, [*LIST[1], 2], [*LIST[1], 3]]})
    assert (codes(other), len(other.candidates)) == (["identity-collision"], 4)


@pytest.mark.parametrize(
    ("stored", "format", "shown"), [(0.985236, "0.0%", "98.5"), (1, "0%", "100"), (0.0345, "0.00%", "3.45")]
)
def test_a_percentage_is_read_as_it_is_shown(stored: float, format: str, shown: str) -> None:
    title, names = "FY25 Court Appearance: Total Hearings", ["Metric", "Count", "%"]
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        made.add_worksheet("Facilities FY25").write_row(0, 0, LIST[0])
        made.get_worksheet_by_name("Facilities FY25").write_row(1, 0, LIST[1])
        sheet = made.add_worksheet("ATD FY25")
        sheet.write(0, 0, title)
        sheet.write_row(1, 0, names)
        sheet.write_row(2, 0, ["Attended", 12])
        sheet.write(2, 2, stored, made.add_format({"num_format": format}))
    reading = READER.read(table_text(Source.of(out.getvalue())))
    [told] = [one for one in reading.candidates if isinstance(one.entity, Figure) and one.entity.unit]
    assert isinstance(told.entity, Figure)
    assert (str(told.entity.value), told.entity.unit, told.entity.measure) == (shown, "%", "%")
    assert {str(one.words) for one in told.excerpts if one.field == "value"} == {f"{shown}%"}


COPY = b"""U.S. Immigration and Customs Enforcement,,,
"ICE DETENTION DATA, FY2025",,,
,,,
ICE Currently Detained by Criminality: FY2025,,,
Criminality,ICE,Percent ICE,Total
Convicted Criminal,"14,989",92%,"16,366"
Pending Criminal Charges,13140,92%,14318
Not counted,-,*,
"""


def test_a_sheet_that_was_copied_as_csv_is_known_by_its_banner() -> None:
    source = Source.of(COPY, name="detention.csv")
    assert READER.recognise(source) == 3
    found = [one.entity for one in READER.read(table_text(source)).candidates]
    assert [(one.about, one.measure, str(one.value), one.unit) for one in found if isinstance(one, Figure)] == [
        ("Convicted Criminal", "ICE", "14989", ""),
        ("Convicted Criminal", "Percent ICE", "92", "%"),
        ("Convicted Criminal", "Total", "16366", ""),
        ("Pending Criminal Charges", "ICE", "13140", ""),
        ("Pending Criminal Charges", "Percent ICE", "92", "%"),
        ("Pending Criminal Charges", "Total", "14318", ""),
    ]


@pytest.mark.parametrize("start", [b"<html>", b"%PDF-1.7 "])
def test_what_only_speaks_of_such_data_is_none(start: bytes) -> None:
    assert READER.recognise(Source.of(start + COPY)) == 0
