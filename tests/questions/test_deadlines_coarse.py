"""A start that is only a span gives a range that holds the answer of each of its days, whatever has met it since."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from oversight_core import Case, Citation, Clock, Force, Item, Moment, Read, Recommendation, RuleBook, Update
from oversight_core.moments import WEEKENDS, OpenDays
from oversight_core.questions import deadlines
from oversight_core.questions.deadlines import Deadline

LAW = Citation("a rule of this test", Force.CONVENTION, "nobody", Read.ORIGINAL)
REC, FIRST = Item.parse("recommendation:gao/gao-24-1/1"), date(2024, 1, 1)
lengths, offsets = st.integers(1, 60), st.integers(0, 400)


def clock(length: int, unit: str, **more: object) -> Clock:
    basis = {"calendar": "plain", "kinds": "recommendation", "met_by": "update:as_of", **more}
    return Clock("clock", "issued_on", length, unit, "agency", LAW, **basis)  # type: ignore[arg-type]  # each test names columns


CLOCKS = st.one_of(
    st.builds(lambda n: clock(n, "days", repeats=True), lengths),
    st.builds(lambda n: clock(n, "business days", repeats=True, calendar="weekends"), lengths),
    st.builds(lambda n: clock(n % 6 + 1, "months", repeats=True, month_end="last day"), lengths),
    st.builds(lambda n: clock(n % 3 + 1, "fiscal quarters", repeats=True), lengths),
    st.builds(lambda n: clock(n % 30 + 1, "days", each="fiscal quarter"), lengths),
    st.builds(lambda n: clock(n, "days"), lengths),
)


def day(number: int) -> date:
    return FIRST + timedelta(number)


def asked(row: Clock, start: Moment, met: list[Moment], as_of: date) -> Deadline | None:
    """The first obligation that is unmet, if one is."""
    return next(iter(all_asked(row, start, met, as_of)), None)


def all_asked(row: Clock, start: Moment, met: list[Moment], as_of: date) -> tuple[Deadline, ...]:
    cases = {REC: Case(Recommendation(issued_on=start), {}, rulebook="book")}
    for n, one in enumerate(met):
        cases[Item("update", "gao", "gao-24-1", str(n))] = Case(Update(recommendation=REC, as_of=one), {})
    found = deadlines(cases, [RuleBook("book", "1", "clocks", (), clocks=[row])], as_of=as_of)
    assert len(found) < 3
    return found


@given(CLOCKS, offsets, st.integers(0, 40), st.lists(offsets, max_size=3), offsets)
def test_a_span_holds_the_answer_of_each_of_its_days(row, first, more, met, as_of):
    said, on = [Moment.day(day(n)) for n in met], day(as_of)
    whole = asked(row, Moment.between(Moment.day(day(first)), Moment.day(day(first + more))), said, on)
    each = [asked(row, Moment.day(day(first + n)), said, on) for n in range(more + 1)]
    if whole is None:  # what came on or after its first day may have met it
        assert any(one is None for one in each)
        return
    for one in each:
        assert one is None or (whole.due.earliest <= one.due.earliest and one.due.latest <= whole.due.latest)


@given(CLOCKS, offsets, offsets, st.integers(0, 40), st.lists(offsets, max_size=2))
def test_a_span_in_which_it_was_met_holds_the_answer_of_each_of_its_days(row, first, met, more, others):
    on, said, start = day(900), [Moment.day(day(n)) for n in others], Moment.day(day(first))
    whole = asked(row, start, [Moment.between(Moment.day(day(met)), Moment.day(day(met + more))), *said], on)
    for n in range(more + 1):
        one = asked(row, start, [Moment.day(day(met + n)), *said], on)
        if whole is None or one is None:  # a day in it may come before the start, or none may
            continue
        assert whole.due.earliest <= one.due.earliest and one.due.latest <= whole.due.latest
    if whole is not None and not whole.due.exact:
        assert whole.notes == ("which occurrence is next depends on when it was last met",)


@given(CLOCKS, offsets, st.lists(offsets, max_size=4), offsets)
def test_occurrences_and_what_was_missed_are_those_of_a_walk(row, first, met, as_of):
    """What follows the last period met is next, and so is the first that is not past; what nothing met is missed."""
    if not (row.repeats or row.each):
        return
    start, on = day(first), day(as_of)
    found, *coming = all_asked(row, Moment.day(start), [Moment.day(day(n)) for n in met], on)
    events = [day(n) for n in met if day(first) <= day(n) <= on]
    periods, dues = walked(row, start)
    met_in = [any(begins < one <= ends for one in events) for begins, ends in periods]
    last = max((n for n, was in enumerate(met_in, 1) if was), default=0)
    assert (found.occurrence, found.due.latest) == (last + 1, dues[last])
    after = next(n for n, one in enumerate(dues, 1) if one >= on)
    wanted = [(after, dues[after - 1], 0)] if after > last + 1 else []
    assert [(one.occurrence, one.due.latest, one.missed) for one in coming] == wanted
    assert found.missed == sum(ends < on and not was for ends, was in zip(dues, met_in, strict=True))


def walked(row: Clock, start: date) -> tuple[list[tuple[date, date]], list[date]]:
    """The periods in which what meets each occurrence falls, and its last day: found by stepping from day to day."""
    far, dues, periods, begins, on = day(1200), [], [], start - timedelta(1), start
    if row.each:
        anchors = [one for n in range(1300) if (one := start + timedelta(n)).month % 3 == 0 and is_month_end(one)]
        spans = list(pairwise(anchors))
        return spans, [one + timedelta(row.length) for one, _ in spans]
    seen, days = 0, OpenDays(WEEKENDS)
    while on < far:
        on += timedelta(1)
        if row.unit == "days":
            seen += 1
        elif row.unit == "business days":
            seen += days.is_open(on)
        elif row.unit == "months":
            seen += (
                is_month_end(on)
                if is_month_end(start)
                else on.day == start.day or (is_month_end(on) and on.day < start.day)
            )
        else:
            seen += on.month % 3 == 0 and is_month_end(on)
        if seen == row.length:
            periods.append((begins, on))
            dues.append(on)
            seen, begins = 0, on
    return periods, dues


def is_month_end(on: date) -> bool:
    return (on + timedelta(1)).month != on.month
