"""A deadline, as a row.  It says who must do what, how long after what; counting is `oversight_core.rules.counting`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

import attrs

from oversight_core.moments import PLAIN, Moment
from oversight_core.rules.attempt import names
from oversight_core.rules.citation import Citation, citations


class Unit(StrEnum):
    """What a length is counted in."""

    HOURS = "hours"
    DAYS = "days"
    BUSINESS_DAYS = "business days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    FISCAL_QUARTERS = "fiscal quarters"
    FISCAL_YEARS = "fiscal years"


class Bound(StrEnum):
    """Which day is the last one: *within* 90 days is the 90th, *before* day 181 is the 180th."""

    WITHIN = "within"
    BEFORE = "before"


class MonthEnd(StrEnum):
    """What a month after the last day of a month is."""

    SAME_DAY = "same day"  # 30 September → 30 October; 31 January → 28 February, which has no 31st
    LAST_DAY = "last day"  # 30 September → 31 October: the last day stays the last


class Each(StrEnum):
    """A clock that starts anew at the end of each such period; the fiscal year ends on 30 September."""

    FISCAL_QUARTER = "fiscal quarter"
    FISCAL_HALF_YEAR = "fiscal half-year"
    FISCAL_YEAR = "fiscal year"


_WORD = "[a-z][a-z0-9_]*"
SIGNALS = "FIELD, FIELD.FIELD, KIND:FIELD or AXIS=STATUS"
SIGNAL = re.compile(rf"{_WORD}(?:[.=]{_WORD})?|[a-z][a-z0-9-]*:{_WORD}")
"""What starts, meets or stops a clock: a dated field of the item (``issued_on``); one of the item that a field names
(``document.issued_on``); one of the items of a kind that name this item (``response:responded_on``); or a status that
begins (``position=answered``: an axis, and a state or group)."""


def _conditions(value: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((field, worth) for field, worth in value)


def _unit(value: str) -> Unit | str:
    return Unit(value) if value in set(Unit) else value  # an unknown one is found by `faults`, with the others


@attrs.frozen
class Clock:
    """Who must do what within how long of what.  There is no default: without a row there is no deadline.

    `starts_on` names signals, and the first that is known starts the clock; where the source does not state the start,
    `between` says that it lies between the first of them and the last, and the answer is a range.  `length` is None
    where each item states its own day, in the field `stated_in`.  `kinds` are the kinds of items it runs for, and
    `where` narrows them to those with such a value in a field; an empty value stands for one that is not stated.

    `met_by` are the signals that meet the duty, `stops_on` those after which nothing is due any more.  A clock that
    `repeats` falls due every `length`, counted from the start, and once before that where it has a `first` length, as
    day 14, day 30 and then every 30; `each` starts it anew at the end of each such period.
    With a `window` it falls due when `length` days on which `starts_on` held have come together within so many days;
    with `awaits` it falls due at the first event of that name after the length has passed.

    `calendar` names the days that count, always: ``plain``, ``weekends`` (they do not count) or another that is given
    when asking.  Hours need a `time_zone`: a name of the tz database, or the field of the item that has it, after a
    colon (``:time_zone``).  A row is in force for starts between `in_force_from` and `in_force_to`, each as coarse as
    it is known; rows of one name are versions of one clock.  A `marker` asks nothing of anybody: it says when a span,
    such as one that a benchmark names, has passed, and is never overdue.
    """

    name: str
    starts_on: tuple[str, ...] = attrs.field(converter=names)
    length: int | None
    unit: str = attrs.field(converter=_unit)
    duty_holder: str
    cites: tuple[Citation, ...] = attrs.field(converter=citations)
    means: str = ""
    calendar: str = attrs.field(kw_only=True)
    kinds: tuple[str, ...] = attrs.field(kw_only=True, converter=names)
    bound: Bound = attrs.field(kw_only=True, default=Bound.WITHIN, converter=Bound)
    between: bool = attrs.field(kw_only=True, default=False)
    stated_in: str = attrs.field(kw_only=True, default="")
    where: tuple[tuple[str, str], ...] = attrs.field(kw_only=True, default=(), converter=_conditions)
    met_by: tuple[str, ...] = attrs.field(kw_only=True, default=(), converter=names)
    stops_on: tuple[str, ...] = attrs.field(kw_only=True, default=(), converter=names)
    repeats: bool = attrs.field(kw_only=True, default=False)
    each: Each | None = attrs.field(kw_only=True, default=None, converter=attrs.converters.optional(Each))
    first: int | None = attrs.field(kw_only=True, default=None)
    window: int | None = attrs.field(kw_only=True, default=None)
    awaits: str = attrs.field(kw_only=True, default="")
    month_end: MonthEnd | None = attrs.field(kw_only=True, default=None, converter=attrs.converters.optional(MonthEnd))
    time_zone: str = attrs.field(kw_only=True, default="")
    in_force_from: Moment | None = attrs.field(kw_only=True, default=None)
    in_force_to: Moment | None = attrs.field(kw_only=True, default=None)
    marker: bool = attrs.field(kw_only=True, default=False)

    def units(self, number: int) -> int:
        """After how many units from its start the `number`-th occurrence falls.

        Raises `ValueError` for a clock without a length of its own.
        """
        if self.length is None:
            raise ValueError(f"the clock {self.name!r} has no length; each item states its own day")
        if self.first is None:
            return self.length * number
        return self.first if number == 1 else self.length * (number - 1)

    @property
    def signals(self) -> tuple[str, ...]:
        """Everything that it looks at in an item."""
        return (*self.starts_on, *self.met_by, *self.stops_on)


def faults(clock: Clock) -> Iterator[tuple[str, str]]:
    """What is wrong with a clock: the column, and a sentence that follows the clock's name."""
    monthly = clock.unit in (Unit.MONTHS, Unit.YEARS)
    hourly = clock.unit == Unit.HOURS
    found = (
        ("name", "has no name", not clock.name.strip()),
        ("starts_on", "does not say what it starts on", not any(name.strip() for name in clock.starts_on)),
        ("between", "lies between two signals, and names fewer", clock.between and len(clock.starts_on) < 2),
        ("duty_holder", "names nobody who must act", not (clock.duty_holder.strip() or clock.marker)),
        ("duty_holder", "is a marker, and names who must act", bool(clock.duty_holder.strip()) and clock.marker),
        ("cites", "cites nothing", not clock.cites),
        ("kinds", "runs for no kind of item", not any(kind.strip() for kind in clock.kinds)),
        ("calendar", "names no calendar; there is no default", not clock.calendar.strip()),
        ("unit", f"counts in {str(clock.unit)!r}, which is none of {', '.join(Unit)}", clock.unit not in set(Unit)),
        ("length", f"runs for {clock.length!r}, which is no positive whole number", not _is_length(clock)),
        ("stated_in", "has a length, and items state their own day as well", bool(clock.length and clock.stated_in)),
        ("month_end", "counts months and does not say how a month ends", monthly and clock.month_end is None),
        ("month_end", "says how a month ends and counts none", not monthly and clock.month_end is not None),
        ("time_zone", "counts hours and names no time zone", hourly and not clock.time_zone.strip()),
        ("time_zone", "names a time zone and counts no hours", not hourly and bool(clock.time_zone)),
        ("unit", "accumulates within a window, which is done in days", bool(clock.window) and clock.unit != Unit.DAYS),
        ("first", "has a first length, and falls due once only", clock.first is not None and not clock.repeats),
        ("first", f"first runs for {clock.first!r}, which is no shorter than what follows", _is_no_shorter(clock)),
        ("window", "has a window shorter than what it must hold", _is_short(clock)),
        ("calendar", "counts days and leaves some out; say business days", _leaves_out(clock)),
        ("calendar", "counts business days, and its calendar leaves none out", _leaves_none_out(clock)),
        ("bound", "ends before a day, which only days and business days do", _ends_before_no_day(clock)),
        ("repeats", "repeats and counts anew each period as well; say one", clock.repeats and clock.each is not None),
        ("each", "starts anew at the end of a day and counts hours; say days", hourly and clock.each is not None),
        ("in_force_to", "ends before it is in force", _ends_early(clock)),
    )
    yield from ((column, f"{says}") for column, says, is_so in found if is_so)
    for column in ("starts_on", "met_by", "stops_on"):
        wrong = [name for name in getattr(clock, column) if not SIGNAL.fullmatch(name)]
        yield from ((column, f"names {name!r}, which is no signal: {SIGNALS}") for name in wrong)


def _is_length(clock: Clock) -> bool:
    if clock.length is None:
        return bool(clock.stated_in)
    return isinstance(clock.length, int) and not isinstance(clock.length, bool) and clock.length > 0


def _is_no_shorter(clock: Clock) -> bool:
    if clock.first is None:
        return False
    whole = isinstance(clock.first, int) and not isinstance(clock.first, bool) and clock.first > 0
    return not (whole and isinstance(clock.length, int) and clock.first < clock.length)


def _is_short(clock: Clock) -> bool:
    return bool(clock.window) and isinstance(clock.length, int) and (clock.window or 0) < clock.length


def _leaves_out(clock: Clock) -> bool:
    return clock.unit not in (Unit.HOURS, Unit.BUSINESS_DAYS) and clock.calendar != PLAIN.name


def _leaves_none_out(clock: Clock) -> bool:
    return clock.unit == Unit.BUSINESS_DAYS and clock.calendar == PLAIN.name


def _ends_before_no_day(clock: Clock) -> bool:
    return clock.bound is Bound.BEFORE and clock.unit not in (Unit.DAYS, Unit.BUSINESS_DAYS)


def _ends_early(clock: Clock) -> bool:
    first, last = clock.in_force_from, clock.in_force_to
    return bool(first and last and first.earliest and last.latest and last.latest < first.earliest)
