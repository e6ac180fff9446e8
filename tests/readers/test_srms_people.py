"""Who a report is about is never looked at: no name and no account leaves the file, and no item is made of one."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oversight_adapters.readers.srms import SrmsReader
from oversight_adapters.readers.srms.columns import BOOK, NEVER, TRACKING
from oversight_adapters.texts.tables import table_text
from oversight_core.entities import ABOUT_PEOPLE
from oversight_core.provenance import Source
from oversight_core.reading import Reading

READER = SrmsReader()
SECRET = "Zebulonqx"


def read(rows: list[list[str]], *, name: str = "") -> Reading:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return READER.read(table_text(Source.of(out.getvalue().encode(), name=name)))


@pytest.mark.parametrize("column", sorted(NEVER))
def test_nothing_of_a_column_about_a_person_is_told(column: str) -> None:
    header = ["Facility", column, "Placement Date", "Placement Reason"]
    reading = read([header, ["ELM COUNTY JAIL", SECRET, "3/1/2021", "Other"]])
    assert len(reading.candidates) == 2
    assert SECRET.lower() not in repr(reading).lower().replace(repr(reading.source).lower(), "")
    assert [problem.code for problem in reading.problems] == ["column-never-imported"]


@pytest.mark.parametrize("column", [one.names[0] for one in BOOK.columns])
def test_an_account_in_any_column_is_not_imported(column: str) -> None:
    header = list(dict.fromkeys(["Facility", "Placement Date", "Placement Reason", column]))
    cells = {"Facility": "ELM COUNTY JAIL", "Placement Date": "3/1/2021", "Placement Reason": "Other"}
    account = f"{SECRET} told the nurse that nobody had come to see to the wound for three days, and asked again"
    reading = read([header, [(cells | {column: account})[name] for name in header]])
    told = repr((reading.candidates, reading.problems, reading.unaccounted))
    assert SECRET not in told
    assert "column-never-imported" in [problem.code for problem in reading.problems]


@pytest.mark.parametrize("row", [["ELM", SECRET, "3/1/2021"], ["ELM", "x", SECRET, "3/1/2021", "Other"]])
def test_a_row_that_may_have_slipped_is_not_read(row: list[str]) -> None:
    reading = read([["Facility", "Name", "Placement Date", "Placement Reason"], row])
    assert SECRET not in repr((reading.candidates, reading.problems, reading.unaccounted))
    assert "row-slipped" in [problem.code for problem in reading.problems]


@pytest.mark.parametrize("number", ["Jane Roe", "Roe", "jane", "(b)(7)(E)", "2021-(b)(7)(E)", "", "A" * 31 + "1", "Ж1"])
def test_a_placement_without_a_number_is_known_by_its_row(number: str) -> None:
    reading = read([["tracking_number", "placement_date", "placement_reason"], [number, "3/1/2021", "Other"]])
    placement, report = reading.candidates
    assert placement.item.number == "row-2"
    assert placement.item.report.startswith("srms-")
    assert report.item.body.startswith(placement.item.body)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["77", "78", "", "(b)(7)(E)"]), min_size=1, max_size=12))
def test_each_row_is_one_report_of_one_placement(numbers: list[str]) -> None:
    header = ["tracking_number", "report_type", "placement_date", "placement_reason"]
    rows = [[number, "30 Day Interval", "3/1/2021", "Other"] for number in numbers]
    reading = read([header, *rows])
    kinds = [candidate.item.kind for candidate in reading.candidates]
    unknown = sum(not number.isdigit() for number in numbers)
    assert set(kinds) <= ABOUT_PEOPLE
    assert kinds.count("placement-report") == len(numbers)
    assert kinds.count("placement") == unknown + len({number for number in numbers if number.isdigit()})
    assert len({candidate.item for candidate in reading.candidates}) == len(kinds)


def test_the_number_column_is_none_of_the_others() -> None:
    assert BOOK.called(TRACKING) is None
    assert TRACKING not in NEVER
