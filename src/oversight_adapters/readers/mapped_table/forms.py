"""Dates as tables write them: one row for each form, with an example.  A form never yields more than its words say.

Figures such as 2/12/2021 mean different days to different people, so those forms are read only where a mapping asks
for them; forms that nobody reads in two ways are read unless it names others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

import attrs

from oversight_adapters.readers.words import dates
from oversight_core.moments import Moment

_FIGURES = r"(\d{1,2})[/.-](\d{1,2})[/.-]"
_TIME = r"(?:[T ]+\d{1,2}:\d\d(?::\d\d(?:\.\d{1,9})?)?(?: ?[AaPp]\.?[Mm]\.?)?)?"
_LONGEST = 100  # characters; no date is longer


@attrs.frozen
class DateForm:
    """One way to write a date: its name, how words of it are read (None: they are not of this form), an example.

    `plain` forms are those that nobody reads in two ways.
    """

    name: str
    read: Callable[[str], Moment | None]
    example: str
    plain: bool = False


def _figures(pattern: str, order: str, century: int = 0) -> Callable[[str], Moment | None]:
    """A day in figures, in the order of the letters y, m and d; a time of day after it adds nothing."""
    compiled = re.compile(pattern + _TIME, re.ASCII)

    def read(words: str) -> Moment | None:
        match = compiled.fullmatch(words)
        if match is None:
            return None
        part = dict(zip(order, map(int, match.groups()), strict=True))
        return Moment.day(date(century + part["y"], part["m"], part["d"]))

    return read


def _as_documents(*names: str) -> Callable[[str], Moment | None]:
    """The forms of running text, by their names."""
    known = [(re.compile(form.pattern, re.IGNORECASE), form.build) for form in dates.FORMS if form.name in names]

    def read(words: str) -> Moment | None:
        for pattern, build in known:
            if match := pattern.fullmatch(words):
                return build(match.groupdict())
        return None

    return read


def _as_printed(*precisions: str) -> Callable[[str], Moment | None]:
    """What our own moments print, of these precisions."""

    def read(words: str) -> Moment | None:
        try:
            found = Moment.parse(words)
        except ValueError:
            return None
        return found if found.precision in precisions else None

    return read


def _either(*readers: Callable[[str], Moment | None]) -> Callable[[str], Moment | None]:
    return lambda words: next((found for read in readers if (found := read(words)) is not None), None)


def _serial(first: date) -> Callable[[str], Moment | None]:
    """The day that a spreadsheet counts; a fraction is the time of day."""
    pattern = re.compile(r"(\d{1,7})(?:\.\d{1,15})?", re.ASCII)

    def read(words: str) -> Moment | None:
        match = pattern.fullmatch(words)
        days = int(match[1]) if match else 0
        return Moment.day(first + timedelta(days)) if 61 <= days <= 2_958_465 else None

    return read


def _abbreviated(words: str) -> Moment | None:
    """Sep-24 and Sep-2024, as spreadsheets print months."""
    match = re.fullmatch(rf"({dates.MONTH_NAME})[- ]'?(\d\d|\d{{4}})", words, re.IGNORECASE)
    if match is None:
        return None
    year = match[2] if len(match[2]) == 4 else f"20{match[2]}"
    return dates.moment(f"{match[1]} {year}")


def _dashed(words: str) -> Moment | None:
    """8-Sep-26 and 08-SEP-2026, as spreadsheets print days."""
    match = re.fullmatch(rf"(\d{{1,2}})-({dates.MONTH_NAME})-(\d\d|\d{{4}}){_TIME}", words, re.IGNORECASE | re.ASCII)
    if match is None:
        return None
    year = match[3] if len(match[3]) == 4 else f"20{match[3]}"
    return dates.moment(f"{match[1]} {match[2]} {year}")


FORMS = (
    DateForm("iso", _figures(r"(\d{4})-(\d{2})-(\d{2})", "ymd"), "2026-09-08", plain=True),
    DateForm("instant", _as_printed("instant"), "2026-09-08T10:30:00Z", plain=True),
    DateForm("month-name", _as_documents("day", "day-first"), "Sep 8, 2026", plain=True),
    DateForm("month-year", _either(_as_documents("month"), _as_printed("month")), "September 2026", plain=True),
    DateForm("quarter", _either(_as_documents("quarter"), _as_printed("quarter")), "2026-Q3", plain=True),
    DateForm(
        "fiscal-quarter",
        _either(_as_documents("fiscal-quarter"), _as_printed("fiscal-quarter")),
        "Q4 FY2025",
        plain=True,
    ),
    DateForm("fiscal-year", _as_documents("fiscal-year"), "FY2025", plain=True),
    DateForm("year", _as_documents("year"), "2026", plain=True),
    DateForm(
        "range",
        _as_documents("days-across-months", "days-in-month", "months-across-years", "months-in-year"),
        "August 24-25, 2022",
        plain=True,
    ),
    DateForm("month-first", _figures(_FIGURES + r"(\d{4})", "mdy"), "9/8/2026"),
    DateForm("day-first", _figures(_FIGURES + r"(\d{4})", "dmy"), "8/9/2026"),
    DateForm("month-first-20yy", _figures(_FIGURES + r"(\d{2})", "mdy", 2000), "9/8/26"),
    DateForm("day-first-20yy", _figures(_FIGURES + r"(\d{2})", "dmy", 2000), "8/9/26"),
    DateForm("year-first", _figures(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})", "ymd"), "2026/9/8"),
    DateForm("compact", _figures(r"(\d{4})(\d{2})(\d{2})", "ymd"), "20260908"),
    DateForm("day-month-20yy", _dashed, "8-Sep-26"),
    DateForm("month-20yy", _abbreviated, "Sep-26"),
    DateForm("serial", _serial(date(1899, 12, 30)), "46273"),
    DateForm("serial-1904", _serial(date(1904, 1, 1)), "44811"),
    DateForm("vague", _as_documents("vague"), "late 2026"),
)
"""Every form; where several are named, the first of them that reads the words reads them."""

BY_NAME = {form.name: form for form in FORMS}
PLAIN = tuple(form.name for form in FORMS if form.plain)
"""The forms that are read where a mapping names none."""

CONTRADICTING = (
    ("month-first", "day-first"),
    ("month-first-20yy", "day-first-20yy"),
    ("serial", "serial-1904"),
)
"""Forms that read the same words as different days, so that one table cannot use both."""


def read_date(words: str, forms: Iterable[str] = PLAIN) -> Moment:
    """The moment that words are, by the first of these forms that fits; a day as ISO 8601 writes it always does.

    Raises ValueError where none fits, or the day is none.

    >>> str(read_date("12/2/2021", ["month-first"])), str(read_date("2021-12-02 00:00:00", ["month-first"]))
    ('2021-12-02', '2021-12-02')
    """
    bare = " ".join(words.split())
    if len(bare) <= _LONGEST:
        for name in (*forms, "iso"):
            if (found := BY_NAME[name].read(bare)) is not None:
                return found
    raise ValueError("it is no date of the forms " + ", ".join(forms))
