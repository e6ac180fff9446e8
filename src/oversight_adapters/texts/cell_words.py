"""The words of a cell of a workbook: a number as its format shows it, a moment in ISO form."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import inf

import attrs
from openpyxl.styles.numbers import (  # type: ignore[import-untyped]  # openpyxl ships no types
    is_date_format,
    is_timedelta_format,
)
from openpyxl.utils.datetime import from_excel  # type: ignore[import-untyped]  # as above

from oversight_adapters.texts.grid import CellKind
from oversight_adapters.texts.number_format import general, shown

Words = tuple[str, CellKind]

_NUMBER = re.compile(r"-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,5})?", re.ASCII)


@attrs.frozen
class Style:
    """How a cell shows a number: its format, and whether that shows a date or a span of time."""

    format: str = "General"
    date: bool = False
    span: bool = False


def style_of(format: str) -> Style:
    """The style of cells with a number format.

    >>> style_of("yyyy-mm-dd")
    Style(format='yyyy-mm-dd', date=True, span=False)
    """
    return Style(format, bool(is_date_format(format)), bool(is_timedelta_format(format)))


def number_words(value: str, style: Style, epoch: datetime, tell: Callable[[str, str], None]) -> Words:
    """A number as its cell shows it, but with all its digits.

    `epoch` is the day that dates count from, `tell` hears what cannot be shown.
    """
    if not _NUMBER.fullmatch(value) or abs(float(value)) == inf:
        tell("no-number", "a cell that should hold a number holds something else; it was kept as text")
        return value, "text"
    if style.date:
        try:
            return moment_words(from_excel(float(value), epoch, timedelta=style.span))
        except (OverflowError, ValueError):
            tell("no-date", "a number outside all dates is shown as one; it was kept as a number")
            return general(value), "number"
    if style.format == "General":
        return general(value), "number"
    words = shown(value, style.format)
    if words is None:
        why = f"the number format {style.format!r} is not known here, or not for such a number"
        tell("format-unknown", f"{why}; the plain number was taken")
        words = general(value)
    return (general(value) if _rounds(words, value) else words), "number"


def _rounds(words: str, value: str) -> bool:
    """Whether a number is shown with fewer digits than it has; what is stored is told then, so that nothing is lost."""
    plain = words.replace(",", "")
    is_plain = plain.removeprefix("-").replace(".", "", 1).isdecimal() and plain.isascii()
    return is_plain and Decimal(plain) != Decimal(general(value))


def moment_words(value: date | time | timedelta) -> Words:
    """A date in ISO form, of which midnight is only the day; a time of day, or a span of hours, is text."""
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}", "text"
    return value.isoformat(), "date" if isinstance(value, date) else "text"
