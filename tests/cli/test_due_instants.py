"""Deadlines in hours are told in local time, and may be asked about at an instant; what nobody must do names nobody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from oversight_adapters.cli.exits import DONE
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core import Item, Moment, Placement, Recommendation, Register, Registered
from oversight_core.entities import CustodyHold


def record(item: Item, entity: object, rulebook: str, day: str) -> None:
    with SqliteStore("oversight.db") as store:
        Register(store).enter([Registered(item, entity, rulebook=rulebook, occurred_on=Moment.parse(day))])


@pytest.fixture
def held(run: Run) -> Run:
    """A hold of 48 hours that ends on 8 May at 18:00 in New York, no day being closed."""
    entity = CustodyHold(releasable_on=Moment.parse("2024-05-06T18:00:00-04:00"), time_zone="America/New_York")
    record(Item("custody-hold", "county", "hold-1"), entity, "detainer", "2024-05-06")
    return run


def test_at_an_instant_hours_are_late_as_soon_as_they_have_passed(held: Run) -> None:
    def overdue(as_of: str) -> str:
        return held("overdue", "--as-of", as_of).out

    late = "was to act by 2024-05-08 18:00-04:00, and is late since"
    assert "nothing is overdue as of 2024-05-08 17:59-04:00" in overdue("2024-05-08T17:59:00-04:00")
    assert f"{late} 2024-05-08 18:00-04:00, by less than an hour" in overdue("2024-05-08T18:01:00-04:00")
    assert f"{late} 2024-05-08 18:00-04:00, by 3 hours (hold: " in overdue("2024-05-09T01:30Z")
    assert "nothing is overdue as of 2024-05-08" in overdue("2024-05-08")
    assert f"{late} 2024-05-09, by 1 day (hold: " in overdue("2024-05-09")


def test_lines_of_json_hold_local_time_and_the_instant_that_is_asked_about(held: Run) -> None:
    now = ("due", "--as-of", "2024-05-08T12:00:00-04:00")
    (line,) = held(*now, "--within", "0d", "--json").lines
    assert line["due"] == {"earliest": "2024-05-08T18:00:00-04:00", "latest": "2024-05-08T18:00:00-04:00"}
    assert (line["as_of"], line["state"]) == ("2024-05-08T12:00:00-04:00", "running")
    told = held(*now, "--within", "1w", "--ics", "due.ics")
    assert told.code == DONE
    assert "May fall due from 2024-05-08 12:00-04:00 to 2024-05-15" in told.out
    assert "due.ics is written: 1 event; 0 deadlines without a day are left out" in told.out
    assert "DTSTAMP:20240508T160000Z" in Path("due.ics").read_text(encoding="utf-8")


def test_a_marker_without_a_day_is_for_nobody_to_see_to(run: Run) -> None:
    record(Item.parse("recommendation:gao/gao-24-1/1@ice"), Recommendation(), "gao", "2024-01-01")
    told = run("due", "--as-of", "2024-05-08").out
    assert not re.search(r"for +to see to", told)
    assert "four year rate, a marker; nobody must act (gao): no deadline found, " in told


def test_the_next_notice_is_due_though_none_was_ever_recorded(run: Run) -> None:
    stay = Item("placement", "ice", "stay")
    record(stay, Placement(placed_on=Moment.parse("2024-01-10")), "segregation", "2024-01-10")

    def asked(*words: str) -> dict[str, tuple[str, int, int]]:
        lines = run(*words, "--as-of", "2024-02-01", "--json").lines
        return {line["clock"]: (line["due"]["latest"], line["occurrence"], line["missed"]) for line in lines}

    assert asked("due", "--within", "2w")["notice-length-of-stay"] == ("2024-02-09", 2, 0)
    assert asked("overdue")["notice-length-of-stay"] == ("2024-01-24", 1, 1)
