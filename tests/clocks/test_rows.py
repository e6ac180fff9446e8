"""A row of a clock that cannot be counted is told by its column, and rows of one clock follow one another in time."""

from __future__ import annotations

from datetime import UTC, date, datetime

import attrs
import pytest
from tests.clocks.rows import LAW, row

from oversight_core import Moment
from oversight_core.errors import OversightError
from oversight_core.rules import Due, Group, Guard, Lifecycle, Mapping, Rule, RuleBook, State, Vocabulary
from oversight_core.rules.clock import faults
from oversight_core.rules.counting.versions import may_overlap

WRONG = [
    ({"calendar": "weekends"}, "calendar"),
    ({"kinds": ""}, "kinds"),
    ({"between": True}, "between"),
    ({"window": 2}, "window"),
    ({"stated_in": "target_on"}, "stated_in"),
    ({"month_end": "last day"}, "month_end"),
    ({"time_zone": "UTC"}, "time_zone"),
    ({"repeats": True, "each": "fiscal year"}, "repeats"),
    ({"first": 2}, "first"),
    ({"repeats": True, "first": 0}, "first"),
    ({"repeats": True, "first": 1.5}, "first"),
    ({"repeats": True, "first": True}, "first"),
    ({"repeats": True, "first": 3}, "first"),
    ({"met_by": "Not A Signal"}, "met_by"),
    ({"stops_on": "a..b"}, "stops_on"),
    ({"in_force_from": Moment.parse("2024-01-02"), "in_force_to": Moment.parse("2024-01-01")}, "in_force_to"),
]
UNITS = [
    ("months", {"month_end": None}, "month_end"),
    ("years", {"month_end": None}, "month_end"),
    ("hours", {"calendar": " "}, "calendar"),
    ("business days", {"calendar": "plain"}, "calendar"),
    ("hours", {"time_zone": " "}, "time_zone"),
    ("hours", {"each": "fiscal year"}, "each"),
    ("weeks", {"window": 4}, "unit"),
    ("weeks", {"bound": "before"}, "bound"),
    ("fortnights", {}, "unit"),
]
RIGHT = [
    ("days", {"window": 3}),
    ("days", {"in_force_from": Moment.parse("2024-01-01"), "in_force_to": Moment.parse("2024-01-01")}),
    ("days", {"in_force_from": Moment.parse("2017/2022"), "in_force_to": Moment.parse("2018")}),
    ("days", {"in_force_from": Moment.parse("2024"), "in_force_to": Moment.parse("2018/..")}),
    ("days", {"in_force_from": Moment.parse("../2024"), "in_force_to": Moment.parse("2018")}),
    ("days", {"repeats": True, "first": 1}),
    ("days", {"repeats": True, "first": 2}),
    ("days", {"length": None, "stated_in": "target_on", "window": 3}),
    ("business days", {"bound": "before", "calendar": "weekends"}),
    ("hours", {"calendar": "weekends"}),
]


@pytest.mark.parametrize(("unit", "more", "column"), [*(("days", *one) for one in WRONG), *UNITS])
def test_what_is_wrong_is_told_by_its_column_and_nothing_else_is(unit, more, column):
    assert [place for place, _ in faults(row(3, unit, **more))] == [column]


@pytest.mark.parametrize(("unit", "more"), RIGHT)
def test_what_can_be_counted_has_no_fault(unit, more):
    assert not list(faults(row(**{"length": 3, "unit": unit, **more})))


@pytest.mark.parametrize(
    ("column", "nothing"),
    [("name", " "), ("starts_on", ()), ("duty_holder", ""), ("cites", ()), ("kinds", ())],
)
def test_what_a_row_cannot_do_without_is_told_by_its_column(column, nothing):
    found = [place for place, _ in faults(attrs.evolve(row(3, "days"), **{column: nothing}))]
    assert found == [column]


@pytest.mark.parametrize("length", [0, -1, True, 1.5, None])
def test_a_length_is_a_positive_whole_number(length):
    assert [place for place, _ in faults(row(length, "days"))] == ["length"]


@pytest.mark.parametrize(
    ("ends", "begins", "overlap"),
    [
        ("2018", "2018", False),
        ("2018-05-01", "2018-05-02", False),
        ("2018-05-02", "2018-05-01", True),
        ("2017/2019", "2018", True),
        (None, "2018", True),
        ("2018", None, True),
        (None, None, True),
    ],
)
def test_versions_follow_one_another_or_may_both_be_in_force(ends, begins, overlap):
    old = row(3, "days", in_force_to=ends and Moment.parse(ends))
    new = row(4, "days", in_force_from=begins and Moment.parse(begins))
    assert may_overlap(old, new) == may_overlap(new, old) == overlap


def test_rows_of_one_clock_for_other_items_may_stand_side_by_side():
    one, other = row(3, "days", where=(("priority", "high"),)), row(4, "days", where=(("priority", "low"),))
    assert RuleBook("book", "1", "clocks", (), clocks=[one, other]).clock("a clock") == (one, other)
    with pytest.raises(OversightError, match="stands twice"):
        RuleBook("book", "1", "clocks", (), clocks=[one, one])


def test_what_is_missing_from_a_book_is_told_in_one_order_and_one_name_stands_once():
    guards = [Guard(name, "is so", f"{name}_fact", lambda attempt, facts: True) for name in ("b", "c", "a")]
    rule = Rule("shut", "open", "ajar", "porter", cites=LAW, guards=("a", "b", "c"))
    table = Lifecycle(
        "gate",
        "1",
        "stage",
        "shut",
        (State("shut", "it is shut"), State("ajar", "it is not")),
        (rule,),
        groups=(Group("final", ("ajar",), "it stays so"),),
        guards=guards,
        kinds="gate",
    )
    with pytest.raises(OversightError, match=r"(?s)a_fact.*b_fact.*c_fact"):
        RuleBook("book", "1", "gates", (table,))
    facts = ("a_fact", "b_fact", "c_fact")
    words = Vocabulary("gate", "book", [Mapping("Open", [("stage", "ajar")], cites=LAW)])
    with pytest.raises(OversightError, match="'gate' stands twice"):
        RuleBook("book", "1", "gates", (table,), [words], facts=facts)


def test_a_deadline_is_printed_as_closely_as_it_is_known():
    day, at = date(2024, 5, 1), datetime(2024, 5, 1, 14, 30, tzinfo=UTC)
    printed = {
        Due(None, None): "not known",
        Due(None, day): "between an unknown day and 2024-05-01",
        Due(day, None): "between 2024-05-01 and an unknown day",
        Due(day, day): "2024-05-01",
        Due(at, at): "2024-05-01T14:30Z",
    }
    assert {due: str(due) for due in printed} == printed
    assert [due.exact for due in printed] == [False, False, False, True, True]
