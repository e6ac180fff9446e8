"""What stands in a column decides over what its name says: a name that misleads gives no proposal, or a doubt."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from oversight_adapters.readers.mapped_table import mapping_of
from oversight_adapters.readers.mapped_table.guess import guess
from oversight_adapters.readers.mapped_table.guess.assigning import Assigned, assigned
from oversight_adapters.readers.mapped_table.guess.columns import Column
from oversight_adapters.texts.tables import table_text
from oversight_core import Source

TEXTS = tuple(f"Count the beds of place {n} on each day" for n in range(6))


def given(**columns: tuple[str, ...]) -> Assigned:
    """What is made of these columns, beside a report and a text."""
    table = {"Audit_Number": ("A-1", "A-1", "A-1", "A-2", "A-2", "A-2"), **columns, "Recommendation": TEXTS}
    return assigned(
        [
            Column(index, name.replace("_", " "), 0, {n: word for n, word in enumerate(words, 2) if word})
            for index, (name, words) in enumerate(table.items(), 1)
        ]
    )


def left(found: Assigned) -> set[str]:
    return {column.name for column, _ in found.left}


def never(found: Assigned) -> set[str]:
    return {column.name for column, _ in found.never}


def over(words: str) -> tuple[str, ...]:
    """Six rows of these words, in turn."""
    several = words.split(";")
    return tuple(several[n % len(several)] for n in range(6))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("State", "FL;TX"),
        ("Status", "Active;Inactive"),
        ("Status", "Yes;No"),
        ("Response", "We shall look into it;It is done"),
        ("Response", "2024-01-02;2024-02-03"),
        ("Priority", "High;Low"),
        ("Implemented", "Yes;No"),
        ("Agreed", "Y;N"),
        ("Comments", "A long comment on all that was done in that year about it"),
        ("Level", "High;Low"),
        ("Number of beds", "12;40"),
        ("Facility Status", "Open;Closed"),
        ("Status of facility", "Open;Closed"),
        ("Issuing Agency", "The inspector general"),
        ("Title", "Warden;Nurse;Beds"),
        ("Date", "2024-01-02;2024-02-03"),
        ("Due", "90;120"),
        ("Report", "Yes;No"),
        ("Reference", "2024-01-02;2024-02-03"),
        ("Agency", "Yes;No"),
        ("Agency", "High;Low"),
        ("Agency Response Due", "2024-01-02"),
        ("Number", "50%;$10"),
        ("Audit Status", "Open"),
    ],
)
def test_a_name_that_misleads_is_left_out(name: str, words: str) -> None:
    found = given(**{name.replace(" ", "_"): over(words)})
    assert name in left(found)
    assert set(found.roles) == {"report", "text"}


@pytest.mark.parametrize(
    ("name", "words", "role"),
    [
        ("State", "open and resolved;closed;unresolved", "status"),
        ("Agency", "Open;Closed", "status"),
        ("Type", "Open;Closed", "status"),
        ("Action", "Accepted;Rejected", "position"),
        ("Responsible Party", "Ann Other;Bo Example;Ann Other", "addressee"),
        ("To", "Chile;Peru", "addressee"),
        ("State", "Chile;Peru", "addressee"),
        ("Facility", "Krome;Baker County", "addressee"),
        ("Agency", "70;15", "addressee"),
        ("Agency", "Office of Inspector General", "addressee"),
        ("Agency", "Beds;Cells;Meals;Keys;Water;Heat", "addressee"),
        ("#", "0;1;2;3;5;7", "number"),
        ("Agency", "Ann Other;Example, Bo;Dr. Cy Third", "addressee"),
        ("Agency", "Parks;TBD", "addressee"),
        ("Number", "1;2;3", "number"),
        ("No.", "1;2;3;4;5;6", "number"),
        ("Priority", "1;0", "priority"),
        ("Due Date", "2024-01-02", "estimated_completion"),
        ("Date", "2024-01-02", "issued_on"),
    ],
)
def test_what_is_proposed_and_not_sure_has_a_doubt(name: str, words: str, role: str) -> None:
    found = given(**{name.replace(" ", "_"): over(words)})
    assert found.roles[role].name == name
    assert found.doubts[role]


@pytest.mark.parametrize(
    ("name", "words", "role"),
    [
        ("Agency", "Parks;Roads", "addressee"),
        ("Agency", "Coast Guard;Secret Service;Border Patrol", "addressee"),
        ("Agency", "Fire Department;Homeland Security", "addressee"),
        ("Status", "Open;Closed", "status"),
        ("Response", "Agreed;Disagreed", "position"),
        ("Rec #", "1;2;3;1;2;4", "number"),
        ("Report Title", "Beds;Beds;Beds;Keys;Keys;Keys", "report_title"),
        ("Estimated Completion Date", "2024-01-02", "estimated_completion"),
        ("Date Issued", "2024-01-02", "issued_on"),
        ("Priority", "Yes;No", "priority"),
    ],
)
def test_what_names_and_values_agree_on_has_none(name: str, words: str, role: str) -> None:
    found = given(**{name.replace(" ", "_"): over(words)})
    assert found.roles[role].name == name
    assert role not in found.doubts


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Name", "Ann Other"),
        ("Inspector", "Ann Other"),
        ("Director Name", "Ann Other"),
        ("Detainee", "Ann Other"),
        ("Attorney", "Ann Other"),
        ("Point of Contact", "Ann Other"),
        ("Name of the detainee", "Ann Other"),
        ("A#", "none"),
        ("DOB", "1980-01-01"),
        ("Nombre del contacto", "Ann Other"),
        ("Owner", "Ann Other"),
        ("Reviewed by", "Ann Other"),
        ("Info", "call (202) 512-8777 x12"),
        ("Info", "+34 912 345 678"),
        ("Info", "Ann Other <ann@city.gov>"),
        ("Agency", "A123-456-789"),
        ("Number", "A123456789"),
        ("Number", "123-45-6789"),
    ],
)
def test_people_are_never_read(name: str, words: str) -> None:
    assert name in never(given(**{name.replace(" ", "_"): over(words)}))


def test_a_few_rows_about_people_are_a_doubt() -> None:
    found = given(Agency=("Parks", "Roads", "Parks", "Roads", "Water", "Ann 202-555-0100"))
    assert "telephone numbers" in found.doubts["addressee"] or "Agency" in never(found)


def test_a_number_that_several_rows_have_is_that_of_their_report() -> None:
    columns = [
        Column(1, "Number", 0, dict(enumerate(("A-1", "A-1", "A-1", "A-2", "A-2", "A-2"), 2))),
        Column(2, "Recommendation", 0, dict(enumerate(TEXTS, 2))),
    ]
    found = assigned(columns)
    assert (found.roles["report"].name, "number" in found.roles) == ("Number", False)
    assert found.doubts["report"]


def test_a_number_of_reports_that_no_two_rows_have_is_a_doubt() -> None:
    columns = [
        Column(1, "Reference", 0, dict(enumerate((f"A-{n}" for n in range(6)), 2))),
        Column(2, "Recommendation", 0, dict(enumerate(TEXTS, 2))),
    ]
    assert "no two rows have the same" in assigned(columns).doubts["report"]


def test_the_lower_part_of_a_name_is_looked_at_too() -> None:
    words = dict(enumerate(over("Krome;Baker County"), 2))
    column = Column(1, "Inspected place Facility", 0, words, lower="Facility")
    assert column.named == "addressee"
    assert Column(1, "Facility Name", 0, words, lower="Name").named == "addressee"
    assert Column(1, "Visit Name", 0, words, lower="Name").named == "personal"


def test_dates_of_nothing_are_told() -> None:
    found = given(As_of=over("FY2024-Q3"))
    assert {column.name: why for column, why in found.left}["As of"].startswith("no column of the status")


# -- every column is used or told --------------------------------------------------------------------------------------

NAMES = "Status;Date;Response;As of;Due;Title;Number;Report;Type;Name;Comments;State;From;Issue;Priority;Action;Year"


def tables() -> list[dict[str, tuple[str, ...]]]:
    words = ("Open", "Agreed", "Yes", "2024-01-02", "12", "A-1", "High", "Chile", "N/A", TEXTS[0])
    made = []
    for shift in range(len(words)):
        pairs = [(words[(n + shift) % len(words)], words[(n * 3 + shift) % len(words)]) for n in range(17)]
        made.append({name: over(";".join(pair)) for name, pair in zip(NAMES.split(";"), pairs, strict=True)})
    return made


@pytest.mark.parametrize("table", tables())
def test_every_column_is_used_or_never_or_left_out_and_told(table: dict[str, tuple[str, ...]]) -> None:
    lines = [";".join(table), *(";".join(column[n] for column in table.values()) for n in range(6))]
    toml = guess(table_text(Source.of("\n".join(lines).encode(), name="recs.csv")))
    mapping = mapping_of(toml)
    used = {name for pick in mapping.picks() for name in pick.names}
    told = "\n".join(line for line in toml.splitlines() if line.startswith("# "))
    data: dict[str, Any] = tomllib.loads(toml)
    for name in table:
        assert name in used or name in data.get("never", ()) or f"'{name}'" in told, name
