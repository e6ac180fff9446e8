"""Whatever stands in a table or text, the readers give a reading, soon, and nothing that does not stand there."""

from __future__ import annotations

import csv
import io

import openpyxl  # type: ignore[import-untyped]  # it ships no types
import openpyxl.styles  # type: ignore[import-untyped]  # as above
import pytest
from tests.readers.detention_workbooks import Words, book, columns, facilities

from oversight_adapters.readers.ice_detention_statistics import IceDetentionStatisticsReader
from oversight_adapters.readers.odo_inspection import OdoInspectionReader
from oversight_adapters.readers.odo_inspection.phrases import BOOK
from oversight_adapters.readers.srms import SrmsReader
from oversight_adapters.texts.tables import table_text
from oversight_core.provenance import Source, stands
from oversight_core.reading import Reading, Text

SRMS, STATISTICS, ODO = SrmsReader(), IceDetentionStatisticsReader(), OdoInspectionReader()
HEADER = ["Tracking Number", "Facility", "Report Type", "Placement Date", "Placement Reason", "Length of Stay"]
MANY = 20_000

CELLS = {
    "digits": "1" * MANY,
    "dots": "." * MANY,
    "marks": "(b)(" * (MANY // 4),
    "an open mark": "(" * MANY,
    "blanks": " " * MANY,
    "line ends": "\n" * MANY,
    "months": "January 2024 " * (MANY // 13),
    "years": "FY24 " * (MANY // 5),
    "quarters": "Fiscal Year (FY) 2022 Quarter 2 " * (MANY // 32),
    "stars": "*" * MANY,
    "a letter and digits": "A1" * (MANY // 2),
    "counts": "1,000 unique detainees " * (MANY // 23),
    "minus": "-1",
    "a huge number": "9" * 400,
    "an exponent": "1E+400",
    "a surrogate": "a\ud800",
}


def standing(reading: Reading, text: Text) -> None:
    for candidate in reading.candidates:
        for excerpt in candidate.excerpts:
            if not excerpt.derived and excerpt.locator:
                assert str(excerpt.words) in (text.at(excerpt.locator) or "")


@pytest.mark.parametrize("cell", CELLS)
def test_any_cell_in_a_record_of_segregation(cell: str) -> None:
    row = [CELLS[cell]] * len(HEADER)
    out = io.StringIO()
    csv.writer(out).writerows([HEADER, row, ["1", "ELM", "14 Day", "3/1/2021", CELLS[cell], "1"], row])
    text = table_text(Source.of(out.getvalue().encode("utf-8", "surrogatepass")))
    reading = SRMS.read(text)
    standing(reading, text)
    assert reading.candidates or reading.problems


@pytest.mark.parametrize("cell", CELLS)
def test_any_cell_in_a_workbook_of_statistics(cell: str) -> None:
    words = CELLS[cell].encode("utf-8", "replace").decode().replace("\x00", "")[:32_000]
    year = [words] * len(columns(25))
    months: list[list[Words]] = [["September 2024"], ["Facilities", "Placement Count"], [words, words], [words]]
    quarters: list[list[Words]] = [
        ["FY2022 Q2"],
        ["Placement Reason", "Placements"],
        [words, 1],
        ["Total", words],
    ]
    sheets = {
        "Facilities FY25": facilities(25, [year]),
        "Monthly Segregation": months,
        "Vulnerable": [*quarters, [words]],
    }
    text = table_text(Source.of(book(sheets)))
    reading = STATISTICS.read(text)
    standing(reading, text)


def test_many_reports_that_contradict_each_other() -> None:
    out = io.StringIO()
    rows = [["1", f"JAIL {n}", "14 Day", "3/1/2021", "Other", str(n)] for n in range(5_000)]
    csv.writer(out).writerows([HEADER, *rows])
    reading = SRMS.read(table_text(Source.of(out.getvalue().encode())))
    assert len(reading.candidates) == 10_000
    assert [problem.code for problem in reading.problems].count("value-differs") == 1


def test_a_sheet_as_wide_as_a_spreadsheet_tells_its_words_only() -> None:
    made, out = openpyxl.Workbook(), io.BytesIO()
    made.active.title = "Monthly Segregation"
    for row, cells in enumerate([["September 2024"], ["Facilities", "Placement Count"], ["ELM", 3]], 1):
        for column, cell in enumerate(cells, 1):
            made.active.cell(row, column, cell)
        made.active.cell(row, 16_383).font = openpyxl.styles.Font(bold=True)  # an empty cell that is there
    made.save(out)
    found = STATISTICS.read(table_text(Source.of(out.getvalue()))).candidates
    assert [str(one.entity.value) for one in found] == ["3"]


SENTENCES = {
    "counts": "ODO identified six deficiencies in four standards, ",
    "subjects": "ODO's compliance inspection ODO ",
    "kinds": "in four NDS 2019 PBNDS 2011 ",
    "facilities": "inspection of the Elm County of the Oak ",
    "dates": "inspection from March 5 to 7, 2024 ",
    "numbers": "2024-002-330 ",
    "plans": "the facility had completed its uniform corrective ",
    "repeats": "including two repeat including ",
    "standards": "under the National Detention Standards (NDS) 2019 revised ",
    "blanks": "ODO identified six  \n ",
    "negations": "ODO did not find any ",
}


@pytest.mark.parametrize("unit", SENTENCES)
def test_any_sentence_over_and_over(unit: str) -> None:
    words = (SENTENCES[unit] * (MANY // len(SENTENCES[unit])))[:MANY]
    for content in (words, words.replace(", ", ". "), words.replace(" ", "\n")):
        reading = ODO.read(Text(Source.of(content.encode()), content))
        assert all(
            stands(excerpt, content) for one in reading.candidates for excerpt in one.excerpts if not excerpt.derived
        )


def test_every_phrase_reads_its_example_and_not_its_counter_example() -> None:
    assert BOOK.faults() == []
