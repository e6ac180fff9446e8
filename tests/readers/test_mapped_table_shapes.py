"""The shapes that real tables come in: preambles, moving headers, stacked blocks, odd bytes, words that are none."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import pytest
from tests.readers.mapped_tables import codes, csv_bytes, examined, reader

from oversight_adapters.readers.mapped_table import Examined, TableRefused
from oversight_adapters.stores.memory import MemoryStore
from oversight_core.moments import Moment
from oversight_core.names import Item
from oversight_core.provenance import Cell, Pointer, Source
from oversight_core.register import Register
from oversight_core.rulebooks import BUILTIN

EXPORT = """
name = "export"
issuer = "gao"
never = ["Director Phone"]
ignore = ["Director Name", "Comments"]
[stated]
between = ["status as of ", " at "]
[table.header]
holds = ["Publication Number", "Agency"]
[fields]
report = "Publication Number"
report_title = { column = "Publication Name", unescape = "html" }
addressee = "Agency"
text = { column = "Recommendation", unescape = "html" }
number = { column = "Recommendation", between = ["(Recommendation ", ")"] }
status_printed = "Status"
priority = "Priority"
[document]
title = { column = "Publication Name", unescape = "html" }
issued_on = "Date Publication Issued"
[labels.status]
column = "Status"
axis = "oversight_status"
by = { constant = "GAO", role = "oversight_body" }
words = { "Open" = "open", "Open--Partially Addressed" = "open_partial" }
"""
PREAMBLE = (
    b"Open recommendations,,,,,,,,,\r\nPrepared by an office,,,,,,,,,\r\n"
    b'"A database, status as of Sep 28, 2026 at 9:05 AM EST",,,,,,,,,\r\n,,,,,,,,,\r\n,,,,,,,,,\r\n'
)
COLUMNS = b"Publication Name,Publication  Number,Date Publication Issued,Director Name,Director Phone,Agency,"
COLUMNS += b"Recommendation,Status,Priority,Comments\n"
BEDS = b'"Beds &amp; Boards:\nWho Counts?",GAO-26-100001,"Sep 8, 2026",'
COUNT = b'"Each bed should be ""counted"". (Recommendation 1)"'
RECORDS = (
    COLUMNS
    + BEDS
    + (b"Ann Other,(202) 512-0199,Department of Rooms," + COUNT + b",Open,No,some \n")
    + BEDS
    + (b"Ann Other,(202) 512-0199,Department of Halls," + COUNT + b",Open--Partially Addressed,Yes,other\n")
    + BEDS
    + (b",,Department of Yards," + COUNT + b",Open,No,\n")
    + b'Keys,GAO-26-100002,"Aug 31, 2026",Ann Other,(202) 512-0199,Department of Rooms,Keep the keys.,Open,No,none'
)


def test_an_export_with_a_preamble_comes_in_whole() -> None:
    found = examined(EXPORT, PREAMBLE + RECORDS)
    assert (found.refused, codes(found)) == ((), [])
    assert found.unaccounted == ()
    assert [str(one.item) for one in found.candidates] == [
        "document:gao/gao-26-100001",
        "document:gao/gao-26-100002",
        "recommendation:gao/gao-26-100001/1@department-of-rooms",
        "recommendation:gao/gao-26-100001/1@department-of-halls",
        "recommendation:gao/gao-26-100001/1@department-of-yards",
        str(found.candidates[-1].item),
    ]
    assert found.candidates[-1].item.number.startswith("~")
    assert found.candidates[0].entity.title == "Beds & Boards:\nWho Counts?"
    assert found.candidates[0].entity.issued_on == Moment.parse("2026-09-08")
    assert [one.entity.priority for one in found.candidates[2:]] == [False, True, False, False]
    assert found.source.dated_on == Moment.parse("2026-09-28")


@pytest.mark.parametrize("date", [b"Aug 31, 2026,Ann Other", b"Ann Other"], ids=["too long", "too short"])
def test_a_phone_number_is_nowhere_even_where_a_row_has_slipped(date: bytes) -> None:
    slipped = b"\nDoors,GAO-26-100003," + date + b",(202) 512-0199,Department of Rooms,Shut.,Open,No,none"
    found = examined(EXPORT, PREAMBLE + RECORDS + slipped)
    assert "row-slipped" in codes(found)
    assert "0199" not in repr((found.candidates, found.problems, found.unaccounted, found.words))
    assert "512" not in repr(found.problems)


def test_a_date_that_somebody_gives_stands_before_the_one_of_the_table() -> None:
    made = reader(EXPORT)
    given = made.examine(made.text(Source.of(PREAMBLE + RECORDS, dated_on=Moment.parse("2026-10-01"))))
    assert given.source.dated_on == Moment.parse("2026-10-01")


def test_the_date_that_a_table_states_is_when_its_statuses_were_stated() -> None:
    made = reader(EXPORT)
    register = Register(MemoryStore(), rulebooks=[*BUILTIN, made.mapping.rulebook()])
    register.apply(register.take(made.take(Source.of(PREAMBLE + RECORDS))))
    halls = Item.parse("recommendation:gao/gao-26-100001/1@department-of-halls")
    status = register.case(halls).status("oversight_status")
    assert (status.value, str(status.since)) == ("open_partial", "../2026-09-28")


def test_words_that_the_bodys_own_table_does_not_have_are_told_when_the_mapping_is_loaded() -> None:
    with pytest.raises(ValueError, match="there is no state or group of gao_oversight_status 'open_acceptable'"):
        reader(EXPORT.replace('"open_partial"', '"open_acceptable"'))


# -- workbooks ---------------------------------------------------------------------------------------------------------


def workbook(sheets: dict[str, Iterable[Sequence[Any]]], merged: Iterable[tuple[str, str]] = ()) -> bytes:
    """A workbook with these rows, an empty one for a row left out."""
    openpyxl = pytest.importorskip("openpyxl", reason="workbooks need the extra xlsx")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                sheet.cell(number, column, value)
    for name, block in merged:
        book[name].merge_cells(block)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


FACILITIES = """
name = "facilities"
issuer = "ice"
kind = "finding"
dates = ["month-first"]
[table]
sheet = "Facilities"
[table.header]
holds = ["Name", "Last Inspection Date"]
[identity]
report = "Name"
[fields]
text = "Rating"
about = "Name"
"""


@pytest.mark.parametrize("header", [6, 7, 10])
def test_a_header_is_found_wherever_it_stands(header: int) -> None:
    above = [[f"note {n}"] for n in range(1, header)]
    rows = [["Name", "Rating", "Last Inspection Date"], ["Kay County", "Meets Standard", "12/2/2021"]]
    found = examined(FACILITIES, workbook({"Facilities": [*above, *rows]}))
    assert (found.rows, found.refused) == (1, ())
    assert found.candidates[0].excerpts[0].locator == Cell("Facilities", header + 1, 2)


def test_blanks_around_the_name_of_a_sheet_make_no_difference() -> None:
    rows = [["Name", "Rating", "Last Inspection Date"], ["Kay County", "Meets Standard", None]]
    found = examined(FACILITIES, workbook({" Facilities ": rows, "ATD FY24 YTD": [["x"]]}))
    assert (found.rows, found.refused) == (1, ())
    assert isinstance(found.candidates[0].excerpts[0].locator, Cell)


def test_a_sheet_that_is_not_there_refuses_the_file_and_the_others_are_named() -> None:
    found = examined(FACILITIES, workbook({" ICLOS ": [["Name"]], "Notes": [["x"]]}))
    assert [problem.message for problem in found.refused] == [
        "there is no sheet 'Facilities'; choose from ' ICLOS ', 'Notes'"
    ]


def test_of_several_sheets_none_is_guessed() -> None:
    toml = FACILITIES.replace('sheet = "Facilities"', "")
    found = examined(toml, workbook({"A": [["Name"]], "B": [["Name"]]}))
    assert [problem.code for problem in found.refused] == ["sheet-missing"]


DATED = """
name = "inspections"
issuer = "ice"
kind = "review"
dates = ["month-first"]
[identity]
report = "Name"
[fields]
facility = "Name"
fieldwork_on = "Last Inspection Date"
"""


def test_dates_of_two_types_in_one_column_are_both_read() -> None:
    rows = [["Name", "Last Inspection Date"], ["Kay", "12/2/2021"], ["Bay", date(2021, 12, 2)], ["Day", "soon"]]
    found = examined(DATED, workbook({"Facilities": rows}))
    read = [candidate.entity.fieldwork_on for candidate in found.candidates]
    assert read == [Moment.parse("2021-12-02"), Moment.parse("2021-12-02"), None]
    (problem,) = found.problems
    assert (problem.code, problem.locator) == ("unreadable-date", Cell("Facilities", 4, 2))
    assert "'soon' in row 4 of 'Facilities', column 'Last Inspection Date', is not read" in problem.message
    assert [(cell.text, cell.locator) for cell in found.unaccounted] == [("soon", Cell("Facilities", 4, 2))]


def test_blank_rows_by_the_thousand_cost_nothing_and_are_no_rows() -> None:
    rows = [["Name", "Last Inspection Date"], ["Kay", "12/2/2021"], *([["", ""]] * 3019), ["Bay", "12/3/2021"]]
    found = examined(DATED, csv_bytes(rows))
    assert (found.rows, codes(found)) == (2, [])
    assert found.candidates[1].excerpts[0].locator == Cell("", 3022, 1)


BLOCKS = """
name = "segregation"
issuer = "ice"
kind = "finding"
[table]
end = ["Grand Total"]
{block}
[table.header]
holds = ["Facilities", "Placement Count"]
again = true
[identity]
report = {{ constant = "monthly" }}
number = ["Month"]
addressee = "Facilities"
[fields]
about = "Month"
text = "Placement Count"
"""
MONTHS = [
    ["Placements by month"],
    ["September 2024"],
    ["Facilities", "Placement Count"],
    ["Kay", "4"],
    ["Bay", "2"],
    ["Grand Total", "6"],
    ["* counts 5 people once"],
    [],
    ["Placement Count", "Facilities"],
    ["August 2024"],
    ["3", "Kay"],
]


def test_blocks_that_stand_under_each_other_are_told_apart_by_the_line_above_them() -> None:
    toml = BLOCKS.format(block='block = { column = "Month", dates = ["month-year"] }')
    found = examined(toml, csv_bytes(MONTHS))
    assert found.refused == ()
    assert [(str(one.item), one.entity.text) for one in found.candidates] == [
        ("finding:ice/monthly/september-2024@kay", "4"),
        ("finding:ice/monthly/september-2024@bay", "2"),
        ("finding:ice/monthly/august-2024@kay", "3"),
    ]
    assert found.candidates[2].excerpts[0].locator == Cell("", 10, 1)
    left = [problem.message for problem in found.problems if problem.code == "rows-left-out"]
    assert left == ["rows 6 and 7 (2 rows) left out by table.end"]
    assert found.unaccounted == (), "what is in a name is read"


def test_a_month_may_stand_inside_a_long_note() -> None:
    rows = [list(row) for row in MONTHS]
    rows[1], rows[9] = ["Data for September 2024 (see the note)"], ["Data for August 2024 (see the note)"]
    block = 'block = { column = "Month", between = ["Data for ", " ("], dates = ["month-year"] }'
    found = examined(BLOCKS.format(block=block), csv_bytes(rows))
    assert [one.item.number for one in found.candidates] == ["september-2024", "september-2024", "august-2024"]
    assert [one.entity.about for one in found.candidates] == ["September 2024", "September 2024", "August 2024"]


TWO_ROWS = """
name = "population"
issuer = "ice"
kind = "finding"
[table.header]
row = 2
height = 2
join = ": "
[identity]
report = "Name"
[fields]
about = "City"
text = "Population: Level A"
"""
GROUPS = [
    ["Facilities"],
    ["Name", "City", "Population", None, "Guaranteed Minimum"],
    [None, None, "Level A", "Level B", None],
    ["Kay", "Newkirk", "12", "3", "15"],
]


def test_a_header_of_two_rows_is_joined_by_groups() -> None:
    content = workbook(
        {"Facilities": GROUPS}, [("Facilities", "C2:D2"), ("Facilities", "A2:A3"), ("Facilities", "B2:B3")]
    )
    for found in (
        examined(TWO_ROWS, content),
        examined(TWO_ROWS, csv_bytes([[c or "" for c in row] for row in GROUPS])),
    ):
        assert found.refused == ()
        (candidate,) = found.candidates
        assert (candidate.entity.text, candidate.entity.about) == ("12", "Newkirk")
        told = [problem.message.split(" is not")[0] for problem in found.problems]
        assert told == ["the column 'Population: Level B'", "the column 'Guaranteed Minimum'"]


# -- words ---------------------------------------------------------------------------------------------------------

PLACEMENTS = """
name = "placements"
issuer = "ice"
kind = "finding"
[identity]
report = "Facility"
number = "Tracking Number"
[fields]
text = "Mental Illness"
about = "Facility"
"""


def of_placements(*rows: Sequence[str]) -> Examined:
    return examined(PLACEMENTS, csv_bytes([["Tracking Number", "Facility", "Mental Illness"], *rows]))


def test_the_word_none_is_a_word_and_an_empty_cell_is_empty() -> None:
    found = of_placements(("1.10", "Kay", "None"), ("1.1", "Kay", ""))
    assert [(one.item.number, one.entity.text) for one in found.candidates] == [("1.10", "None"), ("1.1", "")]
    assert len(found.candidates[1].excerpts) == 1


def test_a_dash_of_any_style_may_state_nothing() -> None:
    toml = SIMPLE + '[labels.p]\ncolumn = "R"\naxis = "position"\nwords = { "Yes" = "concurred" }\nnothing = ["-"]\n'
    found = examined(toml, "Audit,No,What,R\nA,1,x,—\nA,2,x,--\nA,3,x,yes\n".encode())
    assert (found.refused, [len(one.labels) for one in found.candidates]) == ((), [0, 0, 1])


def test_redaction_marks_are_words_and_no_dates() -> None:
    assert of_placements(("7", "(b)(7)(E)", "(b)(6), (b)(7)(C)")).candidates[0].entity.text == "(b)(6), (b)(7)(C)"
    rows = [["Name", "Last Inspection Date"], ["Kay", "(b)(7)(E)"]]
    assert codes(examined(DATED, csv_bytes(rows))) == ["unreadable-date"]


def test_exact_duplicates_and_rows_without_a_name_are_told_with_their_rows() -> None:
    found = of_placements(("7", "Kay", "None"), ("7", "Kay", "None"), ("", "", "Depression"))
    told = {problem.code: problem.message for problem in found.problems}
    assert told["duplicate-row"].startswith("rows 2 and 3 say the same")
    assert told["identity-missing"].startswith("row 4 cannot be named")
    assert [cell.text for cell in found.unaccounted] == ["Depression"]


REVIEWS = """
name = "states"
issuer = "upr"
[table]
format = "csv"
[identity]
number = ["From", "Text"]
[fields]
report = "Session"
addressee = "To"
text = "Text"
position = "Response"
[labels.response]
column = "Response"
axis = "position"
by = { column = "To", role = "addressee" }
words = { "Accepted" = "concurred", "Noted" = "non_concurred" }
nothing = ["Voluntary Pledge"]
"""


def test_a_file_whose_lines_end_as_on_an_old_machine_is_read_in_its_own_letters() -> None:
    rows = [
        ["To", "Text", "From", "Response", "Session"],
        ["Côte d'Ivoire", "Keep “records”", "Türkiye", "Accepted", "17"],
        ["Côte d'Ivoire", "Keep “records”", "Norway", "Noted", "17"],
    ]
    content = csv_bytes(rows, line_end="\r").decode().encode("cp1252")
    found = examined(REVIEWS, content)
    assert (found.refused, codes(found)) == ((), [])
    first, second = found.candidates
    assert (first.entity.text, first.entity.addressee) == ("Keep “records”", "Côte d'Ivoire")
    assert first.item != second.item
    assert [label.words for one in found.candidates for label in one.labels] == ["Accepted", "Noted"]


# -- JSON ----------------------------------------------------------------------------------------------------------

RECORDED = """
name = "records"
issuer = "city"
[table]
rows = "/data"
[fields]
report = "audit.id"
number = "no"
text = "what"
priority = "urgent"
[labels.status]
column = "status"
axis = "oversight_status"
words = { "Open" = "open" }
"""
OBJECTS = (
    b'{"data": [{"audit": {"id": "A-1"}, "no": 1.10, "what": "Count.", "urgent": true, "status": "Open"},'
    b' {"audit": {"id": "A-1"}, "no": "1.1", "what": "Keep.", "urgent": null, "status": "Open"}]}'
)


def test_json_has_pointers_and_its_numbers_stay_as_they_are_printed() -> None:
    found = examined(RECORDED, OBJECTS)
    assert (found.refused, codes(found)) == ((), [])
    first, second = found.candidates
    assert (first.item.number, first.entity.priority) == ("1.10", True)
    assert (second.item.number, second.entity.priority) == ("1.1", None)
    assert first.excerpts[0].locator == Pointer("/data/0/audit/id")


def test_json_lines_are_read_as_well() -> None:
    lines = b'{"audit": {"id": "A-1"}, "no": 2, "what": "Count.", "urgent": false, "status": "Open"}\n' * 2
    found = examined(RECORDED.replace('rows = "/data"', 'format = "jsonl"'), lines)
    assert codes(found) == ["duplicate-row"]
    assert found.candidates[0].entity.priority is False


# -- what does not fit ------------------------------------------------------------------------------------------------

SIMPLE = 'name = "t"\nissuer = "city"\nfields.report = "Audit"\nfields.number = "No"\nfields.text = "What"\n'


def test_a_column_that_is_not_there_refuses_the_file_and_a_near_one_is_named() -> None:
    toml = SIMPLE + '[labels.p]\ncolumn = "What"\naxis = "position"\nwords = { "Yes" = "concurred" }\n'
    with pytest.raises(TableRefused) as told:
        reader(toml).take(Source.of(b"Audit,No,Whats\nA,1,b\n", name="t.csv"))
    assert str(told.value) == (
        "nothing of t.csv is taken with the mapping t: there is no column 'What' in row 1, which fields.text and "
        "labels.p.column need; did you mean 'Whats'?"
    )


def test_where_the_header_may_be_no_header_its_words_are_not_told() -> None:
    with pytest.raises(TableRefused, match=r"none of the columns 'Audit', 'No' and 'What' is there in row 1") as told:
        reader(SIMPLE).take(Source.of(b"Audits,(212) 555-0142\nA,1,b\n"))
    found = examined(SIMPLE, b"Audits,(212) 555-0142\nA,1,b\n")
    assert "555" not in f"{told.value} {found}"
    assert "Audits" not in f"{told.value} {found}"


def test_of_two_columns_with_one_name_none_is_guessed() -> None:
    content = b"Audit,No,What,What\nA,1,first,second\n"
    assert [problem.code for problem in examined(SIMPLE, content).refused] == ["column-ambiguous"]
    second = SIMPLE.replace('"What"', '{ column = "what ", position = 2 }')
    found = examined(second, content)
    assert found.candidates[0].entity.text == "second"
    assert "the column 'What', where it stands for the 1. time" in found.problems[0].message


def test_a_position_beyond_the_columns_of_that_name_is_told() -> None:
    toml = 'name="t"\nissuer="c"\nfields={report="A",number={column="N",position=3},text="T"}\n'
    found = examined(toml, b"A,N,N,T\na,1,2,x\n")
    told = [problem.message for problem in found.refused]
    assert told == ["2 columns are called 'N' in row 1, and fields.number needs number 3"]


def test_a_column_may_have_other_names_or_be_left_out() -> None:
    toml = SIMPLE + 'fields.addressee = { column = "FY22 Office", or = ["FY23 Office"], optional = true }\n'
    assert examined(toml, b"Audit,No,What,FY23 Office\nA,1,x,Parks\n").candidates[0].item.addressee == "parks"
    assert examined(toml, b"Audit,No,What\nA,1,x\n").candidates[0].item.addressee == ""


def test_rows_may_be_left_out_and_are_counted() -> None:
    toml = SIMPLE + 'table.leave-out = [{ starts = "Total" }, { column = "What", is = ["(none)"] }]\n'
    found = examined(toml, b"Audit,No,What\nA,1,x\nTotal,1,\nB,2,(None)\n")
    assert [problem.message for problem in found.problems] == ["rows 3 and 4 (2 rows) left out by table.leave-out"]
    assert found.rows == 1


def test_a_header_that_is_not_there_refuses_the_file() -> None:
    for header in ("row = 9", 'holds = ["Nowhere"]'):
        found = examined(SIMPLE + f"[table.header]\n{header}\n", b"Audit,No,What\nA,1,x\n")
        assert [problem.code for problem in found.refused] == ["header-missing"]


def test_columns_that_are_not_mentioned_are_told_by_name_and_number() -> None:
    found = examined(SIMPLE, b"Audit,No,What,Notes,\nA,1,x,private words,more\nB,1,x,,\n")
    assert [problem.message for problem in found.problems] == [
        "the column 'Notes' is not in the mapping, and 1 row has something in it; map it, or list it under "
        "ignore or never",
        "column 5, which has no name, is not in the mapping, and 1 row has something in it; map it, or list it under "
        "ignore or never",
    ]
    assert "private" not in repr(found)


def test_words_in_a_name_are_read_and_those_in_a_fingerprint_only_are_listed() -> None:
    toml = """
name = "t"
issuer = "un"
fields = { report = "Session", text = "What" }
identity = { number = ["Para", "From"] }
"""
    rows = [["Session", "What", "Para", "From"], ["8", "Ratify", "9.1", "Perú"], ["8", "Ratify", "9.2", "x" * 130]]
    found = examined(toml, csv_bytes(rows))
    assert str(found.candidates[0].item) == "recommendation:un/8/9.1-peru"
    assert [cell.locator for cell in found.unaccounted] == [Cell("", 3, 3), Cell("", 3, 4)]
