"""What rows say, whatever their header looks like; what does not hold together is told, and nothing is repaired."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readers.detention_workbooks import Words, book
from tests.readers.test_srms_people import READER, read

from oversight_adapters.readers.facts import facts, plain
from oversight_adapters.readers.srms.columns import BOOK
from oversight_adapters.readers.srms.reasons import GROUPS, group_of
from oversight_adapters.texts.tables import table_text
from oversight_core.provenance import Source
from oversight_core.reading import Reading

ROW = {
    "Tracking Number": "901",
    "Facility AOR": "SNA (San Antonio)",
    "Facility": "ELM COUNTY JAIL (TX)",
    "Report Type": "14 Day",
    "Placement Date": "3/1/2021",
    "Placement Reason": "Hunger Strike",
    "Release Date": "3/20/2021",
    "Attorney of Record": "No",
    "Mental Illness": "None",
    "Suicide Risk?": "",
    "Created": "3/15/2021",
}


MARKS = ("(b)(7)(E)", "(b)(6), (b)(7)(C)", "(b)(6),(b)(7)(c )", "( b )(6)", "asked by 6,(b)7c")


def told(reading: Reading) -> set[tuple[str, str, str]]:
    return {(str(fact.item), fact.field, str(plain(fact.value))) for fact in facts(reading, READER)}


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


@pytest.mark.parametrize("row", BOOK.columns, ids=lambda row: row.row)
def test_every_column_reads_its_example(row: object) -> None:
    assert list(BOOK.faults()) == []


@settings(max_examples=30, deadline=None)
@given(st.permutations(sorted(ROW)), st.sampled_from(["title", "snake", "upper"]), st.integers(0, 5))
def test_order_case_and_place_of_the_header_make_no_difference(names: list[str], case: str, above: int) -> None:
    shown = {"title": str, "upper": str.upper, "snake": lambda name: name.lower().replace(" ", "_").replace("?", "")}
    header = [shown[case](name) for name in names]
    title = [["Records of segregation"]] * above
    assert told(read([*title, header, [ROW[name] for name in names]])) == told(read([list(ROW), list(ROW.values())]))


def test_a_workbook_with_dates_tells_what_one_with_words_tells() -> None:
    cells: dict[str, Words] = dict(ROW)
    cells |= {"Placement Date": date(2021, 3, 1), "Release Date": date(2021, 3, 20)}
    cells |= {"Created": datetime(2021, 3, 15, 16, 53), "Tracking Number": 901}
    text = table_text(Source.of(book({"2017 - 2023": [list(cells), list(cells.values())]})))
    assert told(READER.read(text)) == told(read([list(ROW), list(ROW.values())]))


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2015, 1, 1), date(2024, 1, 1)), st.integers(-3, 400), st.integers(0, 400))
def test_a_length_of_stay_is_the_days_or_one_more(placed: date, days: int, stated: int) -> None:
    released = placed + timedelta(days)
    header = ["Tracking Number", "Placement Date", "Placement Reason", "Release Date", "Length of Stay"]
    reading = read([header, ["1", f"{placed:%m/%d/%Y}", "Other", f"{released:%m/%d/%Y}", str(stated)]])
    expected = ["date-order"] if days < 0 else [] if stated in (days, days + 1) else ["total-mismatch"]
    assert codes(reading) == expected
    assert reading.candidates[1].entity.length_of_stay == stated
    assert reading.candidates[0].entity.released_on.latest == released


def test_none_the_word_is_no_empty_cell() -> None:
    header = ["Tracking Number", "Placement Date", "Placement Reason", "Mental Illness"]
    reading = read([header, ["1", "3/1/2021", "Other", "None"], ["2", "3/1/2021", "Other", ""]])
    reports = [one for one in reading.candidates if one.item.kind == "placement-report"]
    assert [one.entity.mental_illness for one in reports] == ["None", ""]
    assert [excerpt.field for excerpt in reports[1].excerpts] == ["placement"]


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_of_redaction_is_no_value_in_any_column(mark: str) -> None:
    header = list(dict.fromkeys(column.names[0] for column in BOOK.columns))
    kept = {"Facility": "ELM COUNTY JAIL", "Placement Date": "3/1/2021"}
    reading = read([header, [kept.get(name, mark) for name in header]])
    stated = {excerpt.field for one in reading.candidates for excerpt in one.excerpts if not excerpt.derived}
    assert stated == {"facility", "placed_on"}
    assert codes(reading) == ["redacted"] * (len(header) - 2)
    assert not reading.unaccounted


def test_rows_below_the_data_are_no_reports() -> None:
    rows: list[list[Words]] = [list(ROW), list(ROW.values()), *[[] for _ in range(500)], [None] * 9 + ["Suicide Risk"]]
    reading = READER.read(table_text(Source.of(book({"2017 - 2023": rows}))))
    assert len(reading.candidates) == 2
    assert codes(reading) == ["rows-left-out"]


def test_the_taxonomy_has_nine_groups_and_the_later_one_is_in_none() -> None:
    assert len(GROUPS) == 9
    assert [group_of(reason) for reason in ("Medical/Mental", "Detainee Request: Other", "")] == ["", "", ""]
    assert group_of("protective custody:  other detainee safety") == "protective-custody"
