"""Whose a count is: of this inspection or another, of this facility or another, of all of it or a part."""

from __future__ import annotations

import pytest

from oversight_adapters.readers.facts import facts, plain
from oversight_adapters.readers.odo_inspection import OdoInspectionReader
from oversight_adapters.texts.documents import document_text
from oversight_core.provenance import Source

READER = OdoInspectionReader()
TITLE = "ERO Denver Field Office\nElm County Jail\nElmsville, Colorado\nMarch 5-7, 2024"
CONCLUSION = "ODO assessed 27 standards. ODO found nine deficiencies in the remaining five standards."


def told(*words: str) -> dict[str, set[str]]:
    reading = READER.read(document_text(Source.of("\n\n".join(words).encode())))
    out: dict[str, set[str]] = {"problems": {problem.code for problem in reading.problems}}
    for fact in facts(reading, READER):
        out.setdefault(fact.field, set()).add(str(plain(fact.value)))
    return out


@pytest.mark.parametrize(
    "words",
    [
        "The facility completed its UCAP for its last inspection in May 2023.",
        "ECJ completed its uniform correction action plan for ODO's inspection in May 2023, which was not effective.",
        "ECJ's UCAP for the May 2023 inspection was completed on June 1, 2023.",
    ],
)
def test_a_plan_for_an_earlier_inspection_is_told_of_this_one(words: str) -> None:
    assert told(TITLE, CONCLUSION, words)["corrective_plan_completed"] == {"True"}


def test_what_a_facility_went_to_is_told_where_nothing_else_is() -> None:
    went = "ECJ went from 2 deficient standards and 3 deficiencies to {} deficient standards and {} deficiencies."
    assert told(TITLE, "ODO conducted it.", went.format(5, 9))["deficiency_count"] == {"9"}
    assert told(TITLE, CONCLUSION, went.format(5, 9))["problems"] == set()
    otherwise = told(TITLE, CONCLUSION, went.format(5, 10))
    assert (otherwise["deficiency_count"], otherwise["problems"]) == ({"9"}, {"value-differs"})


@pytest.mark.parametrize(
    "words",
    [
        "ODO noted one deficiency, in the storage of knives.",
        "ODO found no deficiencies.",
        "ODO identified two deficiencies under this standard.",
        "ODO found four deficiencies in the area of medical care.",
        "ODO found three deficiencies that the facility corrected at once.",
    ],
)
def test_a_part_of_what_was_found_is_not_all(words: str) -> None:
    found = told(TITLE, words, CONCLUSION)
    assert (found["deficiency_count"], found["problems"]) == ({"9"}, set())


def test_another_facility_has_an_inspection_of_its_own() -> None:
    words = "At the Oak Prison in Ohio, ODO identified three deficiencies in two standards."
    reading = READER.read(document_text(Source.of("\n\n".join((TITLE, CONCLUSION, words)).encode())))
    found = {one.entity.facility: one.entity.deficiency_count for one in reading.candidates}
    assert found == {"Elm County Jail": 9, "Oak Prison": 3}


def test_half_a_name_is_no_facility() -> None:
    wrapped = TITLE.replace("Elm County Jail", "Elm River ICE Processing\nCenter")
    found = told(wrapped, CONCLUSION)
    assert "facility" not in found
    assert found["started_on"] == {"2024-03-05"}


def test_standards_of_two_kinds_have_no_number() -> None:
    words = "ODO assessed 17 standards under NDS 2000 and one standard under PBNDS 2011, and found it compliant."
    assert "inspected_count" not in told(TITLE, words)


def test_two_counts_that_are_not_the_same_are_none() -> None:
    assert "deficiency_count" not in told(TITLE, "ODO found nine (8) deficiencies in five standards.")
    assert told(TITLE, "ODO found nine (9) deficiencies in five standards.")["deficiency_count"] == {"9"}


def test_a_rating_by_a_contractor_is_not_one_of_odo() -> None:
    words = "In May 2024, the contractor of ERO conducted a review. The facility received a rating of Meets Standards."
    assert "rating" not in told(TITLE, CONCLUSION, words)
