"""Where a proposal finds the table: one of several on a sheet or in a file, under headers that change, or nowhere."""

from __future__ import annotations

import io
import json
import tomllib

import openpyxl
import pytest

from oversight_adapters.readers.mapped_table import Examined, MappedTableReader, mapping_of
from oversight_adapters.readers.mapped_table.guess import guess
from oversight_adapters.texts.tables import table_text
from oversight_core import Source
from oversight_core.errors import UnreadableSource
from oversight_core.provenance import Cell

HEADER = "Report Number,Rec #,Recommendation,Status"
ROWS = tuple(f"A-{n // 3},{n % 3 + 1},Count the beds of place {n} each day,Open" for n in range(6))


def proposed(content: bytes | str, name: str) -> tuple[str, Examined]:
    """A proposal, and what its table gives by it."""
    content = content.encode() if isinstance(content, str) else content
    toml = guess(table_text(Source.of(content, name=name)))
    reader = MappedTableReader(mapping_of(toml))
    return toml, reader.examine(reader.text(Source.of(content, name=name)))


def table(*lines: str) -> tuple[str, Examined]:
    return proposed("\n".join(lines) + "\n", "recs.csv")


def doubts(toml: str) -> str:
    return "\n".join(line.partition("doubt: ")[2] for line in toml.splitlines() if "# doubt: " in line)


def test_another_table_below_is_the_end_of_this_one() -> None:
    toml, found = table(HEADER, *ROWS, "", "Summary", "Agency,Count,Share", "Parks,5,50%", "Roads,4,50%")
    assert tomllib.loads(toml)["table"]["end"] == ["Agency"]
    assert "row 10 looks like the header of another table" in doubts(toml)
    assert (found.rows, len(found.candidates)) == (6, 6)


def test_another_table_above_is_told() -> None:
    toml, found = table("Agency,Open,Total", "Parks,3,4", "Roads,1,2", "", HEADER, *ROWS)
    assert "rows 1-3 above the header are not read" in doubts(toml)
    assert found.rows == 6


def test_a_header_that_comes_again_with_a_column_more_is_one_table() -> None:
    toml, found = table(
        HEADER, *ROWS[:3], "", "Report Number,Rec #,Agency,Recommendation,Status", "A-9,1,ICE,Tell the public,Closed"
    )
    data = tomllib.loads(toml)
    assert data["table"]["header"] == {"holds": ["Report Number", "Rec #"], "again": True}
    assert data["fields"]["addressee"] == {"column": "Agency", "optional": True}
    assert (found.rows, found.refused, found.unaccounted) == (4, (), ())
    assert str(found.candidates[-1].item).endswith("/a-9/1@ice")


def test_a_row_of_totals_is_left_out_also_where_it_is_full() -> None:
    toml, found = table("Agency,Recommendation,Status", "Parks,Count the beds each day,Implemented", "TOTAL,1,100%")
    assert "'TOTAL' (row 3)" in doubts(toml)
    assert found.rows == 1


@pytest.mark.parametrize(
    "rows",
    [
        [f"GAO-24-10{n}000,{n},Count the beds {n} times,Open" for n in range(5)],
        [f"Report {'ABC'[n % 3]},Count the beds {n} times,Open,Parks" for n in range(5)],
        [f"Agency One,Count the beds {n} times,Awaiting response,Parks department" for n in range(5)],
    ],
    ids=["figures", "words of statuses", "words that stand again below"],
)
def test_a_record_is_no_header(rows: list[str]) -> None:
    with pytest.raises(UnreadableSource, match="header"):
        table(*rows)


def test_two_tables_side_by_side_are_not_mixed() -> None:
    toml, found = table(f"{HEADER},,{HEADER}", *(f"{row},,B{row}each and every day" for row in ROWS))
    data = tomllib.loads(toml)
    assert {pick["position"] for pick in data["fields"].values()} == {1}
    assert "several columns are called so" in doubts(toml)
    assert found.rows == 6


def test_a_table_on_its_side_is_told() -> None:
    toml, _ = table(
        "Report Number,R1,R2", "Rec #,1,1", "Recommendation,Count the beds,Tell the public", "Status,Open,Open"
    )
    assert "may lie on its side" in doubts(toml)


def test_dates_as_of_which_a_table_speaks_are_doubtful_where_they_are_several() -> None:
    toml, found = table("Open,as of May 4 2024", "Staff,as of June 2020", HEADER, *ROWS)
    assert str(found.source.dated_on) == "2024-05-04"
    assert "rows 1-2 name dates; the first is taken" in doubts(toml)
    toml, _ = table("As of May 4 2024", "", HEADER, *ROWS)
    assert tomllib.loads(toml)["stated"]["between"] == ["As of ", ""]
    assert "the first is taken" not in doubts(toml)


def test_one_number_of_an_issuer_among_others_makes_no_table_of_that_issuer() -> None:
    toml, _ = table(HEADER, *ROWS, "GAO-24-106233,1,Tell the public,Open")
    assert tomllib.loads(toml)["issuer"] == "recs"


def test_records_that_hold_lists_are_told() -> None:
    records = [{"report_number": f"R{n}", "recs": [{"no": 1, "text": ROWS[0]}, {"no": 2}]} for n in range(3)]
    toml, _ = proposed(json.dumps(records), "recs.json")
    assert "records hold lists ('recs')" in doubts(toml)


def test_sheets_of_other_years_are_told_and_hidden_ones_not_taken() -> None:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for year in ("2022", "2023", "secret"):
        sheet = workbook.create_sheet(year)
        for line in (HEADER, *(ROWS if year != "secret" else ROWS * 4)):
            sheet.append(line.split(","))
    workbook["secret"].sheet_state = "hidden"
    out = io.BytesIO()
    workbook.save(out)
    toml, found = proposed(out.getvalue(), "recs.xlsx")
    assert tomllib.loads(toml)["table"]["sheet"] == ["2022"]
    assert "'2023' and 'secret' with the same columns are left out" in doubts(toml)
    assert found.rows == 6


def test_words_that_say_nothing_are_a_doubt_where_a_field_takes_them() -> None:
    toml, _ = table(
        "Report Number,Rec #,Agency,Recommendation", "A-1,1,TBD,Count the beds", "A-1,2,Parks,Tell the public"
    )
    assert "'TBD' (1) is taken as it stands" in doubts(toml)


def test_a_date_that_is_not_known_yet_does_not_hide_the_others() -> None:
    toml, found = table(
        "Report Number,Rec #,Recommendation,Target Completion Date",
        "A-1,1,Count the beds,2024-05-06",
        "A-1,2,Tell the public,TBD",
    )
    assert "'TBD' cannot be read as a date" in doubts(toml)
    assert [cell.text for cell in found.unaccounted] == ["TBD"]


def test_cells_that_are_merged_downwards_hold_for_all_of_their_rows() -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append(["Report Number", "Report Title", "Rec #", "Recommendation", "Status"])
    for n in range(6):
        sheet.append([f"A-{n}", f"Beds {n}"] if n % 3 == 0 else [None, None])
        for column, words in enumerate((n % 3 + 1, f"Count the beds of place {n}", "Open"), 3):
            sheet.cell(n + 2, column, words)
    for block in ("A2:A4", "B2:B4", "A5:A7", "B5:B7"):
        sheet.merge_cells(block)
    out = io.BytesIO()
    workbook.save(out)
    toml, found = proposed(out.getvalue(), "recs.xlsx")
    items = [str(one.item).partition("/")[2] for one in found.candidates if one.item.kind == "recommendation"]
    assert items == ["a-0/1", "a-0/2", "a-0/3", "a-3/1", "a-3/2", "a-3/3"]
    assert (found.problems, found.unaccounted) == ((), ())
    third = next(one for one in found.candidates if str(one.item).endswith("a-0/3"))
    assert {excerpt.field: excerpt.locator for excerpt in third.excerpts}["report"] == Cell("Sheet", 2, 1)
    assert "not read" not in doubts(toml)


def test_many_rows_that_collide_are_one_doubt_that_names_them_all() -> None:
    toml, found = table(HEADER, *ROWS, *(row.replace("each", "every") for row in ROWS[1:]))
    assert len(found.refused) == 5
    (told,) = (line for line in toml.splitlines() if "identity-collision" in line)
    assert told.endswith("and 4 more of this kind: rows 4 and 9; rows 5 and 10; rows 6 and 11; rows 7 and 12")
