"""What is due and overdue, in sentences, as JSON and as a calendar file."""

from __future__ import annotations

import re
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from tests.cli.conftest import Run

from oversight_adapters.cli.exits import DONE, FAILED, WRONG_USE, WrongUse
from oversight_adapters.cli.spans import last_day
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core import Item, Moment, Register
from oversight_core.entities import CustodyHold
from oversight_core.ledger import Registered

TABLE = """\
Report,No.,Recommendation,Made,Agency
GAO-24-990001,1,Record who looked at each file.,2024-02-12,ICE
GAO-24-990002,1,Keep these records for three years.,March 2024,ICE
GAO-24-990003,1,Name who keeps them.,,ICE
"""
MAPPING = """\
name = "letters"
issuer = "gao"

[fields]
report = "Report"
number = "No."
text = "Recommendation"
issued_on = "Made"
addressee = "Agency"
"""
FIRST = "recommendation:gao/gao-24-990001/1@ice"
SECOND = "recommendation:gao/gao-24-990002/1@ice"
THIRD = "recommendation:gao/gao-24-990003/1@ice"
ONE_DAY = ("--as-of", "2024-08-10", "--within", "0d")


@pytest.fixture
def letters(run: Run) -> Run:
    """A record of three recommendations: one of a day, one of a month, one of no date."""
    Path("letters.csv").write_text(TABLE, encoding="utf-8")
    Path("letters.toml").write_text(MAPPING, encoding="utf-8")
    assert run("import", "letters.csv", "--mapping", "letters.toml", "--stated-on", "2024-04-30").code == DONE
    return run


def test_a_deadline_is_a_sentence_with_what_it_rests_on(letters: Run) -> None:
    told = letters("due", *ONE_DAY)
    assert told.code == DONE
    assert "May fall due from 2024-08-10 to 2024-08-10" in told.out
    assert "GAO-24-990001 1 to ICE" in told.out
    assert re.search(r"Head of the agency must act by 2024-08-10 \(congress statement: ", told.out)
    assert "counted from 2024-02-12" in told.out
    assert re.search(r"rests on 31 U\.S\.C\. 720\(b\)\(1\) \(statute, binds .*, read second hand\)", told.out)


def test_what_has_no_day_is_listed_apart_with_the_reason(letters: Run) -> None:
    told = letters("due", *ONE_DAY).out
    _, _, apart = told.partition("Without a day")
    assert "congress statement" in apart
    assert "no deadline found, nothing known has started it (GAO-24-990003 1 to ICE)" in apart


def test_the_lines_of_json_hold_the_same(letters: Run) -> None:
    lines = letters("due", *ONE_DAY, "--json").lines
    line = next(line for line in lines if line["clock"] == "congress-statement" and line["item"] == FIRST)
    cites, means = line.pop("cites"), line.pop("means")
    assert "31 U.S.C. 720(b)(1) (statute" in cites[0]
    assert means
    assert line == {
        "type": "deadline",
        "item": FIRST,
        "rulebook": "gao",
        "clock": "congress-statement",
        "duty_holder": "head of the agency",
        "start": "2024-02-12",
        "due": {"earliest": "2024-08-10", "latest": "2024-08-10"},
        "original": {"earliest": "2024-08-10", "latest": "2024-08-10"},
        "as_of": "2024-08-10",
        "state": "running",
        "extensions": 0,
        "occurrence": 1,
        "missed": 0,
        "notes": [],
    }
    undated = [line for line in lines if line["item"] == THIRD]
    assert undated == lines[-len(undated) :]
    assert {(line["state"], line["due"]["latest"]) for line in undated} == {("not known", None)}


def test_a_month_gives_a_range_in_words(letters: Run) -> None:
    told = letters("due", "--as-of", "2024-08-28", "--within", "1d").out
    assert "must act by 2024-08-28 at the earliest and 2024-09-27 at the latest (congress statement" in told
    told = letters("overdue", "--as-of", "2024-09-27").out
    assert "2024-09-27 at the latest, and may be late since 2024-08-29 (congress statement" in told
    told = letters("overdue", "--as-of", "2024-09-28").out
    assert "2024-09-27 at the latest, and is late since 2024-09-28, by 1 day (congress statement" in told


def test_what_is_late_says_since_when(letters: Run) -> None:
    assert "nothing is overdue as of 2024-08-10" in letters("overdue", "--as-of", "2024-08-10").out
    told = letters("overdue", "--as-of", "2024-08-20")
    assert told.code == DONE
    assert "Overdue as of 2024-08-20" in told.out
    assert "was to act by 2024-08-10, and is late since 2024-08-11, by 10 days (congress statement" in told.out
    states = {line["state"] for line in letters("overdue", "--as-of", "2024-08-20", "--json").lines}
    assert states == {"overdue", "perhaps overdue", "not known"}


def test_without_a_day_it_is_asked_as_of_today_and_says_so(letters: Run) -> None:
    before, told, after = date.today(), letters("overdue").out, date.today()
    assert any(f"Overdue as of {day}" in told for day in (before, after))


def test_an_event_that_a_clock_awaits_can_be_given(letters: Run) -> None:
    day = ("--as-of", "2025-03-01")
    assert "appropriations statement" in letters("overdue", *day).out
    told = letters("overdue", *day, "--event", "Appropriations Request=2025-02-03").out
    assert "was to act by 2025-02-03, and is late since 2025-02-04, by 26 days (appropriations statement" in told


def test_kind_and_rulebook_narrow_the_answer(letters: Run) -> None:
    assert "congress statement" in letters("due", *ONE_DAY, "--kind", "recommendation", "--rulebook", "gao").out
    told = letters("due", *ONE_DAY, "--kind", "document")
    assert (told.code, told.out) == (DONE, "no clock runs for any document that the record held by 2024-08-10\n")
    told = letters("due", *ONE_DAY, "--rulebook", "dhs_oig")
    assert told.code == DONE
    first, how = told.out.splitlines()
    assert first == "no item that the record held by 2024-08-10 is governed by dhs-oig, so none of its clocks runs"
    assert 'a mapping with rulebook = "dhs-oig" or issuer = "dhs-oig"' in how


@pytest.mark.parametrize(
    ("dates", "why"),
    [
        (
            ("--as-of", "2020"),
            "it held nothing then; a document counts from its import, or from the day in --stated-on",
        ),
        (("--stated-by", "2020-01-31"), "had been stated by 2020-01-31"),
        (("--recorded-by", "0"), "had been recorded by entry 0"),
        (("--recorded-by", "2020-01-31"), "had been recorded by 2020-01-31 23:59 UTC"),
        (("--stated-by", "2020", "--recorded-by", "0"), "had been stated by 2020-12-31 and recorded by entry 0"),
    ],
)
def test_a_record_that_knew_nothing_then_says_so(letters: Run, dates: tuple[str, ...], why: str) -> None:
    first, reason = letters("due", *dates).out.splitlines()
    assert first.startswith("no clock runs for what the record held by 20")
    assert reason.strip().endswith(why)
    assert why.startswith("it") or reason.strip().startswith("nothing of it that counts by 20")


CITY = """\
name = "gao"
title = "GAO, as a city would have it"
uses = ["position"]

[citations.charter]
provision = "our charter"
force = "convention"
read = "original"

[[clocks]]
name = "answer"
starts_on = "issued_on"
length = 10
unit = "business days"
calendar = "us-federal"
duty_holder = "department"
kinds = "recommendation"
cites = "charter"
"""


def test_a_rulebook_in_a_file_is_asked_in_place_of_the_installed_one(letters: Run) -> None:
    Path("city.toml").write_text(CITY, encoding="utf-8")
    told = letters("overdue", "--as-of", "2024-08-10", "--rulebook", "city.toml").out
    assert "Department was to act by 2024-02-27" in told  # Washington's Birthday does not count
    assert "congress" not in told
    Path("city.toml").write_text(CITY.replace("business days", "moons"), encoding="utf-8")
    wrong = letters("due", "--rulebook", "city.toml")
    assert wrong.code == WRONG_USE
    assert wrong.err.splitlines()[0] == "oversight: the rulebook city.toml is refused; 1 mistake is in it:"
    assert "moons" in wrong.err.splitlines()[1]


def test_a_calendar_file_holds_the_events_and_counts_what_is_left_out(letters: Run) -> None:
    told = letters("due", "--as-of", "2024-08-01", "--within", "3m", "--ics", "due.ics")
    events = Calendar.from_ical(Path("due.ics").read_bytes()).subcomponents
    assert f"due.ics is written: {len(events)} events; " in told.out
    statements = [event for event in events if str(event["SUMMARY"]).startswith("congress statement")]
    assert [event["DTSTART"].dt for event in statements] == [date(2024, 8, 10)]
    written = Path("due.ics").read_bytes()
    told = letters("due", "--as-of", "2024-08-01", "--within", "3m", "--ics", "due.ics", "--json")
    assert Path("due.ics").read_bytes() == written
    last = told.lines[-1]
    assert last["type"] == "calendar"
    assert (last["output"], last["events"]) == ("due.ics", len(events))
    assert last["left_out"] == sum(line.get("state") == "not known" for line in told.lines)


def test_hours_are_counted_over_days_that_an_order_closed(run: Run) -> None:
    """A Friday evening in 2024; the 24th of December was closed, and the 25th is Christmas."""
    hold = Item("custody-hold", "county", "hold-1")
    entity = CustodyHold(releasable_on=Moment.parse("2024-12-20T18:00:00-05:00"), time_zone="America/New_York")
    fields = ("releasable_on", "time_zone")
    known = Moment.parse("2024-12-20")
    with SqliteStore("oversight.db") as store:
        Register(store).enter([Registered(hold, entity, fields, rulebook="detainer", occurred_on=known)])
    told = run("due", "--as-of", "2024-12-21", "--ics", "due.ics").out
    assert "Law-enforcement agency must act by 2024-12-26 18:00-05:00 (hold: " in told
    assert "rests on 8 CFR 287.7(d) (regulation, " in told
    assert str(hold) in told
    (event,) = Calendar.from_ical(Path("due.ics").read_bytes()).subcomponents
    assert event["DTSTART"].dt == datetime(2024, 12, 26, 23, tzinfo=UTC)


def test_without_the_libraries_it_says_which_extra_brings_them(letters: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    told = letters("due", *ONE_DAY, "--ics", "due.ics", "--json")
    assert told.code == WRONG_USE
    assert told.sentence == (
        "an .ics file needs the library icalendar; install it with: pip install 'oversight-core[calendars]'"
    )
    assert not Path("due.ics").exists()


def test_a_file_that_cannot_be_written_is_told(letters: Run) -> None:
    told = letters("due", *ONE_DAY, "--ics", "nowhere/due.ics", "--json")
    assert told.code == FAILED
    assert told.sentence.startswith("nowhere/due.ics")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("due", "--within", "3x"), "--within is a number of days, or one of d, w, m or y after it"),
        (("due", "--within", "-3"), "--within is a number of days"),
        (("due", "--within", "soon"), "--within is a number of days"),
        (("due", "--kind", "recomendation"), "there is no kind 'recomendation'; did you mean recommendation?"),
        (("due", "--rulebook", "ntbs"), "no rulebook is called 'ntbs'; did you mean ntsb"),
        (("overdue", "--as-of", "someday"), "'someday' is not a moment"),
        (("overdue", "--event", "x=2024-01-01"), "no clock awaits 'x'; what clocks await: appropriations request"),
        (("overdue", "--event", "appropriations request=2024"), "the day of 'appropriations request' is a single day"),
        (("overdue", "--within", "3d"), "there is no option --within"),
    ],
)
def test_bad_values_get_one_sentence(letters: Run, arguments: tuple[str, ...], sentence: str) -> None:
    told = letters(*arguments)
    assert (told.code, told.out) == (WRONG_USE, "")
    assert told.sentence.startswith(sentence)


def test_an_item_is_shown_with_its_deadlines(letters: Run) -> None:
    told = letters("show", FIRST, "--as-of", "2024-08-20").out
    assert "was to act by 2024-08-10, and is late since 2024-08-11, by 10 days (congress statement" in told
    assert "no deadline found" not in told
    assert "no deadline found" in letters("show", THIRD, "--as-of", "2024-08-20").out


def test_a_record_that_is_not_there_is_told(run: Run) -> None:
    assert run("due").code == FAILED


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 99_999))
def test_days_and_weeks_are_days_and_weeks(start: date, number: int) -> None:
    assert last_day(f"{number}", start) == last_day(f"{number}d", start) == start + timedelta(number)
    assert last_day(f"{number} weeks", start) == start + timedelta(weeks=number)


@given(st.dates(), st.text(max_size=12))
def test_any_span_is_a_day_or_one_sentence(start: date, span: str) -> None:
    try:
        assert last_day(span, start) >= start
    except WrongUse as error:
        assert str(error).startswith("--within is")


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 400))
def test_a_year_is_twelve_months_and_a_month_ends_where_it_ends(start: date, number: int) -> None:
    assert last_day(f"{number}y", start) == last_day(f"{12 * number}m", start)
    later = last_day(f"{number}m", start)
    assert later.day == start.day or (later.day < start.day and (later + timedelta(1)).day == 1)
    assert (later.year - start.year) * 12 + later.month - start.month == number
