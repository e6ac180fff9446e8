"""When: a day, an instant, or as little as a source may say."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import Any

import attrs
from hypothesis import strategies as st

from oversight_core.moments import AsOf, Moment
from oversight_core.testing.strategies.text import words

FIRST, LAST = date(1900, 1, 1), date(2099, 12, 31)
_FORMS = (
    "{day.year}-{day.month:02}",
    "{day.year}-Q{quarter}",
    "{day.year}",
    "FY{day.year}",
    "FY{day.year}-Q{quarter}",
)


@cache
def dates(*, first: date = FIRST, last: date = LAST) -> st.SearchStrategy[date]:
    """A day as the standard library has it, within the reach of the documents."""
    return st.dates(first, last)


@cache
def instants_utc() -> st.SearchStrategy[datetime]:
    """An aware time in UTC, to the microsecond, as a store stamps one."""
    return st.datetimes(datetime(1970, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC))


def days() -> st.SearchStrategy[Moment]:
    """A single day."""
    return dates().map(Moment.day)


def spans() -> st.SearchStrategy[Moment]:
    """A month, a quarter or a year, of the calendar or of the federal fiscal year."""
    return st.builds(_span, st.sampled_from(_FORMS), dates())


def ranges() -> st.SearchStrategy[Moment]:
    """From one moment to another, each as fine as it likes."""
    ends = days() | spans()
    return st.builds(_range, ends, ends)


def one_sided() -> st.SearchStrategy[Moment]:
    """From some moment on, or until one."""
    ends = days() | spans()
    return ends.map(lambda first: Moment.between(first, None)) | ends.map(lambda last: Moment.between(None, last))


def instants() -> st.SearchStrategy[Moment]:
    """A point in time, at any offset from UTC."""
    offsets = st.integers(-14 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
    return st.datetimes(datetime(1900, 1, 2), datetime(2099, 12, 30), timezones=offsets).map(Moment.instant)


def vague() -> st.SearchStrategy[Moment]:
    """Words that give no bounds."""
    return words(min_size=1).map(Moment.vague)


@cache
def printable() -> st.SearchStrategy[Moment]:
    """Every moment that parses back from what it prints."""
    return st.one_of(days(), spans(), ranges(), one_sided(), instants())


@cache
def moments() -> st.SearchStrategy[Moment]:
    """Every kind of moment, some with the words they were read from."""
    return st.one_of(printable(), vague(), st.builds(_with_words, printable(), words(min_size=1)))


def as_ofs() -> st.SearchStrategy[AsOf]:
    """At a day, stated by a day, recorded by an instant or a position; or as far as the record goes."""
    day = st.none() | dates()
    return st.builds(AsOf, day, day, st.one_of(st.none(), st.integers(0, 20), instants_utc()))


def _span(form: str, day: date) -> Moment:
    return Moment.parse(form.format(day=day, quarter=(day.month + 2) // 3))


def _range(one: Moment, other: Moment) -> Moment:
    assert one.earliest is not None and other.latest is not None
    return Moment.between(one, other) if one.earliest <= other.latest else Moment.between(other, one)


def _with_words(moment: Moment, printed: str) -> Moment:
    return attrs.evolve(moment, words=printed)


STRATEGIES: dict[type, Any] = {AsOf: as_ofs, Moment: moments}
