"""How single values are spelt as texts, for every way of reading them: strictly, and as they are written."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

_INSTANT = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d(?::\d\d(?:\.\d{6})?)?)", re.ASCII
)
_DECIMAL = re.compile(r"-?\d{1,4000}(?:\.\d{1,4000})?(?:[Ee][+-]?\d{1,18})?", re.ASCII)


def day(text: str) -> date:
    """A day as ISO 8601 writes it with dashes; raises `ValueError`, also for weeks and for days without dashes.

    >>> day("2024-02-05")
    datetime.date(2024, 2, 5)
    """
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        raise ValueError(text)
    return date.fromisoformat(text)


def instant(text: str) -> datetime:
    """An aware point in time as RFC 3339 writes it, to the microsecond; raises `ValueError`.

    >>> instant("2024-05-29T10:00:00Z")
    datetime.datetime(2024, 5, 29, 10, 0, tzinfo=datetime.timezone.utc)
    """
    usual = len(text) == 20 and text[4:20:3] == "--T::Z"  # fromisoformat sees to the digits
    if not usual and not _INSTANT.fullmatch(text):
        raise ValueError(text)
    return datetime.fromisoformat(text)


def decimal(text: str) -> Decimal:
    """A decimal number with all its digits; raises `ValueError`, also for what is no number.

    >>> decimal("125000.50")
    Decimal('125000.50')
    """
    if not _DECIMAL.fullmatch(text):
        raise ValueError(text)
    return Decimal(text)
