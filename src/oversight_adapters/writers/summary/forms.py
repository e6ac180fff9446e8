"""How a value is said within a sentence; one that cannot be said there is empty, and is left out of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from oversight_adapters.writers.safe import one_line
from oversight_core.moments import Moment

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)
_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

_REVIEWS: Mapping[str, str] = {
    "targeted-onsite": "a targeted onsite investigation",
    "virtual-onsite": "a virtual onsite investigation",
    "multidisciplinary-onsite": "a multidisciplinary onsite investigation",
    "onsite": "an onsite investigation",
    "spot-check": "a spot-check",
    "periodic": "a periodic review",
    "systemic": "a systemic review",
    "policy": "a policy review",
}


def number(value: int) -> str:
    """A number as the office prints it: a word below ten.

    >>> number(4), number(17), number(0)
    ('four', '17', 'none')
    """
    return _WORDS[value] if 0 <= value < len(_WORDS) else f"{value:,}"


def counted(value: int, noun: str) -> str:
    """So many of something.

    >>> counted(1, "recommendation"), counted(14, "recommendation"), counted(0, "recommendation")
    ('one recommendation', '14 recommendations', 'none of the recommendations')
    """
    if value == 0:
        return f"none of the {noun}s"
    return f"{number(value)} {noun}{'s' * (value != 1)}"


def review_words(kind: str) -> str:
    """A kind of review in the words of the office.

    >>> review_words("targeted-onsite"), review_words("of another kind")
    ('a targeted onsite investigation', 'an investigation')
    """
    return _REVIEWS.get(kind, "an investigation")


def dated(value: Moment) -> str:
    """A day or a month in words; empty for any other moment.

    >>> dated(Moment.parse("2024-03-04")), dated(Moment.parse("2024-03")), dated(Moment.vague("late 2023"))
    ('March 4, 2024', 'March 2024', '')
    """
    return _end(value, value.precision, last=False)


def on(value: Moment) -> str:
    """A day or a month with the word that leads to it: `on` a day, `in` a month."""
    words = dated(value)
    return f"{'in' if value.precision == 'month' else 'on'} {words}" if words else ""


def over(value: Moment) -> str:
    """The same, or a range of days or months.

    >>> over(Moment.parse("2020-09/2021-01"))
    'from September 2020 to January 2021'
    """
    start, slash, end = value.precision.partition("/")
    if not slash:
        return on(value)
    ends = _end(value, start, last=False), _end(value, end, last=True)
    return f"from {ends[0]} to {ends[1]}" if start == end and all(ends) else ""


def month(value: Moment) -> str:
    """The month of a day or month."""
    return _end(value, "month", last=False) if value.precision in ("day", "month") else ""


def _end(value: Moment, precision: str, *, last: bool) -> str:
    day = value.latest if last else value.earliest
    if day is None or precision not in ("day", "month"):
        return ""
    name = _MONTHS[day.month - 1]
    return f"{name} {day.day}, {day.year}" if precision == "day" else f"{name} {day.year}"


FORMS: Mapping[str, Callable[[Any], str]] = {
    "": one_line,
    "date": dated,
    "on": on,
    "over": over,
    "month": month,
    "recommendations": lambda n: counted(n, "recommendation"),
    "complaints": lambda n: counted(n, "complaint"),
    "allegations": lambda n: counted(n, "allegation"),
    "interviews": lambda n: counted(n, "interview"),
}
"""The forms that a sentence may ask for: `{review.opened_on:on}`."""
