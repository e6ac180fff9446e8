"""Moments: a day, an instant, or what little the source says.

A moment never pretends to be finer than its source.  It *counts* from its `latest` day; one without a latest day
counts from nothing, and whoever records it says so.
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from types import NoneType

import attrs

from oversight_core.errors import UnparsableMoment
from oversight_core.names import CONTENT, Words

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])", re.ASCII)
_YEAR = re.compile(r"(\d{4})", re.ASCII)
_FISCAL_YEAR = re.compile(r"FY(\d{4})", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})", re.ASCII)
_FISCAL_QUARTER = re.compile(r"FY(\d{4})-Q([1-4])", re.ASCII)

_POSITION_DIGITS = {*range(1, 19)} - {4}  # four digits are a year

OPEN = ".."  # the missing end of a one-sided range, as ISO 8601 writes it


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _quarter(year: int, quarter: int, first_month: int = 1) -> tuple[date, date]:
    """Bounds of a quarter of a year that starts in `first_month` (10 of the year before, for federal fiscal years)."""
    start = first_month + 3 * (quarter - 1)
    first_year = year - 1 if first_month == 10 else year
    first = date(first_year + (start - 1) // 12, (start - 1) % 12 + 1, 1)
    return first, _month_end(first.year, first.month + 2)


def _bounds(text: str) -> tuple[date, date, str] | None:
    """Earliest, latest and precision of one end as it prints; None where it is no such end.  Raises ValueError."""
    if m := _DAY.fullmatch(text):
        day = date(int(m[1]), int(m[2]), int(m[3]))
        return day, day, "day"
    if m := _MONTH.fullmatch(text):
        year, month = int(m[1]), int(m[2])
        return date(year, month, 1), _month_end(year, month), "month"
    if m := _QUARTER.fullmatch(text):
        return *_quarter(int(m[1]), int(m[2])), "quarter"
    if m := _YEAR.fullmatch(text):
        return date(int(m[1]), 1, 1), date(int(m[1]), 12, 31), "year"
    if m := _FISCAL_YEAR.fullmatch(text):
        return date(int(m[1]) - 1, 10, 1), date(int(m[1]), 9, 30), "fiscal-year"
    if m := _FISCAL_QUARTER.fullmatch(text):
        return *_quarter(int(m[1]), int(m[2]), 10), "fiscal-quarter"
    return None


def _print(day: date, precision: str) -> str:
    """One end as it prints, given a day inside it."""
    if precision == "day":
        return day.isoformat()
    if precision == "month":
        return f"{day.year:04}-{day.month:02}"
    if precision == "quarter":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if precision == "year":
        return f"{day.year:04}"
    fiscal = day.year + (day.month >= 10)
    if precision == "fiscal-year":
        return f"FY{fiscal:04}"
    return f"FY{fiscal:04}-Q{(day.month - 10) % 12 // 3 + 1}"


PRECISIONS = ("day", "month", "quarter", "year", "fiscal-year", "fiscal-quarter")


@lru_cache(4096)
def _lie(earliest: date | None, latest: date | None, precision: str, at: datetime | None) -> str:
    """Why these bounds are not what the precision says; empty where they are."""
    if not {type(earliest), type(latest)} <= {date, NoneType}:
        return "bounds are days, without a time"
    if (precision == "instant") != (at is not None) or (at is not None and at.tzinfo is None):
        return "an instant needs an aware time, and only an instant has one"
    if at is not None:
        return "" if earliest == latest == at.astimezone(UTC).date() else "the day of an instant is its day in UTC"
    if precision == "words":
        return "" if earliest is latest is None else "vague words are never an order and have no bounds"
    if earliest is not None and latest is not None and earliest > latest:
        return "it ends before it starts"
    first, slash, last = precision.partition("/")
    if not slash:
        ends = _true_bounds(earliest, first)
        return "" if ends and ends == (earliest, latest) else f"these bounds are not one {precision}"
    starts, ends = _true_bounds(earliest, first), _true_bounds(latest, last)
    open_ends = ((earliest is None) == (first == OPEN), (latest is None) == (last == OPEN))
    whole = (starts and starts[0]) == earliest and (ends and ends[1]) == latest
    return "" if whole and all(open_ends) else f"these bounds do not make a range of {precision}"


def _true_bounds(day: date | None, precision: str) -> tuple[date, date] | None:
    """The first and last day of what a day lies in; None for an open end, and for a day that should not be there."""
    if day is None or precision == OPEN:
        return None
    found = _bounds(_print(day, precision))
    return found[:2] if found else None


@attrs.frozen(cache_hash=True)
class Moment:
    """When something was, as finely as the source says.

    `earliest` and `latest` are days (either may be unknown); `precision` is one of `PRECISIONS`, two of them (or
    ``..``) joined by a slash for a range, ``instant`` with the aware `at`, or ``words``, which are kept as they stand
    and are never an order.

    >>> str(Moment.parse("2024-02")), str(Moment.parse("2020-09/2021-01")), str(Moment.parse("FY2025-Q4").latest)
    ('2024-02', '2020-09/2021-01', '2025-09-30')
    """

    earliest: date | None
    latest: date | None
    precision: str
    words: Words = attrs.field(default="", metadata=CONTENT)
    at: datetime | None = None

    def __attrs_post_init__(self) -> None:
        if self.precision not in _KNOWN_PRECISIONS:
            raise UnparsableMoment(self.precision, "unknown precision")
        if why := _lie(self.earliest, self.latest, self.precision, self.at):
            raise UnparsableMoment(f"{self.earliest}/{self.latest}", why)

    # -- making one --------------------------------------------------------------------------------------------

    @classmethod
    def day(cls, day: date) -> Moment:
        """A single day.

        >>> str(Moment.day(date(2024, 2, 5)))
        '2024-02-05'
        """
        return cls(day, day, "day")

    @classmethod
    def month(cls, year: int, month: int) -> Moment:
        """A month; raises `UnparsableMoment` where there is none such."""
        return cls.parse(f"{year:04}-{month:02}")

    @classmethod
    def instant(cls, at: datetime) -> Moment:
        """An aware point in time; its day is the day in UTC."""
        if at.tzinfo is None:
            raise UnparsableMoment(at.isoformat(), "an instant needs a time zone")
        try:
            day = at.astimezone(UTC).date()
        except OverflowError:
            raise UnparsableMoment(at.isoformat(), "it is beyond the calendar in UTC") from None
        return cls(day, day, "instant", at=at)

    @classmethod
    def vague(cls, words: str) -> Moment:
        """Words that give no bounds, such as ``late 2023``."""
        return cls(None, None, "words", words)

    @classmethod
    def between(cls, first: Moment | None, last: Moment | None) -> Moment:
        """The range from one moment to another; None leaves that side open.

        >>> str(Moment.between(None, Moment.parse("2020-10-25")))
        '../2020-10-25'
        """
        start = first.precision.partition("/")[0] if first else OPEN
        end = last.precision.rpartition("/")[2] if last else OPEN
        start, end = ("day" if p == "instant" else p for p in (start, end))
        return cls(first.earliest if first else None, last.latest if last else None, f"{start}/{end}")

    @classmethod
    def parse(cls, text: str) -> Moment:
        """The moment that prints as `text`; raises `UnparsableMoment`.  Vague words do not parse: see `vague`."""
        try:
            return cls._parse(text)
        except (ValueError, OverflowError) as error:
            if isinstance(error, UnparsableMoment):
                raise
            raise UnparsableMoment(text, str(error)) from None

    @classmethod
    def _parse(cls, text: str) -> Moment:
        if _INSTANT.fullmatch(text):
            return cls.instant(datetime.fromisoformat(text))
        if "/" not in text:
            if one := _bounds(text):
                return cls(*one)
            raise UnparsableMoment(text, "no known form")
        first, _, last = text.partition("/")
        start = None if first == OPEN else _bounds(first)
        end = None if last == OPEN else _bounds(last)
        if (start is None and first != OPEN) or (end is None and last != OPEN) or (start is None and end is None):
            raise UnparsableMoment(text, "an end of the range has no known form")
        return cls(
            start[0] if start else None,
            end[1] if end else None,
            f"{start[2] if start else OPEN}/{end[2] if end else OPEN}",
        )

    # -- asking one --------------------------------------------------------------------------------------------

    def __str__(self) -> str:
        if self.precision == "words":
            return str(self.words)
        if self.at is not None:
            return self.at.isoformat().replace("+00:00", "Z")
        first, slash, last = self.precision.partition("/")
        if not slash:
            assert self.latest is not None
            return _print(self.latest, first)
        start = _print(self.earliest, first) if self.earliest else OPEN
        return f"{start}/{_print(self.latest, last) if self.latest else OPEN}"

    def overlaps(self, other: Moment) -> bool:
        """Whether both could be the same day; an unknown bound excludes nothing.

        >>> Moment.parse("2024-02").overlaps(Moment.parse("2024-02-05"))
        True
        """
        return not (
            (self.latest is not None and other.earliest is not None and self.latest < other.earliest)
            or (other.latest is not None and self.earliest is not None and other.latest < self.earliest)
        )

    def finer_inside(self, other: Moment) -> bool:
        """Whether this says the same as `other`, more finely: its bounds lie within the other's and are narrower.

        >>> Moment.parse("2024-02-05").finer_inside(Moment.parse("2024-02"))
        True
        """
        if self.earliest is None or self.latest is None or other.earliest is None or other.latest is None:
            return False
        inside = other.earliest <= self.earliest and self.latest <= other.latest
        return inside and (self.earliest, self.latest) != (other.earliest, other.latest)


_ENDS = (*PRECISIONS, OPEN)
_RANGES = {f"{first}/{last}" for first in _ENDS for last in _ENDS} - {f"{OPEN}/{OPEN}"}
_KNOWN_PRECISIONS = {*PRECISIONS, "instant", "words"} | _RANGES


def as_moment(value: Moment | date | datetime | str) -> Moment:
    """A moment from what a caller is likely to hold; raises `UnparsableMoment`.

    >>> str(as_moment("2024-03"))
    '2024-03'
    """
    if isinstance(value, Moment):
        return value
    if isinstance(value, datetime):
        return Moment.instant(value)
    return Moment.day(value) if isinstance(value, date) else Moment.parse(value)


def _last_day(value: Moment | date | str | None) -> date | None:
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    moment = as_moment(value)
    if moment.latest is None:
        raise UnparsableMoment(str(moment), "a status is asked for at a day, so the moment needs a latest one")
    return moment.latest


def _recording(value: Moment | datetime | date | int | str | None) -> datetime | int | None:
    """A position as it is; a day becomes the last instant of that day in UTC."""
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) in _POSITION_DIGITS:
        return int(value)
    moment = as_moment(value)
    if moment.at is not None:
        return moment.at
    if moment.latest is None:
        raise UnparsableMoment(str(moment), "a recording is bounded by a day, an instant or a position")
    return datetime(moment.latest.year, moment.latest.month, moment.latest.day, tzinfo=UTC) + timedelta(
        days=1, microseconds=-1
    )


@attrs.frozen
class AsOf:
    """At which day, stated by when, recorded by when; every default means *as far as the record goes*.

    `on` and `stated_by` take a day (or anything with a last day: a month is its last day); `recorded_by` takes a day
    (its end in UTC), an aware instant, or a position of the store.

    >>> AsOf("2024-02").on
    datetime.date(2024, 2, 29)
    """

    on: date | None = attrs.field(default=None, converter=_last_day)
    stated_by: date | None = attrs.field(default=None, converter=_last_day)
    recorded_by: datetime | int | None = attrs.field(default=None, converter=_recording)


NOW = AsOf()
