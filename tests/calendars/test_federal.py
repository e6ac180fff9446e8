"""The federal calendar, against days that are known; and what is said where its library is absent."""

from __future__ import annotations

import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_adapters.calendars import CalendarsNotInstalled, Workdays, brought, federal, installed, us_federal
from oversight_core.errors import OutsideCalendar, OversightError
from oversight_core.moments.calendars import Calendar, Calendars

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))

CLOSED_BY_ORDER = (date(2018, 12, 5), date(2024, 12, 24), date(2025, 1, 9), date(2025, 12, 24), date(2025, 12, 26))
HOLIDAYS = (
    date(2024, 1, 1),  # New Year's Day
    date(2024, 6, 19),  # Juneteenth
    date(2024, 11, 28),  # Thanksgiving, the fourth Thursday
    date(2021, 12, 31),  # New Year's Day of 2022, a Saturday, is observed the day before
    date(2021, 7, 5),  # Independence Day, a Sunday, is observed the day after
)
OPEN = (
    date(2020, 6, 19),  # before Juneteenth was a holiday
    date(2023, 12, 26),  # no order closed it
    date(2024, 11, 29),  # the day after Thanksgiving is a holiday of States, not of the Government
    date(2025, 1, 20) + timedelta(1),
)


@pytest.mark.parametrize("day", [*CLOSED_BY_ORDER, *HOLIDAYS], ids=str)
def test_holidays_and_days_closed_by_order_are_closed(day: date) -> None:
    assert day.weekday() < 5
    assert not us_federal().is_open(day)


@pytest.mark.parametrize("day", OPEN, ids=str)
def test_other_days_are_open(day: date) -> None:
    assert us_federal().is_open(day)


@given(DAYS)
def test_no_weekend_is_open(day: date) -> None:
    assert not (day.weekday() >= 5 and us_federal().is_open(day))


@given(DAYS, st.integers(1, 400))
def test_counting_by_it_is_going_from_day_to_day(start: date, count: int) -> None:
    day, left = start, count
    while left:
        day += timedelta(1)
        left -= us_federal().is_open(day)
    assert Calendars(brought()).days("us-federal").after(start, count) == day


def test_a_week_with_a_closed_christmas_eve_is_a_day_longer() -> None:
    days = Calendars(brought()).days("us-federal")
    assert days.after(date(2023, 12, 22), 1) == date(2023, 12, 26)
    assert days.after(date(2025, 12, 23), 1) == date(2025, 12, 29)  # 24 to 26 closed, then a weekend


@pytest.mark.parametrize("day", [date(1776, 7, 4), date(2101, 1, 3)], ids=str)
def test_beyond_what_is_known_it_says_so(day: date) -> None:
    with pytest.raises(OutsideCalendar, match="us-federal"):
        us_federal().is_open(day)


def test_it_is_made_once_and_is_a_calendar() -> None:
    assert us_federal() is us_federal()
    assert isinstance(us_federal(), Calendar)
    assert hash(us_federal()) == hash(us_federal())
    assert len(repr(us_federal())) < 200


def test_any_body_s_days_make_a_calendar() -> None:
    town = Workdays("town", [date(2024, 5, 6)], date(2024, 1, 1), date(2024, 12, 31))
    assert Calendars([town]).days("town").after(date(2024, 5, 3), 1) == date(2024, 5, 7)


def test_every_calendar_is_listed_under_its_own_name() -> None:
    assert set(installed()) == {"plain", "weekends", "us-federal"}
    assert all(name == calendar.name for name, calendar in installed().items())


def test_without_the_library_the_sentence_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    us_federal.cache_clear()
    try:
        with pytest.raises(CalendarsNotInstalled, match=r"pip install 'oversight-core\[calendars\]'") as caught:
            federal.us_federal()
        assert isinstance(caught.value, OversightError)
        assert isinstance(caught.value, ImportError)
        assert set(installed()) == {"plain", "weekends"}
    finally:
        us_federal.cache_clear()


@given(st.dates(date(2024, 1, 1), date(2024, 12, 31)), st.integers(1, 300))
def test_a_calendar_of_one_year_answers_up_to_its_last_day(start: date, count: int) -> None:
    year = Workdays("town", [], date(2024, 1, 1), date(2024, 12, 31))
    expected = Calendars().days("weekends").after(start, count)
    days = Calendars([year]).days("town")
    if expected <= year.last:
        assert days.after(start, count) == expected
    else:
        with pytest.raises(OutsideCalendar):
            days.after(start, count)
