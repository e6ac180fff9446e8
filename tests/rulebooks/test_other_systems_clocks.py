"""The clocks of systems other than audit bodies: counted by themselves, and asked of a register."""

from __future__ import annotations

from datetime import date

import pytest

from oversight_adapters.stores.memory import MemoryStore
from oversight_core.entities import (
    Document,
    Indicator,
    ManagementDecision,
    ProgressReport,
    Recommendation,
    Review,
    Risk,
)
from oversight_core.ledger import Registered, Reported
from oversight_core.moments import Moment
from oversight_core.moments.calendars import Calendars
from oversight_core.names import Item
from oversight_core.questions.deadlines import deadlines
from oversight_core.register import Register
from oversight_core.rulebooks import CANONICAL, FEDRAMP, IMPACT_OSS, SINGLE_AUDIT, SINGLE_AUDIT_DOL, UPR
from oversight_core.rules import Force
from oversight_core.rules.counting import count

BOOKS = (CANONICAL, UPR, IMPACT_OSS, SINGLE_AUDIT, SINGLE_AUDIT_DOL, FEDRAMP)
AS_OF = date(2024, 7, 1)


def last(clock, start, number=1):
    """The last day on which the duty is met in time."""
    return count(clock, Moment.parse(start), days=Calendars().days(clock.calendar), number=number).latest


@pytest.mark.parametrize(("impact", "day"), [("high", "2024-03-30"), ("moderate", "2024-05-29"), ("low", "2024-08-27")])
def test_a_risk_is_remedied_before_the_day(impact, day):
    (clock,) = (clock for clock in FEDRAMP.clock("remediation") if clock.where == (("impact", impact),))
    assert last(clock, "2024-03-01") == date.fromisoformat(day)  # less than so many days after its detection


def test_a_risk_of_fedramp_states_its_own_deadline_too():
    (clock,) = FEDRAMP.clock("stated-deadline")
    assert (clock.length, clock.stated_in) == (None, "deadline_on")


def test_an_indicator_is_reported_on_as_often_as_it_says():
    rows = {dict(clock.where)["frequency_months"]: clock for clock in IMPACT_OSS.clock("indicator-report")}
    assert {every: last(clock, "2024-01-31") for every, clock in rows.items()} == {
        "1": date(2024, 2, 29),
        "3": date(2024, 4, 30),
        "6": date(2024, 7, 31),
        "12": date(2025, 1, 31),
    }
    assert last(rows["1"], "2024-01-31", 2) == date(2024, 3, 31)  # counted from the start, not from a short month


def test_a_management_decision_takes_six_months_and_for_labors_subrecipients_twelve():
    (six,), (twelve,) = (book.clock("management-decision") for book in (SINGLE_AUDIT, SINGLE_AUDIT_DOL))
    assert (last(six, "2024-03-31"), last(twelve, "2024-03-31")) == (date(2024, 9, 30), date(2025, 3, 31))
    assert [cite.provision for cite in six.cites] == ["2 CFR 200.521", "45 CFR 75.521"]
    assert [cite.provision for cite in twelve.cites] == ["2 CFR 200.521", "2 CFR 2900.21"]  # six, and six more


def test_the_cycle_is_about_so_long_and_no_law():
    days = {clock.name: last(clock, "2021-11-08") for clock in UPR.clocks}
    assert days == {"next-review": date(2026, 11, 8), "mid-term-report": date(2024, 5, 8)}
    for clock in UPR.clocks:
        assert "about" in clock.means
        assert [cite.force for cite in clock.cites] == [Force.PRACTICE]


@pytest.fixture
def told():
    """A way to register items under a rulebook, and to ask what their clocks leave open on a day."""
    register = Register(MemoryStore(), rulebooks=BOOKS, recorder="desk")

    def tell(book, **entities):
        for name, entity in entities.items():
            kind, number = name.rsplit("_", 1)
            item = Item(kind.replace("_", "-"), "acme", "report", number)
            register.enter([Registered(item, entity, rulebook=book.name)])
        return [(d.clock, d.due.latest) for d in deadlines(register.cases(), BOOKS, as_of=AS_OF)]

    tell.register = register
    return tell


def day(text):
    return Moment.parse(text)


def test_a_risk_that_is_closed_or_left_as_it_is_has_no_day(told):
    found = [("stated-deadline", date(2024, 3, 20)), ("remediation", date(2024, 3, 30))]
    risk = Risk(impact="high", detected_on=day("2024-03-01"), deadline_on=day("2024-03-20"))
    assert told(FEDRAMP, risk_1=risk) == found
    assert told(FEDRAMP, risk_2=risk, risk_3=risk) == sorted(found * 3, key=lambda row: row[1])
    for number, stage in (("2", "closed"), ("3", "deviation_approved")):
        item = Item("risk", "acme", "report", number)
        told.register.enter([Reported(item, "stage", stage, occurred_on=day("2024-03-10"))])
    assert told(FEDRAMP) == found


def test_a_report_meets_the_day_of_its_period(told):
    every_quarter = Indicator(frequency_months=3, starts_on=day("2024-01-31"), ends_on=day("2025-12-31"))
    first, following = date(2024, 4, 30), date(2024, 7, 31)
    assert told(IMPACT_OSS, indicator_1=every_quarter) == [("indicator-report", day) for day in (first, following)]
    report = ProgressReport(indicator=Item("indicator", "acme", "report", "1"), reported_on=day("2024-04-10"))
    assert told(IMPACT_OSS, progress_report_1=report) == [("indicator-report", following)]


def test_an_indicator_of_no_known_frequency_has_no_day(told):
    assert told(IMPACT_OSS, indicator_1=Indicator(frequency_months=2, starts_on=day("2024-01-31"))) == []


def test_a_decision_counts_from_the_day_on_which_the_report_was_accepted(told):
    finding = Recommendation(document=Item("document", "acme", "report", "1"))
    assert told(SINGLE_AUDIT, document_1=Document(accepted_on=day("2024-03-31"))) == []
    assert told(SINGLE_AUDIT, recommendation_1=finding) == [("management-decision", date(2024, 9, 30))]
    assert told(SINGLE_AUDIT_DOL, recommendation_2=finding)[1:] == [("management-decision", date(2025, 3, 31))]
    first = Item("recommendation", "acme", "report", "1")
    decision = ManagementDecision(recommendation=first, decided_on=day("2024-05-01"))
    assert told(SINGLE_AUDIT, management_decision_1=decision) == [("management-decision", date(2025, 3, 31))]


def test_a_review_of_which_only_the_month_is_known_never_gets_a_day(told):
    (mid_term, following) = told(UPR, review_1=Review(opened_on=day("2023-05")))
    assert (mid_term, following) == (
        ("mid-term-report", date(2025, 11, 30)),
        ("next-review", date(2028, 5, 31)),
    )
    (first, _) = deadlines(told.register.cases(), BOOKS, as_of=AS_OF)
    assert (first.due.earliest, first.due.latest) == (date(2025, 11, 1), date(2025, 11, 30))
    assert first.notes == ("its start is only 2023-05",)


@pytest.mark.parametrize(("stage", "clocks"), [("closed", ["mid-term-report", "next-review"]), ("cancelled", [])])
def test_a_review_that_is_closed_is_followed_by_another(told, stage, clocks):
    assert len(told(UPR, review_1=Review(opened_on=day("2023-05-03")))) == 2
    item = Item("review", "acme", "report", "1")
    told.register.enter([Reported(item, "stage", stage, occurred_on=day("2023-09-20"))])
    assert [found.clock for found in deadlines(told.register.cases(), BOOKS, as_of=AS_OF)] == clocks
