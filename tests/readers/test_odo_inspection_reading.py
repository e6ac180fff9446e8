"""One statement in many dresses reads the same; what may be of another inspection, or of many, is never told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oversight_adapters.readers.facts import facts, plain
from oversight_adapters.readers.odo_inspection import OdoInspectionReader
from oversight_core.provenance import Source
from oversight_core.reading import Reading, Text

READER = OdoInspectionReader()
NUMBER = "2024-005-389"


def read(words: str) -> Reading:
    return READER.read(Text(Source.of(words.encode()), words))


def told(words: str) -> dict[str, str]:
    return {fact.field: str(plain(fact.value)) for fact in facts(read(words), READER)}


ELEVEN = {"number": NUMBER, "by": "ODO", "deficiency_count": "11", "deficient_count": "6", "repeat_count": "2"}


@pytest.mark.parametrize(
    "words",
    [
        f"In {NUMBER}, ODO identified eleven deficiencies in six standards, including two repeat deficiencies.",
        f"ODO found 11 deficiencies in 6 standards, two of which were repeat deficiencies ({NUMBER}).",
        f"Inspection {NUMBER}: ODO’s inspection cited a total of eleven deficiencies across six standards,\n"
        "including two repeated deficiencies.",
        f"{NUMBER} – The Office of Detention\nOversight (ODO) has documented 11 deficiencies  in the remaining\nsix"
        " NDS 2019 standards, including 2 repeat\ndeficiencies.",
        f"ODO reports ({NUMBER}). Eleven deficiencies in six standards were identified. Of these, 2 were repeat"
        " deficiencies. ODO conducted the visit.",
        f"IN {NUMBER.replace('-', chr(0x2010))}, ODO IDENTIFIED ELEVEN DEFICIENCIES IN SIX STANDARDS, INCLUDING TWO"
        " REPEAT DEFICIENCIES.",
    ],
)
def test_one_statement_in_many_dresses(words: str) -> None:
    assert told(words) in (ELEVEN, ELEVEN | {"standard": "NDS 2019"})


SIX = {"number": "2024-002-330", "deficiency_count": "6", "deficient_count": "4", "facility": "Elm County Jail"}


@pytest.mark.parametrize(
    "words",
    [
        "At the Elm County Jail (ECJ), ODO identified six deficiencies in four standards (2024-002-330).",
        "ODO’s inspection of Elm County Jail (2024-002-330) resulted in six deficiencies in four standards.",
        "2024-002-330 – Elm County Jail: six deficiencies were found by ODO in four standards.",
        "Elm County Jail (2024-002-330). Six deficiencies in four NDS 2019 standards were noted by ODO.",
        "ODO's review of the Elm County\nJail: ODO cited 6 deficiencies in 4 detention standards; see 2024-002-330.",
        "In 2024-002-330, ODO found a total of six deficiencies at Elm County Jail (ECJ) in four of the standards.",
    ],
)
def test_a_facility_in_many_places(words: str) -> None:
    assert {"by": "ODO"} | told(words) | {"standard": ""} == {"by": "ODO", "standard": ""} | SIX


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The facility was in compliance with all 22 standards.", {"complied_count": "22", "inspected_count": "22"}),
        ("No deficiencies were identified.", {"deficiency_count": "0"}),
        ("It was deficient in 4 of 22 standards.", {"deficient_count": "4", "inspected_count": "22"}),
        ("ODO had no findings.", {"deficiency_count": "0"}),
        ("One repeat deficiency was noted.", {"repeat_count": "1"}),
        ("The facility's UCAP had been completed.", {"corrective_plan_completed": "True"}),
        ("ODO had three deficiencies in mind.", {}),
        ("ODO made three findings.", {}),
    ],
)
def test_other_statements(words: str, expected: dict[str, str]) -> None:
    found = told(f"Inspection {NUMBER}. {words}")
    assert {field: value for field, value in found.items() if field not in ("number", "by")} == expected


@pytest.mark.parametrize(
    "words",
    [
        "In the previous inspection, ODO identified eleven deficiencies in six standards, including two repeat ones.",
        "In an earlier inspection, ODO identified 11 deficiencies, including two repeat deficiencies.",
        "During its last visit, ODO found 11 deficiencies in 6 standards.",
        "ODO inspected nine facilities and identified eleven deficiencies in six standards.",
        "The facility identified eleven deficiencies in six standards.",
        "ICE's contractor reported eleven deficiencies in six standards.",
        "Auditors asked whether ODO identified eleven deficiencies in six standards.",
        "ODO identified about eleven deficiencies in some standards.",
        "ODO identified 11.5 deficiencies.",
        "ODO identified 3-11 deficiencies.",
        "ODO identified several deficiencies in many standards.",
        "The inspection report was issued on May 3, 2024.",
        "ODO may have complied with 20 of 22 requests.",
    ],
)
def test_what_is_not_said_of_this_inspection_is_not_told(words: str) -> None:
    assert set(told(f"{words} See {NUMBER}.")) <= {"number", "by"}


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 40), st.integers(1, 40))
def test_standards_are_held_against_each_other(complied: int, inspected: int, repeated: int, deficient: int) -> None:
    words = (
        f"{NUMBER}. The facility complied with {complied} of {inspected} standards. ODO identified 40 deficiencies in "
        f"{deficient} standards, including {repeated or 'no'} repeat deficiencies."
    )
    found = read(words)
    wrong = complied + deficient != inspected
    assert [problem.code for problem in found.problems] == ["total-mismatch"] * wrong
    (one,) = found.candidates
    assert (one.entity.complied_count, one.entity.inspected_count) == (complied, inspected)
    assert (one.entity.deficient_count, one.entity.repeat_count) == (deficient, repeated)


def test_the_number_of_an_earlier_inspection_is_of_nothing_else() -> None:
    words = "In its previous inspection (2023-001-001), ODO identified nine deficiencies in five standards."
    (alone,) = read(f"{words} In this inspection, ODO identified three deficiencies in two standards.").candidates
    assert (alone.entity.number, alone.entity.deficiency_count) == ("", 3)
    (one,) = read(f"{NUMBER} began in May. {words} ODO identified three deficiencies in two standards.").candidates
    assert (one.entity.number, one.entity.deficiency_count) == (NUMBER, 3)


def test_a_statement_between_two_numbers_is_told_of_neither() -> None:
    words = "2024-001-001 and 2024-001-002 were sent. ODO identified six deficiencies in four standards."
    reading = read(f"{words}\n\nODO identified one deficiency in one standard.")
    assert reading.candidates == ()
    assert len(reading.unaccounted) == 3


def test_without_a_number_two_inspections_of_one_facility_stay_apart() -> None:
    first, second = (
        read(f"ODO reported {count} deficiencies in one standard at Elm County Jail.").candidates[0].item
        for count in ("two", "three")
    )
    assert first != second
    assert read("ODO reported two\ndeficiencies in one standard  at Elm County Jail.").candidates[0].item == first
