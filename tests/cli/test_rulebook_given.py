"""A rulebook in a file, used where a table is read: what its mapping names is found there."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Run

from oversight_adapters.cli.exits import DONE, WRONG_USE

CITY = """\
name = "city"
title = "the auditor of a city"
uses = ["position"]

[citations.charter]
provision = "our charter"
force = "convention"
read = "original"

[[table]]
name = "city_status"
version = "1"
axis = "oversight_status"
kinds = "recommendation"
rows = [
  { from = "not_stated", event = "issue", to = "pending", who = "auditor", cites = "charter" },
  { from = "pending", event = "see_done", to = "finished", who = "auditor", cites = "charter" },
]

[table.states]
not_stated = "no source says anything yet"
pending = "not seen"
finished = "seen"

[table.groups]
final = { states = ["finished"], means = "nothing need follow" }

[[clocks]]
name = "answer"
starts_on = "issued_on"
length = 10
unit = "days"
calendar = "plain"
duty_holder = "department"
kinds = "recommendation"
cites = "charter"
"""
TABLE = """\
Report,No.,Recommendation,Made,Status
2024-1,1,Record who looked at each file.,2024-02-12,Pending
"""
MAPPING = """\
name = "letters"
issuer = "town"
rulebook = "city"

[fields]
report = "Report"
number = "No."
text = "Recommendation"
issued_on = "Made"

[labels.status]
axis = "oversight_status"
column = "Status"
words = { Pending = "pending" }
"""


@pytest.fixture
def city(run: Run) -> Run:
    Path("city.toml").write_text(CITY, encoding="utf-8")
    Path("letters.csv").write_text(TABLE, encoding="utf-8")
    Path("map.toml").write_text(MAPPING, encoding="utf-8")
    return run


GIVEN = ("--rulebook", "city.toml")


def test_it_is_imported_under_and_asked_about(city: Run) -> None:
    told = city("import", "letters.csv", "--mapping", "map.toml", "--stated-on", "2024-04-30", *GIVEN)
    assert told.code == DONE, told.err
    assert city("read", "letters.csv", "--mapping", "map.toml", *GIVEN).code == DONE
    assert city("mapping", "check", "letters.csv", "map.toml", *GIVEN).code == DONE
    told = city("overdue", "--as-of", "2024-05-01", *GIVEN)
    assert "Department was to act by 2024-02-22" in told.out
    for command in ("list", "tally", "check"):
        assert city(command).code == DONE
    shown = city("show", "1").out
    assert "pending" in shown


def test_it_is_found_by_its_issuer_too(city: Run) -> None:
    Path("map.toml").write_text(MAPPING.replace('"town"\nrulebook = "city"', '"city"'), encoding="utf-8")
    assert city("import", "letters.csv", "--mapping", "map.toml", *GIVEN).code == DONE
    assert "Department was to act by" in city("overdue", "--as-of", "2100-01-01", *GIVEN).out


@pytest.mark.parametrize(
    "command", [("import", "letters.csv", "--mapping", "map.toml"), ("mapping", "check", "letters.csv", "map.toml")]
)
def test_without_it_the_refusal_says_how_it_is_given(city: Run, command: tuple[str, ...]) -> None:
    told = city(*command)
    assert told.code == WRONG_USE
    assert "there is no installed rulebook 'city'" in told.err
    assert "one in a file is given beside the mapping: --rulebook FILE.toml" in told.err
    assert not Path("oversight.db").exists()


def test_what_is_no_rulebook_in_a_file_is_told(city: Run) -> None:
    command = ("read", "letters.csv", "--mapping", "map.toml", "--rulebook")
    assert city(*command, "gao").sentence.startswith("--rulebook is a file that ends in .toml, not 'gao'")
    Path("again.toml").write_text(CITY, encoding="utf-8")
    told = city(*command, "city.toml", "--rulebook", "again.toml")
    assert told.sentence == "two of the rulebooks that are given are called 'city'; give one of them"
    Path("city.toml").write_text(CITY.replace("10", "0"), encoding="utf-8")
    assert city(*command, "city.toml").err.startswith(
        "oversight: the rulebook city.toml is refused; 1 mistake is in it:"
    )
