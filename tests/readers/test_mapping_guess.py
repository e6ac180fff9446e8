"""A proposed mapping loads, reads its table whole where the table is clean, and marks what it does not know."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import tomllib
from collections import Counter
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.readers.mapped_table import Examined, MappedTableReader, mapping_of
from oversight_adapters.readers.mapped_table.guess import guess, headings, known_words
from oversight_adapters.readers.mapped_table.guess.columns import Column, dates_of
from oversight_adapters.texts.tables import table_text
from oversight_core import Source
from oversight_core.errors import UnreadableSource


def proposed(content: bytes | str, name: str = "tracker.csv") -> str:
    return guess(table_text(Source.of(content.encode() if isinstance(content, str) else content, name=name)))


def examined(content: bytes | str, name: str = "tracker.csv") -> Examined:
    content = content.encode() if isinstance(content, str) else content
    reader = MappedTableReader(mapping_of(proposed(content, name)))
    return reader.examine(reader.text(Source.of(content, name=name)))


def data(content: bytes | str, name: str = "tracker.csv") -> dict[str, Any]:
    return tomllib.loads(proposed(content, name))


def notes(toml: str, kind: str) -> list[str]:
    return [line.partition(f"# {kind}: ")[2] for line in toml.splitlines() if f"# {kind}: " in line]


def rows(header: str, *lines: str) -> str:
    return "\n".join([header, *lines]) + "\n"


# -- a published table with a position and a status --------------------------------------------------------------------

POSITIONS = {"Agreed With": 674, "Disagreed With": 151, "Not Addressed": 135, "Partially Agreed With": 104}
STATUSES = {"Implemented": 545, "Pending": 364, "Not Implemented": 99, "Partially Implemented": 43, "N/A": 13}


def comptroller() -> str:
    """1,064 recommendations of 130 audits, as a city's comptroller publishes them: positions and statuses apart."""
    out = io.StringIO()
    write = csv.writer(out).writerow
    write("title audit_num agency issued recommendation response response_status status_date".split())
    positions = [word for word, count in POSITIONS.items() for _ in range(count)]
    statuses = [word for word, count in STATUSES.items() for _ in range(count)]
    for row in range(1064):
        audit, number = row // 9, row % 9 + 1
        text = f"The agency should check item {row} & report on it."
        write(
            [
                f"Audit of thing {audit}",
                f"FK{audit:03}A",
                f"Agency {audit % 81}",
                f"2022-{audit % 12 + 1:02}-19",
                text if row % 133 == 0 else f"Recommendation {number}: {text}",
                positions[row * 7 % 1064 - row * 7 // 1064 % 2],
                statuses[row * 11 % 1064],
                f"2024-{row % 12 + 1:02}-{row % 28 + 1:02}",
            ]
        )
    return out.getvalue()


def test_a_clean_table_comes_in_whole_with_position_and_status_apart() -> None:
    table = comptroller()
    found = examined(table)
    recommendations = [one for one in found.candidates if one.item.kind == "recommendation"]
    assert (found.rows, len(recommendations), found.refused, found.problems) == (1064, 1064, (), ())
    assert found.words["status"] == Counter(STATUSES)
    for one, row in zip(recommendations, csv.DictReader(io.StringIO(table)), strict=True):
        said = {label.vocabulary.rpartition("/")[2]: label.words for label in one.labels}
        assert said["position"] == row["response"]
        assert said.get("status", "N/A") == row["response_status"]
        assert one.entity.text == row["recommendation"]


def test_the_two_speak_on_two_axes_and_nothing_is_left_out() -> None:
    toml = proposed(comptroller())
    labels = tomllib.loads(toml)["labels"]
    assert (labels["position"]["axis"], labels["status"]["axis"]) == ("position", "implementation")
    assert set(labels["position"]["words"]) == set(POSITIONS)
    assert set(labels["status"]["words"]) | set(labels["status"]["nothing"]) == set(STATUSES)
    assert notes(toml, "left out") == []
    assert any("8 rows state no number" in note for note in notes(toml, "doubt"))
    assert any("no_action_planned" in note for note in notes(toml, "doubt"))


# -- where the table is ------------------------------------------------------------------------------------------------


def test_a_preamble_with_its_date_and_the_columns_that_are_about_people() -> None:
    table = (
        'Open recommendations\r\nPrepared by us\r\n"Source, status as of Sep 8, 2026 at 1:02 PM EST"\r\n,,\r\n,,\r\n'
        "Publication Name,Publication  Number,Date Publication Issued,Director Name,Director Phone,Agency,"
        "Recommendation,Status,Priority,Comments,Topics\n"
        '"Beds\nand cells",GAO-22-104824,"Sep 8, 2022",A B,(202) 512-1000,ICE,'
        '"ICE should R&amp;D. (Recommendation 1)",Open,Yes,None yet,Health\n'
        'Cells,GAO-23-105000,"Jan 9, 2023",C D,(202) 512-2000,ICE,ICE should tell. (Recommendation 2),'
        "Open--Partially Addressed,No,,Law"
    )
    toml = proposed(table)
    found = tomllib.loads(toml)
    assert found["issuer"] == "gao"
    assert found["never"] == ["Director Name", "Director Phone"]
    assert found["stated"]["between"] == ["Source, status as of ", " at "]
    assert found["fields"]["number"]["between"] == ["(Recommendation ", ")"]
    assert found["labels"]["status"]["words"] == {"Open": "open", "Open--Partially Addressed": "open_partial"}
    assert {note.partition(":")[0] for note in notes(toml, "left out")} == {"'Comments'", "'Topics'"}
    (first, *_) = (one for one in examined(table).candidates if one.item.kind == "recommendation")
    assert (first.entity.text, first.entity.priority) == ("ICE should R&D. (Recommendation 1)", True)


def test_a_header_of_two_rows_with_merged_cells_totals_and_a_second_sheet() -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = " Recs FY24 "
    sheet["A1"] = "Tracker of the inspector general"
    for place, name in {"A3": "Report", "C3": "Recommendation", "E3": "Status"}.items():
        sheet[place] = name
    for block in ("A3:B3", "C3:D3", "E3:F3"):
        sheet.merge_cells(block)
    for column, name in enumerate(("Number", "Title", "No.", "Text", "Current", "Date"), 1):
        sheet.cell(4, column, name)
    for n in range(12):
        state = ("Resolved", "Unresolved")[n % 2]
        sheet.append(
            [
                f"OIG-24-{n // 4:02}",
                f"Review {n // 4}",
                n % 4 + 1,
                f"Count beds of place {n}.",
                state,
                dt.date(2024, 3, n + 1),
            ]
        )
    sheet["A20"], sheet["B20"] = "Total", 12
    sheet["A22"] = "Note: figures may change"
    workbook.create_sheet("Notes")["A1"] = "Read me"
    out = io.BytesIO()
    workbook.save(out)
    found = data(out.getvalue(), "oig.xlsx")
    assert found["table"]["sheet"] == [" Recs FY24 "]
    assert found["table"]["header"]["height"] == 2
    assert found["fields"]["number"] == "Recommendation No."
    assert found["labels"]["status"]["axis"] == "resolution"
    assert examined(out.getvalue(), "oig.xlsx").rows == 12
    assert any("'Notes'" in note for note in notes(proposed(out.getvalue(), "oig.xlsx"), "doubt"))


def test_groups_of_columns_without_merged_cells_and_lines_that_are_none() -> None:
    two = rows("Report,,Recommendation,,", "Number,Title,No.,Text,Status", "A-1,Beds,1,Count the beds at once,Open")
    assert data(two)["table"]["header"]["height"] == 2
    assert data(two)["fields"]["number"] == "Recommendation No."
    one = rows(
        "Agency,ICE,,,", "Audit Number,Title,Rec #,Recommendation,Status", "A-1,Beds,1,Count the beds at once,Open"
    )
    assert "height" not in data(one)["table"]["header"]
    assert data(one)["fields"]["number"] == "Rec #"


@pytest.mark.parametrize("merged", ["A1:D1", "C2:D2"], ids=["a title", "a name over two columns"])
def test_merged_cells_that_make_no_second_row(merged: str) -> None:
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "Recommendation Status"
    for line in (["Audit Number", "Rec #", "Recommendation"], ["A-1", "1", "Count the beds", "and more"]):
        workbook.active.append(line)
    workbook.active.merge_cells(merged)
    out = io.BytesIO()
    workbook.save(out)
    found = data(out.getvalue(), "recs.xlsx")
    assert "height" not in found["table"]["header"]
    assert found["fields"]["number"] == "Rec #"


def test_blocks_under_dates_with_their_header_again() -> None:
    block = [
        "Audit,Rec #,Recommendation,Status",
        "A-{0},1,Count the beds at once,Open",
        "A-{0},2,Tell the public,Closed",
    ]
    table = rows(
        "September 2024", *(line.format(1) for line in block), "", "October 2024", *(line.format(2) for line in block)
    )
    found = data(table)
    assert found["table"]["header"]["again"] is True
    assert found["table"]["block"] == {"column": "Block", "dates": ["month-year"]}
    assert found["labels"]["status"]["stated"] == "Block"
    assert [str(one.labels[0].stated_on) for one in examined(table).candidates if one.labels] == [
        "2024-09",
        "2024-09",
        "2024-10",
        "2024-10",
    ]


def test_json_with_nested_names() -> None:
    record = {
        "audit": {"number": "A-1", "title": "Beds"},
        "recNo": 1.5,
        "recommendation": "Count the beds each and every day",
        "mgmtResponse": "Non-Concur",
        "status": "Closed - Implemented",
        "closedDate": "2024-02-03",
    }
    found = data(json.dumps({"data": [record]}), "recs.json")
    assert found["fields"]["report"] == "audit.number"
    assert found["labels"]["position"]["words"] == {"Non-Concur": "non_concurred"}
    assert found["labels"]["status"]["date"] == "closedDate"


def test_a_row_that_begins_like_a_note_is_not_lost() -> None:
    table = rows(
        "Audit,Rec #,Recommendation,Status", "ICE,1,Count the beds,Open", "ICE,,,", "ICE,2,Tell the public,Open"
    )
    assert "leave-out" not in data(table)["table"]


# -- doubts ------------------------------------------------------------------------------------------------------------

HEADER = "Audit Number,Rec #,Recommendation,Status,Report Date"


def test_dates_that_can_be_read_in_two_ways_are_not_mapped() -> None:
    toml = proposed(rows(HEADER, *(f"A-{n},1,Count the beds {n} times,Open,0{n}/0{n + 1}/2024" for n in range(1, 8))))
    assert "document" not in tomllib.loads(toml)
    assert any("month-first or day-first" in note for note in notes(toml, "doubt"))


def test_one_day_beyond_twelve_decides() -> None:
    found = data(rows(HEADER, "A-1,1,Count the beds,Open,3/4/2024", "A-2,1,Tell the public,Open,3/14/2024"))
    assert found["document"]["issued_on"] == {"column": "Report Date", "dates": ["month-first"]}


def test_dates_of_two_types_in_one_column() -> None:
    found = data(rows(HEADER, "A-1,1,Count the beds,Open,2024-03-04", "A-2,1,Tell the public,Open,3/14/2024"))
    assert set(found["document"]["issued_on"]["dates"]) == {"iso", "month-first"}


def test_an_unknown_word_is_kept_and_told() -> None:
    table = rows(HEADER, "A-1,1,Count the beds,In Progress,2024-03-04", "A-2,1,Tell all,Blocked,2024-03-04")
    toml = proposed(table)
    assert tomllib.loads(toml)["labels"]["status"]["unknown"] == "warn"
    assert any("'Blocked' (1)" in note for note in notes(toml, "doubt"))
    assert examined(table).refused == ()


def test_who_speaks_is_a_doubt_where_the_header_does_not_say() -> None:
    table = rows(HEADER, "A-1,1,Count the beds,Implemented,2024-03-04")
    assert any("oversight_status" in note for note in notes(proposed(table), "doubt"))
    said = table.replace("Status", "Status reported by management")
    assert not any("oversight_status" in note for note in notes(proposed(said), "doubt"))


def test_people_are_found_by_what_stands_in_a_column() -> None:
    table = rows(
        "Audit Number,Rec #,Recommendation,Owner", "A-1,1,Count the beds,a.b@city.gov", "A-1,2,Tell all,c@city.gov"
    )
    assert data(table)["never"] == ["Owner"]


def test_what_is_wrong_in_many_rows_is_one_doubt_with_all_of_them() -> None:
    lines = [f"A-{n // 3},{n % 3 + 1},Count the beds {n} times,2024-01-0{1 + (n in (2, 5))}" for n in range(15)]
    toml = proposed(rows("Audit Number,Rec #,Recommendation,Report Date", *lines))
    assert [note for note in notes(toml, "doubt") if note.startswith("document-differs")] == [
        "document-differs: rows 4 and 7 describe a report otherwise than the first row that names it, "
        "such as document:tracker/a-0 in row 4"
    ]


# -- identity ----------------------------------------------------------------------------------------------------------


def test_rows_that_collide_get_the_fewest_short_columns_that_tell_them_apart_and_are_named() -> None:
    table = rows(
        "Audit Number,Rec #,Sub,Topic,Recommendation",
        "A-1,1,a1,Beds,Count the beds",
        "A-1,1,b1,Beds,Tell the public",
        "A-2,1,a1,Law,Tell all",
    )
    toml = proposed(table)
    assert tomllib.loads(toml)["identity"] == {"part": ["Sub"]}
    assert any("rows 2-3 differ" in note for note in notes(toml, "doubt"))
    assert examined(table).refused == ()


def test_a_text_is_no_part_of_a_name_so_rows_of_one_number_that_differ_are_named_and_refused() -> None:
    table = rows(HEADER, "A-1,1,Count the beds,Open,", "A-1,1,Tell the public,Open,", "A-2,1,Tell all,Closed,")
    toml = proposed(table)
    assert "identity" not in tomllib.loads(toml)
    assert any("rows 2-3 differ" in note and "refused" in note for note in notes(toml, "doubt"))
    assert [problem.code for problem in examined(table).refused] == ["identity-collision"]


def test_rows_that_differ_only_in_what_is_left_out_are_told() -> None:
    table = rows("Recommendation,Topic", "Count the beds each day,Beds", "Count the beds each day,Law")
    assert any("rows 2-3 differ only in 'Topic'" in note for note in notes(proposed(table), "doubt"))


def test_who_else_recommends_tells_rows_of_one_text_apart() -> None:
    table = rows(
        "State under Review,Recommendation,Recommending State",
        "Chile,Ratify the convention,Peru",
        "Chile,Ratify the convention,Kenya",
        "Chile,Count the beds,Kenya",
    )
    assert data(table)["identity"]["part"] == ["Recommending State"]
    assert len(examined(table).candidates) == 3


def test_what_nothing_tells_apart_is_named_and_refused() -> None:
    table = rows("Audit Number,Rec #,Status", "A-1,1,Open", "A-1,1,Closed", "A-2,1,Open")
    toml = proposed(table)
    assert any("identity-collision" in note and "rows 2 and 3" in note for note in notes(toml, "doubt"))
    assert [problem.code for problem in examined(table).refused] == ["identity-collision"]


def test_the_same_row_twice_is_no_collision() -> None:
    table = rows(HEADER, "A-1,1,Count the beds,Open,", "A-1,1,Count the beds,Open,", "A-2,1,Tell all,Closed,")
    assert "identity" not in data(table)


# -- tables of words ---------------------------------------------------------------------------------------------------


def test_every_row_of_the_tables_does_what_it_says() -> None:
    assert headings.faults() == []
    assert known_words.faults() == []


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Publication Name", "report_title"),
        ("Alien #", "personal"),
        ("Response (UPR)", "position"),
        ("State under Review", "addressee"),
        ("Recommending State (UPR)", "recommender"),
        ("Estimated Completion Date", "estimated_completion"),
        ("Issue", ""),
        ("Number of Reports", "count"),
    ],
)
def test_names_of_columns(name: str, role: str) -> None:
    assert headings.role_of(name) == role


def column(*words: str, name: str = "On") -> Column:
    return Column(1, name, 0, dict(enumerate(words, 2)))


def test_dates_are_known_by_what_all_of_them_can_be() -> None:
    dates = dates_of(column("3/4/2024", "5/6/2024", "31/12/2024"))
    assert dates is not None
    assert (dates.forms, dates.rivals) == (("day-first",), ())


# -- anything --------------------------------------------------------------------------------------------------------

_NAMES = (
    "title;audit_num;agency;issued;recommendation;response;response_status;status_date;Name;Phone;Block;Priority;Topic"
)
NAMES = st.sampled_from([*_NAMES.split(";"), "Rec #", "Target Date", "Status", 'a "b"', "a\nb", "é\x7f", "", "12"])
_WORDS = "A-1;GAO-24-106233;Open;Closed;Superseded;Implemented;Agreed;Noted;N/A;-;None;2024-01-02;03/04/2024;Total"
WORDS = st.sampled_from(
    [*_WORDS.split(";"), "", "September 2024", "Recommendation 1: Count the beds", "x&amp;y", "Yes", "a@b.gov"]
)
TABLES = st.tuples(
    st.lists(st.lists(NAMES | WORDS, max_size=2), max_size=2),
    st.lists(NAMES, min_size=1, max_size=6),
    st.lists(st.lists(WORDS | st.text(max_size=5), max_size=7), max_size=8),
)


@given(TABLES, st.sampled_from(["", "gao.csv", "é.csv", "crcl.csv", "recs.csv"]))
def test_whatever_is_proposed_can_be_loaded(
    table: tuple[list[list[str]], list[str], list[list[str]]], name: str
) -> None:
    above, header, below = table
    out = io.StringIO()
    csv.writer(out).writerows([*above, header, *below])
    try:
        toml = proposed(out.getvalue().replace("\0", ""), name)
    except UnreadableSource:
        return
    assert mapping_of(toml)
    assert "cannot be loaded" not in toml


def test_what_is_no_table_is_told() -> None:
    with pytest.raises(UnreadableSource, match="header"):
        proposed("1,2\n3,4\n")
