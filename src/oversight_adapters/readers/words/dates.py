"""Dates as documents write them: one row for each form, with an example, from the finest to the vaguest.

A form never yields more than its words say: a month stays a month.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date

import attrs

from oversight_core.moments import Moment

_MONTHS = "january february march april may june july august september october november december".split()
_NUMBER = {name[:3]: n for n, name in enumerate(_MONTHS, 1)}
MONTH_NAME = (
    r"(?:Jan(?:uary|\.)?|Feb(?:r?uary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:19|20)\d\d(?!\d)"
_D = r"[0-3]?\d(?:st|nd|rd|th)?(?!\d)"
_TO = r"(?:\s*-\s*|\s+(?:to|through|and|until)\s+)"
_THEN = r"(?:,\s*|\s+)"  # between day and year; "March 1,2011" is seen
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_ORDINAL = "|".join(_ORDINALS)


def _month(name: str) -> int:
    return _NUMBER[name.lower()[:3]]


def _day(year: str, month: str, day: str) -> Moment:
    return Moment.day(date(int(year), _month(month), int(re.sub(r"\D", "", day))))


def _quarter(groups: dict[str, str]) -> Moment:
    number = groups["n"] or _ORDINALS[groups["q"].lower()]
    return Moment.parse(f"FY{groups['y'] or '20' + groups['s']}-Q{number}")


@attrs.frozen
class Form:
    """One way to write a date: its pattern (named groups), what the groups make, and an example of it."""

    name: str
    pattern: str
    build: Callable[[dict[str, str]], Moment]
    example: str


FORMS = (
    Form(
        "days-across-months",  # "until" and a comma are seen; the year may stand once
        rf"(?P<m1>{MONTH_NAME})\s+(?P<d1>{_D})(?:{_THEN}(?P<y1>{_YEAR}))?,?{_TO}(?P<m2>{MONTH_NAME})\s+(?P<d2>{_D}){_THEN}(?P<y2>{_YEAR})",
        lambda g: Moment.between(_day(g["y1"] or g["y2"], g["m1"], g["d1"]), _day(g["y2"], g["m2"], g["d2"])),
        "May 1 and July 31, 2019",
    ),
    Form(
        "days-in-month",
        rf"(?P<m>{MONTH_NAME})\s+(?P<d1>{_D}){_TO}(?P<d2>{_D}){_THEN}(?P<y>{_YEAR})",
        lambda g: Moment.between(_day(g["y"], g["m"], g["d1"]), _day(g["y"], g["m"], g["d2"])),
        "August 24 -25, 2022",
    ),
    Form(
        "day-first-days-across-months",
        rf"(?P<d1>{_D})\s+(?P<m1>{MONTH_NAME})(?:,?\s+(?P<y1>{_YEAR}))?,?{_TO}(?P<d2>{_D})\s+(?P<m2>{MONTH_NAME}),?\s+(?P<y2>{_YEAR})",
        lambda g: Moment.between(_day(g["y1"] or g["y2"], g["m1"], g["d1"]), _day(g["y2"], g["m2"], g["d2"])),
        "1 May and 31 July 2019",
    ),
    Form(
        "day-first-days-in-month",
        rf"(?P<d1>{_D}){_TO}(?P<d2>{_D})\s+(?P<m>{MONTH_NAME}),?\s+(?P<y>{_YEAR})",
        lambda g: Moment.between(_day(g["y"], g["m"], g["d1"]), _day(g["y"], g["m"], g["d2"])),
        "24-27 July 2023",
    ),
    Form(
        "day",
        rf"(?P<m>{MONTH_NAME})\s+(?P<d>{_D}){_THEN}(?P<y>{_YEAR})",
        lambda g: _day(g["y"], g["m"], g["d"]),
        "February 5, 2024",
    ),
    Form(
        "day-first",
        rf"(?P<d>{_D})\s+(?P<m>{MONTH_NAME}),?\s+(?P<y>{_YEAR})",
        lambda g: _day(g["y"], g["m"], g["d"]),
        "16 August 2024",
    ),
    Form(
        "months-across-years",
        rf"(?P<m1>{MONTH_NAME})\s+(?P<y1>{_YEAR}){_TO}(?P<m2>{MONTH_NAME})\s+(?P<y2>{_YEAR})",
        lambda g: Moment.between(
            Moment.month(int(g["y1"]), _month(g["m1"])), Moment.month(int(g["y2"]), _month(g["m2"]))
        ),
        "September 2020 to January 2021",
    ),
    Form(
        "months-in-year",
        rf"(?P<m1>{MONTH_NAME}){_TO}(?P<m2>{MONTH_NAME})\s+(?P<y>{_YEAR})",
        lambda g: Moment.between(
            Moment.month(int(g["y"]), _month(g["m1"])), Moment.month(int(g["y"]), _month(g["m2"]))
        ),
        "January and October 2022",
    ),
    Form(
        "month",
        rf"(?P<m>{MONTH_NAME}),?\s+(?:of\s+)?(?P<y>{_YEAR})",
        lambda g: Moment.month(int(g["y"]), _month(g["m"])),
        "August 2023",
    ),
    Form("iso-day", r"(?P<y>\d{4}-\d\d-\d\d)(?!\d)", lambda g: Moment.parse(g["y"]), "2024-02-05"),
    Form(
        "numeric-day",  # month first, as United States agencies write
        rf"(?P<m>[01]?\d)/(?P<d>[0-3]?\d)/(?P<y>{_YEAR})",
        lambda g: Moment.day(date(int(g["y"]), int(g["m"]), int(g["d"]))),
        "12/2/2021",
    ),
    Form(
        "fiscal-quarter",
        rf"(?:(?P<q>{_ORDINAL})\s+quarter,?\s+|Q(?P<n>[1-4]),?\s*)(?:of\s+)?(?:the\s+)?"
        rf"(?:(?:fiscal\s+year|FY)\s*(?P<y>{_YEAR})|FY\s*'?(?P<s>\d\d)(?!\d))",
        _quarter,
        "fourth quarter of fiscal year 2025",
    ),
    Form(
        "fiscal-quarter-behind",
        rf"(?:(?:fiscal\s+year|FY)\s*(?P<y>{_YEAR})|FY\s*'?(?P<s>\d\d)(?!\d))[,-]?\s*"
        rf"(?:(?P<q>{_ORDINAL})\s+quarter|Q(?P<n>[1-4]))",
        _quarter,
        "FY 2025 Q4",
    ),
    Form(
        "quarter",
        rf"(?:(?P<q>{_ORDINAL})\s+quarter,?\s+(?:of\s+)?|Q(?P<n>[1-4])\s+(?:of\s+)?)"
        rf"(?:(?:calendar\s+year|CY)\s*)?(?P<y>{_YEAR})",
        lambda g: Moment.parse(f"{g['y']}-Q{g['n'] or _ORDINALS[g['q'].lower()]}"),
        "the 3rd quarter of 2024",
    ),
    Form(
        "quarter-behind",
        rf"(?:(?:calendar\s+year|CY)\s*)?(?P<y>{_YEAR})[,-]?\s+(?:(?P<q>{_ORDINAL})\s+quarter|Q(?P<n>[1-4]))",
        lambda g: Moment.parse(f"{g['y']}-Q{g['n'] or _ORDINALS[g['q'].lower()]}"),
        "2026 Q1",
    ),
    Form(
        "fiscal-year",  # "FY25" is the only year that two figures make
        rf"(?:(?:fiscal\s+year|FY)\s*(?P<y>{_YEAR})|FY\s*'?(?P<s>\d\d)(?!\d))",
        lambda g: Moment.parse(f"FY{g['y'] or '20' + g['s']}"),
        "fiscal year 2025",
    ),
    Form(
        "vague",
        rf"(?P<v>(?:early|mid|late)(?:-|\s+(?:in\s+)?)(?:(?:calendar|fiscal)\s+year\s+|[FC]Y\s*)?{_YEAR}|"
        rf"(?:first|second|latter)\s+(?:half|part)\s+of\s+(?:(?:calendar|fiscal)\s+year\s+|[FC]Y\s*)?{_YEAR}|"
        rf"(?:spring|summer|fall|autumn|winter)(?:\s+of)?\s+{_YEAR})",
        lambda g: Moment.vague(" ".join(g["v"].split())),
        "late 2023",
    ),
    Form(
        "year",
        rf"(?:(?:calendar\s+year|CY)\s*)?(?P<y>{_YEAR})",
        lambda g: Moment.parse(g["y"]),
        "calendar year 2024",
    ),
)
"""Every form, finest first; the first that matches words whole reads them."""

_COMPILED = tuple((re.compile(form.pattern, re.IGNORECASE), form.build) for form in FORMS)


def _any(*names: str) -> str:
    """A pattern of any of these forms, its groups unnamed, to stand inside a phrase."""
    patterns = (re.sub(r"\(\?P<\w+>", "(?:", form.pattern) for form in FORMS if form.name in names)
    return rf"(?<![\w/-])(?:{'|'.join(patterns)})(?!\w)"


DAY = _any("day", "day-first", "iso-day", "numeric-day")
"""Pattern of a single day."""
MONTH = _any("month")
"""Pattern of a month with its year."""
RANGE = _any(
    *("days-across-months", "days-in-month", "day-first-days-across-months", "day-first-days-in-month"),
    *("months-across-years", "months-in-year"),
)
"""Pattern of an interval."""
_NEXT_DAYS = "|".join(rf"{day}\s+and\s+{day + 1}" for day in range(1, 31))
PERIOD = (
    rf"(?:{RANGE.replace('through|and|until', 'through|until')}|"
    rf"(?<![\w/-]){MONTH_NAME}\s+(?:{_NEXT_DAYS}){_THEN}{_YEAR}(?!\w))"
)
"""Pattern of an interval that needs no "between": "May 8 and 9, 2023", but "March and May 2023" may be two months."""
DATE = _any(*(form.name for form in FORMS if form.name not in ("year", "vague")))
"""Pattern of any date finer than, or marked better than, a bare year."""
WHEN = _any(*(form.name for form in FORMS))
"""Pattern of any date at all, bare years and vague ones included."""
_WHEN = re.compile(WHEN, re.IGNORECASE)
_FIGURE = re.compile(r"\d")  # without any there is no date


def every(text: str, start: int, end: int) -> Iterator[tuple[int, int, Moment]]:
    """Every date of any form in a span, with where it starts and ends; words such as May 39 are none.

    >>> [str(date) for _, _, date in every("It opened in May 2020 and closed in 2022.", 0, 41)]
    ['2020-05', '2022']
    """
    for match in _WHEN.finditer(text, start, end) if _FIGURE.search(text, start, end) else ():
        with suppress(ValueError):
            yield *match.span(), moment(match[0])


def moment(words: str) -> Moment:
    """The moment that these words are; raises ValueError (or `UnparsableMoment`, which is one) for any others.

    >>> str(moment("August 24 -25, 2022")), str(moment("Sept. 2023")), str(moment("fourth quarter of fiscal year 2025"))
    ('2022-08-24/2022-08-25', '2023-09', 'FY2025-Q4')
    """
    bare = words.strip()
    for pattern, build in _COMPILED:
        if match := pattern.fullmatch(bare):
            return build(match.groupdict())
    raise ValueError(f"{words!r} is not a date")
