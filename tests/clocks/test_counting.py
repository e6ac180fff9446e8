"""What the library counts agrees with a walk from day to day over thirty years."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.clocks import naive
from tests.clocks.rows import CLOSINGS, FIRST, LAST, Closings, range_of, row

from oversight_core import Moment
from oversight_core.errors import OutsideCalendar
from oversight_core.moments import PLAIN, WEEKENDS, OpenDays
from oversight_core.moments.calendars import Weekly
from oversight_core.rules import count, reached
from oversight_core.rules.clock import MonthEnd, faults
from oversight_core.rules.counting import plus_months

PLAIN_DAYS, OPEN_DAYS = OpenDays(PLAIN), OpenDays(Closings())
days = st.dates(FIRST, LAST)
lengths = st.integers(1, 200)
ZONES = (
    "UTC",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/St_Johns",
    "America/Havana",
    "America/Sao_Paulo",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Antarctica/Troll",
    "America/Santiago",
)


def every(day: date) -> bool:
    return True


def is_open(day: date) -> bool:
    return day.weekday() < 5 and day not in CLOSINGS


def due(clock, start, number=1, days=PLAIN_DAYS, zone=None):
    found = count(clock, Moment.day(start), days=days, number=number, zone=zone)
    assert found.exact
    return found.latest


@given(days, lengths, st.sampled_from(["within", "before"]), st.booleans())
@example(date(2024, 12, 23), 1, "before", True)
@example(date(2024, 2, 28), 1, "within", False)
def test_days_and_business_days(start, length, bound, business):
    clock = row(length, "business days" if business else "days", bound=bound)
    assert not list(faults(clock))
    step = naive.nth_day if bound == "within" else naive.last_before
    wanted = step(start, length, is_open if business else every)
    assert due(clock, start, days=OPEN_DAYS if business else PLAIN_DAYS) == wanted


@given(days, st.integers(1, 60), st.sampled_from(["months", "years"]), st.booleans())
@example(date(2024, 2, 29), 12, "years", True)
@example(date(2023, 2, 28), 12, "months", True)
@example(date(2024, 1, 31), 1, "months", False)
def test_months_and_years(start, length, unit, last):
    clock = row(length, unit, month_end="last day" if last else "same day")
    months = length * (12 if unit == "years" else 1)
    assert due(clock, start) == naive.months_on(start, months, last_stays_last=last)


@given(days, st.integers(1, 9), st.sampled_from(["fiscal quarters", "fiscal years"]))
@example(date(2024, 9, 30), 1, "fiscal years")
def test_fiscal_periods(start, length, unit):
    assert due(row(length, unit), start) == naive.period_ends(start, unit[:-1], length, on_start=False)


@given(days, st.integers(1, 40), st.integers(1, 6), st.sampled_from(sorted(naive.PERIOD_ENDS)))
@example(date(2024, 3, 31), 30, 1, "fiscal half-year")
def test_each_period_starts_it_anew(start, length, number, period):
    anchor = naive.period_ends(start, period, number, on_start=True)
    assert due(row(length, "days", each=period), start, number) == naive.nth_day(anchor, length, every)


@given(days, st.integers(1, 40), st.integers(1, 12))
def test_repeats_are_counted_from_the_start(start, length, number):
    assert due(row(length, "days", repeats=True), start, number) == naive.nth_day(start, length * number, every)


def _changes(name: str) -> list[datetime]:
    """The days of thirty years on which a zone changed its offset."""
    zone, found = ZoneInfo(name), []
    at = datetime(FIRST.year, 1, 1, tzinfo=UTC)
    while at.year <= LAST.year:
        if at.astimezone(zone).utcoffset() != (at + timedelta(1)).astimezone(zone).utcoffset():
            found.append(at)
        at += timedelta(1)
    return found or [datetime(2024, 3, 10, tzinfo=UTC)]


CHANGES = {name: _changes(name) for name in ZONES}


@st.composite
def near_changes(draw: st.DrawFn) -> tuple[str, datetime]:
    """A zone, and an instant within four days before it changed its clocks, or soon after."""
    name = draw(st.sampled_from(ZONES))
    return name, draw(st.sampled_from(CHANGES[name])) + timedelta(minutes=draw(st.integers(-4 * 1440, 2880)))


@given(near_changes(), st.integers(1, 72), st.sampled_from(["plain", "weekends"]))
def test_hours_pass_as_they_do_where_clocks_are_changed(where, hours, calendar):
    name, start = where
    zone, closed = ZoneInfo(name), WEEKENDS.closed if calendar == "weekends" else ()
    clock, open_days = row(hours, "hours", calendar=calendar), OpenDays(WEEKENDS) if closed else PLAIN_DAYS
    found = count(clock, Moment.instant(start), days=open_days, zone=zone)
    wanted = naive.hours_on(start, hours, zone, lambda day: day.weekday() not in closed)
    assert found.exact and found.latest == wanted
    unknown = count(clock, Moment.instant(start), days=open_days)
    assert unknown.earliest <= wanted <= unknown.latest
    assert unknown.exact == (not closed)


def test_hours_may_end_at_midnight():
    friday = datetime(2024, 3, 1, 12, tzinfo=UTC)
    clock = row(12, "hours", calendar="weekends")
    found = count(clock, Moment.instant(friday), days=OpenDays(WEEKENDS), zone=UTC)
    assert found.latest == datetime(2024, 3, 2, tzinfo=UTC)


CLOCKS = st.one_of(
    st.builds(row, lengths, st.sampled_from(["days", "weeks", "business days", "months", "fiscal quarters"])),
    st.builds(lambda n, p: row(n, "days", each=p), lengths, st.sampled_from(sorted(naive.PERIOD_ENDS))),
    st.builds(
        lambda n, end: row(n, "months", month_end=end), st.integers(1, 30), st.sampled_from(["same day", "last day"])
    ),
)


@given(CLOCKS, days, st.integers(0, 45), st.integers(1, 4))
def test_a_later_start_is_never_due_earlier_and_a_coarse_one_holds_them_all(clock, start, more, number):
    answers = [due(clock, start + timedelta(n), number, OPEN_DAYS) for n in range(more + 1)]
    assert answers == sorted(answers)
    found = count(clock, range_of(start, start + timedelta(more)), days=OPEN_DAYS, number=number)
    assert (found.earliest, found.latest) == (answers[0], answers[-1])


@given(CLOCKS, days)
def test_occurrences_rise(clock, start):
    numbered = [due(clock, start, number, OPEN_DAYS) for number in range(1, 6)]
    assert all(one < other for one, other in pairwise(numbered))


spells = st.lists(
    st.tuples(st.integers(0, 70), st.none() | st.integers(0, 25)).map(
        lambda pair: (FIRST + timedelta(pair[0]), None if pair[1] is None else FIRST + timedelta(sum(pair)))
    ),
    max_size=4,
)


@given(spells, st.integers(1, 20), st.integers(0, 15), st.integers(-5, 80))
@example([(FIRST, FIRST + timedelta(5)), (FIRST + timedelta(5), FIRST + timedelta(8))], 10, 0, 0)
@example([(FIRST, FIRST + timedelta(9)), (FIRST, None)], 12, 0, 0)
def test_a_window_holds_what_a_walk_finds_in_it(held, days, wider, since):
    begins = FIRST + timedelta(since)
    wanted = naive.first_reached(held, days, days + wider, begins, FIRST + timedelta(140))
    assert reached(held, days=days, window=days + wider, since=begins) == wanted


def test_a_day_that_has_begun_goes_on_though_clocks_are_put_back_to_the_day_before():
    """Until 2006 clocks in St. John's were put back from 00:01 on Sunday to 23:01 on Saturday."""
    zone, sundays = ZoneInfo("America/St_Johns"), Weekly("sundays", frozenset({6}))
    for minutes in (0, 30, 60):
        start = datetime(2000, 10, 28, 22, 30, tzinfo=zone).astimezone(UTC) + timedelta(minutes=minutes)
        for hours in (1, 2, 3, 30):
            found = count(
                row(hours, "hours", calendar="weekends"), Moment.instant(start), days=OpenDays(sundays), zone=zone
            )
            assert found.latest == naive.hours_on(start, hours, zone, lambda day: day.weekday() != 6)


def test_the_hour_that_clocks_bring_back_is_of_the_day_that_had_begun():
    sundays, again = OpenDays(Weekly("sundays", frozenset({6}))), datetime(2000, 10, 29, 3, tzinfo=UTC)
    found = count(
        row(1, "hours", calendar="weekends"), Moment.instant(again), days=sundays, zone=ZoneInfo("America/St_Johns")
    )
    assert found.latest == datetime(2000, 10, 30, 4, 30, tzinfo=UTC)


@given(days, st.integers(0, 800))
def test_between_two_days_lie_as_many_open_days_as_a_walk_meets(first, more):
    last = first + timedelta(more)
    assert OPEN_DAYS.between(first, last) == sum(is_open(first + timedelta(n)) for n in range(1, more + 1))
    assert OPEN_DAYS.is_open(first) == is_open(first)


def test_hours_from_a_day_or_a_span_end_between_those_from_its_first_and_its_last_midnight():
    clock, zone = row(48, "hours"), ZoneInfo("America/New_York")
    found = count(clock, range_of(date(2024, 1, 5), date(2024, 1, 7)), days=PLAIN_DAYS, zone=zone)
    assert found.earliest == datetime(2024, 1, 7, 5, tzinfo=UTC)
    assert found.latest == datetime(2024, 1, 10, 5, tzinfo=UTC)


def test_hours_from_a_day_of_no_known_zone_begin_anywhere_on_earth():
    found = count(row(48, "hours"), Moment.day(date(2024, 1, 5)), days=PLAIN_DAYS)
    assert found.earliest == datetime(2024, 1, 6, 10, tzinfo=UTC)
    assert found.latest == datetime(2024, 1, 8, 12, tzinfo=UTC)


@pytest.mark.parametrize("zone", [None, ZoneInfo("America/Havana")])
def test_however_many_hours_are_counted_at_once_where_every_day_counts(zone):
    start = datetime(2024, 1, 5, 12, tzinfo=UTC)
    found = count(row(10**7, "hours"), Moment.instant(start), days=PLAIN_DAYS, zone=zone)
    assert found.exact and found.latest == start + timedelta(hours=10**7)
    assert count(row(10**12, "hours"), Moment.instant(start), days=PLAIN_DAYS, zone=zone).latest is None


def test_a_first_length_comes_once_and_the_others_are_counted_from_the_start():
    clock, start = row(30, "days", repeats=True, first=14), date(2024, 1, 1)
    assert [(due(clock, start, n) - start).days for n in (1, 2, 3)] == [14, 30, 60]


def test_business_days_may_take_longer_than_a_calendar_is_searched_for_one():
    assert OpenDays(WEEKENDS).after(date(1900, 1, 1), 60 * 261) == date(1900, 1, 1) + timedelta(60 * 261 // 5 * 7)


def test_hours_may_start_before_there_were_time_zones():
    start, zone = datetime(1850, 6, 1, 12, tzinfo=UTC), ZoneInfo("America/New_York")
    found = count(row(48, "hours"), Moment.instant(start), days=PLAIN_DAYS, zone=zone)
    assert found.exact and found.latest == start + timedelta(hours=48)


def test_the_last_months_of_the_calendar_are_counted():
    assert plus_months(date(9998, 12, 31), 12, MonthEnd.LAST_DAY) == date.max
    assert due(row(1, "fiscal quarters"), date(9999, 11, 1)) == date.max
    assert OPEN_DAYS.after(date(9999, 12, 30), 1) == OPEN_DAYS.after(date(9998, 12, 31), 261) == date.max


@pytest.mark.parametrize("unit", ["days", "weeks", "months", "years", "fiscal quarters", "fiscal years", "hours"])
@pytest.mark.parametrize("start", [date.min, date.max, date.max - timedelta(1)])
@pytest.mark.parametrize("number", [1, 10**12])
def test_beyond_the_calendar_there_is_no_day(unit, start, number):
    for zone in (None, ZoneInfo("Pacific/Auckland"), ZoneInfo("America/New_York")):
        found = count(row(3, unit), Moment.day(start), days=PLAIN_DAYS, number=number, zone=zone)
        assert found.latest is None or found.latest.year in (1, 2, 3, 4, 9999)
    assert count(row(3, "days", each="fiscal year"), Moment.day(start), days=PLAIN_DAYS, number=number) is not None


class Short:
    """A calendar that knows one spring."""

    name = "short"

    def is_open(self, day: date) -> bool:
        if not date(2024, 3, 1) <= day <= date(2024, 5, 31):
            raise OutsideCalendar(self.name, day)
        return day.weekday() < 5


def test_a_calendar_that_ends_is_asked_up_to_its_last_day_and_says_so_beyond():
    short = OpenDays(Short())
    assert short.after(date(2024, 2, 29), 1) == date(2024, 3, 1)
    assert short.after(date(2024, 5, 30), 1) == date(2024, 5, 31)
    assert short.between(date(2024, 2, 29), date(2024, 5, 31)) == 66
    assert short.is_open(date(2024, 3, 1)) and short.is_open(date(2024, 5, 31))
    assert short.between(date(2024, 5, 2), date(2024, 5, 1)) == short.between(date(2024, 2, 2), date(2024, 2, 1)) == 0
    for start, number in (
        (date(2024, 5, 31), 1),
        (date(2024, 2, 28), 1),
        (date(2024, 3, 1), 66),
        (date(2023, 1, 1), 1),
    ):
        with pytest.raises(OutsideCalendar):
            short.after(start, number)
    with pytest.raises(OutsideCalendar):
        short.between(date(2024, 5, 1), date(2024, 6, 1))
    with pytest.raises(OutsideCalendar):
        short.between(date(2024, 2, 28), date(2024, 3, 5))
    with pytest.raises(OutsideCalendar):
        short.is_open(date(2024, 6, 1))


class Year:
    """A calendar that knows 2025 alone."""

    name = "year"

    def is_open(self, day: date) -> bool:
        if day.year != 2025:
            raise OutsideCalendar(self.name, day)
        return True


def test_of_a_year_in_which_no_day_is_asked_for_none_need_be_known():
    year = OpenDays(Year())
    assert year.after(date(2024, 12, 31), 1) == date(2025, 1, 1)
    assert year.after(date(2024, 12, 31), 365) == date(2025, 12, 31)
    assert year.between(date(2024, 12, 31), date(2025, 12, 31)) == 365
    assert year.is_open(date(2025, 1, 1)) and year.is_open(date(2025, 12, 31))


class Never:
    """A calendar that is always closed."""

    name = "never"

    def is_open(self, day: date) -> bool:
        return False


def test_a_calendar_without_an_open_day_ends_the_search():
    with pytest.raises(OutsideCalendar):
        OpenDays(Never()).after(date(2024, 1, 1), 1)
    with pytest.raises(OutsideCalendar):
        OPEN_DAYS.after(date.max, 1)
