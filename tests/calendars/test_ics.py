"""A calendar file holds what the deadlines say and nothing else, whatever words they are made of."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar
from tests.calendars.deadlines import AS_OF, ITEM, deadline, deadlines, words

from oversight_adapters.calendars import CalendarsNotInstalled, to_ics, write_ics
from oversight_adapters.calendars.wording import sentence
from oversight_adapters.writers.files import UnwritableFile
from oversight_core.names import Item
from oversight_core.questions.deadlines.deadline import Deadline
from oversight_core.rules import Due

MAY = date(2024, 5, 1)


def by_hand(text: str) -> list[tuple[str, str, str]]:
    """Content lines as RFC 5545 has them: unfolded, each split into name, parameters and value."""
    whole = text.replace("\r\n ", "")
    lines = whole.removesuffix("\r\n").split("\r\n")
    parts = [re.fullmatch(r"([A-Z-]+)((?:;[A-Z-]+=[A-Z-]+)*):(.*)", line) for line in lines]
    assert all(parts), lines
    return [(part[1], part[2], part[3]) for part in parts if part]


def value(text: str) -> str:
    """What an escaped value says."""
    return re.sub(r"\\(.)", lambda mark: "\n" if mark[1] in "nN" else mark[1], text)


@given(st.lists(deadlines, max_size=4), words)
@example([attrs.evolve(deadline(Due(MAY, MAY)), clock="\ud800", means="\udfff")], "\ud800")
def test_hostile_words_do_not_break_out(held: Sequence[Deadline], name: str) -> None:
    made = to_ics(held, as_of=AS_OF, called=lambda _: name)
    dated = [one for one in held if one.due != Due(None, None)]
    assert (made.events, made.left_out) == (len(dated), len(held) - len(dated))

    assert made.text.endswith("\r\n")
    assert not re.search(r"(?<!\r)\n|\r(?!\n)", made.text)
    assert all(len(line.encode()) <= 75 for line in made.text.split("\r\n"))
    assert {unicodedata.category(mark) for mark in made.text} & {"Cc", "Cf", "Cs", "Zl", "Zp"} <= {"Cc"}
    assert {mark for mark in made.text if unicodedata.category(mark) == "Cc"} <= {"\r", "\n"}

    lines = by_hand(made.text)
    names = [name for name, _, _ in lines]
    assert names.count("BEGIN") == names.count("END") == 1 + len(dated)
    assert set(names) <= set(
        "BEGIN END VERSION PRODID METHOD UID DTSTAMP DTSTART DTEND SUMMARY DESCRIPTION TRANSP".split()
    )
    read = Calendar.from_ical(made.text)
    assert len(read.subcomponents) == len(dated)
    said = [value(worth) for name, _, worth in lines if name == "DESCRIPTION"]
    for event, text in zip(read.subcomponents, said, strict=True):
        assert str(event["DESCRIPTION"]) == text or "\\" in text  # icalendar 6 misreads a backslash before an n
    assert {text.split("\n")[0] for text in said} == {f"{sentence(one, AS_OF)}." for one in dated}
    assert all(not event.errors for event in read.subcomponents)


@given(st.lists(deadlines, min_size=1, max_size=3))
def test_the_same_deadlines_give_the_same_bytes(held: Sequence[Deadline]) -> None:
    assert to_ics(held, as_of=AS_OF).text == to_ics([attrs.evolve(one) for one in held], as_of=AS_OF).text


def only(one: Deadline) -> Calendar:
    (event,) = Calendar.from_ical(to_ics([one], as_of=AS_OF).text).subcomponents
    return event


def test_a_day_is_a_whole_day() -> None:
    event = only(deadline(Due(MAY, MAY)))
    assert event["DTSTART"].params == {"VALUE": "DATE"}
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (MAY, MAY + timedelta(1))
    assert event["DTSTAMP"].dt == datetime(2024, 6, 20, tzinfo=UTC)
    said = str(event["DESCRIPTION"])
    assert "Agency head was to act by 2024-05-01, and is late since 2024-05-02, by 50 days" in said
    assert "rests on 31 U.S.C. 720(b) (statute, binds heads of agencies, read second hand)" in said
    assert "counted from 2024-02" in said
    assert str(ITEM) in said
    assert str(event["SUMMARY"]).startswith("OVERDUE, statement: agency head")


def test_an_hour_is_an_instant_in_utc() -> None:
    at = datetime(2024, 7, 1, 22, 30, tzinfo=UTC)
    event = only(deadline(Due(at, at)))
    assert event["DTSTART"].to_ical() == b"20240701T223000Z"
    assert "DTEND" not in event
    assert "must act by 2024-07-01 22:30 UTC" in str(event["DESCRIPTION"])


@pytest.mark.parametrize(
    ("due", "day", "title", "told"),
    [
        (
            Due(MAY, date(2024, 7, 29)),
            MAY,
            "perhaps until 2024-07-29, ",
            "by 2024-05-01 at the earliest and 2024-07-29 at the latest, and may be late since 2024-05-02",
        ),
        (Due(MAY, None), MAY, "from 2024-05-01 on, ", "2024-05-01 at the earliest, no latest day being known"),
        (Due(None, date(2024, 7, 29)), date(2024, 7, 29), "", "by 2024-07-29 at the latest"),
    ],
)
def test_a_range_stands_on_its_earliest_day_and_says_until_when(due: Due, day: date, title: str, told: str) -> None:
    event = only(deadline(due))
    assert event["DTSTART"].dt == day
    assert str(event["SUMMARY"]).startswith(f"{title}statement: ")
    assert told in str(event["DESCRIPTION"])


def test_an_event_keeps_its_identity_when_it_is_extended_and_others_have_their_own() -> None:
    plain = deadline(Due(MAY, MAY))
    later = attrs.evolve(plain, due=Due(date(2024, 9, 1), date(2024, 9, 1)), extensions=1)
    assert only(plain)["UID"] == only(later)["UID"]
    assert "first due 2024-05-01; 1 extension approved" in str(only(later)["DESCRIPTION"])
    others = (
        attrs.evolve(plain, item=Item("recommendation", "gao", "gao-24-106233", "5", "ice")),
        attrs.evolve(plain, clock="draft_comment"),
        attrs.evolve(plain, occurrence=2),
    )
    assert len({str(only(one)["UID"]) for one in (plain, *others)}) == 4


def test_missed_occurrences_and_notes_are_told() -> None:
    one = attrs.evolve(deadline(Due(MAY, MAY), occurrence=3), missed=2, notes=("its start is known to a month",))
    said = str(only(one)["DESCRIPTION"])
    assert "occurrence 3 of a clock that repeats; 2 periods have passed unmet" in said
    assert "its start is known to a month" in said
    assert "rulebook gao, as of 2024-06-20" in said.split("\n")
    met = str(only(attrs.evolve(one, missed=0))["DESCRIPTION"])
    assert "occurrence 3 of a clock that repeats" in met.split("\n")
    first = str(only(attrs.evolve(one, occurrence=1, missed=1))["DESCRIPTION"])
    assert "occurrence 1 of a clock that repeats; 1 period has passed unmet" in first
    assert "occurrence" not in str(only(attrs.evolve(one, occurrence=1, missed=0))["DESCRIPTION"])
    assert "counted from" not in str(only(attrs.evolve(one, start=None))["DESCRIPTION"])
    assert "(statement)" in str(only(attrs.evolve(one, means=""))["DESCRIPTION"])


def test_the_last_day_there_is_has_no_day_after() -> None:
    assert "DTEND" not in only(deadline(Due(date.max, date.max)))


def test_nothing_makes_a_calendar_without_events() -> None:
    made = to_ics([deadline(Due(None, None))], as_of=AS_OF)
    assert (made.events, made.left_out) == (0, 1)
    assert Calendar.from_ical(made.text).subcomponents == []


def test_a_file_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "due.ics"
    path.write_text("before", encoding="utf-8")
    made = write_ics([deadline(Due(MAY, MAY))], path, as_of=AS_OF)
    assert path.read_bytes() == made.text.encode()
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(CalendarsNotInstalled, match=r"an \.ics file needs the library icalendar"):
        write_ics([], path, as_of=AS_OF)
    assert path.read_bytes() == made.text.encode()
    assert [one.name for one in tmp_path.iterdir()] == ["due.ics"]


def test_where_no_file_can_be_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile):
        write_ics([], tmp_path / "nowhere" / "due.ics", as_of=AS_OF)
