"""Whole reports of ODO: their table of results, what was found earlier or in one standard, standards in other words."""

from __future__ import annotations

import pytest

from oversight_adapters.readers.facts import facts, plain
from oversight_adapters.readers.odo_inspection import OdoInspectionReader
from oversight_adapters.texts.documents import document_text
from oversight_core.provenance import Source

READER = OdoInspectionReader()
VISIT = (
    "The Office of Detention Oversight (ODO) conducted a compliance inspection of the Elm County Jail in Elmsville, "
    "Texas, from March 5 to 7, 2024."
)
CONCLUSION = (
    "ODO assessed its compliance with 27 standards under PBNDS 2011 (Revised 2016) and found it in compliance with 22 "
    "of those standards. ODO found nine deficiencies in the remaining five standards."
)
TABLE = """
Standards Reviewed 23 27
Deficient Standards 6 5
Overall Number of Deficiencies 13 9
Repeat Deficiencies 2 1
Facility Rating Good Superior
"""


def told(*words: str) -> dict[str, set[str]]:
    reading = READER.read(document_text(Source.of("\n\n".join(words).encode())))
    out: dict[str, set[str]] = {}
    for fact in facts(reading, READER):
        out.setdefault(fact.field, set()).add(str(plain(fact.value)))
    return out


def test_the_last_column_is_read_where_it_says_what_the_sentences_say() -> None:
    found = told(VISIT, CONCLUSION, "Results Compared FY 2023 FY 2024", TABLE)
    assert (found["repeat_count"], found["rating"], found["deficiency_count"]) == ({"1"}, {"Superior"}, {"9"})


@pytest.mark.parametrize("table", [TABLE.replace("13 9", "9 13"), TABLE.replace("23 27", "27 23"), TABLE + TABLE])
def test_another_column_is_left_alone(table: str) -> None:
    found = told(VISIT, CONCLUSION, table)
    assert "repeat_count" not in found
    assert "rating" not in found


def test_a_table_without_sentences_is_left_alone() -> None:
    assert "repeat_count" not in told(VISIT, TABLE)


@pytest.mark.parametrize(
    "words",
    [
        "ODO identified two deficiencies in Food Service.",
        "ODO cited one deficiency as a priority component.",
        "ODO did not find any deficiencies in Sexual Abuse and Assault Prevention.",
        "Three deficiencies were identified in the area of Medical Care.",
        "In June 2012, ODO inspected it under the NDS 2000. Eight deficiencies were found in five standards.",
        "ODO had identified ten deficiencies in 2016.",
        "ODO found 13 deficiencies in four standards in FY 2023.",
    ],
)
def test_what_is_not_all_that_this_inspection_found(words: str) -> None:
    found = told(VISIT, words, CONCLUSION)
    assert (found["deficiency_count"], found["deficient_count"]) == ({"9"}, {"5"})


def test_the_days_of_an_earlier_visit_are_not_those_of_this_one() -> None:
    earlier = "ODO's follow-up focused on ten deficiencies identified during its last inspection from May 2 to 4, 2023."
    found = told(VISIT, earlier)
    assert (found["started_on"], found["ended_on"]) == ({"2024-03-05"}, {"2024-03-07"})


@pytest.mark.parametrize(
    "words",
    [
        "Performance-Based National Detention Standards (PBNDS) 2011 (Revised 2016)",
        "PBNDS 2011 (2016 Revisions)",
        "2011 PBNDS, with 2016 revisions",
        "PBNDS 2011 – 2016 Revised",
    ],
)
def test_one_set_of_standards_in_other_words_is_one(words: str) -> None:
    reading = READER.read(document_text(Source.of(f"{VISIT} It operates under the {words}. {CONCLUSION}".encode())))
    assert [one.entity.standard for one in reading.candidates] == [words.replace("–", "-")]
    assert reading.problems == ()


def test_standards_of_no_year_are_none() -> None:
    assert "standard" not in told(VISIT, "ODO assesses compliance with ICE National Detention Standards.")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("ODO found nine deficiencies in the remaining five standards, which included one repeat deficiency.", "1"),
        ("ODO identified four repeat deficiencies.", "4"),
        ("Of these, ODO found two repeat deficiencies.", "2"),
    ],
)
def test_repeated_deficiencies(words: str, number: str) -> None:
    assert told(VISIT, words)["repeat_count"] == {number}


def test_what_remains_of_an_earlier_review_is_of_that_review() -> None:
    earlier = "In August 2011, ODO conducted a review. Among the 22 standards, it was compliant with 13. "
    found = told(VISIT, earlier + "ODO found 20 deficiencies in the remaining nine standards.", CONCLUSION)
    assert (found["deficiency_count"], found["complied_count"]) == ({"9"}, {"22"})


def test_labels_on_lines_of_their_own() -> None:
    lines = (
        "ODO inspection 2023-003-092: Elm County Jail",
        "Inspection dates: June 13-15, 2023",
        "Standards: NDS 2019",
    )
    counts = ("Standards reviewed: 20", "Deficient standards: 6", "Deficiencies: 17", "Repeat deficiencies: 3")
    found = told("\n".join((*lines, *counts)))
    fields = (
        "inspected_count",
        "deficient_count",
        "deficiency_count",
        "repeat_count",
        "facility",
        "ended_on",
        "standard",
    )
    values = ("20", "6", "17", "3", "Elm County Jail", "2023-06-15", "NDS 2019")
    assert [found[field] for field in fields] == [{value} for value in values]


def test_the_day_on_which_a_visit_was_done_is_not_its_first() -> None:
    assert "started_on" not in told("ODO completed its compliance inspection of the Elm County Jail on April 11, 2024.")
    found = told("ODO made a compliance inspection of the Elm County Jail on April 11, 2024.")
    assert found["started_on"] == {"2024-04-11"}
